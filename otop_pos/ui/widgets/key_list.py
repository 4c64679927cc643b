"""Keys as caps with what they do, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.domain.key_row import KeyRow
from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.key_button import cap_height, cap_width, paint_cap
from otop_pos.ui.widgets.label import LEFT


class KeyList(QWidget):
    """`show_rows(rows)`; the caps stand in one column, as wide as the widest of them."""

    GAP = 4

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[KeyRow, ...] = ()
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[KeyRow]) -> None:
        self.rows = tuple(rows)
        self.setAccessibleName(", ".join(f"{' '.join(row.caps)} {row.title}" for row in rows))
        self.updateGeometry()
        self.update()

    def fit(self, room: int) -> None:
        """Rows come closer together rather than need more than `room` pixels; 0 is any room."""
        self._room = room
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font("secondary"))
        words = max((metrics.horizontalAdvance(row.title) for row in self.rows), default=0)
        return QSize(round(self._caps_width() + px(14) + words) + 4, round(len(self.rows) * self._row_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._caps_width()) + px(90), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, left = self._row_height(), self._caps_width() + px(14)
        for number, row in enumerate(self.rows):
            top = number * height
            self._paint_caps(painter, row, top + (height - cap_height()) / 2)
            painter.setFont(font("secondary"))
            painter.setPen(colour("ink"))
            room = QRectF(left, top, self.width() - left, height)
            title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, int(LEFT | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), title)

    def _paint_caps(self, painter: QPainter, row: KeyRow, top: float) -> None:
        left = 0.0
        for cap in row.caps:
            area = QRectF(left, top, cap_width(cap), cap_height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("head"))
            painter.drawRoundedRect(area, 4, 4)
            paint_cap(painter, area, cap, "ink")
            left += area.width() + px(self.GAP)

    def _caps_width(self) -> float:
        widths = (sum(cap_width(cap) + px(self.GAP) for cap in row.caps) - px(self.GAP) for row in self.rows)
        return max(widths, default=0)

    def _row_height(self) -> float:
        wanted = max(cap_height() + px(7), font("secondary").pixelSize() * 1.6)
        if not self._room or not self.rows:
            return wanted
        return max(min(wanted, self._room / len(self.rows)), cap_height() + 2)
