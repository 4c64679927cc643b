"""A report in a spreadsheet, opened again: numbers are numbers, days are days, texts are never formulas."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from otop_pos.domain.listing import Listing
from otop_pos.sync.listing_xlsx import HEAD_ROW, listing_xlsx
from tests.documents.listings import READ_AT, empty, long, months, ranking, wide
from tests.documents.papers import shop


def opened(listing: Listing, language: str = "th") -> Any:
    return load_workbook(io.BytesIO(listing_xlsx(listing, shop(), READ_AT, language)))


def test_a_report_is_found_again_with_its_types() -> None:
    sheet = opened(wide())["กว้าง"]
    first = [sheet.cell(HEAD_ROW + 1, number) for number in range(1, 10)]
    values = [cell.value.date() if isinstance(cell.value, datetime) else cell.value for cell in first]
    assert values == [
        "ผ้าไหมมัดหมี่ย้อมคราม",
        "=1+1",
        date(2026, 9, 22),
        2.5,
        7,
        None,
        1_070,
        -0.05,
        123_456_789,
    ]
    assert [cell.data_type for cell in first] == ["s", "s", "d", "n", "n", "n", "n", "n", "n"]
    assert first[6].number_format == "#,##0.00"
    assert first[3].number_format == "#,##0.00#"


@pytest.mark.parametrize("text", ["=1+1", "+66 81 234 5678", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_a_text_is_never_a_formula(text: str) -> None:
    data = listing_xlsx(ranking(text, "ข"), shop(), READ_AT)
    sheet = load_workbook(io.BytesIO(data)).active
    cell = sheet.cell(HEAD_ROW + 1, 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


def test_the_head_stays_in_sight_and_can_be_filtered() -> None:
    sheet = opened(ranking()).active
    assert sheet.freeze_panes == f"B{HEAD_ROW + 1}"
    assert sheet.auto_filter.ref == f"A{HEAD_ROW}:C{HEAD_ROW + 3}"
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert [sheet.cell(HEAD_ROW, number).value for number in (1, 2, 3)] == ["ผู้ผลิต", "ยอดขายสุทธิ", "สัดส่วน"]
    assert all(9 <= sheet.column_dimensions[letter].width <= 48 for letter in "ABC")


def test_name_time_sum_and_notes_stand_around_the_rows() -> None:
    sheet = opened(ranking(), "en").active
    assert sheet.title == "Top producers"
    assert "September 2026" in sheet.cell(2, 1).value
    total = [sheet.cell(HEAD_ROW + 4, number).value for number in (1, 2, 3)]
    assert total == ["Total", 27_001.5, None]
    assert sum(sheet.cell(row, 2).value for row in range(HEAD_ROW + 1, HEAD_ROW + 4)) == 27_001.5
    assert sheet.cell(HEAD_ROW + 6, 1).value == "Returns are taken off."


def test_days_are_shown_in_the_buddhist_era_to_thai_readers_only() -> None:
    for language, mark in (("th", "107041E"), ("en", "d mmm yyyy")):
        assert mark in opened(wide(), language).active.cell(HEAD_ROW + 1, 3).number_format


def test_an_empty_report_has_its_head() -> None:
    sheet = opened(empty()).active
    assert sheet.max_row == HEAD_ROW


def test_a_long_report_is_whole() -> None:
    sheet = opened(long(5_000)).active
    assert sheet.cell(HEAD_ROW + 5_000, 1).value == "ผู้ผลิตรายที่ 4999"


def test_a_satang_is_not_lost_on_the_way() -> None:
    data = listing_xlsx(ranking(), shop(), READ_AT)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        cells = re.findall(rb"<v>([^<]*)</v>", file.read("xl/worksheets/sheet1.xml"))
    assert b"10000.5" in cells
    assert b"0.3333" in cells


def test_the_name_of_the_sheet_can_be_one() -> None:
    title = months()
    assert opened(title).active.title == "มาตรวัด"
    assert date(2026, 9, 30) == title.on
