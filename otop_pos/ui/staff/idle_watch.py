"""Says when nobody has touched the till for a while: keys, mouse, finger and scanner all count."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """`watch(window handle)`; `idle` after so many minutes (0: never).

    The clock is looked at too: a computer that slept did not count its minutes, and wakes up locked.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        """Ends with its parent, the window."""
        super().__init__(parent)
        self._touched = time.time()
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.idle)
        self.allow(minutes)

    def allow(self, minutes: int) -> None:
        self._seconds = max(minutes, 0) * 60
        self.timer.setInterval(self._seconds * 1000)
        self._start()

    def watch(self, window: QWindow) -> None:
        window.removeEventFilter(self)
        window.installEventFilter(self)
        self._start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            slept = time.time() - self._touched
            self._start()
            if self._seconds and slept > self._seconds:
                self.idle.emit()
        return False

    def _start(self) -> None:
        self._touched = time.time()
        if self._seconds:
            self.timer.start()
        else:
            self.timer.stop()
