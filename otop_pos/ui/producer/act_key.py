"""The keys of the producers: each button carries its own and is pressed by it."""

from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from otop_pos.domain.key import cap_text
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Said

ProducerKey = Literal["new", "change", "approve", "story", "photo", "paste", "end", "remove", "rehearse"]
PRODUCER_KEYS: dict[ProducerKey, str] = {
    "new": "F3",
    "change": "F4",
    "approve": "F5",
    "story": "F6",
    "photo": "F7",
    "end": "F8",
    "paste": "F8",
    "remove": "F9",
    "rehearse": "F5",
}
TAB_KEYS = tuple(f"Alt+{number}" for number in range(1, 7))


def press_by(button: QAbstractButton, key: str) -> None:
    """While it is in sight and enabled, the key clicks the button."""
    QShortcut(QKeySequence(key), button).activated.connect(button.click)


def key_button(text: Said, key: ProducerKey, *, tone: ButtonTone = "plain", icon: str = "") -> KeyButton:
    button = KeyButton(text, cap_text(PRODUCER_KEYS[key]), tone=tone, icon=icon)
    press_by(button, PRODUCER_KEYS[key])
    return button
