"""Digits for a finger: writes into whatever line edit it is given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton

KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "0", ".", "⌫")


class Keypad(QWidget):
    """`write_into(edit)`; typing replaces a selection, as on a keyboard."""

    pressed = Signal(str)

    def __init__(self, edit: QLineEdit | None = None) -> None:
        super().__init__()
        self._edit = edit
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(8))
        self.keys = {key: KeyButton("" if key == "⌫" else key, icon="backspace" if key == "⌫" else "") for key in KEYS}
        for number, (key, button) in enumerate(self.keys.items()):
            button.use_role("action")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.setMinimumHeight(px(48))
            button.clicked.connect(lambda _checked=False, key=key: self._press(key))
            grid.addWidget(button, number // 3, number % 3)

    def write_into(self, edit: QLineEdit) -> None:
        self._edit = edit

    def _press(self, key: str) -> None:
        if self._edit is not None:
            if key == "⌫":
                self._edit.backspace()
            else:
                self._edit.insert(key)
        self.pressed.emit(key)
