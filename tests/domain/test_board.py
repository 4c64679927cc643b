"""How urgent a date is."""

from datetime import date

import pytest

from otop_pos.domain.board import Urgency, term_ends, urgency_of


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-400, Urgency.PAST),
        (-1, Urgency.PAST),
        (0, Urgency.WEEK),
        (7, Urgency.WEEK),
        (8, Urgency.FORTNIGHT),
        (14, Urgency.FORTNIGHT),
        (15, Urgency.MONTH),
        (30, Urgency.MONTH),
        (99, Urgency.MONTH),
    ],
)
def test_days_have_an_urgency(days: int, urgency: Urgency) -> None:
    assert urgency_of(days) is urgency


def test_the_agreed_time_ends_on_its_last_day() -> None:
    assert term_ends(date(2026, 1, 1), 180) == date(2026, 6, 30)
