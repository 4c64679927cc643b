"""Rows of any value as a table: a screen only declares its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otop_pos.ui.style import Role, Tone

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row's value itself."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """Heading, and how to get what a cell shows from a row.

    `width` in drawing pixels, 0 takes the rest (one column should). `second` is a smaller second line,
    `stars` a count of stars after it, `tile` the name whose initials stand before the text.
    `tone` gives the text's colour by row; `role` its type.
    """

    heading: Callable[[], str]
    text: Callable[[Row], str]
    width: int = 0
    align: Literal["left", "right", "centre"] = "left"
    role: Role = "body"
    tone: Callable[[Row], Tone] | None = None
    second: Callable[[Row], str] | None = None
    stars: Callable[[Row], int] | None = None
    tile: Callable[[Row], str] | None = None
    yields: int = 0
    """Where large type or a small screen leaves the widest column no room, columns go: the highest first, 0 never."""


ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}


class RowsModel(QAbstractTableModel, Generic[Row]):
    """`show(rows)` replaces the rows; what stays at its place keeps selection and scroll position."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def row(self, number: int) -> Row:
        return self._rows[number]

    def show(self, rows: Sequence[Row]) -> None:
        before, kept = self._rows, min(len(self._rows), len(rows))
        if len(before) > kept:
            self.beginRemoveRows(QModelIndex(), kept, len(before) - 1)
            self._rows = before[:kept]
            self.endRemoveRows()
        self._rows = list(rows[:kept])
        changed = [number for number in range(kept) if before[number] != rows[number]]
        if changed:
            self._tell_changed(changed[0], changed[-1])
        if len(rows) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()

    def retranslate(self) -> None:
        """Ask headings and cells anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self._tell_changed(0, len(self._rows) - 1)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading()} {column.text(row)}".strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[column.align]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[self.columns[section].align]
        return None
