"""The real window of a till, offscreen, with its real threads: keys go in, and what they do is waited for."""

import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.bench.shop import BenchShop
from otop_pos.services.counter import read_counter
from otop_pos.settings import Settings
from otop_pos.ui.backend import Answer, Backend
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.front import Front, open_front

TILL = "CM01"
SIZE = (1366, 768)
SCANNER_MS, HAND_MS = 5, 150
"""Between two keys: what tells a scanner from a hand."""
PATIENCE_SECONDS = 20


class TillWindow(QObject):
    """A shown window, the Sell screen in front. Time spent here is time a cashier would wait."""

    def __init__(self, front: Front, backend: Backend) -> None:
        super().__init__()
        self.sell = front.sell
        self._window = front.window
        self._loop = QEventLoop(self)
        self._clock_ms = 1_000_000
        self._answers: Counter[QWidget | None] = Counter()
        # After the screen's own: what it shows stands when an answer is counted.
        backend.answered.connect(self._count, Qt.ConnectionType.QueuedConnection)
        wakes = QTimer(self, interval=1000)
        wakes.start()
        self._window.resize(*SIZE)
        self._window.show()
        self._window.activateWindow()
        self.settle()

    def new_bill(self) -> None:
        self.sell.bill.begin()
        self.settle()

    def type_code(self, code: str) -> None:
        """A scan without its end: the next Enter at the scanner's speed makes it one."""
        self._clock_ms += HAND_MS
        for letter in code:
            self._key(Qt.Key(ord(letter)), letter, SCANNER_MS)
        self.settle()

    def end_scan(self) -> None:
        """Enter, until the page has its answer and the line is painted."""
        answers = self._answers[self.sell.bill]
        self._key(Qt.Key.Key_Return, "\r", SCANNER_MS)
        self.wait_for(self.sell.bill, answers + 1)

    def type_letter(self, letter: str) -> None:
        """One key of a search for goods, until what is found is painted."""
        answers = self._answers[self.sell.bill]
        self._key(Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown, letter, HAND_MS)
        self.wait_for(self.sell.bill, answers + 1)

    def press(self, key: Qt.Key, text: str = "") -> None:
        """A key that asks the database nothing."""
        self._key(key, text, HAND_MS)
        self.settle()

    def end_payment(self) -> None:
        """Enter on an amount that covers the bill, until the sale is saved and its slip is made."""
        answers = self._answers[self.sell]
        self._key(Qt.Key.Key_Return, "\r", HAND_MS)
        self.wait_for(self.sell, answers + 2)

    def wait_for(self, asker: QWidget, answers: int) -> None:
        """Until this part of the window has had so many answers, and shows them."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._answers[asker] < answers:
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > deadline:
                raise TimeoutError("the till does not answer")
        self.settle()

    def settle(self) -> None:
        """Until nothing is left to be laid out or painted."""
        while self._loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            pass

    def _key(self, key: Qt.Key, text: str, pause_ms: int) -> None:
        self._clock_ms += pause_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._clock_ms)
            QApplication.sendEvent(self._window.windowHandle(), event)

    def _count(self, answer: Answer) -> None:
        self._answers[answer.order.owner] += 1


@contextmanager
def till_window(shop: BenchShop) -> Iterator[TillWindow]:
    """The till CM01 of this shop; its papers go into a folder that is thrown away."""
    application = _application()
    counter = shop.database.run(read_counter, TILL, shop.user.code, on=shop.today)
    with tempfile.TemporaryDirectory() as papers:
        settings = Settings(papers_folder=papers)
        backend = Backend(shop.database)
        front = open_front(backend, Desk(counter.shop, counter.till, counter.user, settings, counter.session))
        try:
            yield TillWindow(front, backend)
        finally:
            backend.close()
            front.window.hide()
            front.window.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["bench"])
    application.setQuitOnLastWindowClosed(False)
    dress(application)
    return application
