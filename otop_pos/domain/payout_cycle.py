"""When an agreement's periods end: the day up to which a producer is next paid."""

from calendar import monthrange
from datetime import date, timedelta

from otop_pos.domain.agreement import PayoutCycle

_MIDDLE = 15


def last_period_end(cycle: PayoutCycle, on: date) -> date:
    """The last day of the newest period that is over on the day: 30 November on 1 December, never the day itself."""
    match cycle:
        case PayoutCycle.WEEKLY:
            return on - timedelta(days=on.isoweekday())
        case PayoutCycle.TWICE_MONTHLY if on.day > _MIDDLE:
            return on.replace(day=_MIDDLE)
        case _:
            return on.replace(day=1) - timedelta(days=1)


def period_end(cycle: PayoutCycle, on: date) -> date:
    """The last day of the period the day lies in."""
    match cycle:
        case PayoutCycle.WEEKLY:
            return on + timedelta(days=7 - on.isoweekday())
        case PayoutCycle.TWICE_MONTHLY if on.day <= _MIDDLE:
            return on.replace(day=_MIDDLE)
        case _:
            return on.replace(day=monthrange(on.year, on.month)[1])
