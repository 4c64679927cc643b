"""A report's chart on paper: lying bars for a ranking, standing ones for months, and a meter to a limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Figure, Gap, Stack, Text
from otop_pos.documents.palette import GREEN, HEAD, INDIGO, INDIGO_SOFT, INK, INK_2, LINE, MARIGOLD, RED
from otop_pos.documents.sheet import Sheet, Style
from otop_pos.documents.thai_text import text_width
from otop_pos.domain.listing import BASIS_POINTS, Listing, Meter
from otop_pos.domain.listing_chart import NEAR, Drawn, drawn_values
from otop_pos.domain.listing_text import percent_text
from otop_pos.domain.money import format_baht

_LEAST_STEPS = 6
"""So that two months are not two walls."""
_BODY = Style(8.5, colour=INK, leading=1.55)
_SMALL = Style(7.5, colour=INK_2)
_MARK = Style(7.5, "semibold", INDIGO)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar as long as its share (basis points) of the width."""

    share: int
    thickness: float = 8.0

    def height(self, width: float) -> float:
        return _BODY.line_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        top = y + (_BODY.line_height - self.thickness) / 2
        sheet.box(x, top, max(self.share * width / BASIS_POINTS, 3), self.thickness, MARIGOLD, radius=1.5)


@dataclass(frozen=True, slots=True)
class _StandingBars:
    """The highest is dark and has its figure above."""

    values: Sequence[Drawn]
    tall: float = 84.0

    def height(self, width: float) -> float:
        return 2 * _SMALL.line_height + self.tall + 4

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        best = max([1, *(value for _name, value, _figure in self.values)])
        step = width / max(len(self.values), _LEAST_STEPS)
        base = y + _SMALL.line_height + self.tall
        for number, (name, value, figure) in enumerate(self.values):
            left, middle = x + number * step, x + (number + 0.5) * step
            if value > 0:
                tall = max(self.tall * value / best, 1.0)
                sheet.box(left + step * 0.2, base - tall, step * 0.6, tall, INDIGO if value == best else INDIGO_SOFT)
            if value == best:
                inside = max(middle, x + text_width(figure, _MARK.weight, _MARK.size) / 2)
                sheet.text(inside, base - self.tall - 3, figure, _MARK, "centre")
            sheet.text(middle, base + 3 + _SMALL.baseline, name, _SMALL, "centre")
        sheet.line((x, base), (x + width, base), LINE)


@dataclass(frozen=True, slots=True)
class _MeterBar:
    share: int

    def height(self, width: float) -> float:
        return 14.0

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.box(x, y, width, 10, HEAD, radius=3)
        colour = RED if self.share >= BASIS_POINTS else MARIGOLD if self.share >= NEAR else GREEN
        if self.share > 0:
            sheet.box(x, y, max(width * min(self.share, BASIS_POINTS) / BASIS_POINTS, 4), 10, colour, radius=3)


def chart_block(listing: Listing, language: str) -> Block | None:
    """None where there is nothing to compare."""
    values = drawn_values(listing, language)
    if not values or listing.chart is None:
        return None
    if listing.chart.form == "columns":
        return _StandingBars(values)
    best = max(value for _name, value, _figure in values)
    rows = [
        Columns((Text(name, _BODY, most=1), _Bar(value * BASIS_POINTS // best), Figure(figure, _BODY)), (190, 0, 64), 8)
        for name, value, figure in values
    ]
    return Stack(rows)


def meter_block(meter: Meter, language: str) -> Block:
    words = f"{format_baht(meter.value)} / {format_baht(meter.limit)} · {percent_text(meter.share)}"
    strong = Style(9.5, "semibold", INK)
    head = Columns((Text(meter.title.said(language), strong, most=1), Figure(words, strong)), (0, 260), 8)
    return Stack((head, Gap(3), _MeterBar(meter.share)))
