"""A QR code to be photographed: black on white in every theme, with its light margin."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import CARD_RADIUS, colour, font, px
from otop_pos.ui.widgets.label import Said, said

MARGIN = 4
"""Light squares around the code (ISO/IEC 18004)."""


class QrView(QWidget):
    """`show_code(modules, caption)`; without modules only the caption is there."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: Sequence[Sequence[bool]] = ()
        self._caption: Said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, modules: Sequence[Sequence[bool]], caption: Said) -> None:
        self._modules, self._caption = modules, caption
        self.setAccessibleName(said(caption))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(308))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("line"))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        text = px(34)
        if self._modules:
            self._paint_code(painter, self.height() - text)
        painter.setFont(font("strong"))
        painter.setPen(Qt.GlobalColor.black)
        under = QRectF(0, self.height() - text - px(2), self.width(), text)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), said(self._caption))

    def _paint_code(self, painter: QPainter, height: int) -> None:
        count = len(self._modules) + 2 * MARGIN
        # Whole pixels: squares of uneven width are harder to read.
        dot = max(min(self.width(), height) // count, 1)
        left, top = (self.width() - dot * count) // 2, max((height - dot * count) // 2, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for y, row in enumerate(self._modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    painter.fillRect(
                        left + (x + MARGIN) * dot, top + (y + MARGIN) * dot, dot, dot, Qt.GlobalColor.black
                    )
