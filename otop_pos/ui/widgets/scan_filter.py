"""Tells a scanner from a hand by the speed of its keys, whatever has the focus."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

GAP_MS = 45
"""Longest pause between two keys of a scanner (slow Bluetooth ones take 30 ms); a fast typist needs 80."""
SURE, STALL_MS = 5, 250
"""So many keys in a row at that speed are no hand: a pause now is the radio's or the machine's, up to this."""
EARLY_STALL_MS = 150
"""A burst that ends as a scan takes in the few keys that had come this shortly before it."""
SHORTEST, SHORTEST_JOINED = 4, 6
"""Fewer characters are a hand rolling over two keys, or twice."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (*_ENTER, Qt.Key.Key_Tab)
"""Some scanners leave the factory with Tab instead of Enter."""
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control)
"""Go down and up between the characters of a scan: for capitals, and for GS, which is Ctrl+]."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a line edit held before the burst began, to be put back."""

    edit: QLineEdit
    text: str
    cursor: int
    start: int
    selected: int

    @classmethod
    def of(cls, edit: QLineEdit) -> "_Before":
        return cls(edit, edit.text(), edit.cursorPosition(), edit.selectionStart(), edit.selectionLength())

    def put_back(self) -> None:
        """As if the key had never been pressed: who followed the typing is told too."""
        if not isValid(self.edit):
            return
        self.edit.setText(self.text)
        self.edit.textEdited.emit(self.text)
        self.edit.setCursorPosition(self.cursor)
        if self.selected:
            self.edit.setSelection(self.start, self.selected)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The few keys that looked like a hand's when the next one did not come."""

    text: str
    before: _Before | None


class ScanFilter(QObject):
    """`ScanFilter(window.windowHandle())` emits `scanned(text)`, in the order of the scans.

    In a line edit the first key passes at once, so that typing never waits; when it turns out to be a scan's
    the edit gets its old text back. Every other key waits to see whether more follow: a scan must not press
    buttons on its way, nor write into what a click brings to the front meanwhile.

    Speed is read off the events' own times. A busy window gets them late, but not further apart.
    """

    scanned = Signal(str)

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._text = ""
        self._last = 0
        self._held: list[QKeyEvent] = []
        self._before: _Before | None = None
        self._beginning: _Beginning | None = None
        self._is_replaying = False
        self._patience = QTimer(self, singleShot=True)
        # Keys may have come in time and still wait behind whatever kept the window busy: they go first.
        self._last_look = QTimer(self, singleShot=True, interval=0)
        self._patience.timeout.connect(self._last_look.start)
        self._last_look.timeout.connect(self._give_up)
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
        pause, self._last = event.timestamp() - self._last, event.timestamp()
        if self._text and pause > self._longest_gap():
            self._give_up()
        if pause > EARLY_STALL_MS:
            self._beginning = None
        if event.key() in _ENDS:
            return self._ended()
        if not _is_character(event):
            if event.key() not in _SHIFTS:
                self._give_up()
                self._beginning = None
            return False
        return self._collect(event)

    def _longest_gap(self) -> int:
        return STALL_MS if len(self._text) >= SURE else GAP_MS

    def _collect(self, event: QKeyEvent) -> bool:
        is_first, focus = not self._text, QApplication.focusWidget()
        self._text += event.text()
        self._last_look.stop()
        self._patience.start(self._longest_gap())
        if is_first and isinstance(focus, QLineEdit):
            self._before = _Before.of(focus)
            return False
        self._held.append(event.clone())
        return True

    def _ended(self) -> bool:
        beginning = self._beginning or _Beginning("", None)
        text, befores = beginning.text + self._text, (self._before, beginning.before)
        is_scan = len(text) >= SHORTEST_JOINED if beginning.text and self._text else len(self._text) >= SHORTEST
        if not is_scan:
            self._give_up()
        else:
            self._forget()
            for before in befores:
                if before is not None:
                    before.put_back()
            self.scanned.emit(text)
        self._beginning = None
        return is_scan

    def _give_up(self) -> None:
        """It was a hand: what was held back reaches the widget in focus now."""
        held = self._held
        self._beginning = _Beginning(self._text, self._before) if 0 < len(self._text) < SURE else None
        self._forget()
        self._is_replaying = True
        for event in held:
            focus = QApplication.focusWidget()
            if focus is not None:
                QCoreApplication.sendEvent(focus, event)
        self._is_replaying = False

    def _forget(self) -> None:
        self._patience.stop()
        self._last_look.stop()
        self._text, self._held, self._before = "", [], None


def _is_character(event: QKeyEvent) -> bool:
    """What a scanner types; GS (Ctrl+]) separates the fields of a GS1 code."""
    text = event.text()
    is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return bool(text) and not is_alt and (text.isprintable() or text == "\x1d")
