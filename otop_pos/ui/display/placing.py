"""Where the customer's display stands: on the second screen, in a window, or nowhere."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen, QWindow

from otop_pos.ui.display.window import CustomerDisplay

AUTO, OFF, WINDOW = "auto", "off", "window"
"""What settings.customer_display may say."""
WINDOW_SIZE, WINDOW_SHARE = (1024, 600), 0.7
"""In pixels, and at most so much of the screen."""


class Till(Protocol):
    """The till's window: `opened()` and `closed()`."""

    @property
    def opened(self) -> SignalInstance: ...

    @property
    def closed(self) -> SignalInstance: ...

    @property
    def destroyed(self) -> SignalInstance: ...

    def isVisible(self) -> bool: ...

    def activateWindow(self) -> None: ...

    def screen(self) -> QScreen: ...

    def windowHandle(self) -> QWindow: ...


class Placing(QObject):
    """Shows the display while the till's window is open, and hands back what is not meant for it: keys and
    the place in front. Screens that come and go are followed."""

    def __init__(self, display: CustomerDisplay, till: Till, mode: str) -> None:
        super().__init__(display)
        self._display = display
        self._till = till
        self._mode = mode
        till.opened.connect(self._place)
        till.closed.connect(display.hide)
        till.destroyed.connect(display.deleteLater)
        display.activated.connect(self._hand_back_place)
        display.key_strayed.connect(self._hand_back_key)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._place_anew)
            application.screenRemoved.connect(self._place_anew)

    def use(self, mode: str) -> None:
        """From now on as this setting says."""
        if mode != self._mode:
            self._mode = mode
            self._place_anew()

    def _hand_back_place(self) -> None:
        """Window systems may ignore that the display wants no focus; a scan must reach the till all the same."""
        self._till.activateWindow()

    def _hand_back_key(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self._till.windowHandle(), event)

    def _place_anew(self) -> None:
        self._display.hide()
        if self._till.isVisible():
            self._place()

    def _place(self) -> None:
        screen = self._other_screen()
        if self._mode == WINDOW:
            self._display.setCursor(Qt.CursorShape.ArrowCursor)
            self._display.setGeometry(_corner((screen or self._till.screen()).availableGeometry()))
            self._show(Qt.WindowState.WindowNoState)
        elif self._mode == AUTO and screen is not None:
            self._display.setCursor(Qt.CursorShape.BlankCursor)
            self._display.setScreen(screen)
            self._display.setGeometry(screen.geometry())
            self._show(Qt.WindowState.WindowFullScreen)

    def _show(self, state: Qt.WindowState) -> None:
        """`showFullScreen()` would ask to be in front."""
        self._display.setWindowState(state)
        self._display.show()

    def _other_screen(self) -> QScreen | None:
        """Not one that mirrors the till's: the display would cover the till."""
        own = self._till.screen().geometry()
        return next((screen for screen in QGuiApplication.screens() if not screen.geometry().intersects(own)), None)


def _corner(area: QRect) -> QRect:
    """Down at the right, where a till on the same screen is covered least."""
    size = QSize(*WINDOW_SIZE).boundedTo(area.size() * WINDOW_SHARE)
    return QRect(area.bottomRight() - QPoint(size.width() - 1, size.height() - 1), size)
