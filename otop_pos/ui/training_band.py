"""The marigold band at the top in training: nobody takes practice for the real till, or the other way round."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import GUTTER, TOP_BAR, colour, font, px
from otop_pos.ui.widgets.key_button import KeyButton


class TrainingBand(QWidget):
    """In both languages always; its button leads back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(TOP_BAR))
        self.leave = KeyButton(lambda: _("Leave training"))
        self.leave.use_role("secondary")
        self.leave.setFixedHeight(px(TOP_BAR) - px(8))
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(12), 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.setMinimumWidth(px(200))
        self._name()

    def text(self) -> str:
        return "TRAINING · ฝึกหัด – ของจริงไม่ถูกแตะต้อง"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("accent"))
        side = px(24)
        draw_icon(
            painter, QRectF(px(GUTTER), (self.height() - side) / 2, side, side), "graduation-cap", colour("on_accent")
        )
        painter.setFont(font("strong"))
        painter.setPen(colour("on_accent"))
        left = px(GUTTER) + side + px(10)
        area = QRectF(left, 0, self.leave.x() - left - px(10), self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)

    def _name(self) -> None:
        self.setAccessibleName(self.text())
