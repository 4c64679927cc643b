"""Sample values for papers: short to say, hard to print."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from otop_pos.domain.agreement import Agreement, AgreementRate, Rate, TaxMode
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.label import LotLabel
from otop_pos.domain.payment import CASH, EXCHANGE, Payment
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit, times
from otop_pos.domain.receiving import Grn, GrnLine
from otop_pos.domain.report import DaySummary, Proof, Ranked, TenderTotal
from otop_pos.domain.sale import DocumentType, Sale, SaleLine, VatTotal
from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import TOLD, EventKind, EventTotal
from otop_pos.domain.vat import VatClass, vat_inside

AT = datetime(2026, 9, 22, 7, 35, tzinfo=UTC)
TODAY = date(2026, 9, 22)
KEY = UUID("01990000-0000-7000-8000-000000000001")
HARD_THAI = (
    "กี่ ปั้น น้ำ ฐู ญู ผึ้ง",
    "ที่ปรุงน้ำพริก",
    "จำ ทำ ดำ ป้ำ ป๊ำ ป๋า ฟ้า ฝี่ ปี่",
    "ฤๅษี ฎุ ฏู ฬู่ ฟู่ ปู่ ญี่ปุ่น ฐาน",
    "เก้าอี้ไม้ไผ่ ก๊วยเตี๋ยว ศิลป์ พระสงฆ์",
    "เกียรติ์ ๑๒๓ ฯลฯ เก่าๆ ฿1,070.50",
    "Café Doi Tung ดอยตุง 250g fi ffl AVATAR To",
)
HOSTILE = (
    "</para><b>x",
    "&amp; &lt; <",
    "%PDF-1.7 (endobj) >> stream",
    "\\n \\) Tj ET",
)


def shop(**changes: object) -> Shop:
    fields: dict[str, object] = {
        "code": "CM",
        "name_th": "ศูนย์ OTOP Select เชียงใหม่",
        "name_en": "OTOP Select Chiang Mai",
        "legal_name": "บริษัท ประชารัฐรักสามัคคีเชียงใหม่ (วิสาหกิจเพื่อสังคม) จำกัด",
        "address_th": "99/1 หมู่ 4 ถ.เชียงใหม่-หางดง ต.ป่าแดด อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100",
        "address_en": "99/1 Moo 4, Chiang Mai–Hang Dong Rd., Pa Daet, Mueang, Chiang Mai 50100",
        "tax_id": "0994000617721",
        "phone": "053 112 233",
    }
    return Shop(**{**fields, **changes})  # type: ignore[arg-type]


def training_shop() -> Shop:
    return replace(vat_shop(), code="TCM", is_training=True)


def vat_shop(**changes: object) -> Shop:
    return shop(**{"vat_registered": True, **changes})


def till() -> Till:
    return Till("CM01", "หน้าร้าน", "E001230001234")


def sale_line(line_no: int = 1, **changes: object) -> SaleLine:
    fields: dict[str, object] = {
        "line_no": line_no,
        "sku": "TX-0001",
        "name_th": "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม",
        "name_en": "Indigo hand-woven cotton shawl",
        "producer_code": "CM-0042",
        "producer_name": "กลุ่มทอผ้าบ้านตาล",
        "lot_codes": (lot_code(1190),),
        "unit": Unit.PIECE,
        "qty": 1000,
        "unit_price": 89000,
        "discount": 0,
        "vat_class": VatClass.V7,
    }
    fields.update(changes)
    gross = times(fields["qty"], fields["unit_price"])  # type: ignore[arg-type]
    return SaleLine(**{"gross": gross, "net": gross - fields["discount"], **fields})  # type: ignore[arg-type,operator]


def basket_lines() -> tuple[SaleLine, ...]:
    """The bill of the drawings."""
    return (
        sale_line(1, discount=8900),
        sale_line(
            2,
            name_th="น้ำผึ้งรวง 500 กรัม",
            name_en="Wild honey on the comb 500 g",
            producer_name="วิสาหกิจชุมชนหนองผึ้ง",
            lot_codes=(lot_code(1186),),
            unit=Unit.BOTTLE,
            qty=3000,
            unit_price=18000,
        ),
        sale_line(
            3,
            name_th="แก้วกาแฟศิลาดลลายหงส์ในโคมพร้อมจานรอง",
            name_en="Celadon coffee cup, swan in lantern, with saucer",
            producer_name="ศิลาดลป่าป้อง",
            lot_codes=(lot_code(1110), lot_code(1184)),
            unit=Unit.SET,
            qty=2000,
            unit_price=65000,
        ),
        sale_line(
            4,
            name_th="ผ้าไหมมัดหมี่",
            name_en="Mudmee silk",
            producer_name="กลุ่มสตรีชนบท",
            lot_codes=(lot_code(1187),),
            unit=Unit.METRE,
            qty=2500,
            unit_price=42000,
        ),
        sale_line(
            5,
            name_th="ชากุหลาบอินทรีย์ 80 กรัม",
            name_en="",
            producer_name="ไร่ชาแม่นะ",
            lot_codes=(),
            unit_price=15000,
        ),
    )


COMPANY = Customer(
    "บริษัท ปั้นน้ำผึ้งของฝากเมืองเหนือ จำกัด",
    CustomerKind.COMPANY,
    "99/1 หมู่ 4 ถ.เชียงใหม่-หางดง ต.ป่าแดด อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100",
    tax_id="0105536112014",
    branch_no="00001",
    phone="053 112 233",
)
TOURIST = Customer("Anna-Maria Schmidt", CustomerKind.TOURIST, passport_no="C01X00T47", country="Germany")


def sale(lines: tuple[SaleLine, ...] | None = None, *, vat_bp: int = 0, **changes: object) -> Sale:
    """Paid in cash with the next thousand. `vat_bp` 700: the shop owes VAT on it."""
    lines = basket_lines() if lines is None else lines
    gross, net = sum(line.gross for line in lines), sum(line.net for line in lines)
    by_class: dict[VatClass, int] = {}
    for line in lines:
        by_class[line.vat_class] = by_class.get(line.vat_class, 0) + line.net
    vats = tuple(_vat_total(vat_class, amount, vat_bp) for vat_class, amount in sorted(by_class.items()))
    fields: dict[str, object] = {
        "id": KEY,
        "doc_type": DocumentType.SALE,
        "doc_no": "CM01-1-690004512",
        "till_code": "CM01",
        "business_date": TODAY,
        "finished_at": AT,
        "operator": "พิมพ์ใจ",
        "lines": lines,
        "payments": (Payment(CASH, net, net - net % -100000),),
        "vats": vats,
        "gross": gross,
        "discount": gross - net,
        "net": net,
        "vat": sum(each.vat for each in vats),
        "rounding": 0,
    }
    return Sale(**{**fields, **changes})  # type: ignore[arg-type]


def refund(*, vat_bp: int = 0) -> Sale:
    back = sale_line(1, qty=-1000, discount=-8900, ref_line_no=1)
    return sale(
        (back,),
        vat_bp=vat_bp,
        doc_type=DocumentType.REFUND,
        doc_no="CM01-1-R690000012",
        payments=(Payment(CASH, back.net, back.net),),
        refers_to="CM01-1-690004512",
        reason="สีตกเมื่อซักครั้งแรก",
    )


def void(*, vat_bp: int = 0) -> Sale:
    """The bill of the drawings, paid by PromptPay and cash, taken back whole."""
    back = tuple(
        sale_line(
            **{
                **{
                    field: getattr(line, field)
                    for field in SaleLine.__dataclass_fields__
                    if field not in ("gross", "net")
                },
                "qty": -line.qty,
                "discount": -line.discount,
                "ref_line_no": line.line_no,
            }
        )
        for line in basket_lines()
    )
    cash = sum(line.net for line in back) + 200000
    return sale(
        back,
        vat_bp=vat_bp,
        doc_type=DocumentType.REFUND,
        doc_no="CM01-1-R690000013",
        is_void=True,
        refers_to="CM01-1-690004512",
        reason="กดสินค้าผิด",
        payments=(Payment("promptpay", -200000, -200000, "014-ABC123"), Payment(CASH, cash, cash)),
    )


def exchange_papers(*, vat_bp: int = 0) -> tuple[Sale, Sale]:
    """A shawl of which 800.99 count goes back, and honey and silk for it; the coins of the old bill were rounded."""
    back = replace(
        refund(vat_bp=vat_bp),
        rounding=1,
        payments=(Payment(EXCHANGE, -80099, -80099, "CM01-1-690004513"), Payment(CASH, 0, 0)),
    )
    new = basket_lines()[3:4]
    due = sum(line.net for line in new) - 80099
    paid = (Payment(EXCHANGE, 80099, 80099, back.doc_no), Payment(CASH, due - 1, 30000))
    return back, sale(new, vat_bp=vat_bp, doc_no="CM01-1-690004513", payments=paid, rounding=-1)


def _vat_total(vat_class: VatClass, amount: int, vat_bp: int) -> VatTotal:
    rate = vat_bp if vat_class is VatClass.V7 else 0
    return VatTotal(vat_class, rate, amount, vat_inside(amount, rate))


def producer(**changes: object) -> Producer:
    fields: dict[str, object] = {
        "code": "CM-0042",
        "name_th": "กลุ่มทอผ้าบ้านตาล",
        "name_en": "Ban Tan weavers",
        "place": Place("501601", "บ้านตาล", "ฮอด", "เชียงใหม่", "Ban Tan", "Hot", "Chiang Mai", "50240"),
        "address": "88 หมู่ 3",
        "phone": "081 234 5678",
        "stars": 5,
        "id": 1,
    }
    return Producer(**{**fields, **changes})  # type: ignore[arg-type]


def agreement(**changes: object) -> Agreement:
    fields: dict[str, object] = {
        "producer_id": 1,
        "valid_from": date(2026, 1, 1),
        "rates": (AgreementRate(Rate(basis_points=2500)),),
        "version": 2,
        "tax_mode": TaxMode.FULL_PRICE,
    }
    return Agreement(**{**fields, **changes})  # type: ignore[arg-type]


def product(name_th: str, **changes: object) -> Product:
    fields: dict[str, object] = {
        "sku": "TX-0001",
        "name_th": name_th,
        "category": Category.CLOTH,
        "price": 89000,
        "standard": "มผช. 197/2557",
        "stars": 5,
        "id": 1,
    }
    return Product(**{**fields, **changes})  # type: ignore[arg-type]


def grn_line(line_no: int, goods: Product, accepted: int = 12000, rejected: int = 0, **changes: object) -> GrnLine:
    fields: dict[str, object] = {
        "line_no": line_no,
        "product": goods,
        "declared": accepted + rejected,
        "accepted": accepted,
        "rejected": rejected,
        "reject_reason": "ตะเข็บหลุด" if rejected else "",
        "batch": "",
        "made_on": None,
        "expires_on": None,
        "price": goods.price,
        "due_per_unit": goods.price * 7009 // 10000,
        "agreed_value": goods.price * 7 // 10,
        "lot_code": lot_code(1189 + line_no) if accepted else "",
    }
    return GrnLine(**{**fields, **changes})  # type: ignore[arg-type]


def grn(lines: tuple[GrnLine, ...] | None = None, **changes: object) -> Grn:
    fields: dict[str, object] = {
        "id": KEY,
        "doc_no": "CM-G690000042",
        "posted_at": AT,
        "business_date": TODAY,
        "received_by": "สมศักดิ์",
        "producer": producer(),
        "agreement": agreement(),
        "lines": delivery_lines() if lines is None else lines,
    }
    return Grn(**{**fields, **changes})  # type: ignore[arg-type]


def delivery_lines() -> tuple[GrnLine, ...]:
    """The delivery of the drawings."""
    soap = product("สบู่ครามสมุนไพร 80 กรัม", category=Category.HERB, price=6500, standard="จดแจ้ง 50-1-6300012345")
    return (
        grn_line(1, product("ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม")),
        grn_line(2, product("ย่ามฝ้ายลายขิด", price=35000), 18000, 2000),
        grn_line(3, product("ผ้าทอลายน้ำไหล", unit=Unit.METRE, price=42000), 25500, batch="ม้วนที่ 7"),
        grn_line(4, soap, 30000, batch="K-5", made_on=date(2026, 9, 1), expires_on=date(2027, 6, 30), agreed_value=0),
    )


def long_delivery(count: int) -> tuple[GrnLine, ...]:
    return tuple(
        grn_line(number, product(f"ผ้าทอลายที่ {number} สีครามธรรมชาติ ผืนใหญ่พิเศษ ปักมือทั้งผืน"), 1000 * number)
        for number in range(1, count + 1)
    )


def lot_label(number: int = 1190, **changes: object) -> LotLabel:
    fields: dict[str, object] = {
        "lot_code": lot_code(number),
        "name_th": "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม",
        "name_en": "Indigo hand-woven cotton shawl",
        "price": 89000,
        "producer_name": "กลุ่มทอผ้าบ้านตาล",
        "place": "ต.บ้านตาล อ.ฮอด",
        "stars": 5,
        "standard": "มผช. 197/2557",
    }
    return LotLabel(**{**fields, **changes})  # type: ignore[arg-type]


def mixed_labels(count: int) -> tuple[LotLabel, ...]:
    """A new lot on each label, goods in turn."""
    kinds: tuple[dict[str, object], ...] = (
        {},
        {
            "name_th": "น้ำผึ้งรวงดอกลำไย 500 กรัม",
            "name_en": "",
            "price": 18000,
            "producer_name": "วิสาหกิจชุมชนผู้เลี้ยงผึ้งหนองผึ้ง",
            "place": "ต.หนองผึ้ง อ.สารภี",
            "stars": 4,
            "made_on": date(2026, 9, 1),
            "expires_on": date(2027, 9, 1),
            "batch": "H-12",
            "standard": "อย. 50-2-00155-6-0001",
        },
        {
            "name_th": "แก้วกาแฟศิลาดลลายหงส์ในโคมพร้อมจานรองสีครามชุดของขวัญปีใหม่",
            "price": 12345650,
            "stars": 3,
            "batch": "C-2569/07",
        },
        {"name_th": "ผ้าไหมมัดหมี่", "unit": Unit.METRE, "price": 42000, "stars": 0, "standard": ""},
    )
    return tuple(lot_label(1000 + number, **kinds[number % 4]) for number in range(count))


def till_session(number: int = 12, **changes: object) -> TillSession:
    fields: dict[str, object] = {
        "id": number,
        "till_code": "CM01",
        "z_no": number,
        "business_date": TODAY,
        "opened_at": datetime(2026, 9, 22, 2, 0, tzinfo=UTC),
        "opened_by": "พิมพ์ใจ",
        "float_amount": 200000,
        "closed_at": datetime(2026, 9, 22, 11, 30, tzinfo=UTC),
        "closed_by": "พิมพ์ใจ",
        "cash_expected": 1404375,
        "cash_counted": 1404375,
    }
    return TillSession(**{**fields, **changes})  # type: ignore[arg-type]


def day(**changes: object) -> DaySummary:
    """The day of the drawings."""
    hours = (1800, 4200, 7600, 6300, 9100, 15200, 12800, 9400, 6700, 13312)
    fields: dict[str, object] = {
        "business_date": TODAY,
        "sessions": (
            till_session(),
            till_session(8, till_code="CM02", closed_by="สมชาย", cash_expected=512000, cash_counted=511900),
        ),
        "gross": 9123400,
        "discounts": 285900,
        "refunds": -196300,
        "net": 8641200,
        "rounding": -75,
        "vats": (VatTotal(VatClass.EX81, 0, 420000, 0), VatTotal(VatClass.V7, 700, 8221200, 537835)),
        "vat": 537835,
        "tenders": (
            TenderTotal("promptpay", 71, 4512000),
            TenderTotal("cash", 58, 2629125),
            TenderTotal("card", 14, 1500000),
        ),
        "receipt_count": 143,
        "refund_count": 3,
        "commission": 2008440,
        "due": 6048025,
        "fee": 0,
        "awaiting_lot": 46900,
        "by_hour": tuple((9 + index, baht * 100) for index, baht in enumerate(hours)),
        "by_category": (
            Ranked("cloth", "ผ้า/เครื่องแต่งกาย", "Cloth and clothing", 3892000),
            Ranked("craft", "ของใช้/ของตกแต่ง/ของที่ระลึก", "Household, decoration, souvenirs", 2087000),
            Ranked("food", "อาหาร", "Food", 1594000),
            Ranked("drink", "เครื่องดื่ม", "Drinks", 647000),
            Ranked("herb", "สมุนไพรไม่ใช่อาหาร", "Herbs, not food", 421200),
        ),
        "top_producers": (
            Ranked("CM-0042", "กลุ่มทอผ้าบ้านตาล", "Ban Tan weavers", 1520000),
            Ranked("CM-0007", "ศิลาดลป่าป้อง", "", 1180000),
            Ranked("CM-0011", "วิสาหกิจชุมชนผู้เลี้ยงผึ้งและแปรรูปผลิตผลทางการเกษตรหนองผึ้ง", "", 744000),
            Ranked("CM-0003", "ไร่ชาแม่นะ", "", 610050),
            Ranked("CM-0020", "กลุ่มสตรีชนบท", "", 588000),
        ),
        "top_products": (
            Ranked("1", "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม", "", 979000, 11000),
            Ranked("2", "แก้วกาแฟศิลาดลลายหงส์ในโคมพร้อมจานรอง", "", 780000, 12000),
            Ranked("3", "น้ำผึ้งรวงดอกลำไย 500 กรัม", "", 540000, 30000),
            Ranked("4", "ผ้าไหมมัดหมี่", "", 525000, 12500),
            Ranked("5", "ชากุหลาบอินทรีย์ 80 กรัม", "", 300000, 20000),
        ),
        "expiring_lots": 4,
        "open_exceptions": 1,
        "is_sent": True,
        "proofs": (
            Proof("lines", 8641200, 8641200),
            Proof("tenders", 8641200, 8641200),
            Proof("shares", 8641200, 8641200),
            Proof("drawer", 1916375, 1916375),
        ),
        "paid_in": 50_000,
        "paid_out": -100_000,
        "events": (
            EventTotal(EventKind.NO_SALE, "พิมพ์ใจ", 3, 0),
            EventTotal(EventKind.NO_SALE, "สมชาย", 1, 0),
            EventTotal(EventKind.PRICE, "สมชาย", 2, -12_000),
            EventTotal(EventKind.VOID, "พิมพ์ใจ", 1, -18_000),
            EventTotal(EventKind.X, "สมชาย", 9, 0),
        ),
    }
    return DaySummary(**{**fields, **changes})  # type: ignore[arg-type]


def empty_day() -> DaySummary:
    zeros = dict.fromkeys(
        ("gross", "discounts", "refunds", "net", "rounding", "vat", "receipt_count", "refund_count", "commission"), 0
    )
    nothing = dict.fromkeys(("vats", "tenders", "by_hour", "top_producers", "top_products", "sessions", "events"), ())
    categories = tuple(Ranked(each.key, each.name_th, each.name_en, 0) for each in day().by_category)
    proofs = tuple(Proof(each.name, 0, 0) for each in day().proofs)
    rest = {
        "paid_in": 0,
        "paid_out": 0,
        "due": 0,
        "awaiting_lot": 0,
        "expiring_lots": 0,
        "open_exceptions": 0,
        "is_sent": False,
    }
    return day(**zeros, **nothing, **rest, by_category=categories, proofs=proofs)


def huge_day() -> DaySummary:
    """Every list full, every figure as wide as money gets, a till open, a proof broken."""
    most = 99_999_999_99
    tills = [till_session(number, cash_expected=most, cash_counted=most - 12345678) for number in range(9997, 10003)]
    opened = till_session(10003, closed_at=None, closed_by="", cash_expected=None, cash_counted=None)
    name = "วิสาหกิจชุมชนกลุ่มแปรรูปผลิตภัณฑ์ทางการเกษตรและหัตถกรรมพื้นบ้านแม่บ้านเกษตรกรบ้านหนองผึ้งเหนือ"
    ranks = tuple(Ranked(str(number), name, "", most, 99_999_000) for number in range(5))
    return day(
        sessions=(opened, *tills),
        gross=most,
        discounts=most // 2,
        refunds=-most,
        net=most,
        due=most,
        commission=most,
        fee=most,
        awaiting_lot=most,
        receipt_count=99_999,
        by_hour=tuple((hour, most // (hour + 1)) for hour in range(24)),
        tenders=tuple(TenderTotal(method, 99_999, most) for method in ("cash", "promptpay", "card", "transfer")),
        vats=tuple(VatTotal(each, 700 if each is VatClass.V7 else 0, most, most // 15) for each in VatClass),
        top_producers=ranks,
        top_products=ranks,
        proofs=(*day().proofs[:3], Proof("drawer", most, most - 1)),
        paid_in=most,
        paid_out=-most,
        events=tuple(EventTotal(kind, name, 9_999, most) for kind in TOLD for _person in range(3)),
    )
