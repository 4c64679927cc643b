"""The customer's slip says what the law wants, and nothing it forbids."""

from dataclasses import replace

import pypdfium2
import pytest

from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.documents.sheet import MM
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.payment import CASH, Payment
from otop_pos.domain.vat import VatClass
from tests.documents.papers import COMPANY, HARD_THAI, HOSTILE, TOURIST, refund, sale, sale_line, shop, till, vat_shop
from tests.documents.reading import barcodes, letters_outside, metadata, pages, squeezed, text

LANGUAGES: tuple[PaperLanguage, ...] = ("th", "en", "th-en")
TAX_WORDS = ("ใบกำกับภาษี", "TAXINVOICE", "ภาษีมูลค่าเพิ่ม", "VAT")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shop_without_vat_never_speaks_of_it(language: PaperLanguage) -> None:
    words = squeezed(receipt_pdf(sale(), shop(), till(), language))
    assert "ใบเสร็จรับเงิน" in words
    assert "0994000617721" in words
    assert not [word for word in TAX_WORDS if word in words]


@pytest.mark.parametrize("width_mm", [80, 58])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_registered_shop_prints_an_abbreviated_tax_invoice(language: PaperLanguage, width_mm: int) -> None:
    words = squeezed(receipt_pdf(sale(vat_bp=700), vat_shop(), till(), language, width_mm=width_mm))
    for legal in (
        "ใบเสร็จรับเงิน/ใบกำกับภาษีอย่างย่อ",
        "TAXINVOICE(ABB)",
        "ราคารวมภาษีมูลค่าเพิ่มแล้ว(VATINCLUDED)",
        "0994000617721",
        "สำนักงานใหญ่",
        "POS#E001230001234",
        "CM01-1-690004512",
        "251.28",
    ):
        assert legal in words


def test_a_branch_is_named_by_its_number() -> None:
    words = text(receipt_pdf(sale(vat_bp=700), vat_shop(branch_no="00001"), till()))
    assert "สาขาที่ 00001" in words
    assert "สำนักงานใหญ่" not in words


def test_goods_of_an_agents_seller_get_a_plain_receipt_even_in_a_registered_shop() -> None:
    words = squeezed(receipt_pdf(sale(vat_bp=0), vat_shop(), till()))
    assert not [word for word in TAX_WORDS if word in words]


def test_exempt_goods_are_marked_beside_taxed_ones() -> None:
    lines = (sale_line(1), sale_line(2, name_th="ข้าวหอมมะลิ", vat_class=VatClass.EX81, unit_price=12000))
    words = text(receipt_pdf(sale(lines, vat_bp=700), vat_shop(), till()))
    assert words.count("(ไม่มี VAT)") == 1
    assert "มูลค่ายกเว้นภาษี" in words


def test_each_line_shows_quantity_price_discount_maker_and_lot() -> None:
    words = text(receipt_pdf(sale(), shop(), till()))
    for part in ("1 ชิ้น × 890.00", "ลด 89.00", "801.00", "2.50 ม. × 420.00", "กลุ่มทอผ้าบ้านตาล · ล็อต 20 01190 5"):
        assert part in words


def test_totals_tender_and_change_are_there() -> None:
    lines = text(receipt_pdf(sale(), shop(), till())).split("\n")
    for line in ("รวม 5 รายการ 3,930.00", "ส่วนลด –89.00", "เงินสด 4,000.00", "เงินทอน 159.00"):
        assert line.replace("–", "\N{MINUS SIGN}") in lines
    assert any(line.startswith("ยอดสุทธิ (บาท)") and line.endswith("3,841.00") for line in lines)


def test_cash_rounding_has_its_own_line() -> None:
    rounded = sale(rounding=-4, payments=(Payment(CASH, 384096, 400000),))
    lines = text(receipt_pdf(rounded, shop(), till())).split("\n")
    assert "ปัดเศษ \N{MINUS SIGN}0.04" in lines
    assert any(line.endswith("3,840.96") for line in lines)


def test_split_tenders_show_their_references() -> None:
    split = (Payment("promptpay", 300000, 300000, "0021231232121"), Payment(CASH, 84100, 100000))
    words = text(receipt_pdf(sale(payments=split), shop(), till()))
    for part in ("พร้อมเพย์ 3,000.00", "อ้างอิง 0021231232121", "เงินสด 1,000.00", "เงินทอน 159.00"):
        assert part in words


def test_the_date_is_buddhist_in_thai_and_common_in_english() -> None:
    assert "22/09/2569 14:35" in text(receipt_pdf(sale(), shop(), till(), "th"))
    english = text(receipt_pdf(sale(), shop(), till(), "en"))
    assert "22 Sep 2026 14:35" in english
    assert "2569" not in english
    assert "22/09/2569 14:35 (22 Sep 2026)" in text(receipt_pdf(sale(), shop(), till(), "th-en"))


def test_an_english_receipt_names_the_goods_in_english_where_it_can() -> None:
    words = text(receipt_pdf(sale(), shop(), till(), "en"))
    assert "Indigo hand-woven cotton shawl" in words
    assert "ผ้าคลุมไหล่" not in words
    assert "ชากุหลาบอินทรีย์ 80 กรัม" in words


def test_a_bilingual_receipt_names_the_goods_twice() -> None:
    words = text(receipt_pdf(sale(), shop(), till(), "th-en"))
    assert "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม" in words
    assert "Indigo hand-woven cotton shawl" in words


def test_only_a_copy_says_so_with_its_count() -> None:
    assert "สำเนา" not in text(receipt_pdf(sale(), shop(), till()))
    assert "สำเนา ครั้งที่ 2" in text(receipt_pdf(sale(), shop(), till(), copy_no=2))


@pytest.mark.parametrize("width_mm", [80, 58])
def test_the_receipt_number_scans(width_mm: int) -> None:
    for document in (sale(), refund(), sale(doc_no="CM01-12-699999999")):
        found = barcodes(receipt_pdf(document, shop(), till(), width_mm=width_mm))
        assert found == [("Code128", document.doc_no)]


def test_a_return_names_its_receipt_and_is_no_tax_invoice() -> None:
    words = text(receipt_pdf(refund(vat_bp=700), vat_shop(), till()))
    for part in ("ใบรับคืนสินค้าและคืนเงิน", "อ้างถึงใบเสร็จเลขที่ CM01-1-690004512", "สีตกเมื่อซักครั้งแรก", "คืนเป็นเงินสด 801.00"):
        assert part in words
    assert "ใบกำกับภาษี" not in words
    assert "ใบเสร็จรับเงิน" not in words


@pytest.mark.parametrize("width_mm", [80, 58])
def test_the_page_is_as_wide_as_the_roll_and_as_long_as_the_bill(width_mm: int) -> None:
    def size(count: int) -> tuple[float, float]:
        lines = tuple(sale_line(number) for number in range(1, count + 1))
        document = pypdfium2.PdfDocument(receipt_pdf(sale(lines), shop(), till(), width_mm=width_mm))
        return document[0].get_size()

    assert size(1)[0] == pytest.approx(width_mm * MM, abs=0.1)
    assert size(100)[1] > size(1)[1] + 99 * 20


def test_a_hundred_lines_are_all_there_on_one_page() -> None:
    lines = tuple(
        sale_line(number, lot_codes=(lot_code(number),), name_th=f"สินค้าที่ {number:03d}") for number in range(1, 101)
    )
    pdf = receipt_pdf(sale(lines), shop(), till())
    words = text(pdf)
    assert pages(pdf) == 1
    assert all(f"สินค้าที่ {number:03d}" in words for number in range(1, 101))
    assert list(letters_outside(pdf)) == []


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    lines = (sale_line(name_th=name, producer_name=name),)
    assert squeezed(receipt_pdf(sale(lines), shop(), till())).count("".join(name.split())) == 2


@pytest.mark.parametrize("width_mm", [80, 58])
@pytest.mark.parametrize(
    "name", ["ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม" * 10, "ก" * 300, "W" * 300, "ผ้าไหม 😀 中国 " * 20, "กี่" * 100]
)
def test_long_and_strange_names_stay_on_the_paper(name: str, width_mm: int) -> None:
    lines = (sale_line(name_th=name, name_en=name, producer_name=name, lot_codes=tuple(map(lot_code, range(1, 40)))),)
    big = replace(sale(lines), operator=name, net=99_999_999_99, gross=99_999_999_99)
    pdf = receipt_pdf(big, shop(name_th=name, address_th=name), till(), "th-en", width_mm=width_mm)
    assert "".join(name.split()) in squeezed(pdf)
    assert list(letters_outside(pdf)) == []


def test_the_same_bill_is_the_same_file_to_the_byte() -> None:
    first, second = (receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th-en", 1) for _ in range(2))
    assert first == second
    assert first != receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th-en", 2)


def test_the_file_says_what_it_is() -> None:
    about = metadata(receipt_pdf(sale(), shop(), till()))
    assert about["Title"] == "ใบเสร็จรับเงิน CM01-1-690004512"
    assert about["Author"] == "ศูนย์ OTOP Select เชียงใหม่"
    assert about["CreationDate"].startswith("D:20260922143500+07")


def test_every_font_is_in_the_file() -> None:
    pdf = receipt_pdf(sale(), shop(), till())
    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/CIDFontType2") > 0


@pytest.mark.parametrize("width_mm", [80, 58])
def test_a_company_stands_on_its_paper_with_tax_id_and_branch(width_mm: int) -> None:
    pdf = receipt_pdf(sale(vat_bp=700, customer=COMPANY), vat_shop(), till(), width_mm=width_mm)
    words = squeezed(pdf)
    for part in (COMPANY.name.replace(" ", ""), "0105536112014", "สาขาที่00001", "อ.เมืองเชียงใหม่", "053112233"):
        assert part in words
    assert list(letters_outside(pdf)) == []


@pytest.mark.parametrize(
    ("language", "passport"), [("th", "หนังสือเดินทาง"), ("en", "Passport"), ("th-en", "หนังสือเดินทางPassport")]
)
def test_a_tourist_is_named_with_the_passport(language: PaperLanguage, passport: str) -> None:
    words = squeezed(receipt_pdf(sale(customer=TOURIST), shop(), till(), language))
    assert f"{passport}C01X00T47" in words
    assert "Anna-MariaSchmidt" in words
    assert "Germany" in words


def test_the_head_office_of_a_customer_is_named_in_words() -> None:
    customer = replace(COMPANY, branch_no="00000")
    words = text(receipt_pdf(sale(customer=customer), shop(), till(), "en"))
    assert "Head office" in words
    assert "00000" not in words


@pytest.mark.parametrize("is_void", [False, True])
def test_the_paper_of_a_return_or_a_void_keeps_the_customer_out(is_void: bool) -> None:
    words = text(receipt_pdf(replace(refund(), customer=COMPANY, is_void=is_void), shop(), till()))
    assert "ลูกค้า" not in words
    assert "0105536112014" not in words


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE, "W" * 300])
def test_any_name_and_address_of_a_customer_stay_on_the_paper(name: str) -> None:
    customer = Customer(name, CustomerKind.COMPANY, f"{name} " * 4)
    assert list(letters_outside(receipt_pdf(sale(customer=customer), shop(), till(), width_mm=58))) == []
