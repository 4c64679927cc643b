"""Codes in the order they were scanned: the next one waits until the one before it is on the bill."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal, UnknownCode
from otop_pos.domain.sale import Offer
from otop_pos.domain.scan import Scan, read_scan
from otop_pos.services.sale import find_offers
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk


class CodeQueue(QObject):
    """`take(text)`; every text ends in `found` or `refused`, and the next one begins with `go_on()`."""

    found = Signal(object, object)
    """Scan, tuple of Offer: one per maker."""
    unknown = Signal(object, object)
    """Scan, UnknownCode."""
    refused = Signal(object)

    def __init__(self, backend: Door, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._backend = backend
        self._desk = desk
        self._owner = owner
        self._waiting: deque[Scan] = deque()
        self._is_busy = False
        self._is_given = False
        backend.crashed.connect(self._leave_out)

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def take(self, text: str) -> None:
        self._waiting.append(read_scan(text))
        if not self._is_busy:
            self._look_up_next()

    def go_on(self) -> None:
        """What was found is dealt with: look up the next code. Nothing happens while none was given."""
        if self._is_given:
            self._is_given = False
            self._look_up_next()

    def _look_up_next(self) -> None:
        self._is_busy = bool(self._waiting)
        if not self._is_busy:
            return
        scan = self._waiting.popleft()
        self._backend.call(
            find_offers,
            scan.code,
            on=self._desk.today,
            done=lambda offers: self._give(scan, offers),
            refused=lambda refusal: self._refuse(scan, refusal),
            owner=self._owner,
        )

    def _leave_out(self, _bug: Exception) -> None:
        """A bug answered, maybe instead of the shop: the codes behind still get their turn."""
        if self._is_busy and not self._is_given:
            self._look_up_next()

    def _give(self, scan: Scan, offers: Sequence[Offer]) -> None:
        self._is_given = True
        self.found.emit(scan, tuple(offers))

    def _refuse(self, scan: Scan, refusal: Refusal) -> None:
        self._is_given = True
        if isinstance(refusal, UnknownCode):
            self.unknown.emit(scan, refusal)
        else:
            self.refused.emit(refusal)
