"""One side of a producer's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.producer import Producer
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts


class Part(QWidget):
    """`show_producer` reads all of it afresh; `told(said)` is what the screen says was done; `changed` when the
    producer itself is not as it was."""

    told = Signal(object)
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._acts = Acts(self, backend, desk)
        self.producer = Producer("", "")

    def show_producer(self, producer: Producer) -> None:
        self.producer = producer
        self.read()

    def read(self) -> None:
        """What the books hold now."""

    def show_offered(self) -> None:
        """Buttons for what the person at the till may do."""

    def refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)

    def take_scan(self, _code: str) -> bool:
        return False
