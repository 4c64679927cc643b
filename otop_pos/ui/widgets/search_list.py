"""Results of a search under its box, per keystroke, without ever showing an older answer."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column

Row = TypeVar("Row")

Ask = Callable[[str, Callable[[Sequence[Row]], None]], None]
"""ask(text, done): start a search; done(rows) brings what was found."""


class SearchList(Card, Generic[Row]):
    """`look_for(text)` asks at once; an answer that a newer question has overtaken is thrown away.

    `ask` usually is `lambda text, done: backend.call(search_offers, text, on=…, done=done, owner=self)`.
    """

    chosen = Signal(object)
    missed = Signal(str)
    """`choose_found` came to nothing; with the text that was looked for."""

    def __init__(self, columns: Sequence[Column[Row]], ask: Ask[Row], nothing: Said, hint: Said = "") -> None:
        super().__init__(padding=4, spacing=0)
        self._ask = ask
        self._question = 0
        self._is_waiting = False
        self._chooses_when_found = False
        self.text = ""
        self.table: RowsTable[Row] = RowsTable(columns, empty=EmptyState("magnifying-glass", nothing, hint))
        self.column.setContentsMargins(1, 1, 1, px(4))
        self.column.addWidget(self.table)
        self.table.chosen.connect(self.chosen)

    def look_for(self, text: str) -> None:
        self._question += 1
        question = self._question
        self._is_waiting, self._chooses_when_found = True, False
        self.text = text
        self._ask(text, lambda rows: self._show(question, rows))

    def choose(self) -> bool:
        """Take the selected row; False when there is none."""
        row = self.table.selected()
        if row is None:
            return False
        self.chosen.emit(row)
        return True

    def choose_found(self) -> None:
        """Take the selected row of the last question's answer, now or when it is here: Enter may be faster."""
        if self._is_waiting:
            self._chooses_when_found = True
        elif not self.choose():
            self.missed.emit(self.text)

    def _show(self, question: int, rows: Sequence[Row]) -> None:
        if question != self._question:
            return
        self._is_waiting = False
        self.table.show_rows(rows, select=0)
        if self._chooses_when_found:
            self._chooses_when_found = False
            self.choose_found()
