"""A number to be read from the shelf, three metres away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import colour, font, px

LARGEST = 150
FONT_LINE = 1.35


class BigNumber(QWidget):
    """`show_text("12")`: as large as its place allows."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(LARGEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font("total")
        face.setPixelSize(max(min(px(LARGEST), round(self.height() / FONT_LINE)), 1))
        needed = QFontMetricsF(face).horizontalAdvance(self._text)
        if needed > self.width():
            face.setPixelSize(max(int(face.pixelSize() * self.width() / needed), 1))
        painter.setFont(face)
        painter.setPen(colour("figure"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), self._text)
