"""The statement: every figure to the satang, and words that a weaver understands."""

import time

import pytest

from otop_pos.documents.statement_pdf import statement_pdf
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.statement import Statement
from tests.documents.papers import HARD_THAI, HOSTILE, agreement, producer, shop, training_shop, vat_shop
from tests.documents.reading import letters_outside, metadata, page_texts, pages, picture, squeezed, text
from tests.documents.statements import (
    PHOTO,
    advice,
    cloth_share,
    entry,
    full_statement,
    huge_statement,
    jpeg,
    long_statement,
    lot_account,
    returned_statement,
    sold,
    statement,
)

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("bearer", "figures"),
    [
        (Bearer.CENTRE, "214.00 1,926.00 300.00 126.00 1,500.00"),
        (Bearer.SHARED, "214.00 1,926.00 450.00 126.00 1,350.00"),
        (Bearer.PRODUCER, "214.00 1,926.00 500.00 126.00 1,300.00"),
        (None, "– 2,140.00 500.00 140.00 1,500.00"),
    ],
)
def test_two_cloths_stand_there_as_they_were_sold(bearer: Bearer | None, figures: str) -> None:
    paper = statement_pdf(statement((sold(1, cloth_share(bearer)),)), vat_shop())
    for part in ("2,140.00", *figures.split()):
        assert part in text(paper)
    assert "2ชิ้น×1,070.00" in squeezed(paper)
    assert "CM01-1-690004512" in text(paper)
    assert f"รวม1รายการ2,140.00{figures.replace(' ', '').replace('–', '0.00')}" in squeezed(paper)


@pytest.mark.parametrize(
    ("bearer", "said"),
    [(Bearer.CENTRE, "ศูนย์รับเอง"), (Bearer.PRODUCER, "หักจากคุณ"), (Bearer.SHARED, "ศูนย์53.50คุณ160.50")],
)
def test_who_gave_up_the_discount_is_said(bearer: Bearer, said: str) -> None:
    assert said in squeezed(statement_pdf(statement((sold(1, cloth_share(bearer)),)), vat_shop()))


def test_a_piece_that_came_back_after_payout_leads_to_the_closing() -> None:
    words = squeezed(statement_pdf(returned_statement(), vat_shop()))
    assert "ศูนย์ค้างจ่ายคุณ1,250.00บาท(หนึ่งพันสองร้อยห้าสิบบาทถ้วน)" in words
    for row in (
        "ยกมา1,500.00จากใบCM-0042-S0006",
        "ขายได้2,000.00",
        f"รับคืน{MINUS}750.00",
        "อื่นๆ0.00",
        f"จ่ายแล้ว{MINUS}1,500.00",
        "ยกไป1,250.00ณสิ้นวัน30กันยายน2569",
        f"{MINUS}107.00ศูนย์รับเอง{MINUS}963.00{MINUS}150.00{MINUS}63.00{MINUS}750.00",
        "ใบคืนCM01-1-R690000012จากใบเสร็จCM01-1-690004512",
    ):
        assert row in words


def test_a_negative_closing_is_explained_in_one_sentence() -> None:
    words = squeezed(statement_pdf(returned_statement(has_new_sales=False), vat_shop()))
    assert f"ยอดติดลบยกไปหักงวดหน้า{MINUS}750.00บาท" in words
    said = "ลูกค้านำสินค้าที่ศูนย์จ่ายเงินให้คุณไปแล้วมาคืนยอด750.00บาทจึงยกไปหักจากยอดขายงวดหน้าคุณไม่ต้องจ่ายเงินคืน"
    assert said in words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"opening": -5_000}, "ยอดติดลบนี้ยกมาจากงวดก่อนศูนย์จะหัก50.00บาท"),
        ({"entries": (entry(EntryKind.FEE, 1, -5_000),)}, "งวดนี้มีรายการหักมากกว่ายอดขายยอด50.00บาท"),
        ({}, "งวดนี้ไม่มียอดค้างกัน"),
        ({"opening": 5_000, "is_on_hold": True}, "ยอดนี้พักไว้ก่อน"),
        ({"opening": 5_000, "agreement": agreement(min_payout=10_000)}, "ยอดยังไม่ถึง100.00บาท"),
        ({"opening": 5_000}, "ศูนย์จะจ่ายยอดนี้ให้คุณ"),
    ],
)
def test_what_happens_with_the_sum_is_said(changes: dict[str, object], said: str) -> None:
    assert said in squeezed(statement_pdf(statement(**changes), shop()))  # type: ignore[arg-type]


def test_every_field_is_on_the_paper() -> None:
    words = squeezed(statement_pdf(full_statement(), vat_shop()))
    for field in (
        "เลขที่CM-0042-S0007",
        "ออกเมื่อ1ตุลาคม2569·10:15น.",
        "กลุ่มทอผ้าบ้านตาล",
        "1–30กันยายน2569",
        "ข้อตกลงฝากขายเลขที่3/2569ฉบับที่2",
        "20011929",
        "ลงบัญชีหลังตัดยอดงวดก่อน",
        "ค่าถุงผ้าบรรจุภัณฑ์10ใบ",
        "123.45",
        "CM-LS690000003749.00",
        f"CM-WT690000002{MINUS}15.00",
        f"CM-PV690000004{MINUS}1,485.00",
        "รอพ้น7วันที่ลูกค้าคืนได้",
        "ยังพักไว้อีก1,500.00บาท(1รายการ)",
        "8126121–",  # opening, in, sold, returned, …
        "15ม.ค.70",
        "85%17/20",
        "12ชิ้น",
        "ยังพอขาย",
        "แจ้งศูนย์ได้ถึงวันที่16ตุลาคม2569",
        "(สมศักดิ์)",
        "ผู้ผลิตรับทราบ",
    ):
        assert field in words


def test_what_did_not_happen_is_said_too() -> None:
    words = squeezed(statement_pdf(statement(), shop()))
    assert "งวดนี้ไม่มี:การขาย·ลูกค้านำมาคืน·ค่าธรรมเนียมและรายการปรับ" in words
    assert pages(statement_pdf(statement(), shop())) == 1


def test_what_seldom_happens_to_stock_has_a_column_only_when_it_did() -> None:
    assert "บริจาค" not in text(statement_pdf(statement(lots=(lot_account(),)), shop()))
    words = squeezed(statement_pdf(statement(lots=(lot_account(donated=1000),)), shop()))
    assert "−หมดอายุ−บริจาค=เหลือ" in words


@pytest.mark.parametrize(
    ("days", "bring", "said"),
    [(59, 0, "ยังไม่ต้องนำมา"), (60, 0, "ลองคุยกับศูนย์เรื่องราคา"), (1, 6000, "6ชิ้น")],
)
def test_what_to_bring_depends_on_how_it_sells(days: int, bring: int, said: str) -> None:
    unsold = advice(sold=0, sell_through_bp=0, bring=bring)
    words = squeezed(statement_pdf(statement(lots=(lot_account(days_here=days),), advice=(unsold,)), shop()))
    assert said in words
    assert ("ลองคุยกับศูนย์" in words) == (said == "ลองคุยกับศูนย์เรื่องราคา")


def test_four_hundred_sales_flow_over_pages_quickly() -> None:
    value = long_statement(400)
    begun = time.process_time()
    papers = page_texts(statement_pdf(value, vat_shop(), {PHOTO: jpeg()}))
    assert time.process_time() - begun < 5
    assert len(papers) > 10
    for number, page in enumerate(papers, start=1):
        assert f"หน้า {number}/{len(papers)}" in page
        assert "CM-0042-S0007" in page
        assert "กลุ่มทอผ้าบ้านตาล" in page
    whole = "\n".join(papers)
    assert all(sale.doc_no in whole for sale in value.entries)
    assert "รวม 400 รายการ" in next(page for page in papers if "CM01-1-690004911" in page)


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_a_total_never_stands_alone(count: int) -> None:
    last = long_statement(count).entries[-1].doc_no
    assert last in next(page for page in page_texts(statement_pdf(long_statement(count), shop())) if "รวม " in page)


@pytest.mark.parametrize("value", [full_statement(), huge_statement(), statement()], ids=["full", "huge", "empty"])
@pytest.mark.parametrize("language", ["th", "th-en"])
def test_nothing_leaves_its_page(value: Statement, language: str) -> None:
    pdf = statement_pdf(value, vat_shop(), {PHOTO: jpeg()}, language)  # type: ignore[arg-type]
    assert list(letters_outside(pdf)) == []


def test_english_stands_beside_thai_where_it_is_asked_for() -> None:
    thai, both = (text(statement_pdf(full_statement(), shop(), language=each)) for each in ("th", "th-en"))
    for word in (
        "Brought forward",
        "Carried forward",
        "Longan honey 500 g",
        "Ban Tan weavers",
        "1 – 30 September 2026",
    ):
        assert word in both
        assert word not in thai
    assert "ยกมา" in both


def test_a_photograph_is_in_the_file_once_however_often_it_is_shown() -> None:
    photo = jpeg()
    pdf = statement_pdf(long_statement(50), shop(), {PHOTO: photo})
    assert pdf.count(photo) == 1
    assert picture(pdf, 1).tobytes() != picture(statement_pdf(long_statement(50), shop()), 1).tobytes()


def test_what_is_no_photograph_becomes_a_tile() -> None:
    value = statement((sold(1, cloth_share()),))
    assert statement_pdf(value, shop(), {PHOTO: b"GIF89a"}) == statement_pdf(value, shop())


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    value = statement((entry(EntryKind.FEE, 1, -100, remark=name),), producer=producer(name_th=name))
    assert squeezed(statement_pdf(value, shop())).count("".join(name.split())) >= 2


def test_a_statement_taken_back_and_a_draft_say_so_across_every_page() -> None:
    assert all("ยกเลิก" in page for page in page_texts(statement_pdf(full_statement(), shop(), is_reversed=True)))
    assert "ยกเลิก" not in text(statement_pdf(full_statement(), shop()))
    draft = page_texts(statement_pdf(statement(doc_no="", number=0), shop()))
    assert all("ร่าง" in page for page in draft)


def test_training_says_so_on_every_page() -> None:
    assert all("TRAINING" in page for page in page_texts(statement_pdf(full_statement(), training_shop())))


def test_the_same_statement_is_the_same_file_to_the_byte() -> None:
    photos = {PHOTO: jpeg()}
    first, second = (statement_pdf(full_statement(), shop(), photos, "th-en") for _time in range(2))
    assert first == second


def test_the_file_says_what_it_is() -> None:
    assert metadata(statement_pdf(statement(), shop()))["Title"] == "ใบสรุปยอดฝากขาย CM-0042-S0007"
