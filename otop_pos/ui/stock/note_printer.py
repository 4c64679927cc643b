"""The papers of the stock desk: a note after it was posted and as a copy later, and the sheet to count with."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.count import Count
from otop_pos.domain.stock_note import StockNote
from otop_pos.services.paper import Issued, read_paper
from otop_pos.services.printing import Paper, print_count_sheet, print_note
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers

COPY = 1


class NotePrinter(QObject):
    """`print(note)`, `print_again(note)`, `print_sheet(count)` → printed(number, file) or refused(refusal)."""

    printed = Signal(object, object)
    refused = Signal(object)

    def __init__(self, owner: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(owner)
        self._owner = owner
        self._backend = backend
        self._desk = desk

    def print(self, note: StockNote, copy_no: int = 0) -> None:
        """From what was kept when it was posted, whatever was renamed since."""
        self._backend.call(
            read_paper,
            note.doc_no,
            StockNote,
            done=partial(self._print_issued, copy_no),
            refused=self.refused.emit,
            owner=self._owner,
        )

    def print_again(self, note: StockNote) -> None:
        self.print(note, COPY)

    def print_sheet(self, count: Count) -> None:
        self._backend.send(
            print_count_sheet,
            count,
            self._desk.shop,
            self._place,
            done=partial(self._printed, count.doc_no),
            refused=self.refused.emit,
            owner=self._owner,
        )

    @property
    def _place(self) -> Paper:
        return Papers(self._desk).place

    def _print_issued(self, copy_no: int, issued: Issued[StockNote]) -> None:
        self._backend.send(
            _draw_note,
            issued,
            self._place,
            copy_no,
            done=partial(self._printed, issued.value.doc_no),
            refused=self.refused.emit,
            owner=self._owner,
        )

    def _printed(self, doc_no: str, file: Path) -> None:
        self.printed.emit(doc_no, file)


def _draw_note(issued: Issued[StockNote], paper: Paper, copy_no: int) -> Path:
    return print_note(issued.value, issued.shop, paper, copy_no=copy_no)
