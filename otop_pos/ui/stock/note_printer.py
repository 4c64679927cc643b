"""The paper of a stock note: after it was posted, and again as often as it is wanted."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.stock_note import StockNote
from otop_pos.services import printing
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers


class NotePrinter(QObject):
    """`print(note)` → printed(note, file) or refused(refusal)."""

    printed = Signal(object, object)
    refused = Signal(object)

    def __init__(self, owner: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(owner)
        self._owner = owner
        self._backend = backend
        self._desk = desk

    def print(self, note: StockNote) -> None:
        job = getattr(printing, "print_note", None)
        if job is None:
            return
        self._backend.send(
            job,
            note,
            self._desk.shop,
            Papers(self._desk).place,
            done=partial(self._printed, note),
            refused=self.refused.emit,
            owner=self._owner,
        )

    def _printed(self, note: StockNote, file: Path) -> None:
        self.printed.emit(note, file)
