"""A day as a slip writes it; apart from thai_date.py because refusals speak of days too."""

from datetime import date

from otop_pos.domain.numbering import BUDDHIST_ERA


def buddhist_year(day: date) -> int:
    """Format only: 29/02/2567 is a day, date(2567, 2, 29) is none."""
    return day.year + BUDDHIST_ERA


def format_date(day: date) -> str:
    """'22/09/2569'."""
    return f"{day.day:02d}/{day.month:02d}/{buddhist_year(day)}"
