"""A manager's month end for forty producers through the window, by keys alone: from the cut-off to paid vouchers
and printed papers, held against a ledger that the story keeps with a pencil."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otop_pos.db.database import Database, open_database
from otop_pos.domain.right import Right
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.i18n import use_language
from otop_pos.services.settlement.batch import list_batches
from otop_pos.services.settlement.issuing import list_statements, read_statement
from otop_pos.services.settlement.ledger import list_balances
from otop_pos.services.settlement.vouching import list_vouchers, read_certificate
from otop_pos.services.shop import read_till
from otop_pos.services.sign_in import choose_secret
from otop_pos.services.till import current_session
from otop_pos.settings import Settings
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.staff import Approver
from tests.books import broken, value
from tests.factories import SHOP
from tests.ui.hands import press, type_slowly
from tests.ui.settlement.months import CUTOFF, MORNING_AFTER, TILL, MonthShop, busy_month

PRODUCERS = 40
SECONDS = 45
"""For the whole settlement on a machine that others use too; the papers are most of it."""
KEYS = 150
"""Two for everybody who is paid in cash, and some forty for all the rest together."""
PASSWORD, REFERENCE = "otop-demo", "BULK20261101"
NEGATIVE, MEMBERS, RETURNED, TAXED, LOST, STOPPED, DISPUTED, LITTLE, CHARGED, LOTLESS = range(1, 11)
KEY = Qt.Key


@dataclass
class Pencil:
    """What the village book-keeper noted: 150.00 a piece for the cheapest cloth, 300.00 for the next, …"""

    closing: Counter[int] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)

    @staticmethod
    def due(number: int) -> int:
        """Satang for one piece: 214.00, 428.00, … with VAT, less a quarter for the centre."""
        return 15_000 * (number % 7 + 1)

    def write(self) -> None:
        for number in range(PRODUCERS):
            self.closing[number] = (1 + number % 3) * self.due(number)
        self.closing[NEGATIVE] = -2 * self.due(NEGATIVE)
        self.closing[RETURNED] += (2 - 1) * self.due(RETURNED)
        self.closing[LOST] += 2 * 10_700 * (LOST % 7 + 1)
        self.held[DISPUTED] = self.due(DISPUTED)
        self.closing[CHARGED] -= 5_000

    def is_paid(self, number: int) -> bool:
        return number not in (NEGATIVE, STOPPED, LITTLE)

    def is_by_bank(self, number: int) -> bool:
        return number % 2 == 0

    def withheld(self, number: int) -> int:
        return self.closing[number] * 3 // 100 if number == TAXED else 0

    def paid(self, *, by_bank: bool) -> int:
        return sum(
            self.closing[number] - self.withheld(number)
            for number in range(PRODUCERS)
            if self.is_paid(number) and self.is_by_bank(number) is by_bank
        )


@pytest.fixture
def month(sqlite_path: Path) -> Iterator[MonthShop]:
    database: Database = open_database(sqlite_path)
    yield busy_month(database, PRODUCERS)
    database.close()


@pytest.fixture
def desk(month: MonthShop, tmp_path: Path) -> Desk:
    """The clerk prepares; the manager approves with a password at the same till."""
    settings = Settings(papers_folder=str(tmp_path / "papers"), outbox_folder=str(tmp_path / "outbox"))
    till, session = month.database.run(read_till, TILL), month.database.run(current_session, TILL)
    desk = Desk(SHOP, till, month.clerk, settings, session, now=lambda: MORNING_AFTER, pepper=b"pepper")
    choose_secret(month.database, month.manager.code, PASSWORD, desk.door())
    return desk


class MonthEnd:
    """What the hands do at the window, every key counted."""

    def __init__(self, month: MonthShop, desk: Desk, backend: InlineBackend) -> None:
        self.month, self.desk = month, desk
        self.screen = SettlementScreen(backend, desk)
        place = Place("handshake", lambda: "Settlement", self.screen, right=Right.ISSUE_STATEMENT)
        self.window = MainWindow(desk, [place])
        self.approver = Approver(self.window.ground, self.window.body, backend, desk)
        desk.approvals.wanted.connect(self.approver.ask)
        self.pencil = Pencil()
        self.pencil.write()
        self.keys = 0

    def press(self, key: Qt.Key) -> None:
        self.keys += 1
        press(self.window, key)

    def type(self, text: str) -> None:
        self.keys += len(text) + 1
        type_slowly(self.window, text, enter=True)

    def vouchers(self) -> dict[int, Voucher]:
        """Of October, by the producer's number."""
        return {
            int(voucher.producer.code[-4:]) - 1: voucher
            for voucher in self.month.database.run(list_vouchers)
            if voucher.prepared_at == MORNING_AFTER
        }

    def statements(self) -> dict[int, Statement]:
        briefs = [each for each in self.month.database.run(list_statements) if each.cutoff == CUTOFF]
        read = (self.month.database.run(read_statement, each.doc_no).value for each in briefs)
        return {int(statement.producer.code[-4:]) - 1: statement for statement in read}


@pytest.fixture
def month_end(qtbot: QtBot, qapp: QApplication, month: MonthShop, desk: Desk) -> Iterator[MonthEnd]:
    qapp.setQuitOnLastWindowClosed(False)
    dress(qapp)
    use_language("en")
    backend = InlineBackend(month.database)
    bugs: list[Exception] = []
    backend.crashed.connect(bugs.append)
    end = MonthEnd(month, desk, backend)
    end.window.resize(1366, 768)
    end.window.show()
    end.window.activateWindow()
    qtbot.waitExposed(end.window)
    yield end
    assert bugs == []
    end.window.hide()
    end.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_managers_month_end(month_end: MonthEnd) -> None:
    began = time.monotonic()
    _looks_over(month_end)
    _issues(month_end)
    _prepares_and_approves(month_end)
    _pays_in_cash(month_end)
    _pays_by_bank(month_end)
    _prints(month_end)
    took = time.monotonic() - began
    _agrees_with_the_pencil(month_end)
    assert month_end.keys < KEYS
    assert took < SECONDS


def _looks_over(end: MonthEnd) -> None:
    """The cut-off is there already; what is out of the ordinary stands first."""
    screen = end.screen
    assert screen.cutoff.text() == "31 Oct 2026"
    first = {int(row.producer.code[-4:]) - 1 for row in screen.drafts.rows if row.state == "look"}
    assert first == {NEGATIVE, STOPPED, LITTLE, LOTLESS}
    assert {row.producer.id for row in screen.drafts.rows[:4]} == {end.month.makers[each].producer.id for each in first}
    assert screen.drafts.proofs.holds
    end.press(KEY.Key_F5)
    assert "600.00 is carried over" in screen.looking.overlay.sentence.text()
    end.press(KEY.Key_Escape)


def _issues(end: MonthEnd) -> None:
    end.press(KEY.Key_F12)
    pencil, statements = end.pencil, end.statements()
    assert {number: statement.closing for number, statement in statements.items()} == dict(pencil.closing)
    assert {number: each.on_hold for number, each in statements.items() if each.on_hold} == dict(pencil.held)
    assert statements[NEGATIVE].opening == 3 * pencil.due(NEGATIVE)
    assert end.screen.drafts.proofs.holds
    assert broken(end.month.database) == []


def _prepares_and_approves(end: MonthEnd) -> None:
    end.press(KEY.Key_F12)
    end.press(KEY.Key_F12)
    vouchers = end.vouchers()
    assert sorted(vouchers) == [number for number in range(PRODUCERS) if end.pencil.is_paid(number)]
    for number, voucher in vouchers.items():
        assert (voucher.method is PayoutMethod.BANK) is end.pencil.is_by_bank(number)
        assert voucher.gross == end.pencil.closing[number]
        assert voucher.wht == end.pencil.withheld(number)
    assert sum(share.amount for share in vouchers[MEMBERS].shares) == vouchers[MEMBERS].net
    end.press(KEY.Key_F12)
    assert end.approver.is_open
    assert end.approver.what.text().startswith("37 vouchers · ")
    end.type(PASSWORD)
    assert {voucher.approved_by for voucher in end.vouchers().values()} == {end.month.manager.name}
    assert end.screen.vouchers.proofs.holds


def _pays_in_cash(end: MonthEnd) -> None:
    """Who stands there is paid, one after the other; the next one is selected already."""
    end.press(KEY.Key_F12)
    waiting = [row for row in end.screen.pay.rows if row.state == "cash"]
    for _each in waiting:
        end.press(KEY.Key_F12)
        end.press(KEY.Key_Return)
    out = value(
        end.month.database, "SELECT sum(net) FROM voucher WHERE cash_movement_id IS NOT NULL AND paid_on > '2026-10-31'"
    )
    assert out == end.pencil.paid(by_bank=False)
    assert end.screen.pay.proofs.holds


def _pays_by_bank(end: MonthEnd) -> None:
    end.press(KEY.Key_F12)
    (batch,) = end.month.database.run(list_batches)
    assert batch.total == end.pencil.paid(by_bank=True)
    assert (Path(end.desk.settings.outbox_folder) / "bank" / batch.file_name).is_file()
    end.press(KEY.Key_F12)
    end.type(REFERENCE)
    end.press(KEY.Key_F12)
    states = Counter(voucher.state for voucher in end.vouchers().values())
    assert states == {VoucherState.PAID: 37}
    assert end.screen.steps.buttons["pay"].state() == "done"


def _prints(end: MonthEnd) -> None:
    end.press(KEY.Key_F12)
    assert end.screen.page is end.screen.papers
    end.press(KEY.Key_F12)
    papers = Path(end.desk.settings.papers_folder)
    assert len(list(papers.glob("*/statements/*.pdf"))) == PRODUCERS
    assert len(list(papers.glob("*/vouchers/*.pdf"))) == 37 + 1


def _agrees_with_the_pencil(end: MonthEnd) -> None:
    database, pencil = end.month.database, end.pencil
    owed = {int(each.producer.code[-4:]) - 1: each.owed for each in database.run(list_balances)}
    for number in range(PRODUCERS):
        left = 0 if pencil.is_paid(number) else pencil.closing[number]
        assert owed[number] == left + pencil.held[number], number
    certificate = database.run(read_certificate, end.vouchers()[TAXED].certificate_no).value
    assert (certificate.base, certificate.tax) == (pencil.closing[TAXED], pencil.withheld(TAXED))
    assert value(database, "SELECT sum(amount) FROM payable") == sum(owed.values())
    assert broken(database) == []
