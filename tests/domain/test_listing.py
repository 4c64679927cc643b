"""A report as a value: its shares, sums, order and texts."""

from datetime import date

import pytest

from otop_pos.domain.listing import Cell, Heading, Kind, Listing, Meter, Words, share_of, sorted_rows, sum_row
from otop_pos.domain.listing_text import cell_text, period_text
from otop_pos.domain.period import Period

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (1, 3, 3_333),
        (2, 3, 6_667),
        (1, 8, 1_250),
        (-1, 3, -3_333),
        (5, 0, None),
        (5, -1, None),
        (0, 5, 0),
        (7, 5, 14_000),
    ],
)
def test_a_share_is_rounded_half_up_and_nothing_has_none(part: int, whole: int, share: int | None) -> None:
    assert share_of(part, whole) == share


def test_money_and_counts_are_added_up_and_the_rest_is_not() -> None:
    headings = tuple(Heading(Words("x"), kind) for kind in (Kind.TEXT, *Kind))
    rows = [("a", "b", 100, 2_000, 3, 500, None), ("c", "d", -30, 1_000, 4, 500, date(2026, 1, 1))]
    assert sum_row(headings, rows, Words("รวม")) == (Words("รวม"), None, 70, None, 7, None, None)


def test_rows_are_sorted_by_what_is_read_and_silence_comes_last() -> None:
    rows: list[tuple[Cell, ...]] = [(Words("ข", "a"), 2), (Words("ก", "b"), None), (Words("ค", "C"), 10)]
    first = [row[0] for row in sorted_rows(rows, 0, "th", falls=False)]
    assert first == [Words("ก", "b"), Words("ข", "a"), Words("ค", "C")]
    assert [row[0] for row in sorted_rows(rows, 0, "en", falls=True)] == [rows[2][0], rows[1][0], rows[0][0]]
    for falls, order in ((True, [10, 2, None]), (False, [2, 10, None])):
        assert [row[1] for row in sorted_rows(rows, 1, "th", falls=falls)] == order


@pytest.mark.parametrize(
    ("cell", "kind", "thai", "english"),
    [
        (107_050, Kind.MONEY, "1,070.50", "1,070.50"),
        (-5, Kind.MONEY, f"{MINUS}0.05", f"{MINUS}0.05"),
        (2_500, Kind.QUANTITY, "2.50", "2.50"),
        (20_000, Kind.QUANTITY, "20", "20"),
        (3_333, Kind.PERCENT, "33.3%", "33.3%"),
        (-10_000, Kind.PERCENT, f"{MINUS}100.0%", f"{MINUS}100.0%"),
        (1_234, Kind.COUNT, "1,234", "1,234"),
        (date(2026, 9, 22), Kind.DATE, "22 ก.ย. 69", "22 Sep 2026"),
        (Words("ผ้า", "Cloth"), Kind.TEXT, "ผ้า", "Cloth"),
        (Words("ผ้า"), Kind.TEXT, "ผ้า", "ผ้า"),
        ("CM-0001", Kind.TEXT, "CM-0001", "CM-0001"),
        (None, Kind.MONEY, "–", "–"),
        (None, Kind.TEXT, "", ""),
    ],
)
def test_cells_are_written_as_people_read_them(cell: Cell, kind: Kind, thai: str, english: str) -> None:
    assert (cell_text(cell, kind, "th"), cell_text(cell, kind, "en")) == (thai, english)


@pytest.mark.parametrize(
    ("period", "thai", "english"),
    [
        (Period(date(2026, 11, 1), date(2026, 11, 30)), "พฤศจิกายน 2569", "November 2026"),
        (Period(date(2026, 1, 1), date(2026, 12, 31)), "ปี 2569", "2026"),
        (Period(date(2026, 11, 1), date(2026, 11, 1)), "1 พ.ย. 69", "1 Nov 2026"),
        (Period(date(2026, 9, 25), date(2026, 11, 1)), "25 ก.ย. 69 – 1 พ.ย. 69", "25 Sep 2026 – 1 Nov 2026"),
        (None, "ณ วันที่ 22 พฤศจิกายน 2569", "as of 22 November 2026"),
    ],
)
def test_the_time_of_a_report_is_said_shortly(period: Period | None, thai: str, english: str) -> None:
    listing = Listing("x", Words("x"), date(2026, 11, 22), (), (), period)
    assert (period_text(listing, "th"), period_text(listing, "en")) == (thai, english)


def test_a_meter_goes_beyond_its_limit() -> None:
    assert Meter(Words("x"), 450, 300).share == 15_000
