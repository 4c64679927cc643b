"""A cashier's whole day through the real window, by keys and scans; what the till says at its end is held
against a ledger that the story keeps for itself."""

import itertools
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.money import DENOMINATIONS
from otop_pos.domain.sale import Sale
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventKind
from otop_pos.services.held_bill import list_held_bills
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import list_sales
from otop_pos.services.shop import read_till
from otop_pos.services.till import current_session
from otop_pos.services.till_event import list_events
from otop_pos.services.till_report import list_zs, read_z
from otop_pos.settings import Settings
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front, open_front
from tests.books import broken
from tests.devices.fake_drawer import FakeDrawer, working_drawer
from tests.factories import NOW, SHOP, TODAY, SmallShop
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly

TILL, PIN = "CM02", "246802"
SHAWL, SILK, HONEY = "P000001", "P000002", "P000003"
FLOAT = 122_000
SLIP = "004000060000010103002021900021231231212000115102TH91049C30"
KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ONCE = (EventKind.PRICE, EventKind.HOLD, EventKind.RECALL, EventKind.VOID, EventKind.NO_SALE, EventKind.PAID_OUT)
PLACES = {"sell": KEY.Key_1, "day": KEY.Key_4}


@dataclass
class Ledger:
    """Satang and pieces as somebody with a pencil beside the till would note them."""

    money: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    net: int = 0
    rounding: int = 0
    receipts: int = 0
    paid_in_and_out: int = 0

    @property
    def drawer(self) -> int:
        return FLOAT + self.money["cash"] + self.paid_in_and_out


@pytest.fixture
def drawer():
    with working_drawer() as working:
        yield working


@pytest.fixture
def desk(shop: SmallShop, tmp_path: Path, drawer: FakeDrawer) -> Desk:
    """Till CM02, not open yet."""
    settings = Settings(
        papers_folder=str(tmp_path / "papers"), outbox_folder=str(tmp_path / "outbox"), drawer=drawer.target
    )
    clock = itertools.count()
    return Desk(
        SHOP,
        shop.database.run(read_till, TILL),
        shop.user,
        settings,
        None,
        now=lambda: NOW + timedelta(seconds=next(clock)),
    )


class CashierDay:
    """What the cashier's hands do. Every sale is noted in the ledger with the figures the customer was told."""

    def __init__(self, front: Front, shop: SmallShop, password: str) -> None:
        self.front = front
        self.window = front.window
        self.shop = shop
        self.password = password
        self.ledger = Ledger()

    def go(self, place: str) -> None:
        press(self.window, PLACES[place], CTRL)

    def enter(self) -> None:
        press(self.window, KEY.Key_Return)

    def sign_in(self) -> None:
        assert self.front.lock.is_locked
        type_slowly(self.window, PIN, enter=True)
        assert not self.front.lock.is_locked

    def manager_allows(self) -> None:
        assert self.front.approver.is_open
        type_slowly(self.window, self.password, enter=True)
        QApplication.processEvents()
        assert not self.front.approver.is_open

    def count(self, amount: int) -> None:
        """Every note and coin into its box, the largest first."""
        left = amount
        for edit in self.front.day.count.edits:
            pieces, left = divmod(left, edit.denomination)
            edit.setText(str(pieces))
        assert left == 0
        assert [edit.denomination for edit in self.front.day.count.edits] == list(DENOMINATIONS)

    def scan(self, *codes: str) -> None:
        for code in codes:
            scan(self.window, code)

    def take(self, *goods: tuple[str, int], **money: int) -> Sale:
        """The bill is paid: what went over the counter, and what came into which purse."""
        newest = self.newest()
        assert sum(money.values()) == newest.total
        self.ledger.money.update(money)
        for sku, milli in goods:
            self.ledger.taken[sku] += milli
        self.ledger.receipts += 1
        self.ledger.rounding += newest.rounding
        self.ledger.net += newest.total - newest.rounding
        self.enter()
        return newest

    def pay_exact(self) -> None:
        press(self.window, KEY.Key_F11)
        self.enter()
        self.enter()

    def pay_cash(self, amount: str) -> None:
        press(self.window, KEY.Key_F11)
        type_slowly(self.window, amount, enter=True)

    def pay_by(self, number: int, reference: str) -> None:
        press(self.window, KEY.Key_F11)
        press(self.window, Qt.Key(KEY.Key_0 + number), ALT)
        type_slowly(self.window, reference, enter=True)

    def newest(self) -> Sale:
        return self.shop.database.run(list_sales, TILL)[0]

    def session(self) -> TillSession | None:
        return self.shop.database.run(current_session, TILL)


def test_a_cashiers_day(
    qtbot: QtBot, backend: InlineBackend, desk: Desk, shop: SmallShop, password: str, drawer: FakeDrawer
) -> None:
    front = open_front(backend, desk)
    show(qtbot, front.window)
    front.lock.lock()
    day = CashierDay(front, shop, password)
    _opens(day)
    honey = _sells_for_cash(day)
    _sells_by_every_other_way(day)
    _discounts_and_prices(day)
    _holds_and_recalls(day)
    _looks_for_goods(day)
    assert day.ledger.receipts == 20
    qtbot.waitUntil(lambda: len(drawer.pulses) > 10)
    _takes_goods_back(day, honey)
    _exchanges(day)
    _voids(day)
    _moves_money(day)
    _closes(day)
    _agrees_with_the_ledger(day)


def _opens(day: CashierDay) -> None:
    day.sign_in()
    day.go("day")
    day.count(FLOAT)
    press(day.window, KEY.Key_F12)
    opened = day.session()
    assert opened is not None
    assert (opened.float_amount, opened.opened_by) == (FLOAT, day.shop.user.name)
    assert day.window.front is day.front.sell


def _sells_for_cash(day: CashierDay) -> Sale:
    day.scan(HONEY)
    day.pay_exact()
    first = day.take((HONEY, 1_000), cash=18_000)
    day.scan(SHAWL)
    day.pay_cash("2000")
    assert day.front.sell.done.change.figure.text() == "930.00"
    day.take((SHAWL, 1_000), cash=107_000)
    type_slowly(day.window, f"2*{HONEY}", enter=True)
    day.pay_cash("๕๐๐")
    assert day.newest().change == 14_000
    day.take((HONEY, 2_000), cash=36_000)
    day.scan("8850000000012".translate(str.maketrans("1234567890", "ๅ/-ภถุึคตจ")))
    day.pay_exact()
    day.take((HONEY, 1_000), cash=18_000)
    return first


def _sells_by_every_other_way(day: CashierDay) -> None:
    type_slowly(day.window, f"1.5*{SILK}", enter=True)
    day.pay_by(2, "PP-0001")
    day.take((SILK, 1_500), promptpay=63_000)
    day.scan(HONEY)
    press(day.window, KEY.Key_F11)
    press(day.window, KEY.Key_2, ALT)
    day.scan(SLIP)
    day.enter()
    assert day.take((HONEY, 1_000), promptpay=18_000).payments[0].reference == "002-0002123123121200011"
    day.scan(SHAWL)
    day.pay_by(3, "A12345")
    day.take((SHAWL, 1_000), card=107_000)
    day.scan(HONEY)
    day.pay_by(4, "TR-77")
    day.take((HONEY, 1_000), transfer=18_000)
    day.scan(HONEY)
    day.pay_by(5, "GIFT-1")
    day.take((HONEY, 1_000), voucher=18_000)
    day.scan(SHAWL)
    press(day.window, KEY.Key_F11)
    press(day.window, KEY.Key_5, ALT)
    day.front.sell.pay.view.amount_box.edit.setText("500")
    type_slowly(day.window, "GIFT-2", enter=True)
    type_slowly(day.window, "1000", enter=True)
    assert day.newest().change == 43_000
    day.take((SHAWL, 1_000), voucher=50_000, cash=57_000)


def _discounts_and_prices(day: CashierDay) -> None:
    day.scan(HONEY, HONEY)
    press(day.window, KEY.Key_F6)
    type_slowly(day.window, "10%", enter=True)
    day.pay_exact()
    day.take((HONEY, 2_000), cash=32_400)
    day.scan(SHAWL, HONEY)
    press(day.window, KEY.Key_F7)
    type_slowly(day.window, "20", enter=True)
    day.pay_cash("1300")
    day.take((SHAWL, 1_000), (HONEY, 1_000), cash=123_000)
    day.scan(SHAWL)
    press(day.window, KEY.Key_F5)
    type_slowly(day.window, "950", enter=True)
    day.manager_allows()
    day.pay_exact()
    assert day.take((SHAWL, 1_000), cash=95_000).operator == day.shop.user.name
    day.scan(HONEY)
    press(day.window, KEY.Key_F7)
    type_slowly(day.window, "0.10", enter=True)
    day.pay_exact()
    assert day.take((HONEY, 1_000), cash=17_975).rounding == -15


def _holds_and_recalls(day: CashierDay) -> None:
    """The first customer looks for the purse; the second one is served; the cashier leaves and comes back."""
    day.scan(SHAWL, HONEY)
    press(day.window, KEY.Key_F8)
    type_slowly(day.window, "Nok", enter=True)
    day.scan(HONEY)
    day.pay_exact()
    day.take((HONEY, 1_000), cash=18_000)
    press(day.window, KEY.Key_F8)
    day.enter()
    assert day.shop.database.run(list_held_bills) == ()
    press(day.window, KEY.Key_L, CTRL)
    day.sign_in()
    day.front.sell.bill.take_customer(Customer("Anna Berg", CustomerKind.TOURIST, passport_no="C01X00T47"))
    day.pay_exact()
    sale = day.take((SHAWL, 1_000), (HONEY, 1_000), cash=125_000)
    assert sale.customer is not None
    assert sale.customer.passport_no == "C01X00T47"


def _looks_for_goods(day: CashierDay) -> None:
    day.scan("8859999999994")
    press(day.window, KEY.Key_Escape)
    type_slowly(day.window, "silk", enter=True)
    type_slowly(day.window, "2", enter=True)
    day.pay_by(3, "A12346")
    day.take((SILK, 2_000), card=84_000)
    day.scan(SHAWL, HONEY)
    press(day.window, KEY.Key_Delete)
    day.pay_exact()
    day.take((SHAWL, 1_000), cash=107_000)
    day.scan(HONEY)
    press(day.window, KEY.Key_F4)
    type_slowly(day.window, "3", enter=True)
    day.pay_exact()
    day.take((HONEY, 3_000), cash=54_000)
    day.scan(day.shop.deliveries[0].lines[0].lot_code)
    day.pay_exact()
    day.take((SHAWL, 1_000), cash=107_000)


def _takes_goods_back(day: CashierDay, honey: Sale) -> None:
    press(day.window, KEY.Key_F9)
    day.scan(honey.doc_no)
    day.enter()
    day.front.sell.returns.view.side.reason_edit.setText("too sweet")
    press(day.window, KEY.Key_F12)
    day.ledger.receipts -= 1
    refund = day.take((HONEY, -1_000), cash=-18_000)
    assert refund.refers_to == honey.doc_no


def _exchanges(day: CashierDay) -> None:
    """A jar of honey that was paid by voucher, for a shawl: 890.00 on top."""
    jar = next(
        each
        for each in day.shop.database.run(list_sales, TILL)
        if [pay.reference for pay in each.payments] == ["GIFT-1"]
    )
    press(day.window, KEY.Key_F9)
    day.scan(jar.doc_no)
    day.enter()
    day.front.sell.returns.view.side.reason_edit.setText("wanted a shawl")
    press(day.window, KEY.Key_F7)
    day.scan(SHAWL)
    press(day.window, KEY.Key_F11)
    type_slowly(day.window, "900", enter=True)
    assert day.front.sell.done.change.figure.text() == "10.00"
    day.ledger.money.update(cash=89_000)
    day.ledger.taken.update({SHAWL: 1_000, HONEY: -1_000})
    day.ledger.net += 89_000
    day.ledger.receipts += 1
    day.enter()


def _voids(day: CashierDay) -> None:
    day.scan(HONEY)
    day.pay_by(2, "PP-0002")
    wrong = day.take((HONEY, 1_000), promptpay=18_000)
    press(day.window, KEY.Key_F9)
    day.scan(wrong.doc_no)
    press(day.window, KEY.Key_F8)
    type_slowly(day.window, "oops", enter=True)
    day.manager_allows()
    day.ledger.receipts -= 1
    assert day.take((HONEY, -1_000), promptpay=-18_000).is_void
    day.scan(HONEY)
    day.pay_by(2, "PP-0002")
    day.take((HONEY, 1_000), promptpay=18_000)


def _moves_money(day: CashierDay) -> None:
    press(day.window, KEY.Key_F10)
    type_slowly(day.window, "coins for a customer", enter=True)
    day.go("day")
    press(day.window, KEY.Key_F5)
    type_slowly(day.window, "45.50", enter=True)
    type_slowly(day.window, "ice", enter=True)
    day.manager_allows()
    day.ledger.paid_in_and_out -= 4_550


def _closes(day: CashierDay) -> None:
    day.go("sell")
    day.go("day")
    assert "expected" not in day.front.day.count.total.text()
    day.count(day.ledger.drawer // 25 * 25)
    press(day.window, KEY.Key_F12)
    assert day.session() is None


def _agrees_with_the_ledger(day: CashierDay) -> None:
    run, ledger = day.shop.database.run, day.ledger
    z = run(read_z, TILL, 1)
    money = {each.method: each.amount for each in z.tenders if each.amount}
    assert money == {method: amount for method, amount in ledger.money.items() if amount}
    assert (z.net, z.rounding, z.sale_count) == (ledger.net, ledger.rounding, ledger.receipts)
    assert z.cash_expected == ledger.drawer
    (closed,) = run(list_zs, TILL)
    assert (closed.cash_expected, closed.cash_difference) == (ledger.drawer, ledger.drawer // 25 * 25 - ledger.drawer)
    summary = run(summarise_day, TODAY)
    assert (summary.net, summary.rounding, summary.paid_out) == (ledger.net, ledger.rounding, ledger.paid_in_and_out)
    assert all(proof.holds for proof in (*z.proofs, *summary.proofs))
    for sku, milli in ledger.taken.items():
        assert day.shop.offer(sku).on_hand == 20_000 - milli, sku
    told = Counter(each.kind for each in run(list_events, TODAY, TILL))
    assert {kind: told[kind] for kind in ONCE} == dict.fromkeys(ONCE, 1)
    assert broken(day.shop.database) == []
