"""The day on one page: every figure, in good days and bad."""

import pytest

from otop_pos.documents.daily_summary_pdf import daily_summary_pdf
from otop_pos.domain.report import DaySummary, Proof
from tests.documents.papers import HARD_THAI, HOSTILE, day, empty_day, huge_day, shop, till_session
from tests.documents.reading import letters_outside, metadata, pages, squeezed, text

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize("summary", [day(), empty_day(), huge_day()], ids=["day", "empty", "huge"])
def test_it_is_one_page_with_everything_on_it(summary: DaySummary) -> None:
    pdf = daily_summary_pdf(summary, shop())
    assert pages(pdf) == 1
    assert list(letters_outside(pdf)) == []


def test_the_figures_of_the_day_are_there() -> None:
    words = text(daily_summary_pdf(day(), shop()))
    for part in (
        "สรุปยอดขายประจำวัน",
        "22 กันยายน 2569",
        "86,412.00",
        "91,234.00",
        f"{MINUS}2,859.00",
        f"{MINUS}1,963.00",
        "143 · 604.27",
        "60,480.25",
        "20,084.40",
        "5,378.35",
        "พร้อมเพย์ (71) 45,120.00",
        "CM01 · Z12",
        "14,043.75",
        "469.00",
        "15,200",
        "38,920",
        "กลุ่มทอผ้าบ้านตาล",
        "น้ำผึ้งรวงดอกลำไย 500 กรัม",
        "ส่งสำนักงานใหญ่แล้ว",
    ):
        assert part in words


def test_what_is_missing_in_a_drawer_shows_its_sign() -> None:
    assert f"{MINUS}1.00" in text(daily_summary_pdf(day(), shop()))


def test_what_was_paid_in_and_out_stands_at_the_drawer() -> None:
    assert f"เงินเข้า 500.00 · เงินออก {MINUS}1,000.00" in text(daily_summary_pdf(day(), shop()))
    assert "เงินออก" not in text(daily_summary_pdf(day(paid_in=0, paid_out=0), shop())).replace("− เงินออก =", "")


def test_what_is_watched_stands_by_person_also_when_it_was_nobody() -> None:
    words = text(daily_summary_pdf(day(), shop()))
    assert "เปิดลิ้นชักโดยไม่ขาย พิมพ์ใจ 3, สมชาย 1 4" in words
    assert "แก้ราคา สมชาย 2 2" in words
    assert "ยกเลิกใบเสร็จ พิมพ์ใจ 1 1" in words
    assert "พิมพ์สำเนาใบเสร็จ 0" in words
    assert "ทิ้งบิลก่อนรับเงิน 0" in words


def test_proofs_are_named_and_a_broken_one_shows_both_sides() -> None:
    whole = text(daily_summary_pdf(day(), shop()))
    assert "ผลรวมรายการสินค้า = ผลรวมใบเสร็จ" in whole
    assert "≠" not in whole
    broken = text(daily_summary_pdf(day(proofs=(Proof("lines", 100, 101),)), shop()))
    assert "1.00 ≠ 1.01" in broken


def test_an_unknown_proof_is_shown_by_its_name() -> None:
    assert "moon" in text(daily_summary_pdf(day(proofs=(Proof("moon", 1, 1),)), shop()))


def test_a_day_without_sales_says_so() -> None:
    words = text(daily_summary_pdf(empty_day(), shop()))
    assert words.count("ยังไม่มีการขาย") == 3
    assert "ไม่มีรอบขาย" in words
    assert "ยังไม่ส่งสำนักงานใหญ่" in words


def test_a_till_still_open_has_no_count() -> None:
    opened = till_session(closed_at=None, closed_by="", cash_expected=None, cash_counted=None)
    assert "ยังไม่ปิด" in text(daily_summary_pdf(day(sessions=(opened,)), shop()))


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    from otop_pos.domain.report import Ranked

    pdf = daily_summary_pdf(day(top_producers=(Ranked("x", name, "", 100),)), shop())
    assert "".join(name.split()) in squeezed(pdf)


def test_the_same_day_is_the_same_file_to_the_byte() -> None:
    assert daily_summary_pdf(day(), shop()) == daily_summary_pdf(day(), shop())


def test_the_file_says_what_it_is_and_when_the_day_was_closed() -> None:
    about = metadata(daily_summary_pdf(day(), shop()))
    assert about["Title"] == "สรุปยอดขายประจำวัน 22 กันยายน 2569"
    assert about["CreationDate"].startswith("D:20260922183000+07")
