"""The slip of X and Z: every figure of the session, and on a blind one not what must still be counted."""

import pytest

from otop_pos.documents.till_event_name import EVENT_NAMES, MOVEMENT_NAMES
from otop_pos.documents.till_report_pdf import till_report_pdf
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.report import Proof
from otop_pos.domain.till_event import TOLD, EventKind, EventTotal
from otop_pos.domain.till_report import TillReport
from tests.documents.papers import HARD_THAI, HOSTILE, till, till_session, vat_shop
from tests.documents.reading import letters_outside, metadata, pages, squeezed, text
from tests.documents.till_reports import empty_z, huge_z, x_report, z_report

MINUS = "\N{MINUS SIGN}"


def slip(report: TillReport, language: str = "th") -> str:
    return text(till_report_pdf(report, vat_shop(), till(), language))  # type: ignore[arg-type]


@pytest.mark.parametrize("report", [z_report(), x_report(), empty_z(), huge_z()], ids=["z", "x", "empty", "huge"])
@pytest.mark.parametrize("language", ["th", "en", "th-en"])
@pytest.mark.parametrize("width", [80, 58])
def test_it_is_one_strip_with_everything_on_it(report: TillReport, language: str, width: int) -> None:
    pdf = till_report_pdf(report, vat_shop(), till(), language, width)  # type: ignore[arg-type]
    assert pages(pdf) == 1
    assert list(letters_outside(pdf)) == []


def test_a_z_says_which_it_is_and_whose() -> None:
    words = slip(z_report())
    for part in ("รายงาน Z เลขที่ 12", "เครื่อง CM01", "POS# E001230001234", "22 กันยายน 2569", "22/09/2569 18:30"):
        assert part in words


def test_the_figures_of_the_drawer_can_be_added_up() -> None:
    """2,000.00 + 12,543.75 − 500.00 = 14,043.75; 8.50 are missing."""
    words = slip(z_report())
    for part in ("2,000.00", "12,543.75", f"{MINUS}500.00", "14,043.75", "14,035.25", f"ขาด {MINUS}8.50"):
        assert part in words


@pytest.mark.parametrize(("off", "word"), [(0, "ตรง"), (100, "เกิน"), (-100, "ขาด")])
def test_a_difference_is_said_in_a_word_too(off: int, word: str) -> None:
    session = till_session(cash_counted=1_404_375 + off)
    assert f"ผลต่าง · {word}" in slip(z_report(session=session))


def test_what_people_did_stands_by_person() -> None:
    words = slip(z_report())
    assert f"แก้ราคา\nพิมพ์ใจ 2 ครั้ง · {MINUS}120.00\nสมชาย 1 ครั้ง · {MINUS}50.00" in words
    assert "เปิดลิ้นชักโดยไม่ขาย\nพิมพ์ใจ 3 ครั้ง\n" in words


def test_an_x_closes_nothing_and_says_so() -> None:
    words = slip(x_report())
    assert "รายงาน X (ระหว่างวัน)" in words
    assert "นับได้" not in words
    assert "ผู้จัดการ" not in words
    assert "14,043.75" in words


def test_a_blind_x_does_not_say_what_should_be_in_the_drawer() -> None:
    words = slip(x_report(is_blind=True))
    assert "14,043.75" not in words
    assert "2,000.00" not in words
    assert "หลังนับเงินปิดรอบ" in words


def test_a_copy_says_which_one_it_is() -> None:
    assert "สำเนา ครั้งที่ 2" in slip(z_report(copy_no=2))
    assert "สำเนา" not in slip(z_report()).replace("สำเนาใบเสร็จ", "")


def test_a_report_of_training_says_so() -> None:
    assert "TRAINING" in text(till_report_pdf(z_report(), vat_shop(is_training=True), till()))
    assert "TRAINING" not in slip(z_report())


def test_a_broken_proof_shows_both_sides() -> None:
    assert "≠" not in slip(z_report())
    assert "1.00 ≠ 1.01" in slip(z_report(proofs=(Proof("lines", 100, 101),)))
    assert "moon" in slip(z_report(proofs=(Proof("moon", 1, 1),)))


def test_a_session_without_a_sale_has_no_receipt_numbers() -> None:
    words = slip(empty_z())
    assert "ใบเสร็จ 0 ใบ" in words
    assert "CM01-1" not in words


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    pdf = till_report_pdf(z_report(events=(EventTotal(EventKind.VOID, name, 1, 1),)), vat_shop(), till())
    assert "".join(name.split()) in squeezed(pdf)


def test_everything_told_and_every_movement_has_its_words() -> None:
    assert set(TOLD) == set(EVENT_NAMES)
    assert set(CashKind) == set(MOVEMENT_NAMES)


def test_the_file_says_what_it_is() -> None:
    about = metadata(till_report_pdf(z_report(), vat_shop(), till()))
    assert about["Title"] == "รายงาน Z เลขที่ 12 CM01"


def test_the_same_report_is_the_same_file_to_the_byte() -> None:
    assert till_report_pdf(z_report(), vat_shop(), till()) == till_report_pdf(z_report(), vat_shop(), till())
