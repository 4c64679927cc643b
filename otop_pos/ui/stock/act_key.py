"""The keys of the stock desk: each button carries its own and is pressed by it."""

from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from otop_pos.domain.key import cap_text
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Said

StockKey = Literal[
    "find", "group", "move", "price", "give_back", "write_off", "donate", "found", "all", "none", "past_term", "finish"
]
STOCK_KEYS: dict[StockKey, str] = {
    "find": "F2",
    "group": "F3",
    "move": "F4",
    "price": "F5",
    "give_back": "F7",
    "write_off": "F8",
    "donate": "F9",
    "found": "F10",
    "all": "F4",
    "none": "F5",
    "past_term": "F6",
    "finish": "F12",
}
TAB_KEYS = tuple(f"Alt+{number}" for number in range(1, 7))


def press_by(button: QWidget, key: str) -> QShortcut:
    """While it is in sight and enabled, the key clicks the button."""
    shortcut = QShortcut(QKeySequence(key), button)
    shortcut.activated.connect(button.click)  # type: ignore[attr-defined]
    return shortcut


def key_button(
    text: Said, key: StockKey, *, tone: ButtonTone = "plain", stacked: bool = False, icon: str = ""
) -> KeyButton:
    button = KeyButton(text, cap_text(STOCK_KEYS[key]), tone=tone, stacked=stacked, icon=icon)
    press_by(button, STOCK_KEYS[key])
    return button
