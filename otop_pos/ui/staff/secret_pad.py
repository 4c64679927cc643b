"""Keys for a finger to write a PIN or a password with; nothing lights up as they are pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QStackedLayout, QWidget

from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton

_BACK, _SHIFT, _OTHER, _NUMBERS = "⌫", "⇧", "abc", "123"
DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), (_OTHER, "0", _BACK))
LETTERS = (
    tuple("1234567890"),
    tuple("qwertyuiop"),
    (*"asdfghjkl", "-"),
    (_SHIFT, *"zxcvbnm", ".", "@"),
    (_NUMBERS, "_", "!", "#", "*", "+", "=", "?", "&", _BACK),
)


class SecretPad(QWidget):
    """Writes into `edit`. Digits first; letters for passwords on demand."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__()
        self._edit = edit
        self._is_upper = False
        self.digits: dict[str, KeyButton] = {}
        self.letters: dict[str, KeyButton] = {}
        self.pages = QStackedLayout(self)
        self.pages.addWidget(self._page(DIGITS, self.digits, 8))
        self.pages.addWidget(self._page(LETTERS, self.letters, 4))

    def show_letters(self, is_letters: bool) -> None:
        self.pages.setCurrentIndex(1 if is_letters else 0)

    def _page(self, rows: tuple[tuple[str, ...], ...], keys: dict[str, KeyButton], spacing: int) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(spacing))
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                keys[name] = self._key(name)
                grid.addWidget(keys[name], row, column)
        return page

    def _key(self, name: str) -> KeyButton:
        button = KeyButton("" if name == _BACK else name, icon="backspace" if name == _BACK else "")
        button.use_role("secondary" if name in (_OTHER, _NUMBERS) else "heading")
        # The box keeps the focus: Enter goes on to mean Enter.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        button.setMinimumSize(px(44), px(44))
        button.clicked.connect(lambda _checked=False: self._press(name))
        return button

    def _press(self, name: str) -> None:
        if name in (_OTHER, _NUMBERS):
            self.show_letters(name == _OTHER)
        elif name == _SHIFT:
            self._shift(not self._is_upper)
        elif name == _BACK:
            self._edit.backspace()
        else:
            self._edit.insert(name.upper() if self._is_upper else name)

    def _shift(self, is_upper: bool) -> None:
        self._is_upper = is_upper
        for name, button in self.letters.items():
            if name.isalpha() and len(name) == 1:
                button.say(name.upper() if is_upper else name)
