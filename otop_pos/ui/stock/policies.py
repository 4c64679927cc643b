"""Who answers for a lost lot: read from the agreement on its delivery note, once per lot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.receiving import Grn
from otop_pos.domain.stock import MoveKind
from otop_pos.services.receiving import read_grn
from otop_pos.services.stock import LotMove, list_moves
from otop_pos.ui.backend import Door


class Policies(QObject):
    """`want(lot_ids)`; `known` fills as the answers come, `read` tells of each."""

    read = Signal()

    def __init__(self, owner: QWidget, backend: Door) -> None:
        super().__init__(owner)
        self._owner = owner
        self._backend = backend
        self._asked: set[int] = set()
        self.known: dict[int, Bearer] = {}

    def want(self, lot_ids: Sequence[int]) -> None:
        for lot_id in lot_ids:
            if lot_id not in self._asked:
                self._asked.add(lot_id)
                self._backend.call(list_moves, lot_id, done=partial(self._moved, lot_id), owner=self._owner)

    def _moved(self, lot_id: int, moves: Sequence[LotMove]) -> None:
        """Agreements are never changed once goods came in under them: what was read stays true."""
        doc_no = next((move.doc_no for move in moves if move.kind is MoveKind.RECEIVE), "")
        if doc_no:
            self._backend.call(read_grn, doc_no, done=partial(self._keep, lot_id), owner=self._owner)

    def _keep(self, lot_id: int, grn: Grn) -> None:
        self.known[lot_id] = grn.agreement.loss_policy
        self.read.emit()
