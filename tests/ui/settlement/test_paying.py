"""Steps two and three: vouchers prepared and approved by two people, cash and bank, and what came back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.approval import Ask
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.voucher import PayoutMethod, VoucherState
from otop_pos.services.settlement.ledger import list_balances
from otop_pos.services.settlement.vouching import list_vouchers
from otop_pos.services.sign_in import approve
from otop_pos.ui.approvals import Given
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.settlement.pay_row import PayRow
from tests.books import broken
from tests.ui.hands import press, type_slowly
from tests.ui.settlement.months import MonthShop

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def issued(screen: SettlementScreen) -> SettlementScreen:
    """All statements are out, the vouchers are in front."""
    press(screen, KEY.Key_F12)
    press(screen, KEY.Key_F12)
    assert screen.page is screen.vouchers
    return screen


@pytest.fixture
def approved(issued: SettlementScreen, desk: Desk, month: MonthShop) -> Iterator[SettlementScreen]:
    """Prepared by the clerk, approved by the manager, who goes on to pay."""
    press(issued, KEY.Key_F12)
    desk.take_user(month.manager)
    press(issued, KEY.Key_F12)
    press(issued, KEY.Key_F12)
    assert issued.page is issued.pay
    yield issued
    assert broken(month.database) == []


def payment(screen: SettlementScreen, number: int) -> PayRow:
    code = f"CM-{number + 1:04d}"
    return next(row for row in screen.pay.rows if row.producer.code == code)


def owed(month: MonthShop, number: int) -> int:
    code = f"CM-{number + 1:04d}"
    return next(each.owed for each in month.database.run(list_balances) if each.producer.code == code)


def test_each_is_prepared_as_the_producer_has_it(issued: SettlementScreen, month: MonthShop) -> None:
    assert {row.state for row in issued.vouchers.rows} == {"prepare"}
    press(issued, KEY.Key_F12)
    vouchers = {voucher.producer.code: voucher for voucher in month.database.run(list_vouchers)}
    assert vouchers["CM-0001"].method is PayoutMethod.BANK
    assert vouchers["CM-0004"].method is PayoutMethod.CASH
    assert (vouchers["CM-0005"].wht, vouchers["CM-0005"].gross) == (4_500, 150_000)
    assert [share.amount for share in vouchers["CM-0003"].shares] == [67_500, 44_996, 22_504]
    assert {"CM-0002", "CM-0007", "CM-0009"} & {
        code for code, voucher in vouchers.items() if voucher.state is VoucherState.PREPARED
    } == set()
    assert issued.vouchers.proofs.holds
    assert {row.state for row in issued.vouchers.rows} == {"prepared"}


def test_who_prepared_is_told_kindly_and_cannot_approve(
    issued: SettlementScreen, desk: Desk, people: dict[str, User], month: MonthShop
) -> None:
    asked: list[Ask] = []
    desk.approvals.wanted.connect(lambda ask, _given: asked.append(ask))
    press(issued, KEY.Key_F12)
    press(issued, KEY.Key_Down)
    assert issued.message_bar.text() == ""
    assert "Another person approves them" in issued.vouchers.hint.text()
    press(issued, KEY.Key_F12)
    (ask,) = asked
    assert ask.right is Right.APPROVE_VOUCHER
    assert ask.what.startswith("9 vouchers")
    assert {row.state for row in issued.vouchers.rows} == {"prepared"}


def test_a_second_person_approves_all_with_one_proof(
    issued: SettlementScreen, desk: Desk, people: dict[str, User], month: MonthShop
) -> None:
    def allow(ask: Ask, given: Given) -> None:
        door = desk.door()
        given(approve(month.database, ask, "SIRI", "otop-demo", door, asked_by=desk.user))

    desk.approvals.wanted.connect(allow)
    press(issued, KEY.Key_F12)
    press(issued, KEY.Key_F12)
    assert issued.message_bar.text() == "9 vouchers approved."
    vouchers = [each for each in month.database.run(list_vouchers) if each.state is VoucherState.APPROVED]
    assert {(each.prepared_by, each.approved_by) for each in vouchers} == {(month.clerk.name, month.manager.name)}
    assert broken(month.database) == []


def test_a_manager_who_prepared_needs_the_other_one(issued: SettlementScreen, desk: Desk, month: MonthShop) -> None:
    asked: list[Ask] = []
    desk.approvals.wanted.connect(lambda ask, _given: asked.append(ask))
    desk.take_user(month.manager)
    press(issued, KEY.Key_F12)
    press(issued, KEY.Key_F12)
    assert len(asked) == 1
    desk.take_user(month.director)
    press(issued, KEY.Key_F12)
    assert issued.message_bar.text() == "9 vouchers approved."


def test_cash_instead_of_the_bank(issued: SettlementScreen, month: MonthShop) -> None:
    press(issued, KEY.Key_F12)
    type_slowly(issued, "cm-0001")
    press(issued, KEY.Key_F4)
    newest = next(each for each in month.database.run(list_vouchers) if each.producer.code == "CM-0001")
    assert (newest.method, newest.state) == (PayoutMethod.CASH, VoucherState.PREPARED)
    assert issued.vouchers.proofs.holds


def test_a_producer_is_paid_in_cash_by_name(approved: SettlementScreen, month: MonthShop) -> None:
    before = owed(month, 3)
    net = payment(approved, 3).net
    type_slowly(approved, "somchai")
    press(approved, KEY.Key_F12)
    assert approved.paying.cash.amount.text() == "1,200.00"
    press(approved, KEY.Key_Return)
    assert approved.message_bar.text() == "Paid 1,200.00 to Somchai Pandee."
    assert payment(approved, 3).state == "paid"
    assert owed(month, 3) == before - net
    assert approved.pay.proofs.holds


def test_a_double_enter_pays_once(approved: SettlementScreen, month: MonthShop, backend: InlineBackend) -> None:
    before = owed(month, 3)
    type_slowly(approved, "somchai")
    press(approved, KEY.Key_F12)
    backend.hold()
    press(approved, KEY.Key_Return)
    assert not approved.paying.cash.ok.isEnabled()
    press(approved, KEY.Key_Return)
    backend.release()
    assert owed(month, 3) == before - 120_000
    assert not approved.paying.cash.is_open


def test_esc_pays_nobody(approved: SettlementScreen, month: MonthShop) -> None:
    before = owed(month, 3)
    type_slowly(approved, "somchai")
    press(approved, KEY.Key_F12)
    press(approved, KEY.Key_Escape)
    assert owed(month, 3) == before
    assert payment(approved, 3).state == "cash"


def test_an_empty_drawer_is_said_in_the_question(approved: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    desk.till = replace(desk.till, code="CM02")
    type_slowly(approved, "somchai")
    press(approved, KEY.Key_F12)
    press(approved, KEY.Key_Return)
    assert approved.paying.cash.is_open
    assert approved.paying.cash.message.text()
    press(approved, KEY.Key_Escape)
    desk.till = replace(desk.till, code="CM01")


def test_the_file_for_the_bank_and_its_result(approved: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    press(approved, KEY.Key_F6)
    (file,) = Path(desk.settings.outbox_folder, "bank").iterdir()
    text = file.read_text(encoding="utf-8-sig")
    by_bank = [row for row in approved.pay.rows if row.state == "sent"]
    assert all(row.voucher.account.account in text for row in by_bank)
    assert str(file) in approved.message_bar.text()
    press(approved, KEY.Key_F7)
    result = approved.paying.result
    type_slowly(approved, "BULK1", enter=True)
    press(approved, KEY.Key_Down)
    failed = result.table.selected().voucher
    press(approved, KEY.Key_Return)
    type_slowly(approved, "account closed", enter=True)
    assert result.table.selected().reason == "account closed"
    press(approved, KEY.Key_F12)
    assert not result.is_open
    now = {each.doc_no: each for each in month.database.run(list_vouchers)}
    assert now[failed.doc_no].state is VoucherState.FAILED
    assert now[failed.doc_no].remark == "account closed"
    others = [now[row.voucher.doc_no] for row in by_bank if row.voucher.doc_no != failed.doc_no]
    assert {(each.state, each.reference) for each in others} == {(VoucherState.PAID, "BULK1")}
    press(approved, KEY.Key_2, ALT)
    (again,) = [row for row in approved.vouchers.rows if row.state == "prepare"]
    assert again.producer.id == failed.producer.id
    assert approved.vouchers.proofs.holds


def test_the_bank_s_reference_is_asked_for(approved: SettlementScreen) -> None:
    press(approved, KEY.Key_F6)
    press(approved, KEY.Key_F7)
    press(approved, KEY.Key_F12)
    assert approved.paying.result.is_open
    assert approved.paying.result.message.text()
    press(approved, KEY.Key_Escape)


def test_a_payment_taken_back_is_owed_again(approved: SettlementScreen, month: MonthShop) -> None:
    before = owed(month, 3)
    type_slowly(approved, "somchai")
    press(approved, KEY.Key_F12)
    press(approved, KEY.Key_Return)
    press(approved, KEY.Key_F5)
    press(approved, KEY.Key_F10)
    type_slowly(approved, "paid to the wrong person", enter=True)
    assert owed(month, 3) == before
    press(approved, KEY.Key_4, ALT)
    type_slowly(approved, "somchai")
    assert {row.state_text for row in approved.papers.table.rows_model.rows} == {"issued", "taken back"}


def test_a_cancelled_voucher_makes_room_for_another(issued: SettlementScreen, month: MonthShop) -> None:
    press(issued, KEY.Key_F12)
    type_slowly(issued, "cm-0001")
    press(issued, KEY.Key_F10)
    type_slowly(issued, "wrong", enter=True)
    assert [row.state for row in issued.vouchers.rows if row.producer.code == "CM-0001"] == ["prepare", "ended"]


def test_the_steps_tell_where_the_month_stands(approved: SettlementScreen) -> None:
    states = {name: button.state() for name, button in approved.steps.buttons.items()}
    assert states == {"drafts": "done", "vouchers": "done", "pay": "open", "papers": "open"}
    assert approved.steps.buttons["vouchers"].words() == "9 approved"
