"""Sets text so that all of it can be read: broken between words, balanced, smaller where it must be."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from otop_pos.documents.line_break import pieces
from otop_pos.ui.style import FAMILY, INK_ABOVE, INK_BELOW

ASCENT, DESCENT, LINE, FIGURE = 1.07, 0.24, 1.45, 0.71
"""In em: Sarabun's own line, from one line to the next, and how high its figures stand."""
SMALLEST = 0.5
"""Of the size asked for; below it the text ends in an ellipsis rather than be illegible."""
STEP = 0.94
_THAI = re.compile("[\u0e00-\u0e7f]")

REGULAR, SEMIBOLD, BOLD = 400, 600, 700


@dataclass(frozen=True, slots=True)
class Text:
    """Lines ready to be drawn; `size` in pixels, `width` of the longest line."""

    lines: tuple[str, ...]
    size: int
    weight: int
    width: float
    is_cut: bool = False

    @property
    def face(self) -> QFont:
        return _face(self.size, self.weight)

    @property
    def ascent(self) -> float:
        """From the top to the first baseline. Thai ink stands higher than the font's own line."""
        return self.size * (ASCENT + (INK_ABOVE if self._is_thai else 0))

    @property
    def height(self) -> float:
        below = self.size * (DESCENT + (INK_BELOW if self._is_thai else 0))
        return self.ascent + (len(self.lines) - 1) * self.leading + below if any(self.lines) else 0

    @property
    def leading(self) -> float:
        return self.size * LINE

    @property
    def _is_thai(self) -> bool:
        return any(_THAI.search(line) for line in self.lines)


@lru_cache(maxsize=1024)
def set_text(words: str, size: int, weight: int, room: int, most: int = 1) -> Text:
    """`words` in at most `most` lines no wider than `room` pixels, as large as fits but not above `size`."""
    smaller = size
    while True:
        metrics = QFontMetricsF(_face(smaller, weight))
        lines = _broken(words, metrics.horizontalAdvance, room)
        if len(lines) <= most and all(metrics.horizontalAdvance(line) <= room for line in lines):
            lines = _balanced(words, metrics.horizontalAdvance, room, len(lines))
            return Text(lines, smaller, weight, max(map(metrics.horizontalAdvance, lines)))
        if smaller * STEP < size * SMALLEST or smaller <= 8:
            rest = " ".join(lines[most - 1 :])
            ended = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            return Text((*lines[: most - 1], ended), smaller, weight, room, is_cut=True)
        smaller = int(smaller * STEP)


def _broken(words: str, measure: Callable[[str], float], room: float) -> tuple[str, ...]:
    return tuple(line for part in words.split("\n") for line in _filled(part, measure, room))


def _filled(part: str, measure: Callable[[str], float], room: float) -> list[str]:
    """Thai words are looked up only where the text is too long: the dictionary takes half a second to load."""
    if measure(part) <= room:
        return [part]
    lines = [""]
    for piece in _quoted(pieces(part)):
        if lines[-1] and measure(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _quoted(parts: Iterable[str]) -> list[str]:
    """Straight quotes kept with what they open and close: every second one closes."""
    done: list[str] = []
    is_open = is_glued = False
    for part in parts:
        if is_glued or (part.startswith('"') and is_open and done):
            done[-1] += part
        else:
            done.append(part)
        is_open ^= part.count('"') % 2 == 1
        is_glued = is_open and part.endswith('"')
    return done


def _balanced(words: str, measure: Callable[[str], float], room: int, count: int) -> tuple[str, ...]:
    """As many lines as needed, about equally long: no single word is left over."""
    low, high = 0, room
    while count > 1 and high - low > 4:
        middle = (low + high) // 2
        lines = _broken(words, measure, middle)
        if len(lines) <= count and all(measure(line) <= middle for line in lines):
            high = middle
        else:
            low = middle
    return _broken(words, measure, high)


@lru_cache(maxsize=256)
def _face(size: int, weight: int) -> QFont:
    face = QFont(FAMILY)
    face.setPixelSize(max(size, 1))
    face.setWeight(QFont.Weight(weight))
    return face
