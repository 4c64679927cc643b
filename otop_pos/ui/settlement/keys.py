"""Keys of the settlement screen, and buttons that answer to them."""

from PySide6.QtGui import QKeySequence, QShortcut

from otop_pos.domain.key import KEYS, cap_text
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Said

SETTLEMENT_KEYS = {
    "settle_drafts": "Alt+1",
    "settle_vouchers": "Alt+2",
    "settle_pay": "Alt+3",
    "settle_papers": "Alt+4",
    "settle_cutoff": "F3",
    "settle_choose": "F4",
    "settle_look": "F5",
    "settle_hold": "F6",
    "settle_adjust": "F7",
    "settle_print": "F8",
    "settle_holds": "F9",
    "settle_reverse": "F10",
}
"""Act → key, for acts that the till's own table of keys does not know."""


def act_button(
    title: Said, act: str, *, tone: ButtonTone = "plain", icon: str = "", stacked: bool = False
) -> KeyButton:
    """A button pressed by the key of its act; the key follows when it is bound anew, where it can be."""
    if act in KEYS:
        return KeyButton(title, act=act, tone=tone, icon=icon, stacked=stacked)
    key = SETTLEMENT_KEYS[act]
    button = KeyButton(title, cap_text(key), tone=tone, icon=icon, stacked=stacked)
    QShortcut(QKeySequence(key), button).activated.connect(button.click)
    return button
