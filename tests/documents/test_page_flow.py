"""Long papers: heads come again, totals are not orphans, nobody signs an empty page."""

import pytest

from otop_pos.documents.block import Gap, Text
from otop_pos.documents.page_flow import Report, Section
from otop_pos.documents.sheet import Imprint, Sheet, Style
from tests.documents.reading import page_texts

BODY = Style(10)


def words(text: str) -> Text:
    return Text(text, BODY)


def section(name: str, count: int) -> Section:
    rows = [words(f"{name} row {number}.") for number in range(1, count + 1)]
    return Section(rows, words(f"{name} title"), words(f"{name} head"), words(f"{name} total"))


def papers(*sections: Section) -> list[str]:
    sheet = Sheet(Imprint("", "", "en"))
    Report(words("opening"), words("running"), sections, words("signed"), "foot").draw(sheet)
    return page_texts(sheet.finish())


@pytest.mark.parametrize("count", range(40, 60))
def test_a_total_stands_with_its_last_row_and_a_title_with_its_first(count: int) -> None:
    for page in papers(section("A", count), section("B", 3)):
        for name, last in (("A", count), ("B", 3)):
            assert (f"{name} total" in page) == (f"{name} row {last}." in page)
            assert f"{name} title" not in page or f"{name} row" in page
            assert (f"{name} head" in page) == (f"{name} row" in page)


def test_every_page_but_the_first_has_the_running_head_and_its_number() -> None:
    pages = papers(section("A", 200))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"หน้า {number}/{len(pages)}" in page
        assert page.startswith("opening" if number == 1 else "running")
    assert pages[-1].count("signed") == 1
    assert "A row 200." in pages[-1]


def test_a_section_without_rows_still_has_its_total() -> None:
    assert papers(section("A", 0)) == ["opening\nA title\nA head\nA total\nsigned\nfoot หน้า 1/1"]


def test_what_is_taller_than_a_page_makes_no_empty_one() -> None:
    assert len(papers(Section((Gap(10_000),)))) == 2
