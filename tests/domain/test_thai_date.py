"""Dates in the Buddhist era, written and typed."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import NotADate
from otop_pos.domain.thai_date import (
    MONTHS_SHORT_TH,
    MONTHS_TH,
    format_date,
    format_long,
    format_long_en,
    format_short,
    format_short_en,
    format_slip,
    format_slip_en,
    local_date,
    parse_date,
    to_local,
)

DAY = date(2026, 9, 22)
AT = datetime(2026, 9, 22, 7, 35, tzinfo=UTC)


def test_the_papers_of_the_shop_show_buddhist_years() -> None:
    assert format_slip(AT) == "22/09/2569 14:35"
    assert format_date(DAY) == "22/09/2569"
    assert format_long(DAY) == "22 กันยายน 2569"
    assert format_short(DAY) == "22 ก.ย. 69"


def test_foreign_buyers_read_common_years() -> None:
    assert format_long_en(DAY) == "22 September 2026"
    assert format_short_en(DAY) == "22 Sep 2026"
    assert format_slip_en(AT) == "22 Sep 2026 14:35"


@pytest.mark.parametrize(
    ("day", "short"),
    [(date(2026, 11, 2), "2 พ.ย. 69"), (date(1957, 1, 1), "1 ม.ค. 00"), (date(2024, 2, 29), "29 ก.พ. 67")],
)
def test_days_have_no_leading_zero_in_words_and_years_two_digits(day: date, short: str) -> None:
    assert format_short(day) == short


@pytest.mark.parametrize(
    ("at", "local"),
    [
        (datetime(2026, 9, 22, 16, 59, tzinfo=UTC), date(2026, 9, 22)),
        (datetime(2026, 9, 22, 17, 0, tzinfo=UTC), date(2026, 9, 23)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 9, 22, 23, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 9, 22)),
    ],
)
def test_the_day_ends_at_midnight_in_bangkok_not_in_greenwich(at: datetime, local: date) -> None:
    assert local_date(at) == local


def test_local_time_is_seven_hours_ahead() -> None:
    assert to_local(AT).hour == 14
    assert to_local(AT) == AT


def test_a_time_of_no_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_local(AT.replace(tzinfo=None))


@pytest.mark.parametrize(
    "text",
    [
        "22/09/2569",
        "22/9/2569",
        "22/9/69",
        "22-09-2569",
        "22.9.69",
        "22 09 69",
        "22 / 9 / 2569",
        "220969",
        "22092569",
        "๒๒/๐๙/๒๕๖๙",
        "๒๒ ก.ย. ๖๙",
        "22 ก.ย. 69",
        "22 ก.ย. 2569",
        "22ก.ย.69",
        "22 กย 69",
        "22 กันยายน 2569",
        "22 กันยายน พ.ศ. 2569",
        "22 กันยายน พ.ศ.2569",
        "22/09/2026",
        "22 ก.ย. 2026",
        "22 September 2026",
        "22 sep 2569",
        "22-SEP-2026",
        "22 Sept. 69",
        "2026-09-22",
        "2026-9-22",
        "2569-09-22",
        "๒๐๒๖-๐๙-๒๒",
        "  22/09/2569  ",
    ],
)
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29/02/2567", date(2024, 2, 29)),
        ("29 ก.พ. 67", date(2024, 2, 29)),
        ("2026-11-23", date(2026, 11, 23)),
        ("01/02/03", date(1960, 2, 1)),
        ("31/12/99", date(2056, 12, 31)),
        ("30/06/2570", date(2027, 6, 30)),
        ("1/1/2443", date(1900, 1, 1)),
        ("1 พฤษภาคม 2570", date(2027, 5, 1)),
        ("1 May 2027", date(2027, 5, 1)),
    ],
)
def test_leap_days_and_edges_of_the_calendar(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "today",
        "22",
        "22/09",
        "29/02/2568",
        "31/04/2569",
        "0/1/2569",
        "32/1/2569",
        "22/13/2569",
        "09/22/2026",
        "22/09/569",
        "22/09/12569",
        "22/09/0069",
        "22/09/2399",
        "22/09/1899",
        "22/09/9999",
        "22 ก 69",
        "22 พ.ศ. 2569",
        "22 มค.กพ. 69",
        "69-09-22",
        "2026/09/22",
        "2026-02-29",
        "22/09/2569 14:35",
        "22:09:2569",
        "220900569",
        "²2/09/2569",
        "22//2569",
    ],
)
def test_what_is_no_day_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(NotADate) as refused:
        parse_date(text)
    assert refused.value.text == text


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_all_its_names(month: int) -> None:
    day = date(2026, month, 9)
    for write in (format_date, format_long, format_short, format_long_en, format_short_en, date.isoformat):
        assert parse_date(write(day)) == day
    assert parse_date(f"9 {MONTHS_TH[month - 1]} 2569") == parse_date(f"9 {MONTHS_SHORT_TH[month - 1]} 69") == day


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_every_written_day_reads_back(day: date) -> None:
    for write in (format_date, format_long, format_short, format_long_en, format_short_en, date.isoformat):
        assert parse_date(write(day)) == day


@given(st.text(max_size=20) | st.text("0123456789๐๙/.- กยพศ", max_size=14))
def test_no_text_whatever_breaks_the_date_box(text: str) -> None:
    with suppress(NotADate):
        assert 1900 <= parse_date(text).year <= 2199
