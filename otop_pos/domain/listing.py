"""A report as one value: what the screen, the paper and the spreadsheet all read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from otop_pos.domain.period import Period

BASIS_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Words:
    """A name in both languages; the other one stands in where one is missing."""

    th: str
    en: str = ""

    def said(self, language: str) -> str:
        return (self.th or self.en) if language == "th" else (self.en or self.th)


class Kind(StrEnum):
    """What the ints of a column mean: MONEY satang, QUANTITY thousandths, PERCENT basis points, COUNT itself."""

    TEXT = "text"
    MONEY = "money"
    QUANTITY = "quantity"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"

    @property
    def is_number(self) -> bool:
        return self not in (Kind.TEXT, Kind.DATE)


Cell = Words | str | int | date | None
"""None: there is nothing to say, as a share of nothing."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column. `share` is how much of the width texts take, beside each other."""

    title: Words
    kind: Kind = Kind.TEXT
    share: int = 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns to draw: the texts of `label` with the figures of `value`. Bars lie for a ranking, columns stand
    for a course of time."""

    label: int
    value: int
    form: Literal["bars", "columns"] = "bars"


@dataclass(frozen=True, slots=True)
class Meter:
    """How far `value` has come towards `limit`, in satang."""

    title: Words
    value: int
    limit: int

    @property
    def share(self) -> int:
        """Basis points, above 10000 when the limit is passed."""
        return self.value * BASIS_POINTS // self.limit


@dataclass(frozen=True, slots=True)
class Listing:
    """`totals` has a cell for each column, or is empty. `period` None: as it stands on the day `on`."""

    key: str
    title: Words
    on: date
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    period: Period | None = None
    totals: Row = ()
    chart: Chart | None = None
    meter: Meter | None = None
    notes: tuple[Words, ...] = ()

    def column(self, number: int) -> list[Cell]:
        return [row[number] for row in self.rows]

    def total(self, number: int) -> Cell:
        return self.totals[number] if self.totals else None


def share_of(part: int, whole: int) -> int | None:
    """Basis points, half up away from zero; None where there is no whole to have a share of."""
    if whole <= 0:
        return None
    doubled = 2 * abs(part) * BASIS_POINTS
    size = (doubled + whole) // (2 * whole)
    return size if part >= 0 else -size


def sum_row(headings: Sequence[Heading], rows: Sequence[Row], label: Words) -> Row:
    """The first cell names it; money and counts are added up, what cannot be added stays empty."""
    added = (Kind.MONEY, Kind.COUNT)

    def cell(number: int, heading: Heading) -> Cell:
        if number == 0:
            return label
        return sum(_number(row[number]) for row in rows) if heading.kind in added else None

    return tuple(cell(number, heading) for number, heading in enumerate(headings))


def sorted_rows(rows: Sequence[Row], number: int, language: str, *, falls: bool) -> tuple[Row, ...]:
    """By a column; what says nothing comes last either way, equals stay as they were."""
    key = _sort_key(number, language)
    known = [row for row in rows if row[number] is not None]
    return (*sorted(known, key=key, reverse=falls), *(row for row in rows if row[number] is None))


def _sort_key(number: int, language: str) -> Callable[[Row], tuple[str, int]]:
    def key(row: Row) -> tuple[str, int]:
        cell = row[number]
        if isinstance(cell, Words):
            return cell.said(language).casefold(), 0
        if isinstance(cell, date):
            return "", cell.toordinal()
        return (cell.casefold(), 0) if isinstance(cell, str) else ("", _number(cell))

    return key


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
