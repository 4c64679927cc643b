"""Tells a scanner from a hand by the speed of its keys, whatever has the focus."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

GAP_MS = 45
"""Longest pause between two keys of a scanner (slow Bluetooth ones take 30 ms); a fast typist needs 80."""
SHORTEST = 4
"""Fewer characters are a hand rolling over two keys."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (*_ENTER, Qt.Key.Key_Tab)
"""Some scanners leave the factory with Tab instead of Enter."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a line edit held before the burst began, to be put back."""

    edit: QLineEdit
    text: str
    cursor: int


class ScanFilter(QObject):
    """`ScanFilter(window.windowHandle())` emits `scanned(text)`, in the order of the scans.

    In a line edit keys pass at once, so that typing never waits; when they turn out to be a scan the edit
    gets its old text back. Anywhere else the first key waits GAP_MS to see whether more follow: a scan must
    not press buttons on its way.
    """

    scanned = Signal(str)

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._text = ""
        self._last = 0
        self._held: list[QKeyEvent] = []
        self._before: _Before | None = None
        self._is_replaying = False
        self._patience = QTimer(self, singleShot=True, interval=GAP_MS)
        self._patience.timeout.connect(self._give_up)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        # The release of a held key would reach a widget that never saw it go down.
        return event.type() == QEvent.Type.KeyRelease and bool(self._held)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            # Enter held down a little too long must not answer the next question as well.
            return event.key() in _ENTER
        if self._text and event.timestamp() - self._last > GAP_MS:
            self._give_up()
        self._last = event.timestamp()
        if event.key() in _ENDS:
            return self._ended()
        if not _is_character(event):
            # Shift goes down and up between the characters of a scan.
            if event.key() != Qt.Key.Key_Shift:
                self._give_up()
            return False
        return self._collect(event)

    def _collect(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        if not self._text and isinstance(focus, QLineEdit):
            self._before = _Before(focus, focus.text(), focus.cursorPosition())
        self._text += event.text()
        self._patience.start()
        if self._before is not None:
            return False
        self._held.append(event.clone())
        return True

    def _ended(self) -> bool:
        text, before = self._text, self._before
        if len(text) < SHORTEST:
            self._give_up()
            return False
        self._forget()
        if before is not None:
            before.edit.setText(before.text)
            before.edit.setCursorPosition(before.cursor)
        self.scanned.emit(text)
        return True

    def _give_up(self) -> None:
        """It was a hand: what was held back reaches the widget in focus now."""
        held = self._held
        self._forget()
        self._is_replaying = True
        for event in held:
            focus = QApplication.focusWidget()
            if focus is not None:
                QCoreApplication.sendEvent(focus, event)
        self._is_replaying = False

    def _forget(self) -> None:
        self._patience.stop()
        self._text, self._held, self._before = "", [], None


def _is_character(event: QKeyEvent) -> bool:
    """What a scanner types; GS (Ctrl+]) separates the fields of a GS1 code."""
    text = event.text()
    is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return bool(text) and not is_alt and (text.isprintable() or text == "\x1d")
