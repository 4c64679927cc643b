"""The table every list of the shop uses: painted rows, one selection, an empty state."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from otop_pos.ui.style import ROW, px
from otop_pos.ui.widgets.row_painter import RowPainter
from otop_pos.ui.widgets.table_model import AnyIndex, Column, RowsModel

Row = TypeVar("Row")

LEAST_MAIN = 104
"""Drawing pixels the widest column keeps before others make room."""


class RowsTable(QTableView, Generic[Row]):
    """`RowsTable(columns, empty=EmptyState(…))`; `show_rows(rows)`, `selected()`, `select(number)`.

    Enter, double click or a tap on the selected row emits `chosen(row)`.
    """

    chosen = Signal(object)
    moved = Signal()
    """Another row is selected."""

    def __init__(self, columns: Sequence[Column[Row]], row_height: int = ROW, empty: QWidget | None = None) -> None:
        super().__init__()
        self.rows_model: RowsModel[Row] = RowsModel(columns, self)
        self._row_height = row_height
        self._empty = empty
        self._takes_taps = False
        self.setModel(self.rows_model)
        self.setItemDelegate(RowPainter(self.rows_model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._measure()
        if empty is not None:
            empty.setParent(self.viewport())
        self.activated.connect(lambda index: self.chosen.emit(self.rows_model.row(index.row())))
        self._show_empty()

    def take_taps(self) -> None:
        """From now on one click or touch chooses: for lists that are there to pick from."""
        self._takes_taps = True
        self.clicked.connect(lambda index: self.chosen.emit(self.rows_model.row(index.row())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._takes_taps:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def show_rows(self, rows: Sequence[Row], select: int | None = None) -> None:
        """Replace the rows; `select` a row, by default keep the number selected as far as there is one."""
        number = self.selected_number() if select is None else select
        self.rows_model.show(rows)
        if rows:
            self.select(min(max(number, 0), len(rows) - 1))
        self._show_empty()

    def selected(self) -> Row | None:
        number = self.selected_number()
        return self.rows_model.row(number) if 0 <= number < self.rows_model.rowCount() else None

    def selected_number(self) -> int:
        """Row number, -1 without a selection."""
        return self.currentIndex().row()

    def select(self, number: int) -> None:
        index = self.rows_model.index(number, self._main_column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Move the selection, for a box that keeps the focus while arrows walk the list."""
        count = self.rows_model.rowCount()
        if count:
            self.select(min(max(self.selected_number() + by, 0), count - 1))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.rows_model.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._measure()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    def _measure(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(px(36))
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(px(40))
        for number, column in enumerate(self.rows_model.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(number, px(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))

    @property
    def _main_column(self) -> int:
        """The one that takes the rest of the width; never hidden."""
        return next((number for number, column in enumerate(self.rows_model.columns) if not column.width), 0)

    def _make_room(self) -> None:
        columns = self.rows_model.columns
        left = self.viewport().width() - sum(px(column.width) for column in columns)
        hidden = set()
        for number in sorted(range(len(columns)), key=lambda number: -columns[number].yields):
            if columns[number].yields and left < px(LEAST_MAIN):
                hidden.add(number)
                left += px(columns[number].width)
        for number in range(len(columns)):
            self.setColumnHidden(number, number in hidden)

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self.rows_model.rowCount() == 0)
