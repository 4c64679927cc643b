"""Fields of an official form: a digit in each box, boxes to tick, frames of one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns
from otop_pos.documents.palette import BLACK, INK
from otop_pos.documents.sheet import Sheet, Style
from otop_pos.documents.thai_text import text_width

_DIGIT = Style(9.5, "semibold", INK)
_LABEL = Style(8.5, colour=INK, leading=1.4)
_BOX = 12.0
_TICK = 8.0
_GROUPS = (1, 5, 10, 12)
"""Places of a Thai 13-digit number before which its hyphens stand: 1-2345-67890-12-3."""


@dataclass(frozen=True, slots=True)
class Digits:
    """Thirteen boxes, empty where the number is not known. What is not of 13 digits is written in one piece."""

    number: str

    def height(self, width: float) -> float:
        return _BOX + 3

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        digits = "".join(filter(str.isdigit, self.number))
        baseline = y + _BOX / 2 + _DIGIT.size * 0.36
        if self.number and len(digits) != 13:
            sheet.text(x, baseline, self.number, _DIGIT)
            return
        for place in range(13):
            if place in _GROUPS:
                sheet.line((x + 1, y + _BOX / 2), (x + 4, y + _BOX / 2), BLACK, 0.6)
                x += 5
            sheet.frame(x, y, _BOX - 1, _BOX, BLACK)
            x += _BOX
        if digits:
            self._write(sheet, x, baseline, digits)

    def _write(self, sheet: Sheet, end: float, baseline: float, digits: str) -> None:
        """Each digit in its box; the reader of the text finds them one after the other."""
        x = end - 13 * _BOX - 5 * len(_GROUPS)
        for place, digit in enumerate(digits):
            x += 5 if place in _GROUPS else 0
            sheet.text(x + (_BOX - 1) / 2, baseline, digit, _DIGIT, "centre")
            x += _BOX


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box, ticked or not, and what it stands for."""

    label: str
    is_ticked: bool

    def height(self, width: float) -> float:
        return _LABEL.line_height

    @property
    def room(self) -> float:
        return _TICK + 5 + text_width(self.label, _LABEL.weight, _LABEL.size)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        top = y + (self.height(width) - _TICK) / 2
        sheet.frame(x, top, _TICK, _TICK, BLACK)
        if self.is_ticked:
            points = ((1.2, 4.2), (3.3, 6.6), (7.2, 0.6))
            sheet.polyline([(x + dx, top + dy) for dx, dy in points], BLACK, 1.4)
        sheet.text(x + _TICK + 4, y + _LABEL.baseline, self.label, _LABEL)


def ticks(marks: Sequence[tuple[str, bool]], gap: float = 12.0) -> Block:
    """(label, is ticked) beside each other."""
    boxes = [Ticked(label, is_ticked) for label, is_ticked in marks]
    return Columns(boxes, [box.room for box in boxes], gap)


@dataclass(frozen=True, slots=True)
class Frame:
    """A block in a thin black line; `divides`: where lines stand in it from top to bottom, from its right."""

    content: Block
    padding: float = 6.0
    divides: Sequence[float] = ()

    def height(self, width: float) -> float:
        return self.content.height(width - 2 * self.padding) + 2 * self.padding

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        height = self.height(width)
        sheet.frame(x, y, width, height, BLACK)
        for divide in self.divides:
            sheet.line((x + width - divide, y), (x + width - divide, y + height), BLACK)
        self.content.draw(sheet, x + self.padding, y + self.padding, width - 2 * self.padding)
