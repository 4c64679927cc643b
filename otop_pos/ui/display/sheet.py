"""A page under the pen: measures that follow its size, and a note of every text that was written."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from otop_pos.ui.display.typesetting import BOLD, FIGURE, REGULAR, SEMIBOLD, Text, set_text
from otop_pos.ui.display.words import Words
from otop_pos.ui.style import colour

LANDSCAPE, PORTRAIT = (1280, 800), (800, 1280)
"""What the measures are drawn for."""

PAIR_ROOM = 0.76

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and where the baseline of each of its lines begins."""

    text: Text
    spots: tuple[QPointF, ...]

    @property
    def words(self) -> str:
        return " ".join(self.text.lines)


class Sheet:
    """`px` turns a measure of the drawing into pixels; colours are roles of the theme."""

    def __init__(self, painter: QPainter, size: QSize) -> None:
        self.painter = painter
        self.area = QRectF(0, 0, size.width(), size.height())
        self.is_portrait = size.height() > size.width()
        width, height = PORTRAIT if self.is_portrait else LANDSCAPE
        self._scale = min(size.width() / width, size.height() / height)
        self.written: list[Written] = []

    def px(self, measure: float) -> int:
        return round(measure * self._scale)

    def set(self, words: str, measure: float, weight: int, room: float, most: int = 1) -> Text:
        return set_text(words, self.px(measure), weight, max(int(room), 1), most)

    def line(self, words: str, pixels: float, room: float, weight: int = BOLD) -> Text:
        """One line whose size is given in pixels and not in measures of the drawing."""
        return set_text(words, round(pixels), weight, max(int(room), 1))

    def write(self, text: Text, spot: QPointF, tone: str | QColor, align: Align = "left") -> None:
        """`spot` is the top at the left, in the middle or at the right, as `align` says."""
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        left = spot.x() - text.width * share
        self.painter.setFont(text.face)
        self.painter.setPen(_colour(tone))
        spots = []
        for number, line in enumerate(text.lines):
            wide = self.painter.fontMetrics().horizontalAdvance(line)
            baseline = spot.y() + text.ascent + number * text.leading
            spots.append(QPointF(left + (text.width - wide) * share, baseline))
            self.painter.drawText(spots[-1], line)
        self.written.append(Written(text, tuple(spots)))

    def write_figure(self, text: Text, middle: QPointF, tone: str | QColor, align: Align = "left") -> None:
        """Figures with their visible middle at the height of the spot."""
        top = middle.y() + text.size * FIGURE / 2 - text.ascent
        self.write(text, QPointF(middle.x(), top), tone, align)

    def write_pair(self, words: Words, measure: float, spot: QPointF, tones: tuple[str, str], align: Align) -> float:
        """Thai, then English a little smaller on the same line, within PAIR_ROOM of the page. Gives the height."""
        room = self.area.width() * PAIR_ROOM
        whole = self.set(f"{words.th}  {words.en}", measure, SEMIBOLD, room)
        thai = self.line(words.th, whole.size, room, SEMIBOLD)
        english = self.line(words.en, whole.size * 0.84, room, REGULAR)
        gap = thai.size * 0.45
        width = thai.width + gap + english.width
        left = spot.x() - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        self.write(thai, QPointF(left, spot.y()), tones[0])
        top = spot.y() + thai.ascent - english.ascent
        self.write(english, QPointF(left + thai.width + gap, top), tones[1])
        return thai.height

    def fill(self, area: QRectF, ground: str | QColor, radius: float = 0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(_colour(ground))
        self.painter.drawRoundedRect(area, radius, radius)

    def card(self, area: QRectF, ground: str = "card") -> None:
        """White ground with a hairline for what belongs together."""
        self.fill(area, ground, self.px(16))
        if ground == "card":
            self.painter.setPen(colour("line"))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), self.px(16), self.px(16))


def _colour(tone: str | QColor) -> QColor:
    return colour(tone) if isinstance(tone, str) else tone
