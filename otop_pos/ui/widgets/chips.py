"""One of a few, side by side: arrows or a tap choose, Enter goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class _Chip(KeyButton):
    entered = Signal()
    stepped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go round through all of them, also where they stand in two rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """`Chips([("box", lambda: _("Box")), …], columns=4)`, `.choice()`, `.choose(key)`."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, options: Sequence[tuple[str, Said]], columns: int) -> None:
        super().__init__()
        self._keys = [key for key, _text in options]
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(8))
        for number, (_key, text) in enumerate(options):
            chip = _Chip(text)
            chip.setCheckable(True)
            chip.entered.connect(self.entered)
            chip.stepped.connect(self._step)
            self._group.addButton(chip, number)
            grid.addWidget(chip, number // columns, number % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._group.idToggled.connect(self._toggled)
        self.choose(self._keys[0])

    def choice(self) -> str:
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)

    def take_focus(self) -> None:
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, by: int) -> None:
        self.choose(self._keys[(self._group.checkedId() + by) % len(self._keys)])
        self.take_focus()

    def _toggled(self, number: int, is_checked: bool) -> None:
        if is_checked:
            self.changed.emit(self._keys[number])
