"""The whole front of the shop: all screens in one window, joined by their signals."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.i18n import _, current_language
from otop_pos.services.permission import read_matrix
from otop_pos.services.sale.catalogue import read_catalogue
from otop_pos.ui.backend import Door
from otop_pos.ui.day import DayScreen, NoSalePrompt, opening_told
from otop_pos.ui.desk import Desk
from otop_pos.ui.display import CustomerDisplay, open_display
from otop_pos.ui.dress import style_waits
from otop_pos.ui.keys import ActKey, use_keys
from otop_pos.ui.later_screen import LaterScreen
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.papers import Papers
from otop_pos.ui.receiving import ReceivingScreen
from otop_pos.ui.sale import SellScreen
from otop_pos.ui.settings import SettingsScreen
from otop_pos.ui.staff import Approver, IdleWatch, Lock, PeoplePanel, RightsPanel, missed_scans
from otop_pos.ui.stock import StockScreen
from otop_pos.ui.sync_state import SyncState

if TYPE_CHECKING:
    from otop_pos.ui.importing import ImportPage
    from otop_pos.ui.producer import ProducerScreen
    from otop_pos.ui.report import ReportScreen
    from otop_pos.ui.settlement import SettlementScreen


@dataclass(frozen=True, slots=True)
class Front:
    """The window and the screens in it, for whoever joins more to them."""

    window: MainWindow
    sell: SellScreen
    receiving: ReceivingScreen
    stock: StockScreen
    producer: "LaterScreen[ProducerScreen]"
    settlement: "LaterScreen[SettlementScreen]"
    day: DayScreen
    report: "LaterScreen[ReportScreen]"
    settings: SettingsScreen
    lock: Lock
    idle: IdleWatch
    approver: Approver
    no_sale: NoSalePrompt
    sync_state: SyncState
    display: CustomerDisplay


def open_front(backend: Door, desk: Desk) -> Front:
    """Everything built and joined; the caller shows the window."""
    with style_waits():
        front = _put_together(backend, desk)
    _join(front, desk)
    # Read while the hands go to the code box: the first search then is as quick as the next.
    front.window.opened.connect(lambda: backend.work(read_catalogue, owner=front.window))
    _join_drawer(front)
    _join_people(front, backend, desk)
    return front


def _put_together(backend: Door, desk: Desk) -> Front:
    papers = Papers(desk)
    sell = SellScreen(backend, desk, papers)
    receiving = ReceivingScreen(backend, desk)
    stock = StockScreen(backend, desk)
    producer = LaterScreen(lambda: _producer(backend, desk))
    settlement = LaterScreen(lambda: _settlement(backend, desk))
    report = LaterScreen(lambda: _report(backend, desk))
    day = DayScreen(backend, desk, papers)
    settings = SettingsScreen(
        backend,
        desk,
        PeoplePanel(backend, desk),
        RightsPanel(backend, desk),
        LaterScreen(lambda: _lists(backend, desk)),
    )
    window = MainWindow(
        desk,
        (
            Place("shopping-cart", lambda: _("Sell"), sell, "go_sell", Right.SELL),
            Place("package", lambda: _("Receive"), receiving, "go_receive", Right.RECEIVE),
            Place("archive", lambda: _("Stock"), stock, "go_stock"),
            Place("users-three", lambda: _("Makers"), producer, "go_producer", Right.KEEP_PRODUCER),
            Place("wallet", lambda: _("Payouts"), settlement, "go_settlement", Right.PREPARE_VOUCHER),
            Place("receipt", lambda: _("Day"), day, "go_day"),
            Place("chart-bar", lambda: _("Reports"), report, "go_report", Right.KEEP_PRODUCER),
            Place("gear", lambda: _("Settings"), settings, "go_settings", is_at_foot=True),
        ),
    )
    use_keys(desk.settings.keys)
    lock = Lock(window.ground, backend, desk)
    idle = IdleWatch(desk.settings.lock_minutes, window)
    no_sale = NoSalePrompt(window.ground, window.body, backend, desk, papers)
    approver = Approver(window.ground, window.body, backend, desk)
    sync_state = SyncState(backend, desk, window.top_bar)
    display = open_display(window, sell, backend, desk)
    return Front(
        window=window,
        sell=sell,
        receiving=receiving,
        stock=stock,
        producer=producer,
        settlement=settlement,
        day=day,
        report=report,
        settings=settings,
        lock=lock,
        idle=idle,
        approver=approver,
        no_sale=no_sale,
        sync_state=sync_state,
        display=display,
    )


def _producer(backend: Door, desk: Desk) -> "ProducerScreen":
    from otop_pos.ui.producer import ProducerScreen

    return ProducerScreen(backend, desk)


def _settlement(backend: Door, desk: Desk) -> "SettlementScreen":
    from otop_pos.ui.settlement import SettlementScreen

    return SettlementScreen(backend, desk)


def _report(backend: Door, desk: Desk) -> "ReportScreen":
    from otop_pos.ui.report import ReportScreen

    return ReportScreen(backend, desk)


def _lists(backend: Door, desk: Desk) -> "ImportPage":
    """In the settings there is no way back but another tab."""
    from otop_pos.ui.importing import ImportPage

    page = ImportPage(backend, desk)
    page.leave.hide()
    return page


def _join(front: Front, desk: Desk) -> None:
    front.sell.till_wanted.connect(lambda: front.window.go_to(front.day))
    front.day.opened.connect(lambda _session: front.window.go_to(front.sell))
    front.window.may_close = lambda: _may_close(front)
    desk.announcements.settings_changed.connect(lambda settings: use_keys(settings.keys))
    front.settings.language_wanted.connect(front.window.speak)
    front.sync_state.read()


def _join_drawer(front: Front) -> None:
    """Opened without a sale from the bill and from the day; handed over through the lock."""
    no_sale, window = front.no_sale, front.window
    front.day.drawer_wanted.connect(no_sale.ask_why)
    ActKey("drawer", front.sell.bill).activated.connect(no_sale.ask_why)
    no_sale.opened.connect(lambda number: window.front.message_bar.say(lambda: opening_told(number), "good"))
    no_sale.silent.connect(partial(_refuse_in_front, window))
    front.day.lock_wanted.connect(lambda: _lock(front))


def _refuse_in_front(window: MainWindow, refusal: Refusal) -> None:
    window.front.refuse(refusal)


def _join_people(front: Front, backend: Door, desk: Desk) -> None:
    window, lock, idle, approver = front.window, front.lock, front.idle, front.approver
    window.top_bar.user_wanted.connect(lambda: _lock(front))
    window.opened.connect(lambda: idle.watch(window.windowHandle()))
    idle.idle.connect(lambda: _lock(front))
    desk.announcements.settings_changed.connect(lambda settings: idle.allow(settings.lock_minutes))
    lock.language_wanted.connect(lambda: window.speak("en" if current_language() == "th" else "th"))
    lock.opened.connect(lambda user, scans: _let_in(front, backend, desk, user, scans))
    desk.approvals.wanted.connect(lambda ask, given: None if lock.is_locked else approver.ask(ask, given))
    approver.left.connect(lambda: _take_waiting_scans(front))
    window.scan_first = lambda code: lock.take_scan(code) or approver.take_scan(code)


def _lock(front: Front) -> None:
    """What was asked of a second person is given up; the rest stays as it is."""
    if front.approver.is_open:
        front.approver.give_up()
    front.window.help.leave()
    front.lock.lock()


def _take_waiting_scans(front: Front) -> None:
    """What was scanned while a second person was asked comes now, in its order."""
    for code in front.approver.take_waiting():
        front.window.take_scan(code)


def _may_close(front: Front) -> bool:
    """An open bill is not thrown away by a click beside it."""
    if front.sell.may_close():
        return True
    if front.lock.is_locked:
        front.lock.say_open_bill()
        return False
    front.window.go_to(front.sell)
    front.sell.ask_to_close(front.window.close)
    return False


def _let_in(front: Front, backend: Door, desk: Desk, user: User, scans: int) -> None:
    """The same person goes on where the hands were; somebody else finds the screen read afresh."""
    before = desk.user
    desk.take_user(user)
    if user.id != before.id:
        front.window.front.arrive()
    if scans:
        front.window.front.message_bar.say(lambda: missed_scans(scans), "warn")
    backend.call(read_matrix, desk.today, done=desk.take_matrix, owner=front.window)
