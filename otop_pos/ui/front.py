"""The whole front of the shop: all screens in one window, joined by their signals."""

from dataclasses import dataclass

from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.ui.backend import Door
from otop_pos.ui.day import DayScreen
from otop_pos.ui.desk import Desk
from otop_pos.ui.display import CustomerDisplay, open_display
from otop_pos.ui.keys import use_keys
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.papers import Papers
from otop_pos.ui.receiving import ReceivingScreen
from otop_pos.ui.sale import SellScreen
from otop_pos.ui.staff import Approver, StaffChooser
from otop_pos.ui.stock import StockScreen
from otop_pos.ui.sync_state import SyncState


@dataclass(frozen=True, slots=True)
class Front:
    """The window and the screens in it, for whoever joins more to them."""

    window: MainWindow
    sell: SellScreen
    receiving: ReceivingScreen
    stock: StockScreen
    day: DayScreen
    staff: StaffChooser
    approver: Approver
    sync_state: SyncState
    display: CustomerDisplay


def open_front(backend: Door, desk: Desk) -> Front:
    """Everything built and joined; the caller shows the window."""
    papers = Papers(desk)
    sell = SellScreen(backend, desk, papers)
    receiving = ReceivingScreen(backend, desk)
    stock = StockScreen(backend, desk)
    day = DayScreen(backend, desk, papers)
    window = MainWindow(
        desk,
        (
            Place("shopping-cart", lambda: _("Sell"), sell, "go_sell"),
            Place("package", lambda: _("Receive"), receiving, "go_receive"),
            Place("archive", lambda: _("Stock"), stock, "go_stock"),
            Place("receipt", lambda: _("Day"), day, "go_day"),
        ),
    )
    use_keys(desk.settings.keys)
    staff = StaffChooser(window.ground, window.stack, backend)
    approver = Approver(window.ground, window.body, backend, desk)
    sync_state = SyncState(backend, desk, window.top_bar)
    display = open_display(window, sell, backend, desk)
    front = Front(window, sell, receiving, stock, day, staff, approver, sync_state, display)
    _join(front, desk)
    return front


def _join(front: Front, desk: Desk) -> None:
    front.sell.till_wanted.connect(lambda: front.window.go_to(front.day))
    front.day.opened.connect(lambda _session: front.window.go_to(front.sell))
    front.window.top_bar.user_wanted.connect(front.staff.ask)
    front.window.may_close = lambda: _may_close(front)
    front.staff.chosen.connect(lambda user: _take_user(front, desk, user))
    desk.announcements.settings_changed.connect(lambda settings: use_keys(settings.keys))
    desk.approvals.wanted.connect(front.approver.ask)
    front.window.scan_first = front.approver.take_scan
    front.approver.left.connect(lambda: _take_waiting_scans(front))
    front.sync_state.read()


def _take_waiting_scans(front: Front) -> None:
    """What was scanned while a second person was asked comes now, in its order."""
    for code in front.approver.take_waiting():
        front.window.take_scan(code)


def _may_close(front: Front) -> bool:
    """An open bill is not thrown away by a click beside it."""
    if front.sell.may_close():
        return True
    front.window.go_to(front.sell)
    front.sell.ask_to_close(front.window.close)
    return False


def _take_user(front: Front, desk: Desk, user: User) -> None:
    desk.take_user(user)
    front.window.front.arrive()
