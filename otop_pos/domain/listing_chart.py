"""What of a listing is drawn, the same on screen and on paper."""

from otop_pos.domain.listing import Cell, Kind, Listing
from otop_pos.domain.listing_text import cell_text
from otop_pos.domain.money import BAHT

MOST_BARS = 10
NEAR = 8_000
"""Basis points of a meter's limit from which on it warns."""
Drawn = tuple[str, int, str]
"""Name, value, written value."""


def drawn_values(listing: Listing, language: str, most: int = MOST_BARS) -> tuple[Drawn, ...]:
    """A ranking's best above zero, all of a course of time; nothing where there is nothing to compare."""
    chart = listing.chart
    if chart is None:
        return ()
    kind = listing.headings[chart.value].kind
    found = [(row[chart.label], number) for row in listing.rows if isinstance(number := row[chart.value], int)]
    if chart.form == "bars":
        together = found if kind is Kind.PERCENT else _added(found)
        found = sorted((each for each in together if each[1] > 0), key=lambda each: -each[1])[:most]
    drawn = tuple((_label(cell, listing, language), number, figure_text(number, kind)) for cell, number in found)
    return drawn if len(drawn) > 1 else ()


def figure_text(number: int, kind: Kind) -> str:
    """'38,920': charts are for looking, the table beside them has the satang."""
    if kind is not Kind.MONEY:
        return cell_text(number, kind, "th")
    sign = "\N{MINUS SIGN}" if number <= -BAHT else ""
    return f"{sign}{abs(number) // BAHT:,}"


def _added(found: list[tuple[Cell, int]]) -> list[tuple[Cell, int]]:
    """One bar per name: a reason is given to many producers."""
    sums: dict[Cell, int] = {}
    for name, number in found:
        sums[name] = sums.get(name, 0) + number
    return list(sums.items())


def _label(cell: Cell, listing: Listing, language: str) -> str:
    """Under a standing bar only the month: the year is said above."""
    text = cell_text(cell, Kind.TEXT, language)
    is_month = listing.chart is not None and listing.chart.form == "columns"
    return text.partition(" ")[0] if is_month else text
