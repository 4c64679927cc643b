"""The till day."""

from datetime import UTC, date, datetime

import pytest

from otop_pos.domain.money import DENOMINATIONS
from otop_pos.domain.till import TillSession, counted

OPENED = TillSession(1, "CM01", 7, date(2026, 11, 23), datetime(2026, 11, 23, 2, tzinfo=UTC), "PIM", 122_000)


@pytest.mark.parametrize(
    ("pieces", "satang"),
    [
        ({}, 0),
        ({100_000: 2, 50_000: 1, 2_000: 3, 25: 1}, 256_025),
        (dict.fromkeys(DENOMINATIONS, 1), 168_875),
        ({10_000: 0}, 0),
    ],
)
def test_a_drawer_is_counted_by_notes_and_coins(pieces: dict[int, int], satang: int) -> None:
    assert counted(pieces) == satang


@pytest.mark.parametrize(("expected", "in_drawer", "difference"), [(500, 500, 0), (500, 475, -25), (500, 600, 100)])
def test_a_difference_is_what_was_counted_less_what_should_be_there(
    expected: int, in_drawer: int, difference: int
) -> None:
    closed = TillSession(
        1,
        "CM01",
        7,
        OPENED.business_date,
        OPENED.opened_at,
        "PIM",
        122_000,
        datetime(2026, 11, 23, 12, tzinfo=UTC),
        "PIM",
        expected,
        in_drawer,
    )
    assert not closed.is_open
    assert closed.cash_difference == difference


def test_an_open_till_has_no_difference_yet() -> None:
    assert OPENED.is_open
    assert OPENED.cash_difference == 0
