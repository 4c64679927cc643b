"""All reports in their groups: a group's name is passed over by the arrows."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal

from otop_pos.i18n import current_language
from otop_pos.services.report.registry import GROUPS, REPORTS
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import AnyIndex, Column


@dataclass(frozen=True, slots=True)
class Entry:
    """A report, or (`key` empty) the name of a group."""

    key: str
    group: str

    @property
    def title(self) -> str:
        words = REPORTS[self.key].title if self.key else GROUPS[self.group]  # type: ignore[index]
        return words.said(current_language())


class ReportList(RowsTable[Entry]):
    """`chosen_key(key)` whenever another report is under the selection."""

    chosen_key = Signal(str)
    HEAD, ROW = 34, 44

    def __init__(self) -> None:
        self._entries = tuple(_entries())
        self._before = -1
        columns: tuple[Column[Entry], ...] = (Column(lambda: "", lambda entry: entry.title, tone=_tone),)
        super().__init__(columns, self.ROW)
        self.horizontalHeader().hide()
        self.show_rows(self._entries, select=1)
        self._fit_rows()

    def key(self) -> str:
        entry = self.selected()
        return entry.key if entry is not None else ""

    def choose(self, key: str) -> None:
        self.select(next(number for number, entry in enumerate(self._entries) if entry.key == key))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        number, before = current.row(), self._before
        if not 0 <= number < len(self._entries):
            return
        if not self._entries[number].key:
            # Upwards over a group's name, except over the first one.
            onward = number - 1 if number < before and number > 0 else number + 1
            self.select(onward)
            return
        if number != before:
            self._before = number
            self.chosen_key.emit(self._entries[number].key)

    def _measure(self) -> None:
        super()._measure()
        self._fit_rows()

    def _fit_rows(self) -> None:
        for number in range(self.rows_model.rowCount()):
            is_head = not self.rows_model.row(number).key
            self.setRowHeight(number, px(self.HEAD if is_head else self.ROW))


def _tone(entry: Entry) -> Tone:
    return "ink" if entry.key else "ink2"


def _entries() -> Iterator[Entry]:
    for group in GROUPS:
        yield Entry("", group)
        yield from (Entry(key, group) for key, report in REPORTS.items() if report.group == group)
