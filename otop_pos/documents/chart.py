"""Charts that are read at a glance: takings by hour, shares by kind, and the mark of a proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Gap, Pair, Stack, Text
from otop_pos.documents.palette import GREEN, HEAD, INDIGO, INDIGO_SOFT, INK, INK_2, LINE, MARIGOLD, RED, WHITE
from otop_pos.documents.sheet import Sheet, Style
from otop_pos.documents.thai_text import text_width
from otop_pos.domain.money import BAHT

_SMALL = Style(7.5, colour=INK_2)
_BODY = Style(8.5, colour=INK)
OPENING_HOURS = range(9, 19)
"""Always on the chart, so that a quiet day looks quiet."""


@dataclass(frozen=True, slots=True)
class HourBars:
    """One bar per hour, the best one dark with its figure; hours below zero (returns only) stay flat.

    `values` are (hour of the day, satang).
    """

    values: Sequence[tuple[int, int]]
    bar_height: float = 84.0

    def height(self, width: float) -> float:
        return _SMALL.line_height + self.bar_height + 2 + _SMALL.line_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        by_hour = dict(self.values)
        if not by_hour:
            sheet.text(x + width / 2, y + self.bar_height / 2, "ยังไม่มีการขาย", _BODY, "centre")
        first = min([OPENING_HOURS.start, *by_hour])
        last = max([OPENING_HOURS.stop - 1, *by_hour])
        best = max([0, *by_hour.values()])
        step = width / (last - first + 1)
        base = y + _SMALL.line_height + self.bar_height
        for hour in range(first, last + 1):
            left, net = x + (hour - first) * step, by_hour.get(hour, 0)
            if net > 0:
                tall = max(self.bar_height * net / best, 1.0)
                sheet.box(left + step * 0.14, base - tall, step * 0.72, tall, INDIGO if net == best else INDIGO_SOFT)
            sheet.text(left + step / 2, base + 2 + _SMALL.baseline, str(hour), _SMALL, "centre")
        sheet.line((x, base), (x + width, base), LINE)
        if best:
            best_hour = max(by_hour, key=lambda hour: by_hour[hour])
            self._mark(sheet, x + (best_hour - first + 0.5) * step, base - self.bar_height, best, (x, x + width))

    def _mark(self, sheet: Sheet, middle: float, top: float, net: int, limits: tuple[float, float]) -> None:
        """The best hour's figure above its bar, kept inside the chart."""
        style = Style(7.5, "semibold", INDIGO)
        half = text_width(whole_baht(net), style.weight, style.size) / 2
        middle = min(max(middle, limits[0] + half), limits[1] - half)
        sheet.text(middle, top - 3, whole_baht(net), style, "centre")


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A name, its figure, and under both a bar as long as its share (0..1) of the width."""

    name: str
    net: int
    share: float
    thickness: float = 5.0

    def height(self, width: float) -> float:
        return _BODY.line_height + self.thickness + 5

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        Pair(self.name, whole_baht(self.net), _BODY, most=1).draw(sheet, x, y, width)
        top = y + _BODY.line_height
        sheet.box(x, top, width, self.thickness, HEAD, radius=1.5)
        if self.share > 0:
            sheet.box(x, top, max(self.share * width, 3), self.thickness, MARIGOLD, radius=1.5)


def share_bars(values: Sequence[tuple[str, int]]) -> Stack:
    """(name, satang), one bar each in the order given; the best fills the width."""
    best = max([1, *(net for _name, net in values)])
    return Stack([ShareBar(name, net, max(net, 0) / best) for name, net in values])


@dataclass(frozen=True, slots=True)
class Tick:
    """A green disc with a tick where a proof holds, a red one with a cross where it does not."""

    holds: bool
    room: float = 14.0

    def height(self, width: float) -> float:
        return self.room

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        middle, radius = (x + 6, y + self.room / 2), 5.5
        sheet.disc(*middle, radius, GREEN if self.holds else RED)
        if self.holds:
            self._stroke(sheet, middle, ((-2.6, 0.2), (-0.7, 2.2), (2.8, -2.0)))
        else:
            self._stroke(sheet, middle, ((-2, -2), (2, 2)))
            self._stroke(sheet, middle, ((-2, 2), (2, -2)))

    def _stroke(self, sheet: Sheet, middle: tuple[float, float], points: Sequence[tuple[float, float]]) -> None:
        sheet.polyline([(middle[0] + dx, middle[1] + dy) for dx, dy in points], WHITE, 1.3)


def whole_baht(satang: int) -> str:
    """'38,920': charts are for looking, the tables beside them have the satang."""
    sign = "\N{MINUS SIGN}" if satang <= -BAHT else ""
    return f"{sign}{abs(satang) // BAHT:,}"


def titled(thai: str, english: str, content: Block) -> Stack:
    """A section with its heading in both languages."""
    heading = Columns(
        (Text(thai, Style(10, "semibold", INDIGO), most=1), Text(english, _SMALL, "right", most=1)), (0, 0)
    )
    return Stack((heading, Gap(3), content))
