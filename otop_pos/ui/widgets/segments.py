"""One of a few, beside each other: the chosen one is filled and carries a check."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said

CHECK = "check"


class _Segment(KeyButton):
    """The check tells what colour alone must not."""

    def __init__(self, text: Said) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.toggled.connect(self._mark)

    def _mark(self, is_on: bool) -> None:
        self._icon = CHECK if is_on else ""
        self.updateGeometry()


class Segments(QWidget):
    """`Segments([("th", "ไทย"), …])`, `.choice()` ("" when none is), `.choose(key)`, `changed(key)` by hand only.

    `columns` beside each other, all where it is 0; `large` is how many when the text is large.
    """

    changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, Said]], columns: int = 0, large: int = 0) -> None:
        super().__init__()
        self._keys = [key for key, _text in options]
        self._group = QButtonGroup(self)
        self.buttons: dict[str, KeyButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(8))
        columns = (large if is_large() else 0) or columns or len(options)
        for number, (key, text) in enumerate(options):
            button = self.buttons[key] = _Segment(text)
            self._group.addButton(button, number)
            grid.addWidget(button, number // columns, number % columns)
        if not is_large():  # large words need the room that others leave
            for column in range(columns):
                grid.setColumnStretch(column, 1)
        self._group.idClicked.connect(self._take)

    def choice(self) -> str:
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """A key that is not offered: none is chosen."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
        elif (button := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            button.setChecked(False)
            self._group.setExclusive(True)

    def _take(self, number: int) -> None:
        """The focus is where the choice is: Enter would else take the choice back."""
        if any(button.hasFocus() for button in self.buttons.values()):
            self.take_focus()
        self.changed.emit(self._keys[number])

    def take_focus(self) -> None:
        button = self.buttons.get(self.choice()) or self.buttons[self._keys[0]]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
