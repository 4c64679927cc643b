"""Hands at the till: keys, scans and clicks as the window system delivers them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.ui.widgets.scan_filter import GAP_MS

PAUSE_MS = 300
_now = 1_000_000


def scan(window: QWidget, text: str, gap_ms: int = 5) -> None:
    """A scanner's burst with its Enter, sent to the window and not to a widget."""
    global _now
    _now += PAUSE_MS
    _type(window, text, gap_ms)
    _key(window, Qt.Key.Key_Return, "\r", gap_ms)


def type_slowly(window: QWidget, text: str, enter: bool = False) -> None:
    """A person's keys, 150 ms apart, wherever the focus is."""
    for letter in text:
        _key(window, Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown, letter, 150)
        QTest.qWait(0 if _is_line_edit() else 3 * GAP_MS)
    if enter:
        _key(window, Qt.Key.Key_Return, "\r", 150)


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key of a person through the window system: shortcuts see it too."""
    global _now
    _now += 1000
    handle = window.window().windowHandle()
    QTest.keyClick(handle, key, modifier)


def _type(window: QWidget, text: str, gap_ms: int) -> None:
    for letter in text:
        _key(window, Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown, letter, gap_ms)


def _key(window: QWidget, key: Qt.Key, text: str, gap_ms: int) -> None:
    global _now
    _now += gap_ms
    handle = window.window().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(_now)
        QApplication.sendEvent(handle, event)


def _is_line_edit() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.inherits("QLineEdit")
