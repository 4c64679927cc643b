"""The indigo side of the set-up: the name, and how far it has come."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, font, px

WIDTH, EDGE, HEAD, STEP = 250, 24, 146, 44


class Banner(QWidget):
    """`show_steps(names, number)`: those before `number` are done."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(WIDTH))
        self._steps: tuple[Callable[[], str], ...] = ()
        self._number = 0

    def show_steps(self, steps: Sequence[Callable[[], str]], number: int) -> None:
        self._steps, self._number = tuple(steps), number
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("rail"))
        painter.fillRect(0, 0, 4, self.height(), colour("accent"))
        side = px(44)
        draw_icon(painter, QRectF(px(EDGE), px(32), side, side), "storefront", colour("accent"))
        face = font("figure")
        face.setWeight(QFont.Weight.Bold)
        painter.setFont(face)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(QRectF(px(EDGE), px(80), self.width(), px(48)), "OTOP POS")
        for number, step in enumerate(self._steps):
            self._paint_step(painter, number, step())

    def _paint_step(self, painter: QPainter, number: int, name: str) -> None:
        side, top = px(28), px(HEAD) + number * px(STEP)
        sign = QRectF(px(EDGE), top + (px(STEP) - side) / 2, side, side)
        is_now, is_done = number == self._number, number < self._number
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if is_now else "rail_active"))
        painter.drawEllipse(sign)
        if is_done:
            inner = sign.adjusted(px(5), px(5), -px(5), -px(5))
            draw_icon(painter, inner, "check", colour("accent"))
        else:
            painter.setFont(font("strong"))
            painter.setPen(colour("on_accent" if is_now else "rail_text"))
            painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(number + 1))
        face = font("strong" if is_now else "body")
        painter.setFont(face)
        painter.setPen(Qt.GlobalColor.white if is_now else colour("rail_text"))
        left = sign.right() + px(10)
        area = QRectF(left, top, self.width() - left - px(6), px(STEP))
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)
