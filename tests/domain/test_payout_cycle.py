from datetime import date, timedelta

import pytest

from otop_pos.domain.agreement import PayoutCycle
from otop_pos.domain.payout_cycle import last_period_end, period_end

MONTHLY, TWICE, WEEKLY = PayoutCycle.MONTHLY, PayoutCycle.TWICE_MONTHLY, PayoutCycle.WEEKLY


@pytest.mark.parametrize(
    ("cycle", "on", "end"),
    [
        (MONTHLY, date(2026, 12, 1), date(2026, 11, 30)),
        (MONTHLY, date(2026, 11, 30), date(2026, 10, 31)),
        (MONTHLY, date(2027, 1, 1), date(2026, 12, 31)),
        (TWICE, date(2026, 11, 15), date(2026, 10, 31)),
        (TWICE, date(2026, 11, 16), date(2026, 11, 15)),
        (TWICE, date(2026, 12, 1), date(2026, 11, 30)),
        (WEEKLY, date(2026, 11, 23), date(2026, 11, 22)),
        (WEEKLY, date(2026, 11, 22), date(2026, 11, 15)),
    ],
)
def test_a_period_ends_on_its_last_day(cycle: PayoutCycle, on: date, end: date) -> None:
    assert last_period_end(cycle, on) == end


@pytest.mark.parametrize("cycle", list(PayoutCycle))
def test_every_day_lies_in_the_period_after_the_last_one(cycle: PayoutCycle) -> None:
    for number in range(800):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert last_period_end(cycle, day) < day <= period_end(cycle, day)
        assert last_period_end(cycle, period_end(cycle, day) + timedelta(days=1)) == period_end(cycle, day)
