"""The count sheet: all that has to be found, and nothing that tells how much of it."""

import pytest

from otop_pos.documents.count_sheet_pdf import count_sheet_pdf
from tests.documents.papers import shop, training_shop
from tests.documents.reading import letters_outside, page_texts, pages, squeezed, text
from tests.documents.statements import LONG_NAME, count


@pytest.mark.parametrize("language", ["th", "th-en"])
def test_it_is_blind(language: str) -> None:
    words = text(count_sheet_pdf(count(), shop(), language))  # type: ignore[arg-type]
    for number in ("7,431", "6,543", "8,642", "7431", "6543", "8642"):
        assert number not in words


def test_every_lot_is_there_below_its_maker() -> None:
    words = squeezed(count_sheet_pdf(count(12), shop()))
    for number in range(1, 13):
        assert f"ลายที่{number}" in words
    assert "ลายที่3บนชั้นชิ้น" in words
    assert "ลายที่5กักไว้ชิ้น" in words
    assert "นับประจำเดือนตุลาคมชั้นผ้า12ล็อต" in words
    assert words.index("กลุ่มทอผ้าบ้านตาล") < words.index("ลายที่3") < words.index("วิสาหกิจชุมชนหนองผึ้ง")
    assert "CM-CS690000002" in words


def test_a_long_count_repeats_its_heads() -> None:
    papers = page_texts(count_sheet_pdf(count(200), shop()))
    assert len(papers) > 5
    assert all("นับได้" in page and "CM-CS690000002" in page for page in papers)
    assert "ผู้นับ" in papers[-1]


def test_a_count_of_nothing_says_so() -> None:
    assert "ไม่มีล็อตให้นับ" in text(count_sheet_pdf(count(0), shop()))


def test_long_names_stay_on_the_page_and_training_says_so() -> None:
    pdf = count_sheet_pdf(count(3, name=LONG_NAME, started_by=LONG_NAME), training_shop(), "th-en")
    assert list(letters_outside(pdf)) == []
    assert "TRAINING" in text(pdf)
    assert pages(pdf) == 1


def test_the_same_count_is_the_same_file() -> None:
    assert count_sheet_pdf(count(), shop()) == count_sheet_pdf(count(), shop())
