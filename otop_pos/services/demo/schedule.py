"""When things happen in the demo shop: a local day from the first delivery to the closed drawer."""

import random
from datetime import UTC, date, datetime, time, timedelta

from otop_pos.domain.thai_date import bangkok

OPENS, CLOSES = time(8, 45), time(18, 10)
_HOURS = (9, 10, 11, 12, 13, 14, 15, 16, 17)
_BUSY = (4, 7, 10, 14, 12, 11, 13, 10, 6)
_DELIVERIES_FROM, _DELIVERIES_FOR = time(8, 50), 90


def moment(day: date, at: time) -> datetime:
    """UTC of a time on the shop's clock."""
    return datetime.combine(day, at, tzinfo=bangkok()).astimezone(UTC)


def sale_times(day: date, count: int, rng: random.Random) -> list[datetime]:
    """Sorted; from nine to six, most at noon and in the afternoon."""
    hours = rng.choices(_HOURS, _BUSY, k=count)
    return sorted(moment(day, time(hour, rng.randrange(60), rng.randrange(60))) for hour in hours)


def refund_times(day: date, count: int, rng: random.Random) -> list[datetime]:
    """Sorted; nobody brings a thing back in the first two hours."""
    start = moment(day, time(11, 0))
    return sorted(start + timedelta(seconds=rng.randrange(6 * 3600 + 3000)) for _each in range(count))


def delivery_times(day: date, count: int, rng: random.Random) -> list[datetime]:
    """Sorted; makers come in the morning, before the shop fills."""
    start = moment(day, _DELIVERIES_FROM)
    return sorted(start + timedelta(minutes=rng.randrange(_DELIVERIES_FOR)) for _each in range(count))
