"""Step one: everybody's statement before it is issued, what needs a look, and issuing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.money import format_baht
from otop_pos.services.settlement.issuing import list_statements
from otop_pos.services.settlement.ledger import list_balances, list_holds
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.settlement.month_row import MonthRow
from tests.books import broken
from tests.ui.hands import press, type_slowly
from tests.ui.settlement.months import CUTOFF, MORNING_AFTER, MonthShop, moment

KEY = Qt.Key
SOME = 3


def row_of(screen: SettlementScreen, number: int) -> MonthRow:
    (row,) = [row for row in screen.drafts.rows if row.producer.code == f"CM-{number + 1:04d}"]
    return row


def owed_to(month: MonthShop, number: int) -> int:
    code = f"CM-{number + 1:04d}"
    return next(each.owed for each in month.database.run(list_balances) if each.producer.code == code)


def choose(screen: SettlementScreen, number: int) -> None:
    """Found by the code, as somebody who has the list in front of her."""
    screen.drafts.code_box.clear()
    type_slowly(screen, f"cm-{number + 1:04d}")


def test_figures_are_the_ledgers_own(screen: SettlementScreen, month: MonthShop) -> None:
    assert screen.cutoff.text() == "31 Oct 2026"
    balances = {each.producer.id: each for each in month.database.run(list_balances)}
    for row in screen.drafts.rows:
        assert row.closing + row.held == balances[row.producer.id].owed
    total = sum(row.closing for row in screen.drafts.rows)
    assert screen.drafts.sums.text(7) == format_baht(total)
    assert screen.drafts.proofs.holds
    assert [each.name for each in screen.drafts.proofs.equations] == ["closings", "ledger"]


def test_what_needs_a_look_comes_first_and_says_what_to_do(screen: SettlementScreen) -> None:
    states = [row.state for row in screen.drafts.rows]
    assert states == sorted(states, key=("stopped", "look", "ready", "left_out", "issued", "nothing").index)
    negative = row_of(screen, 1)
    assert (negative.state, negative.closing) == ("look", -60_000)
    choose(screen, 1)
    assert "carried on – Issue it: it is taken off the next sales." in screen.drafts.hint.text()
    choose(screen, 3)
    assert row_of(screen, 3).state == "ready"
    assert "no approved bank account – Issue it and pay in cash" in screen.drafts.hint.text()


def test_a_sale_without_a_lot_is_named_with_what_to_do(screen: SettlementScreen) -> None:
    choose(screen, 10)
    assert row_of(screen, 10).state == "look"
    assert "1 sales still without a lot – Find their lots on the Stock screen" in screen.drafts.hint.text()


def test_an_open_till_stops_everybody_and_says_so(screen: SettlementScreen) -> None:
    screen.choosing.chosen.emit(MORNING_AFTER.date())
    assert {row.state for row in screen.drafts.rows} == {"stopped"}
    assert "Close it on the Day screen" in screen.drafts.hint.text()
    assert not screen.drafts.next.isEnabled()
    assert screen.steps.buttons["drafts"].state() == "problem"


def test_all_are_issued_with_one_key(screen: SettlementScreen, month: MonthShop) -> None:
    count = len(screen.drafts.ready)
    press(screen, KEY.Key_F12)
    issued = [each for each in month.database.run(list_statements) if each.cutoff == CUTOFF]
    assert len(issued) == count == 12
    assert screen.message_bar.text() == "12 statements issued."
    assert screen.steps.buttons["drafts"].state() == "done"
    assert {row.state for row in screen.drafts.rows} == {"issued"}
    assert screen.drafts.proofs.holds
    assert broken(month.database) == []


def test_who_is_left_out_stays_for_later(screen: SettlementScreen, month: MonthShop) -> None:
    choose(screen, 5)
    press(screen, KEY.Key_F4)
    assert row_of(screen, 5).state == "left_out"
    press(screen, KEY.Key_F12)
    assert row_of(screen, 5).state == "left_out"
    assert row_of(screen, 0).state == "issued"
    choose(screen, 5)
    press(screen, KEY.Key_F4)
    press(screen, KEY.Key_F12)
    assert row_of(screen, 5).statement_no


def test_a_long_run_is_stopped_between_two(screen: SettlementScreen, month: MonthShop, backend: InlineBackend) -> None:
    stop = screen.issuing.progress.stop
    stopping = screen.issuing.round.stepped.connect(lambda finished, _all: stop.click() if finished == SOME else None)
    press(screen, KEY.Key_F12)
    screen.issuing.round.disconnect(stopping)
    assert sum(row.state == "issued" for row in screen.drafts.rows) == SOME
    assert "9 left for later" in screen.message_bar.text()
    assert not screen.issuing.progress.is_open
    assert broken(month.database) == []
    press(screen, KEY.Key_F12)
    assert {row.state for row in screen.drafts.rows} == {"issued"}


def test_a_double_press_issues_once(screen: SettlementScreen, month: MonthShop, backend: InlineBackend) -> None:
    backend.hold()
    press(screen, KEY.Key_F12)
    press(screen, KEY.Key_F12)
    backend.release()
    numbers = [each.doc_no for each in month.database.run(list_statements) if each.cutoff == CUTOFF]
    assert len(numbers) == len(set(numbers)) == 12


def test_a_draft_is_looked_at_and_a_line_parked(screen: SettlementScreen, month: MonthShop) -> None:
    choose(screen, 3)
    press(screen, KEY.Key_F5)
    overlay = screen.looking.overlay
    assert overlay.title.text() == "Somchai Pandee"
    before = row_of(screen, 3)
    amount = overlay.table.selected().entry.amount
    press(screen, KEY.Key_F6)
    type_slowly(screen, "she says it was one piece", enter=True)
    assert overlay.is_open
    assert overlay.looked.statement.on_hold == amount
    press(screen, KEY.Key_Escape)
    after = row_of(screen, 3)
    assert (after.held, after.closing) == (before.held + amount, before.closing - amount)


def test_a_parked_line_is_released_where_it_is_seen(screen: SettlementScreen, month: MonthShop) -> None:
    held = row_of(screen, 7).held
    assert held
    choose(screen, 7)
    press(screen, KEY.Key_F5)
    assert screen.looking.overlay.park.words() == "Release this line"
    press(screen, KEY.Key_F6)
    press(screen, KEY.Key_Escape)
    assert row_of(screen, 7).held == 0
    assert len(month.database.run(list_holds)) == 1


def test_giving_up_the_reason_leads_back_to_the_draft(screen: SettlementScreen) -> None:
    choose(screen, 3)
    press(screen, KEY.Key_F5)
    press(screen, KEY.Key_F6)
    assert screen.reason.is_open
    press(screen, KEY.Key_Escape)
    assert not screen.reason.is_open
    assert screen.looking.overlay.is_open


def test_why_nothing_is_paid_is_one_sentence(screen: SettlementScreen) -> None:
    choose(screen, 1)
    press(screen, KEY.Key_F5)
    assert "600.00 is carried over" in screen.looking.overlay.sentence.text()
    press(screen, KEY.Key_Escape)
    choose(screen, 8)
    press(screen, KEY.Key_F5)
    assert "Less than the 200,000.00 agreed" in screen.looking.overlay.sentence.text()


def test_all_payments_to_a_producer_are_parked_and_released(screen: SettlementScreen) -> None:
    choose(screen, 0)
    press(screen, KEY.Key_F6)
    type_slowly(screen, "papers missing", enter=True)
    assert not row_of(screen, 0).is_payable
    press(screen, KEY.Key_F9)
    holds = screen.looking.holds
    assert len(holds.table.rows_model.rows) == 3
    press(screen, KEY.Key_Return)
    assert len(holds.table.rows_model.rows) == 2
    press(screen, KEY.Key_Escape)
    assert row_of(screen, 0).is_payable


def test_a_charge_is_written_down(screen: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    """It is dated today: the statement of October stays as it is, the ledger does not."""
    desk.take_user(month.manager)
    before, owed = row_of(screen, 0).closing, owed_to(month, 0)
    choose(screen, 0)
    press(screen, KEY.Key_F7)
    type_slowly(screen, "50", enter=True)
    type_slowly(screen, "photographs", enter=True)
    assert not screen.looking.adjusting.is_open
    assert screen.message_bar.text() == "Written down: −50.00."
    assert (row_of(screen, 0).closing, owed_to(month, 0)) == (before, owed - 5_000)


def test_a_charge_without_a_reason_is_refused_where_it_is_typed(screen: SettlementScreen, month: MonthShop) -> None:
    choose(screen, 0)
    press(screen, KEY.Key_F7)
    type_slowly(screen, "50", enter=True)
    press(screen, KEY.Key_Return)
    assert screen.looking.adjusting.is_open
    assert screen.looking.adjusting.message.text()


def test_a_clerk_charges_with_a_second_persons_yes(screen: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    asked: list[str] = []
    desk.approvals.wanted.connect(lambda ask, _given: asked.append(ask.what))
    choose(screen, 0)
    press(screen, KEY.Key_F7)
    screen.looking.adjusting.kind.buttons["credit"].click()
    type_slowly(screen, "12.50", enter=True)
    type_slowly(screen, "rounding", enter=True)
    assert asked == ["CM-0001 12.50 · rounding"]


def test_a_cashier_looks_and_issues_nothing(screen: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    desk.take_user(month.cashier)
    assert not screen.drafts.next.isEnabled()
    assert not screen.drafts.hold.isEnabled()
    assert screen.drafts.look.isEnabled()
    press(screen, KEY.Key_F12)
    assert not [each for each in month.database.run(list_statements) if each.cutoff == CUTOFF]


def test_a_scan_finds_the_producer(screen: SettlementScreen) -> None:
    assert screen.scan("CM-0005")
    assert screen.drafts.selected() == row_of(screen, 4)


def test_an_empty_shop_says_what_comes(screen: SettlementScreen, month: MonthShop) -> None:
    screen.choosing.chosen.emit(moment(1, month=1).date())
    assert [row for row in screen.drafts.rows if row.state not in ("nothing", "stopped")] == []


def test_the_other_language_reads_everything_anew(screen: SettlementScreen) -> None:
    window = screen.window()
    window.speak("th")
    QApplication.processEvents()
    assert screen.cutoff.text() == "31 ต.ค. 2569"
    window.speak("en")
    assert screen.cutoff.text() == "31 Oct 2026"
