"""A list in which rows are marked: Space, or a touch on the mark, and all of them at once."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.row_painter import RowPainter
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column

Row = TypeVar("Row")

BOX = 24


class MarkPainter(RowPainter):
    """A box before the row, ticked where it is marked."""

    def _words(self, painter: QPainter, area: QRectF, column: Column[Any], row: Any) -> None:
        side = px(BOX)
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        is_marked = bool(column.text(row))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("primary_fill" if is_marked else "control_line"), 1.5))
        painter.setBrush(colour("primary_fill" if is_marked else "card"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if is_marked:
            draw_icon(painter, box.adjusted(4, 4, -4, -4), "check", colour("on_primary"))


class MarkList(RowsTable[Row], Generic[Row]):
    """`marked` are the keys of the rows; they stay marked while rows are shown anew."""

    marks_changed = Signal()

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], row_height: int, empty: QWidget
    ) -> None:
        self.marked: set[Hashable] = set()
        self._key = key
        mark: Column[Row] = Column(lambda: "", lambda row: _("marked") if key(row) in self.marked else "", 56)
        super().__init__((mark, *columns), row_height, empty)
        self.setItemDelegateForColumn(0, MarkPainter(self.rows_model, self))

    def toggle(self, row: Row) -> None:
        self.marked ^= {self._key(row)}
        self._redraw()

    def mark(self, row: Row) -> None:
        self.marked |= {self._key(row)}
        self._redraw()

    def mark_only(self, rows: Sequence[Row]) -> None:
        self.marked = {self._key(row) for row in rows}
        self._redraw()

    def marked_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows_model.rows if self._key(row) in self.marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.selected()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.toggle(row)
            self.step(1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self.toggle(self.rows_model.row(index.row()))

    def _redraw(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()
