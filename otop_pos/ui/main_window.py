"""The frame: rail, top bar, one screen in front; scans and language find their way from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from otop_pos.domain.right import Right
from otop_pos.i18n import Language, use_language
from otop_pos.ui.desk import Desk
from otop_pos.ui.help import Help
from otop_pos.ui.keys import ActKey, binding
from otop_pos.ui.later_screen import LaterScreen
from otop_pos.ui.rail import Rail
from otop_pos.ui.scanned_key import press_scanned
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import wear
from otop_pos.ui.top_bar import TopBar
from otop_pos.ui.widgets.focus_ring import FocusRing
from otop_pos.ui.widgets.scan_filter import ScanFilter


@dataclass(frozen=True, slots=True)
class Place:
    """A screen with its button on the rail. The first place takes every scan that no screen in front wants.

    `act` is the key that goes there; `right` is what a person must have to be offered it.
    Those at the foot of the rail come last.
    """

    icon: str
    title: Callable[[], str]
    screen: Screen
    act: str = ""
    right: Right | None = None
    is_at_foot: bool = False


class MainWindow(QMainWindow):
    """Screens are given; they are joined by the composition root, never by each other."""

    opened = Signal()
    closed = Signal()
    language_chosen = Signal(str)
    training_left = Signal()
    """Enough practised."""

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__()
        self._desk = desk
        self._places = tuple(places)
        self._scan_filter: ScanFilter | None = None
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; who says no says why on screen."""
        self.scan_first: Callable[[str], bool] = lambda _code: False
        """What lies over the whole window is asked before any screen; True: it has taken the code."""
        self._build()
        self._connect()
        self.show_places()

    def _build(self) -> None:
        self.setWindowTitle("OTOP POS")
        self.setMinimumSize(1024, 640)
        at_foot = [number for number, place in enumerate(self._places) if place.is_at_foot]
        self.rail = Rail([(place.icon, place.title) for place in self._places], at_foot)
        self.top_bar = TopBar(self._desk)
        self.stack = QStackedWidget()
        for place in self._places:
            self.stack.addWidget(place.screen)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.stack, 1)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.ground = QWidget()
        wear(self.ground, kind="paper")
        whole = QVBoxLayout(self.ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.setCentralWidget(self.ground)
        self.help = Help(self.ground, self.stack)
        self.focus_ring = FocusRing(self)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top_bar.language_chosen.connect(self.speak)
        self.top_bar.help_wanted.connect(self._help)
        self.top_bar.training_left.connect(self.training_left)
        binding().keys_changed.connect(self._rewrite)
        for number, place in enumerate(self._places):
            if place.act:
                ActKey(place.act, self.body).activated.connect(lambda number=number: self._go_by_key(number))
        self._desk.announcements.day_changed.connect(self.show_places)

    @property
    def front(self) -> Screen:
        """The screen in front."""
        screen = self._places[self.stack.currentIndex()].screen
        return screen.built if isinstance(screen, LaterScreen) else screen

    @property
    def offered(self) -> list[int]:
        """The numbers of the places that the person at the till may go to."""
        return [number for number, place in enumerate(self._places) if not place.right or self._desk.may(place.right)]

    def show_places(self) -> None:
        """Somebody else is at the till, or the rights are others."""
        offered = self.offered
        self.rail.show_only(offered)
        if not offered or self.stack.currentIndex() in offered:
            return
        if self.isVisible():
            self.go(offered[0])
        else:
            self.stack.setCurrentIndex(offered[0])

    def _go_by_key(self, number: int) -> None:
        if number in self.offered:
            self.go(number)

    def go(self, number: int) -> None:
        self.help.leave()
        self.stack.setCurrentIndex(number)
        self.rail.mark(number)
        self.front.arrive()

    def button_of(self, screen: Screen) -> QAbstractButton:
        """What leads there, on the rail."""
        return self.rail.buttons.button(self._number_of(screen))

    def go_to(self, screen: Screen) -> None:
        self.go(self._number_of(screen))

    def _number_of(self, screen: Screen) -> int:
        return next(number for number, place in enumerate(self._places) if _is_there(place.screen, screen))

    def take_scan(self, code: str) -> None:
        """To the screen in front, or onto the bill where that one has no use for it."""
        self.help.leave()
        if self.scan_first(code) or press_scanned(self, code) or self.front.scan(code):
            return
        if offered := self.offered:
            self.go(offered[0])
            self.front.scan(code)

    def speak(self, language: Language) -> None:
        """Everything on screen in this language, at once; nothing that was typed is lost."""
        use_language(language)
        self._rewrite()
        self._desk.announcements.language_changed.emit()
        self.language_chosen.emit(language)

    def _rewrite(self) -> None:
        # Qt sends the event on to every child: labels ask for their texts again, which name keys too.
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))

    def _help(self) -> None:
        """Opens and closes it. A question over the whole window is answered first."""
        if self.help.is_open:
            self.help.leave()
        elif self.stack.isEnabled():
            self.help.show_topic(self.front.help_topic, [self._places[number].act for number in self.offered])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if self._scan_filter is None and handle is not None:
            self._scan_filter = ScanFilter(handle)
            self._scan_filter.scanned.connect(self.take_scan)
            self.go(self.stack.currentIndex())
        if not event.spontaneous():
            self.opened.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()


def _is_there(place: Screen, screen: Screen) -> bool:
    return place is screen or (isinstance(place, LaterScreen) and place.stands_for(screen))
