"""The bills that wait, as chips on the totals: one touch takes one up."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from otop_pos.domain.held_bill import HeldBill
from otop_pos.i18n import _
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.style import CONTROL_RADIUS, colour, font, px
from otop_pos.ui.widgets.label import Label, Said, said
from otop_pos.ui.wording import time_text

HEIGHT, GAP, ROWS = 44, 6, 2
LONGEST_NAME = 14


class Chip(QAbstractButton):
    """A thin broken frame: something that waits."""

    def __init__(self, text: Said, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = text
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", CONTROL_RADIUS)
        self.setAccessibleName(said(text))

    def words(self) -> str:
        return said(self._said)

    def wanted(self) -> int:
        return round(QFontMetricsF(font("secondary")).horizontalAdvance(self.words())) + px(22)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted(), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        touched = self.underMouse() or self.isDown()
        painter.setPen(QPen(colour("control_line"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(colour("primary_soft" if touched else "card"))
        # The finger's room is higher than the frame, as in the drawing.
        area = QRectF(self.rect()).adjusted(0.5, px(5) + 0.5, -0.5, -px(5) - 0.5)
        painter.drawRoundedRect(area, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setFont(font("secondary"))
        painter.setPen(colour("ink2" if self.isEnabled() else "ink3"))
        room = round(area.width()) - px(16)
        text = painter.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)


class HeldChips(QWidget):
    """`show_bills(bills)` → chosen(HeldBill); what finds no room is behind the last chip: all_wanted()."""

    chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bills: tuple[HeldBill, ...] = ()
        self.chips: list[Chip] = []
        self._hidden = 0
        self._title = Label(lambda: _("Held bills"), "secondary", "ink2")
        self._title.setParent(self)
        self._rest = Chip(self._rest_text, self)
        self._rest.clicked.connect(self.all_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_bills(self, bills: Sequence[HeldBill]) -> None:
        if tuple(bills) == self.bills:
            return
        self.bills = tuple(bills)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(bill) for bill in self.bills]
        self.setVisible(bool(self.bills))
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        rows = max(self._rows_needed(), 1)
        return QSize(px(200), self._title.sizeHint().height() + rows * px(HEIGHT) + (rows - 1) * px(GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._arrange()
        super().changeEvent(event)

    def _chip(self, bill: HeldBill) -> Chip:
        chip = Chip(lambda: chip_text(bill), self)
        chip.clicked.connect(lambda _checked=False: self.chosen.emit(bill))
        return chip

    def _rest_text(self) -> str:
        return _("{count} more…").format(count=self._hidden)

    def _rows_needed(self) -> int:
        rows, left = 1, 0
        for chip in self.chips:
            width = min(chip.wanted(), self.width())
            if left and left + width > self.width():
                rows, left = rows + 1, 0
            left += width + px(GAP)
        return min(rows, ROWS)

    def _arrange(self) -> None:
        """The title where there is height for it, then rows of chips; the last place tells of the rest."""
        title = self._title.sizeHint().height()
        has_title = self.height() >= title + px(HEIGHT)
        self._title.setVisible(has_title)
        self._title.setGeometry(0, 0, self.width(), title)
        top = title if has_title else 0
        rows = min(max((self.height() - top + px(GAP)) // px(HEIGHT + GAP), 1), ROWS)
        shown = next((count for count in range(len(self.chips), -1, -1) if self._places(count, rows)), 0)
        self._hidden = len(self.chips) - shown
        for chip in (*self.chips[shown:], self._rest):
            chip.hide()
        placed = [*self.chips[:shown], *([self._rest] if self._hidden else [])]
        for chip, place in zip(placed, self._places(shown, rows) or (), strict=False):
            row, left, width = place
            chip.setGeometry(left, top + row * px(HEIGHT + GAP), width, px(HEIGHT))
            chip.show()
            chip.update()

    def _places(self, count: int, rows: int) -> list[tuple[int, int, int]] | None:
        """(row, left, width) of the first chips and, where some are left over, of the one for the rest."""
        self._hidden = len(self.chips) - count
        row, left, places = 0, 0, []
        for chip in (*self.chips[:count], *([self._rest] if self._hidden else [])):
            width = min(chip.wanted(), self.width())
            if left and left + width > self.width():
                row, left = row + 1, 0
            places.append((row, left, width))
            left += width + px(GAP)
        return places if row < rows else None


def chip_text(bill: HeldBill) -> str:
    """'14:21 คุณนก · 2 รายการ'; a bill that is named by its time says it once."""
    at, name = time_text(bill.at), bill.name
    short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    lines = str(bill.line_count) if is_large() else _("{count} lines").format(count=bill.line_count)
    return f"{at} · {lines}" if name == at else f"{at} {short} · {lines}"
