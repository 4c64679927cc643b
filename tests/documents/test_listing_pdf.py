"""A report on paper: every row and sum, on pages that are numbered, in either language."""

import pypdfium2
import pytest

from otop_pos.documents import listing_pdf as module
from otop_pos.documents.listing_pdf import listing_pdf
from otop_pos.domain.listing import Listing
from tests.documents.listings import READ_AT, empty, long, months, ranking, wide
from tests.documents.papers import HARD_THAI, HOSTILE, shop, training_shop
from tests.documents.reading import letters_outside, metadata, page_texts, pages, squeezed, text


def paper(listing: Listing, language: str = "th") -> bytes:
    return listing_pdf(listing, shop(), READ_AT, language)  # type: ignore[arg-type]


@pytest.mark.parametrize("listing", [ranking(), wide(), months(), empty(), long(80)], ids=lambda each: each.key)
@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_leaves_the_page(listing: Listing, language: str) -> None:
    assert list(letters_outside(paper(listing, language))) == []


def test_figures_time_and_totals_are_there() -> None:
    words = text(paper(ranking()))
    for part in (
        "ผู้ผลิตขายดี",
        "กันยายน 2569",
        "22/09/2569 18:30",
        "10,000.50",
        "33.3%",
        "27,001.50",
        "หักของคืนแล้ว",
        "หน้า 1/1",
    ):
        assert part in words
    english = text(paper(ranking(), "en"))
    for part in ("Top producers", "September 2026", "22 Sep 2026 18:30", "Total", "Returns are taken off.", "Page 1/1"):
        assert part in english


def test_a_table_with_many_columns_lies() -> None:
    upright, lying = (pypdfium2.PdfDocument(paper(each))[0].get_size() for each in (ranking(), wide()))
    assert upright[0] < upright[1]
    assert lying[0] > lying[1]
    assert lying == upright[::-1]


def test_every_page_of_a_long_list_has_its_head_and_number_and_the_last_the_sum() -> None:
    texts = page_texts(paper(long(120)))
    assert len(texts) > 2
    for number, words in enumerate(texts, start=1):
        assert f"หน้า {number}/{len(texts)}" in words
        assert "ยอดขายสุทธิ" in words
        assert "ผู้ผลิตรายที่" in words
    assert ["รวม" in words for words in texts] == [False] * (len(texts) - 1) + [True]
    listed = "".join(texts)
    assert all(f"ผู้ผลิตรายที่ {number}" in listed for number in range(120))


def test_the_sum_never_stands_alone_on_a_page() -> None:
    for count in range(30, 62):
        last = page_texts(paper(long(count)))[-1]
        assert "ผู้ผลิตรายที่" in last, count


def test_what_is_too_long_for_paper_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 50)
    words = text(paper(long(1_250)))
    assert "และอีก 1,200 แถว" in words
    assert pages(paper(long(1_250))) == pages(paper(long(50)))


def test_an_empty_report_says_so_and_has_no_table() -> None:
    words = text(paper(empty()))
    assert "ไม่มีข้อมูลในช่วงเวลานี้" in words
    assert "สัดส่วน" not in words


def test_a_meter_says_how_far_it_is() -> None:
    assert "45,000.00 / 1,800,000.00 · 2.5%" in text(paper(months()))


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    assert "".join(name.split())[:20] in squeezed(paper(ranking(name, "ข", "ค")))


def test_the_same_report_is_the_same_file_and_says_what_it_is() -> None:
    assert paper(ranking()) == paper(ranking())
    about = metadata(paper(ranking()))
    assert about["Title"] == "ผู้ผลิตขายดี กันยายน 2569"


def test_a_report_of_practice_is_marked() -> None:
    assert "TRAINING" in text(listing_pdf(ranking(), training_shop(), READ_AT))
