"""How much is meant of the line that is chosen; the arrows walk the list while the hands stay here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from otop_pos.ui.widgets.number_edit import QuantityEdit

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TakeEdit(QuantityEdit):
    stepped = Signal(object)
    """+1 or −1 row."""

    def __init__(self) -> None:
        super().__init__(role="action", allows_zero=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
