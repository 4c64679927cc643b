"""Dates as Thai people write and type them: Buddhist years, Thai months, the clock of Bangkok.

A Buddhist year (common era + 543) is only ever formatted or read, never put into a date: 29/02/2567 is a
day, date(2567, 2, 29) is none.
"""

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from otop_pos.domain.date_format import buddhist_year
from otop_pos.domain.date_format import format_date as format_date
from otop_pos.domain.errors import NotADate
from otop_pos.domain.numbering import BUDDHIST_ERA
from otop_pos.domain.thai_digits import to_arabic_digits

MONTHS_TH = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_SHORT_TH = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

FIRST_BUDDHIST_YEAR = 2400
"""A typed year from here on is Buddhist. Two digits are Buddhist too: 69 → 2569."""
SHORT_YEAR_CENTURY = 2500
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Common era; a date outside is a slipped finger."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[ /.-]+(?P<month>\d{1,2})[ /.-]+(?P<year>\d{4}|\d{2})", re.ASCII)
_UNDIVIDED = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"(?P<day>[0-9]{1,2})(?P<month>[^0-9]+)(?P<year>[0-9]{4}|[0-9]{2})")


@cache
def bangkok() -> ZoneInfo:
    """The shop's clock; Thailand has no summer time."""
    return ZoneInfo("Asia/Bangkok")


def to_local(at: datetime) -> datetime:
    """An aware time as the shop's clock shows it."""
    if at.tzinfo is None:
        raise ValueError(f"{at} does not say of which zone it is")
    return at.astimezone(bangkok())


def local_date(at: datetime) -> date:
    """The shop's calendar day of an aware time: 22:30 UTC is already tomorrow."""
    return to_local(at).date()


def format_slip(at: datetime) -> str:
    """'22/09/2569 14:35' for an aware time."""
    local = to_local(at)
    return f"{format_date(local.date())} {local:%H:%M}"


def format_long(day: date) -> str:
    """'22 กันยายน 2569'."""
    return f"{day.day} {MONTHS_TH[day.month - 1]} {buddhist_year(day)}"


def format_short(day: date) -> str:
    """'22 ก.ย. 69'."""
    return f"{day.day} {MONTHS_SHORT_TH[day.month - 1]} {buddhist_year(day) % 100:02d}"


def format_long_en(day: date) -> str:
    """'22 September 2026', common era."""
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def format_short_en(day: date) -> str:
    """'22 Sep 2026', common era."""
    return f"{day.day} {MONTHS_EN[day.month - 1][:3]} {day.year}"


def format_slip_en(at: datetime) -> str:
    """'22 Sep 2026 14:35' for an aware time: no day/month order to guess."""
    local = to_local(at)
    return f"{format_short_en(local.date())} {local:%H:%M}"


def parse_date(text: str) -> date:
    """A day as a person types it: 22/9/2569, 22-09-69, 220969, ๒๒ ก.ย. ๖๙, 22 กันยายน พ.ศ. 2569, 22 Sep 2026,
    or 2026-11-23. Years from 2400 on and of two digits are Buddhist. Refuses NotADate with the text."""
    plain = " ".join(to_arabic_digits(text).split())
    for form in (_ISO, _NUMBERS, _UNDIVIDED, _NAMED):
        match = form.fullmatch(plain)
        if match:
            month = _month(match["month"])
            try:
                day = date(_common_era(match["year"]), month, int(match["day"]))
            except ValueError as error:
                raise NotADate(text) from error
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
    raise NotADate(text)


def _common_era(digits: str) -> int:
    year = int(digits)
    if len(digits) == 2:
        year += SHORT_YEAR_CENTURY
    return year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year


def _month(text: str) -> int:
    """1–12; 0, which no date has, for what is no month."""
    if text.isdigit():
        return int(text)
    return _month_names().get(_squeezed(text).removesuffix("พศ"), 0)


@cache
def _month_names() -> dict[str, int]:
    names = {"sept": 9}
    for number, (long_th, short_th, english) in enumerate(zip(MONTHS_TH, MONTHS_SHORT_TH, MONTHS_EN, strict=True), 1):
        for name in (long_th, short_th, english, english[:3]):
            names[_squeezed(name)] = number
    return names


def _squeezed(name: str) -> str:
    return re.sub(r"[\s./-]", "", name).casefold()
