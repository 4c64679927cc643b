"""The lines of a delivery; the selected one opens into its boxes."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otop_pos.ui.receiving.album import Album
from otop_pos.ui.receiving.draft import Draft, DraftLine
from otop_pos.ui.receiving.line_columns import PRODUCT, DraftRow, draft_columns, draft_rows
from otop_pos.ui.receiving.line_editor import HEIGHT, LineEditor
from otop_pos.ui.receiving.line_painter import LinePainter
from otop_pos.ui.style import px
from otop_pos.ui.widgets.rows_table import RowsTable

ROW = 58


class LinesTable(RowsTable[DraftRow]):
    """`show_draft(draft, today, select)`; edits come out of `editor`. The table itself never takes the focus."""

    line_changed = Signal(object, object)
    """Number of the line from 0, and the line as it is now."""
    left_wrong = Signal(object, object)
    """Problem and line: another line was selected over an entry that is none, and the line keeps its figure."""

    def __init__(self, album: Album, empty: QWidget) -> None:
        super().__init__(draft_columns(), ROW, empty)
        self.setItemDelegate(LinePainter(self.rows_model, album, self))
        self._today = date.min
        self._shown: tuple[int, DraftLine] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.editor = LineEditor(album)
        self.editor.setParent(self.viewport())
        self.editor.hide()
        self.editor.changed.connect(self._take)
        album.changed.connect(self._repaint)
        self.moved.connect(self._open_selected)
        self.clicked.connect(lambda _index: self.editor.focus_on("declared"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place())

    def show_draft(self, draft: Draft, today: date, select: int | None = None) -> None:
        """The lines as they are; the boxes keep what is being typed unless another line is selected."""
        self._today = today
        is_other = select is not None or len(draft.lines) != self.rows_model.rowCount()
        self.show_rows(draft_rows(draft.lines), select)
        if is_other:
            self._shown = None
        self._open_selected()

    def _repaint(self) -> None:
        self.viewport().update()
        self.editor.update()

    def _take(self, line: DraftLine) -> None:
        number = self.selected_number()
        self._shown = (number, line)
        self.line_changed.emit(number, line)

    def _open_selected(self) -> None:
        row = self.selected()
        if row is None:
            self._shown = None
            self.editor.hide()
            return
        number = row.number - 1
        if self._shown is not None and self._shown[0] == number:
            self.editor.show_line(row.line)
        else:
            self._load(number, row.line)
        self._shown = (number, row.line)
        self._place()
        self.scrollTo(self.rows_model.index(self.selected_number(), PRODUCT))

    def _load(self, number: int, line: DraftLine) -> None:
        wrong, before = self.editor.wrong(), self.editor.line
        self.editor.load(number, line, self._today)
        if wrong is not None:
            self.left_wrong.emit(wrong, before)

    def _place(self) -> None:
        """The selected row is higher, and the boxes lie on it, column by column."""
        selected = self.selected_number()
        for number in range(self.rows_model.rowCount()):
            self.setRowHeight(number, px(HEIGHT if number == selected else ROW))
        if selected < 0:
            return
        top = self.rowViewportPosition(selected)
        self.editor.setGeometry(0, top, self.viewport().width(), px(HEIGHT))
        columns = range(len(self.rows_model.columns))
        self.editor.take_columns([(self.columnViewportPosition(each), self.columnWidth(each)) for each in columns])
        self.editor.show()
        self.editor.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.scrollTo(self.rows_model.index(self.selected_number(), PRODUCT))
