"""A few short lines close together, each ended by an ellipsis where it is too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import INK_ABOVE, Role, Tone, colour, font, px
from otop_pos.ui.widgets.label import Said, said
from otop_pos.ui.widgets.paragraph import LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Line:
    text: Said
    role: Role = "secondary"
    tone: Tone = "ink2"


class Lines(QWidget):
    """`show_lines([Line(…), …])`. One widget paints them all: tone marks may reach into the line above."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        self.setAccessibleName("\n".join(self.texts()))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        return [text for line in self._lines if (text := said(line.text))]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_lines(self._lines)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        height = sum(_size(line) * LINE_HEIGHT for line in shown)
        return QSize(px(200), ceil(height + (_size(shown[0]) * INK_ABOVE if shown else 0) + px(4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._shown()
        top = _size(shown[0]) * INK_ABOVE if shown else 0.0
        for line in shown:
            painter.setFont(font(line.role))
            painter.setPen(colour(line.tone))
            metrics = painter.fontMetrics()
            text = metrics.elidedText(said(line.text), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QPointF(0, top + metrics.ascent()), text)
            top += _size(line) * LINE_HEIGHT

    def _shown(self) -> list[Line]:
        return [line for line in self._lines if said(line.text)]


def _size(line: Line) -> int:
    return font(line.role).pixelSize()
