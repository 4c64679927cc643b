"""Labels of lots once more: from their delivery notes, at today's prices, counted in the books."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.receiving import Grn
from otop_pos.domain.stock import Lot, MoveKind
from otop_pos.i18n import _
from otop_pos.services.receiving import read_grn
from otop_pos.services.stock import LotMove, list_moves
from otop_pos.services.stock.price import count_labels
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.stock.papers import print_lot_labels


class LabelPrinter(QObject):
    """`print(lots)` one after the other → printed(labels in all), or refused(refusal) and no more of them."""

    printed = Signal(object)
    refused = Signal(object)

    def __init__(self, owner: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(owner)
        self._owner = owner
        self._backend = backend
        self._desk = desk
        self._queue: list[Lot] = []
        self._count = 0

    def print(self, lots: Sequence[Lot]) -> None:
        """As many labels of each as lie on the shelf."""
        if not self._queue:
            self._queue, self._count = list(lots), 0
            self._next()

    def _next(self) -> None:
        if not self._queue:
            self.printed.emit(self._count)
            return
        lot = self._queue[0]
        self._call(list_moves, lot.id, done=partial(self._read, lot))

    def _read(self, lot: Lot, moves: Sequence[LotMove]) -> None:
        doc_no = next(move.doc_no for move in moves if move.kind is MoveKind.RECEIVE)
        self._call(read_grn, doc_no, done=partial(self._draw, lot))

    def _draw(self, lot: Lot, grn: Grn) -> None:
        self._backend.send(
            print_lot_labels,
            grn,
            lot,
            self._desk.shop,
            Papers(self._desk).place,
            done=partial(self._book, lot),
            refused=self._stop,
            owner=self._owner,
        )

    def _book(self, lot: Lot, count: int) -> None:
        """Only what left the printer is counted."""
        self._count += count
        reason = _("printed again")
        self._call(count_labels, lot.id, count, reason, **self._desk.here(), done=lambda _none: self._go_on())

    def _go_on(self) -> None:
        del self._queue[:1]
        self._next()

    def _stop(self, refusal: Refusal) -> None:
        self._queue.clear()
        self.refused.emit(refusal)

    def _call(self, use_case: Callable[..., object], *args: object, **kwargs: Any) -> None:
        self._backend.call(use_case, *args, refused=self._stop, owner=self._owner, **kwargs)
