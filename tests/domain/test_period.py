"""Stretches of days, and those that they are compared with."""

from datetime import date

import pytest

from otop_pos.domain.period import Period, days_until, month_before, month_of, months_of, year_of


def p(*parts: int) -> Period:
    return Period(date(*parts[:3]), date(*parts[3:]))


@pytest.mark.parametrize(
    ("period", "before", "year_ago"),
    [
        (p(2026, 11, 1, 2026, 11, 30), p(2026, 10, 1, 2026, 10, 31), p(2025, 11, 1, 2025, 11, 30)),
        (p(2026, 3, 1, 2026, 3, 31), p(2026, 2, 1, 2026, 2, 28), p(2025, 3, 1, 2025, 3, 31)),
        (p(2024, 2, 1, 2024, 2, 29), p(2024, 1, 1, 2024, 1, 31), p(2023, 2, 1, 2023, 2, 28)),
        (p(2025, 2, 1, 2025, 2, 28), p(2025, 1, 1, 2025, 1, 31), p(2024, 2, 1, 2024, 2, 29)),
        (p(2026, 1, 1, 2026, 12, 31), p(2025, 1, 1, 2025, 12, 31), p(2025, 1, 1, 2025, 12, 31)),
        (p(2026, 11, 2, 2026, 11, 11), p(2026, 10, 23, 2026, 11, 1), p(2025, 11, 2, 2025, 11, 11)),
        (p(2024, 2, 29, 2024, 3, 2), p(2024, 2, 26, 2024, 2, 28), p(2023, 2, 28, 2023, 3, 2)),
    ],
)
def test_a_period_is_compared_with_what_is_like_it(period: Period, before: Period, year_ago: Period) -> None:
    assert period.before == before
    assert period.year_ago == year_ago


def test_the_usual_periods() -> None:
    day = date(2026, 3, 15)
    assert month_of(day) == p(2026, 3, 1, 2026, 3, 31)
    assert month_before(day) == p(2026, 2, 1, 2026, 2, 28)
    assert year_of(day) == p(2026, 1, 1, 2026, 12, 31)
    assert days_until(day, 90).days == 90
    assert [each.since.month for each in months_of(p(2025, 12, 5, 2026, 2, 1))] == [12, 1, 2]


def test_a_period_backwards_has_no_day() -> None:
    assert p(2026, 3, 2, 2026, 3, 1).days == 0
