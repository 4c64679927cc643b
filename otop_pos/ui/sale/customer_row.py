"""Who buys, as a row of the totals: touched or by its key it asks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from otop_pos.domain.customer import Customer
from otop_pos.i18n import _
from otop_pos.ui.style import INK_ABOVE, INK_BELOW, colour, font, px
from otop_pos.ui.widgets.key_button import KeyButton, cap_height, cap_width, paint_cap


class CustomerRow(KeyButton):
    """`show_customer(customer)`; looks like the facts above it, with its key beside the title."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Customer"), act="customer", tone="quiet")
        self.customer: Customer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_customer(self, customer: Customer | None) -> None:
        self.customer = customer
        self.setAccessibleDescription(self.value())
        self.update()

    def value(self) -> str:
        return self.customer.name if self.customer else _("general")

    def sizeHint(self) -> QSize:
        size = font("body").pixelSize()
        return QSize(px(200), max(round(size * (1.3 + INK_ABOVE + INK_BELOW)), px(36)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary_soft"))
            painter.drawRoundedRect(area, 6, 6)
        left = self._paint_title(painter, area)
        painter.setFont(font("strong"))
        painter.setPen(colour("ink"))
        room = area.adjusted(left + px(8), 0, 0, 0)
        text = painter.fontMetrics().elidedText(self.value(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_title(self, painter: QPainter, area: QRectF) -> float:
        """Where the title and its cap end."""
        painter.setFont(font("body"))
        painter.setPen(colour("ink2"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.words())
        left = QFontMetricsF(font("body")).horizontalAdvance(self.words()) + px(8)
        for cap in self.caps():
            top = (area.height() - cap_height()) / 2
            paint_cap(painter, QRectF(left, top, cap_width(cap), cap_height()), cap, "ink2")
            left += cap_width(cap) + px(4)
        return left
