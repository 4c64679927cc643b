"""The cut-off of the month in view, and the key that changes it."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import ActKey, binding, cap_of
from otop_pos.ui.settlement.step_line import HEIGHT
from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.key_button import cap_height, cap_width, paint_cap
from otop_pos.ui.wording import date_text

ICON = 26


class CutoffBox(QAbstractButton):
    """`show_day(date)`; pressed to choose another one."""

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self._act = "settle_cutoff"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ActKey(self._act, self).activated.connect(self.click)
        binding().keys_changed.connect(self._redraw)

    def show_day(self, day: date) -> None:
        self._day = day
        self.setText(date_text(day))
        self.setAccessibleName(f"{_('Settle up to')} {date_text(day)}")
        self.updateGeometry()
        self.update()

    def _redraw(self) -> None:
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._day is not None:
            self.show_day(self._day)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        words = max(
            QFontMetricsF(font("name")).horizontalAdvance(self.text()),
            QFontMetricsF(font("secondary")).horizontalAdvance(_("Settle up to")),
        )
        return QSize(round(words + cap_width(cap_of(self._act))) + px(ICON + 58), px(HEIGHT) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_touched = self.isDown() or self.underMouse()
        painter.setPen(QPen(colour("control_line" if is_touched else "line"), 1))
        painter.setBrush(colour("primary_soft" if is_touched else "card"))
        painter.drawRoundedRect(area, 10, 10)
        side = px(ICON)
        draw_icon(painter, QRectF(px(14), (self.height() - side) / 2, side, side), "calendar-check", colour("primary"))
        left = px(14) + side + px(12)
        first, second = QFontMetricsF(font("secondary")).height(), QFontMetricsF(font("name")).height()
        top = (self.height() - first - second) / 2
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        painter.setFont(font("secondary"))
        painter.setPen(colour("ink2"))
        painter.drawText(QRectF(left, top, self.width() - left, first), flags, _("Settle up to"))
        painter.setFont(font("name"))
        painter.setPen(colour("figure"))
        painter.drawText(QRectF(left, top + first, self.width() - left, second), flags, self.text())
        cap = cap_of(self._act)
        width = cap_width(cap)
        paint_cap(
            painter,
            QRectF(self.width() - width - px(14), (self.height() - cap_height()) / 2, width, cap_height()),
            cap,
            "ink2",
        )
