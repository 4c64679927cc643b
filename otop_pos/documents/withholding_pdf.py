"""หนังสือรับรองการหักภาษี ณ ที่จ่าย: the certificate of tax withheld (Revenue Code s.50 bis), both copies.

Its words and their order are those of the Revenue Department's form; only what was paid is filled in.
"""

from collections.abc import Iterator, Sequence

from otop_pos.documents.block import Block, Columns, Figure, Gap, Panel, Rule, Stack, Text
from otop_pos.documents.form_field import Digits, Frame, ticks
from otop_pos.documents.page_flow import INNER, MARGIN
from otop_pos.documents.palette import BLACK, INK
from otop_pos.documents.sheet import A4, Imprint, Sheet, Style
from otop_pos.documents.table import Column, Row
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.money import format_baht
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_date, format_long
from otop_pos.domain.withholding import WITHHOLDING_RULES, WithholdingCertificate

TITLE = "หนังสือรับรองการหักภาษี ณ ที่จ่าย"
CANCELLED = "ยกเลิก"
LAW = "ตามมาตรา 50 ทวิ แห่งประมวลรัษฎากร"
COPIES = (
    "ฉบับที่ 1 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย ใช้แนบพร้อมกับแบบแสดงรายการภาษี)",
    "ฉบับที่ 2 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย เก็บไว้เป็นหลักฐาน)",
)
FORMS = ("ภ.ง.ด.1ก", "ภ.ง.ด.1ก พิเศษ", "ภ.ง.ด.2", "ภ.ง.ด.3", "ภ.ง.ด.2ก", "ภ.ง.ด.3ก", "ภ.ง.ด.53")
_PAYER_PAYS = ("หัก ณ ที่จ่าย", "ออกให้ตลอดไป", "ออกให้ครั้งเดียว", "อื่น ๆ (ระบุ) ..........................")
_BODY = Style(9, colour=INK, leading=1.4)
_STRONG = Style(9, "semibold", INK, leading=1.4)
_SMALL = Style(7.5, colour=INK, leading=1.4)
_TINY = Style(7, colour=INK, leading=1.35)
_COLUMNS = (
    Column("ประเภทเงินได้พึงประเมินที่จ่าย"),
    Column("วัน เดือน\nหรือปีภาษี ที่จ่าย", 84, "centre"),
    Column("จำนวนเงินที่จ่าย", 84, "right"),
    Column("ภาษีที่หักและนำส่งไว้", 84, "right"),
)
_DIVIDES = (89.5, 178.5, 267.5)
_INCOMES = (
    "1. เงินเดือน ค่าจ้าง เบี้ยเลี้ยง โบนัส ฯลฯ ตามมาตรา 40 (1)",
    "2. ค่าธรรมเนียม ค่านายหน้า ฯลฯ ตามมาตรา 40 (2)",
    "3. ค่าแห่งลิขสิทธิ์ ฯลฯ ตามมาตรา 40 (3)",
    "4. (ก) ดอกเบี้ย ฯลฯ ตามมาตรา 40 (4) (ก)",
    "    (ข) เงินปันผล เงินส่วนแบ่งกำไร ฯลฯ ตามมาตรา 40 (4) (ข)",
)
_ORDERED = (
    "5. การจ่ายเงินได้ที่ต้องหักภาษี ณ ที่จ่าย ตามคำสั่งกรมสรรพากรที่ออกตามมาตรา 3 เตรส เช่น รางวัล ส่วนลดหรือประโยชน์ใด ๆ "
    "เนื่องจากการส่งเสริมการขาย รางวัลในการประกวด การแข่งขัน การชิงโชค ค่าแสดงของนักแสดงสาธารณะ ค่าจ้างทำของ ค่าโฆษณา "
    "ค่าเช่า ค่าขนส่ง ค่าบริการ ค่าเบี้ยประกันวินาศภัย ฯลฯ"
)
_WARNING = (
    "ผู้มีหน้าที่ออกหนังสือรับรองการหักภาษี ณ ที่จ่าย ฝ่าฝืนไม่ปฏิบัติตามมาตรา 50 ทวิ แห่งประมวลรัษฎากร "
    "ต้องรับโทษทางอาญาตามมาตรา 35 แห่งประมวลรัษฎากร"
)
_TRUE = "ขอรับรองว่าข้อความและตัวเลขดังกล่าวข้างต้นถูกต้องตรงกับความจริงทุกประการ"
_NOTES = (
    "หมายเหตุ เลขประจำตัวผู้เสียภาษีอากร (13 หลัก)* หมายถึง",
    "1. กรณีบุคคลธรรมดาไทย ให้ใช้เลขประจำตัวประชาชนของกรมการปกครอง",
    "2. กรณีนิติบุคคล ให้ใช้เลขทะเบียนนิติบุคคลของกรมพัฒนาธุรกิจการค้า",
    "3. กรณีอื่น ๆ นอกเหนือจาก 1. และ 2. ให้ใช้เลขประจำตัวผู้เสียภาษีอากร (13 หลัก) ของกรมสรรพากร",
)


def withholding_pdf(certificate: WithholdingCertificate, shop: Shop, *, is_reversed: bool = False) -> bytes:
    """Two A4 pages: both copies are the payee's, the centre keeps the value itself. One whose payment was taken
    back says ยกเลิก across."""
    name, stamp = f"{TITLE} {certificate.doc_no}", CANCELLED if is_reversed else ""
    sheet = Sheet(Imprint(name, shop.legal_name, "th", mark=training_mark(shop), stamp=stamp))
    for copy in COPIES:
        sheet.new_page(*A4)
        page = _page(certificate, shop, copy)
        page.draw(sheet, MARGIN, MARGIN, INNER)
    return sheet.finish()


def _page(certificate: WithholdingCertificate, shop: Shop, copy: str) -> Block:
    content = (
        _head(certificate),
        _party("ผู้มีหน้าที่หักภาษี ณ ที่จ่าย", shop.legal_name or shop.name_th, shop.address_th, shop.tax_id),
        Gap(5),
        _payee(certificate),
        Gap(5),
        Frame(Stack(tuple(_forms(certificate)))),
        Gap(5),
        _incomes(certificate),
        Gap(5),
        Frame(Stack(tuple(_payer(certificate)))),
        Gap(5),
        _signing(certificate),
        Gap(4),
        *(Text(note, _TINY) for note in _NOTES),
    )
    return Stack((Text(copy, _BODY), Gap(4), Panel(Stack(content), border=BLACK, padding=9, radius=2)))


def _head(certificate: WithholdingCertificate) -> Block:
    number = Stack((Gap(6), Text(f"เลขที่ {certificate.doc_no}", _STRONG, "right")))
    title = Stack((Text(TITLE, Style(15, "bold", INK), "centre"), Text(LAW, Style(10.5, colour=INK), "centre")))
    return Stack((Columns((Gap(1), title, number), (120, 0, 120)), Gap(6)))


def _payee(certificate: WithholdingCertificate) -> Block:
    producer = certificate.producer
    address = " ".join(part for part in (producer.address, producer.place.full_th) if part)
    return _party("ผู้ถูกหักภาษี ณ ที่จ่าย", producer.name_th, address, producer.tax_id)


def _party(role: str, name: str, address: str, tax_id: str) -> Block:
    number = Columns(
        (Stack((Gap(3), Text("เลขประจำตัวผู้เสียภาษีอากร (13 หลัก)*", _SMALL, "right"))), Digits(tax_id)), (0, 178), gap=6
    )
    return Frame(
        Stack(
            (
                Columns((Text(f"{role} :", Style(10, "semibold", INK)), number), (150, 0)),
                Gap(3),
                _filled("ชื่อ", name),
                Text("(ให้ระบุว่าเป็น บุคคล นิติบุคคล บริษัท สมาคม หรือคณะบุคคล)", _TINY, "centre"),
                _filled("ที่อยู่", address),
                Text(
                    "(ให้ระบุ ชื่ออาคาร/หมู่บ้าน ห้องเลขที่ ชั้นที่ เลขที่ ตรอก/ซอย หมู่ที่ ถนน ตำบล/แขวง อำเภอ/เขต จังหวัด)",
                    _TINY,
                    "centre",
                ),
            )
        )
    )


def _filled(label: str, text: str) -> Block:
    """On the form's line; as many lines as the text needs."""
    return Columns((Text(label, _BODY), Stack((Text(text, _STRONG, most=3), Rule(INK, 0.4, 2)))), (30, 0))


def _forms(certificate: WithholdingCertificate) -> Iterator[Block]:
    marks = [(f"({number}) {form}", form == certificate.form) for number, form in enumerate(FORMS, start=1)]
    order = Text("ลำดับที่ .................. ในแบบ", _BODY)
    yield Columns((order, Stack((ticks(marks[:4]), Gap(3), ticks(marks[4:])))), (118, 0), gap=6)
    yield Text("(ให้สามารถอ้างอิงหรือสอบยันกันได้ระหว่างลำดับที่ตามหนังสือรับรองฯ กับแบบยื่นรายการภาษีหักที่จ่าย)", _TINY)


def _incomes(certificate: WithholdingCertificate) -> Block:
    """What a Revenue order makes subject to tax stands in row 5 (s.3 ter), a government body's purchase
    (s.50 (4), s.69 bis) in row 6."""
    is_ordered = certificate.income_th == WITHHOLDING_RULES["work_3"].income_th
    said = f"(ระบุ) {certificate.income_th} อัตราร้อยละ {certificate.rate_bp / 100:g}"
    ordered: list[Block] = [Text(_ORDERED, _SMALL)]
    if is_ordered:
        ordered.append(Text(said, _STRONG, most=3))
    other = Text(
        "6. อื่น ๆ (ระบุ) ...................................." if is_ordered else f"6. อื่น ๆ {said}", _BODY, most=3
    )
    paid = (format_date(certificate.paid_on), format_baht(certificate.base), format_baht(certificate.tax))
    nothing = ("", "", "")
    rows: list[Block] = [
        Row(_COLUMNS, [_column_head(column) for column in _COLUMNS], _BODY, line=BLACK, padding=3),
        *(_income(Text(text, _SMALL), nothing) for text in _INCOMES),
        _income(Stack(ordered), paid if is_ordered else nothing),
        _income(other, nothing if is_ordered else paid),
        _sum(certificate),
    ]
    return Frame(Stack(rows), padding=0, divides=_DIVIDES)


def _column_head(column: Column) -> Block:
    return Stack([Text(line, Style(8, "semibold", INK), "centre") for line in column.head.split("\n")])


def _income(said: Block, filled: Sequence[str]) -> Row:
    day, base, tax = filled
    cells = (said, Text(day, _BODY, "centre"), Figure(base, _BODY), Figure(tax, _BODY))
    return Row(_COLUMNS, cells, _BODY, padding=3, line="#B9B5AC")


def _sum(certificate: WithholdingCertificate) -> Row:
    cells = (
        Text("รวมเงินที่จ่ายและภาษีที่หักนำส่ง", _STRONG, "right"),
        "",
        Figure(format_baht(certificate.base), Style(10, "bold", INK)),
        Figure(format_baht(certificate.tax), Style(10, "bold", INK)),
    )
    return Row(_COLUMNS, cells, _BODY, padding=4, line=None)


def _payer(certificate: WithholdingCertificate) -> Iterator[Block]:
    words = Text(f"({baht_words(certificate.tax)})", Style(10, "semibold", INK))
    yield Columns((Text("รวมเงินภาษีที่หักนำส่ง (ตัวอักษร)", _STRONG), words), (150, 0))
    yield Rule(BLACK, 0.4, 6)
    yield Text(
        "เงินที่จ่ายเข้า กบข./กสจ./กองทุนสงเคราะห์ครูโรงเรียนเอกชน ..................บาท   "
        "กองทุนประกันสังคม ..................บาท   กองทุนสำรองเลี้ยงชีพ ..................บาท",
        _SMALL,
    )
    yield Rule(BLACK, 0.4, 6)
    marks = [(f"({number}) {text}", number == 1) for number, text in enumerate(_PAYER_PAYS, start=1)]
    yield Columns((Text("ผู้จ่ายเงิน", _STRONG), ticks(marks)), (60, 0))


def _signing(certificate: WithholdingCertificate) -> Block:
    warning = Stack((Text("คำเตือน", _STRONG), Text(_WARNING, _SMALL)))
    signing = Stack(
        (
            Text(_TRUE, Style(8, colour=INK, leading=1.5), "centre"),
            Gap(20),
            Text(
                "ลงชื่อ ........................................................................ ผู้จ่ายเงิน", _BODY, "centre"
            ),
            Text(f"({certificate.issued_by})" if certificate.issued_by else "", _BODY, "centre", most=1),
            Text(format_long(certificate.paid_on), _STRONG, "centre"),
            Text("(วัน เดือน ปี ที่ออกหนังสือรับรองฯ)", _TINY, "centre"),
            Text(f"ตามใบสำคัญจ่ายเลขที่ {certificate.voucher_no}", _TINY, "centre"),
        )
    )
    seal = Panel(
        Stack((Gap(8), *(Text(text, _TINY, "centre") for text in ("ประทับตรา", "นิติบุคคล", "(ถ้ามี)")), Gap(8))),
        border=BLACK,
        padding=4,
        radius=22,
    )
    return Frame(Columns((warning, signing, seal), (132, 0, 54), gap=8))
