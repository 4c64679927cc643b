"""Stretches of days that reports are about."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are in it. Refuses nothing: one that ends before it begins holds no day."""

    since: date
    until: date

    @property
    def days(self) -> int:
        return max((self.until - self.since).days + 1, 0)

    @property
    def is_whole_months(self) -> bool:
        return self.since.day == 1 and (self.until + DAY).day == 1

    @property
    def before(self) -> "Period":
        """As long, just before: of whole months as many months, else as many days."""
        until = self.since - DAY
        if not self.is_whole_months:
            return Period(until - timedelta(days=self.days - 1), until)
        months = (self.until.year - self.since.year) * 12 + self.until.month - self.since.month + 1
        return Period(_months_later(self.since, -months), until)

    @property
    def year_ago(self) -> "Period":
        """The same days a year earlier; a month's last day stays its last."""
        until = _months_later(self.until, -12)
        if (self.until + DAY).day == 1:
            until = until.replace(day=monthrange(until.year, until.month)[1])
        return Period(_months_later(self.since, -12), until)


def month_of(day: date) -> Period:
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def month_before(day: date) -> Period:
    return month_of(day.replace(day=1) - DAY)


def days_until(day: date, count: int) -> Period:
    """The last `count` days, `day` with them."""
    return Period(day - timedelta(days=count - 1), day)


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def months_of(period: Period) -> tuple[Period, ...]:
    """The months it touches, whole ones."""
    found, month = [], month_of(period.since)
    while month.since <= period.until:
        found.append(month)
        month = month_of(month.until + DAY)
    return tuple(found)


def _months_later(day: date, months: int) -> date:
    """29 February goes to the 28th."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
