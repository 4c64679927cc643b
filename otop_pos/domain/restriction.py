"""When alcohol may be sold: Thai hours and banned days, as the shop has them switched."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from otop_pos.domain.date_format import format_date
from otop_pos.domain.errors import NotSoldNow
from otop_pos.domain.shop import Shop
from otop_pos.i18n import _

WINDOWS = ((11, 14), (14, 17), (17, 24))
"""Hours of the day; the shop switches each (Alcoholic Beverage Control Act and its announcements)."""
OLD_ENOUGH = 20


def check_hours(product: str, shop: Shop, local: datetime) -> None:
    """`local` is the clock of the shop. Refuses NotSoldNow with the reason and the next moment."""
    if local.date() in shop.banned_days:
        raise NotSoldNow(product, _("today is a day without alcohol"), _next_moment(shop, local))
    if not _is_open(shop.alcohol_hours, local.hour):
        raise NotSoldNow(product, _("outside the hours for alcohol"), _next_moment(shop, local))


def _is_open(switches: Sequence[bool], hour: int) -> bool:
    return any(is_on and begin <= hour < end for is_on, (begin, end) in zip(switches, WINDOWS, strict=True))


def _next_moment(shop: Shop, local: datetime) -> str:
    """The next opening within a week, as a clock time, with its day when that is not today."""
    starts = [begin for is_on, (begin, _end) in zip(shop.alcohol_hours, WINDOWS, strict=True) if is_on]
    for days in range(8):
        day = local.date() + timedelta(days)
        later = [hour for hour in starts if days or hour > local.hour]
        if later and day not in shop.banned_days:
            return _moment(day, later[0], local.date())
    return ""


def _moment(day: date, hour: int, today: date) -> str:
    return f"{hour}:00" if day == today else f"{format_date(day)} {hour}:00"
