"""Does what a key does when its barcode is scanned from the card beside the till."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.domain.key_scan import ENTER, ESCAPE, act_of_scan
from otop_pos.ui.keys import ActKey

_ANSWERS = {ENTER: (Qt.Key.Key_Return, "\r"), ESCAPE: (Qt.Key.Key_Escape, "\x1b")}


def press_scanned(window: QWidget, text: str) -> bool:
    """True when the text was such a barcode, also where its key means nothing just now."""
    act = act_of_scan(text)
    if act is None:
        return False
    if act in _ANSWERS:
        _answer(*_ANSWERS[act])
        return True
    for key in window.findChildren(ActKey):
        if key.act == act and _is_in_reach(key.parent()):
            key.activated.emit()
            break
    return True


def _answer(key: Qt.Key, text: str) -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _is_in_reach(owner: object) -> bool:
    return isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
