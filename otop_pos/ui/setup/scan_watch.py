"""Looks over a scanner's shoulder: what it types, how fast, and through which keyboard layout."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from otop_pos.domain.scan import as_code
from otop_pos.ui.widgets.scan_filter import GAP_MS, SHORTEST

_ENDS = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter", Qt.Key.Key_Tab: "Tab"}
_THAI = re.compile("[\u0e01-\u0e5b]")
PATIENCE_MS = 600
"""After so long without another key nothing more comes."""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """`text` as it was typed, `code` as the till understands it, `gap` the mean pause between two keys in ms,
    `end` the key it ended with, "" for none."""

    text: str
    code: str
    gap: int
    end: str

    @property
    def is_scanner(self) -> bool:
        """Fast enough, ended by a key, and long enough not to be a hand's."""
        return self.gap <= GAP_MS and bool(self.end) and len(self.text) >= SHORTEST

    @property
    def is_thai(self) -> bool:
        return _THAI.search(self.text) is not None


class ScanWatch(QObject):
    """`ScanWatch(window.windowHandle())` emits `seen(ScanReport)`; the keys go no further while it watches."""

    seen = Signal(object)

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._text = ""
        self._times: list[int] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._report(""))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENDS and self._text:
            self._report(_ENDS[Qt.Key(event.key())])
            return True
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        if not (event.text().isprintable() and event.text() and is_plain):
            return False
        self._text += event.text()
        self._times.append(event.timestamp())
        self._patience.start()
        return True

    def _report(self, end: str) -> None:
        self._patience.stop()
        text, times = self._text, self._times
        self._text, self._times = "", []
        if text.strip():
            gap = (times[-1] - times[0]) // max(len(times) - 1, 1)
            self.seen.emit(ScanReport(text, as_code(text), gap, end))
