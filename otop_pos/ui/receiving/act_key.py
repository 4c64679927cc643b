"""Keys of the receiving desk that are not in the table of keys: each button carries its own."""

from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut

from otop_pos.domain.key import cap_text
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Said

DeskKey = Literal["photo", "labels", "put_right", "paste", "take_back"]
DESK_KEYS: dict[DeskKey, str] = {
    "photo": "F4",
    "labels": "F6",
    "put_right": "F9",
    "paste": "Ctrl+V",
    "take_back": "F8",
}


def key_button(
    text: Said, key: DeskKey, *, tone: ButtonTone = "plain", stacked: bool = False, icon: str = ""
) -> KeyButton:
    """While it is in sight and enabled, its key clicks it."""
    button = KeyButton(text, cap_text(DESK_KEYS[key]), tone=tone, stacked=stacked, icon=icon)
    QShortcut(QKeySequence(DESK_KEYS[key]), button).activated.connect(button.click)
    return button
