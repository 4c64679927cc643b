"""A listing's figures as people read them, the same on screen and on paper."""

from datetime import date

from otop_pos.domain.listing import Cell, Kind, Listing, Words
from otop_pos.domain.money import format_baht
from otop_pos.domain.numbering import BUDDHIST_ERA
from otop_pos.domain.period import Period
from otop_pos.domain.quantity import Unit, format_quantity
from otop_pos.domain.thai_date import (
    MONTHS_EN,
    MONTHS_TH,
    format_long,
    format_long_en,
    format_short,
    format_short_en,
)

NOTHING = "–"
_MINUS = "\N{MINUS SIGN}"


def cell_text(cell: Cell, kind: Kind, language: str) -> str:
    """'1,070.00', '12.5%', '22 ก.ย. 69'; a dash where there is nothing to say."""
    if cell is None:
        return NOTHING if kind is not Kind.TEXT else ""
    if isinstance(cell, Words):
        return cell.said(language)
    if isinstance(cell, date):
        return format_short(cell) if language == "th" else format_short_en(cell)
    return cell if isinstance(cell, str) else _number_text(cell, kind)


def period_text(listing: Listing, language: str) -> str:
    """'พฤศจิกายน 2569', '1 ก.ย. 69 – 22 พ.ย. 69', or as of which day."""
    if listing.period is not None:
        return range_text(listing.period, language)
    day = format_long(listing.on) if language == "th" else format_long_en(listing.on)
    return f"ณ วันที่ {day}" if language == "th" else f"as of {day}"


def range_text(period: Period, language: str) -> str:
    since, until = period.since, period.until
    if period.is_whole_months and (since.year, since.month) == (until.year, until.month):
        return month_text(since, language)
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
        return f"ปี {since.year + BUDDHIST_ERA}" if language == "th" else str(since.year)
    short = format_short if language == "th" else format_short_en
    return short(since) if since == until else f"{short(since)} – {short(until)}"


def month_text(day: date, language: str) -> str:
    if language == "th":
        return f"{MONTHS_TH[day.month - 1]} {day.year + BUDDHIST_ERA}"
    return f"{MONTHS_EN[day.month - 1]} {day.year}"


def percent_text(basis_points: int) -> str:
    """One decimal: '33.3%'."""
    sign = _MINUS if basis_points < 0 else ""
    tenths = (abs(basis_points) + 5) // 10
    return f"{sign}{tenths // 10:,}.{tenths % 10}%"


def _number_text(number: int, kind: Kind) -> str:
    match kind:
        case Kind.MONEY:
            return format_baht(number)
        case Kind.QUANTITY:
            # A fraction means goods by weight or length: they write their decimals, pieces do not.
            return format_quantity(number, Unit.PIECE)
        case Kind.PERCENT:
            return percent_text(number)
        case _:
            return f"{_MINUS if number < 0 else ''}{abs(number):,}"
