"""Yes or no: a square with a check, and what it is about."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import CONTROL, colour, font, px
from otop_pos.ui.widgets.label import Said, said

MARK = 22


class TickBox(QAbstractButton):
    def __init__(self, text: Said) -> None:
        super().__init__()
        self._said = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(said(text))

    def sizeHint(self) -> QSize:
        return QSize(px(MARK + 24) + self.fontMetrics().horizontalAdvance(said(self._said)), px(CONTROL))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(said(self._said))
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(MARK)
        box = QRectF(px(4), (self.height() - side) / 2, side, side)
        is_on = self.isChecked()
        painter.setPen(QPen(colour("primary_fill" if is_on else "control_line"), 1.5))
        painter.setBrush(colour("primary_fill" if is_on else "card"))
        painter.drawRoundedRect(box, 5, 5)
        if is_on:
            inset = side * 0.15
            draw_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check-bold", colour("on_primary"))
        painter.setPen(colour("ink" if self.isEnabled() else "ink3"))
        painter.setFont(font("body"))
        area = QRectF(box.right() + px(10), 0, self.width() - box.right() - px(10), self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), said(self._said))
