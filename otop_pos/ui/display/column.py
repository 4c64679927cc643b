"""Texts one under the other, measured before they are drawn."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF

from otop_pos.ui.display.sheet import Align, Sheet

SCALES = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5)

Drawing = Callable[[QPointF], None]
"""Draws at a spot: the top at the left, in the middle or at the right of the column."""


class Column:
    """`say` and `add` what stands in it, then `draw`. `scale` makes all of it smaller."""

    def __init__(self, sheet: Sheet, width: float, align: Align = "left", scale: float = 1.0) -> None:
        self.sheet = sheet
        self.width = width
        self.align = align
        self.scale = scale
        self.height = 0.0
        self._parts: list[tuple[float, Drawing]] = []

    def say(self, words: str, measure: float, weight: int, tone: str, *, most: int = 1, gap: float = 0) -> None:
        """Nothing where there are no words."""
        if not words.strip():
            return
        text = self.sheet.set(words, measure * self.scale, weight, self.width, most)
        write = self.sheet.write
        self.add(text.height, lambda spot: write(text, spot, tone, self.align), gap)

    def add(self, height: float, draw: Drawing, gap: float = 0) -> None:
        self.height += self.sheet.px(gap * self.scale) if self._parts else 0
        self._parts.append((self.height, draw))
        self.height += height

    def draw(self, spot: QPointF) -> None:
        for below, draw in self._parts:
            draw(QPointF(spot.x(), spot.y() + below))


def fitted(room: float, build: Callable[[float], Column]) -> Column:
    """The column that `build` makes for a scale, as large as the room allows."""
    columns = map(partial(build), SCALES)
    column = next(columns)
    for smaller in columns:
        if column.height <= room:
            break
        column = smaller
    return column
