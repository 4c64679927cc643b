"""What a paper is put together from: blocks that know their height and draw themselves downwards.

Every block has `height(width)` and `draw(sheet, x, y, width)`; x, y is its top left corner, all in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from otop_pos.documents.line_break import break_lines, pack_lines
from otop_pos.documents.palette import LINE, Colour
from otop_pos.documents.sheet import Align, Sheet, Style
from otop_pos.documents.thai_text import text_width

_GAP = 6.0
"""Least distance between a text and the figure beside it."""
_LEAST_BESIDE = 0.35
"""Share of the width a text needs beside its figure."""


class Block(Protocol):
    def height(self, width: float) -> float: ...

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, broken at words; at most `most` lines (0: any number), then an ellipsis."""

    text: str
    style: Style
    align: Align = "left"
    most: int = 0

    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.style.line_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        anchor = {"left": x, "centre": x + width / 2, "right": x + width}[self.align]
        for index, line in enumerate(self._lines(width)):
            sheet.text(anchor, y + index * self.style.line_height + self.style.baseline, line, self.style, self.align)

    def _lines(self, width: float) -> tuple[str, ...]:
        return break_lines(self.text, self.style.weight, self.style.size, width, self.most)


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts with a dot between them, each kept whole; at most `most` lines (0: any number)."""

    facts: Sequence[str]
    style: Style
    most: int = 0

    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.style.line_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for index, line in enumerate(self._lines(width)):
            sheet.text(x, y + index * self.style.line_height + self.style.baseline, line, self.style)

    def _lines(self, width: float) -> tuple[str, ...]:
        return pack_lines(self.facts, self.style.weight, self.style.size, width, self.most)


@dataclass(frozen=True, slots=True)
class Pair:
    """A text at the left that may take several lines, and a short one at the right of its first line; below
    it where hardly any room would be left for the text."""

    left: str
    right: str
    style: Style
    right_style: Style | None = None
    indent: float = 0
    most: int = 0

    def height(self, width: float) -> float:
        text = self._text.height(self._room(width))
        return text + self._figure.line_height if self._is_tight(width) else max(text, self._figure.line_height)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        if self._is_tight(width):
            top = figure_top = y
            figure_top += self._text.height(self._room(width))
        else:
            baseline = max(self.style.baseline, self._figure.baseline)
            top, figure_top = y + baseline - self.style.baseline, y + baseline - self._figure.baseline
        self._text.draw(sheet, x + self.indent, top, self._room(width))
        sheet.text(x + width, figure_top + self._figure.baseline, self.right, self._figure, "right")

    @property
    def _text(self) -> Text:
        return Text(self.left, self.style, most=self.most)

    @property
    def _figure(self) -> Style:
        return self.right_style or self.style

    def _beside(self, width: float) -> float:
        taken = text_width(self.right, self._figure.weight, self._figure.size)
        return width - self.indent - taken - _GAP

    def _is_tight(self, width: float) -> bool:
        needed = text_width(self.left, self.style.weight, self.style.size)
        return needed > self._beside(width) < width * _LEAST_BESIDE

    def _room(self, width: float) -> float:
        return width - self.indent if self._is_tight(width) else self._beside(width)


@dataclass(frozen=True, slots=True)
class Gap:
    points: float

    def height(self, width: float) -> float:
        return self.points

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Nothing: paper shows through."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, in the middle of `room` points."""

    colour: Colour = LINE
    thickness: float = 0.6
    room: float = 6.0

    def height(self, width: float) -> float:
        return self.room

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        middle = y + self.room / 2
        sheet.line((x, middle), (x + width, middle), self.colour, self.thickness)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below each other."""

    blocks: Sequence[Block]

    def height(self, width: float) -> float:
        return sum(block.height(width) for block in self.blocks)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for block in self.blocks:
            block.draw(sheet, x, y, width)
            y += block.height(width)


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks beside each other; `widths` in points, those of 0 share what is left."""

    blocks: Sequence[Block]
    widths: Sequence[float]
    gap: float = 0.0

    def height(self, width: float) -> float:
        return max(
            block.height(own) for block, own in zip(self.blocks, _resolved(self.widths, width, self.gap), strict=True)
        )

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for block, own in zip(self.blocks, _resolved(self.widths, width, self.gap), strict=True):
            block.draw(sheet, x, y, own)
            x += own + self.gap


@dataclass(frozen=True, slots=True)
class Panel:
    """A block on a card of its own colour."""

    content: Block
    fill: Colour | None = None
    border: Colour | None = None
    padding: float = 8.0
    radius: float = 4.0

    def height(self, width: float) -> float:
        return self.content.height(width - 2 * self.padding) + 2 * self.padding

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        self.draw_as_tall_as(self.height(width), sheet, (x, y), width)

    def draw_as_tall_as(self, height: float, sheet: Sheet, corner: tuple[float, float], width: float) -> None:
        x, y = corner
        if self.fill:
            sheet.box(x, y, width, height, self.fill, radius=self.radius)
        if self.border:
            sheet.frame(x, y, width, height, self.border, radius=self.radius)
        self.content.draw(sheet, x + self.padding, y + self.padding, width - 2 * self.padding)


@dataclass(frozen=True, slots=True)
class Cards:
    """Panels beside each other, all as tall as the tallest; `widths` as in Columns."""

    panels: Sequence[Panel]
    widths: Sequence[float]
    gap: float = 8.0

    def height(self, width: float) -> float:
        own = _resolved(self.widths, width, self.gap)
        return max(panel.height(each) for panel, each in zip(self.panels, own, strict=True))

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        height = self.height(width)
        for panel, own in zip(self.panels, _resolved(self.widths, width, self.gap), strict=True):
            panel.draw_as_tall_as(height, sheet, (x, y), own)
            x += own + self.gap


def _resolved(widths: Sequence[float], width: float, gap: float) -> list[float]:
    left = width - sum(widths) - gap * (len(widths) - 1)
    share = left / max(1, sum(not own for own in widths))
    return [own or share for own in widths]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on one line, made smaller where its column is too narrow, never broken or cut."""

    text: str
    style: Style
    align: Align = "right"

    def height(self, width: float) -> float:
        return self.style.line_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        anchor = {"left": x, "centre": x + width / 2, "right": x + width}[self.align]
        style = fitted(self.text, self.style, width, smallest=0)
        sheet.text(anchor, y + self.style.baseline, self.text, style, self.align)


def fitted(text: str, style: Style, width: float, smallest: float = 7.0) -> Style:
    """The style, smaller where one line of the text needs it, but not below `smallest` points."""
    needed = text_width(text, style.weight, style.size)
    return style if needed <= width else replace(style, size=max(style.size * width / needed * 0.999, smallest))
