"""The frame: rail, top bar, one screen in front; scans and language find their way from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.i18n import Language, use_language
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import ActKey
from otop_pos.ui.rail import Rail
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import wear
from otop_pos.ui.top_bar import TopBar
from otop_pos.ui.widgets.focus_ring import FocusRing
from otop_pos.ui.widgets.scan_filter import ScanFilter


@dataclass(frozen=True, slots=True)
class Place:
    """A screen with its button on the rail. The first place takes every scan that no screen in front wants.

    `act` is the key that goes there.
    """

    icon: str
    title: Callable[[], str]
    screen: Screen
    act: str = ""


class MainWindow(QMainWindow):
    """Screens are given; they are joined by the composition root, never by each other."""

    language_chosen = Signal(str)

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__()
        self._desk = desk
        self._places = tuple(places)
        self._scan_filter: ScanFilter | None = None
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; who says no says why on screen."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("OTOP POS")
        self.setMinimumSize(1024, 640)
        self.rail = Rail([(place.icon, place.title) for place in self._places])
        self.top_bar = TopBar(self._desk)
        self.stack = QStackedWidget()
        for place in self._places:
            self.stack.addWidget(place.screen)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.stack, 1)
        self.ground = QWidget()
        wear(self.ground, kind="paper")
        row = QHBoxLayout(self.ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(self.ground)
        self.focus_ring = FocusRing(self)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top_bar.language_chosen.connect(self.speak)
        for number, place in enumerate(self._places):
            if place.act:
                ActKey(place.act, self).activated.connect(lambda number=number: self.go(number))

    @property
    def front(self) -> Screen:
        """The screen in front."""
        return self._places[self.stack.currentIndex()].screen

    def go(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.rail.mark(number)
        self.front.arrive()

    def go_to(self, screen: Screen) -> None:
        self.go(next(number for number, place in enumerate(self._places) if place.screen is screen))

    def take_scan(self, code: str) -> None:
        """To the screen in front, or onto the bill where that one has no use for it."""
        if self.front.scan(code):
            return
        self.go(0)
        self.front.scan(code)

    def speak(self, language: Language) -> None:
        """Everything on screen in this language, at once; nothing that was typed is lost."""
        use_language(language)
        # Qt sends the event on to every child: labels ask for their texts again.
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self._desk.announcements.language_changed.emit()
        self.language_chosen.emit(language)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if self._scan_filter is None and handle is not None:
            self._scan_filter = ScanFilter(handle)
            self._scan_filter.scanned.connect(self.take_scan)
            self.go(self.stack.currentIndex())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()
