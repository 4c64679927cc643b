"""The certificate of tax withheld: the law's words, two copies, the income in its row."""

import pytest

from otop_pos.documents.withholding_pdf import withholding_pdf
from tests.documents.papers import producer, shop, training_shop
from tests.documents.reading import letters_outside, metadata, page_texts, squeezed, text
from tests.documents.statements import LONG_NAME, MOST, certificate

WORK = {"income_th": "ค่าจ้างทำของ", "rate_bp": 300, "form": "ภ.ง.ด.3"}


def one_copy(**changes: object) -> str:
    return "".join(page_texts(withholding_pdf(certificate(**changes), shop()))[0].split())


def test_there_are_two_copies_that_differ_in_nothing_else() -> None:
    first, second = page_texts(withholding_pdf(certificate(), shop()))
    assert first.startswith("ฉบับที่ 1 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย ใช้แนบพร้อมกับแบบแสดงรายการภาษี)")
    assert second.startswith("ฉบับที่ 2 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย เก็บไว้เป็นหลักฐาน)")
    assert first.split("\n")[1:] == second.split("\n")[1:]


def test_the_words_of_the_form_are_there() -> None:
    words = one_copy()
    for part in (
        "หนังสือรับรองการหักภาษีณที่จ่าย",
        "ตามมาตรา50ทวิแห่งประมวลรัษฎากร",
        "เลขที่CM-WT690000002",
        "ผู้มีหน้าที่หักภาษีณที่จ่าย",
        "ผู้ถูกหักภาษีณที่จ่าย",
        "เลขประจำตัวผู้เสียภาษีอากร(13หลัก)*",
        "(1)ภ.ง.ด.1ก",
        "(7)ภ.ง.ด.53",
        "ตามคำสั่งกรมสรรพากรที่ออกตามมาตรา3เตรส",
        "รวมเงินที่จ่ายและภาษีที่หักนำส่ง",
        "รวมเงินภาษีที่หักนำส่ง(ตัวอักษร)",
        "(1)หักณที่จ่าย",
        "ต้องรับโทษทางอาญาตามมาตรา35แห่งประมวลรัษฎากร",
        "ขอรับรองว่าข้อความและตัวเลขดังกล่าวข้างต้นถูกต้องตรงกับความจริงทุกประการ",
        "(วันเดือนปีที่ออกหนังสือรับรองฯ)",
    ):
        assert part in words, part


def test_what_was_paid_and_withheld_is_filled_in() -> None:
    words = one_copy()
    assert "บริษัทประชารัฐรักสามัคคีเชียงใหม่(วิสาหกิจเพื่อสังคม)จำกัด" in words
    assert "88หมู่3ต.บ้านตาลอ.ฮอดจ.เชียงใหม่50240" in words
    assert "0994000617721" in words
    assert "0105536112014" in words
    assert "6.อื่นๆ(ระบุ)ค่าซื้อสินค้าอัตราร้อยละ102/10/256912,500.00125.00" in words
    assert "(หนึ่งร้อยยี่สิบห้าบาทถ้วน)" in words
    assert "2ตุลาคม2569" in words
    assert "ตามใบสำคัญจ่ายเลขที่CM-PV690000011" in words


def test_work_that_an_order_taxes_stands_in_the_row_of_the_orders() -> None:
    words = one_copy(**WORK)
    assert words.index("3เตรส") < words.index("(ระบุ)ค่าจ้างทำของอัตราร้อยละ3") < words.index("6.อื่นๆ")
    assert "12,500.00" in words[: words.index("6.อื่นๆ")]


def test_a_payee_without_a_number_gets_empty_boxes() -> None:
    assert "0105536112014" not in one_copy(producer=producer(tax_id=""))
    assert "12345" in one_copy(producer=producer(tax_id="12345"))


@pytest.mark.parametrize("changes", [{}, WORK], ids=["purchase", "work"])
def test_it_is_two_pages_however_long_the_names(changes: dict[str, object]) -> None:
    payee = producer(name_th=LONG_NAME, address=LONG_NAME * 2)
    pdf = withholding_pdf(
        certificate(**changes, producer=payee, base=MOST, tax=MOST, issued_by=LONG_NAME),
        shop(legal_name=LONG_NAME, address_th=LONG_NAME),
    )
    assert len(page_texts(pdf)) == 2
    assert list(letters_outside(pdf)) == []


def test_one_whose_payment_was_taken_back_says_so_on_both_copies() -> None:
    assert all("ยกเลิก" in page for page in page_texts(withholding_pdf(certificate(), shop(), is_reversed=True)))
    assert "ยกเลิก" not in text(withholding_pdf(certificate(), shop()))


def test_training_says_so_and_the_same_certificate_is_the_same_file() -> None:
    assert all("TRAINING" in page for page in page_texts(withholding_pdf(certificate(), training_shop())))
    assert withholding_pdf(certificate(), shop()) == withholding_pdf(certificate(), shop())
    assert metadata(withholding_pdf(certificate(), shop()))["Title"].endswith("CM-WT690000002")
    assert "TRAINING" not in text(withholding_pdf(certificate(), shop()))
    assert "ค่าซื้อสินค้า" in squeezed(withholding_pdf(certificate(), shop()))
