"""A voucher paid from the drawer, and taken back: the ledger and the till tell the same."""

from datetime import timedelta

import pytest

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.errors import (
    Missing,
    NothingToPay,
    TillNotOpen,
    TooMuchOut,
    VoucherOpen,
    WrongVoucherState,
)
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.member import Member
from otop_pos.domain.money import BAHT
from otop_pos.domain.till_report import CashTotal
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.services.member import save_members
from otop_pos.services.report.summary import summarise_day
from otop_pos.services.settlement.ledger import list_ledger
from otop_pos.services.settlement.vouching import (
    cancel_voucher,
    fail_voucher,
    list_vouchers,
    pay_voucher,
    prepare_voucher,
    read_voucher,
    read_voucher_paper,
    reverse_voucher,
)
from otop_pos.services.till import close_till
from otop_pos.services.till_report import read_x, read_z
from tests.books import broken, contents, count, rows, value
from tests.factories import TODAY
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, two_cloths

CASH = PayoutMethod.CASH
ENOUGH = 10_000
"""Bottles of honey for 1,800.00: with the float 3,020.00 are in the drawer."""


def approved(desk: Desk, honey: int = ENOUGH) -> Voucher:
    """1,500.00 of yesterday; today's till is open."""
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    desk.next_day()
    if honey:
        desk.shop.sell(("P000003", honey), at=LATER)
    return desk.approved(statement)


def cash_rows(desk: Desk) -> list[tuple[object, ...]]:
    return rows(desk.shop.database, "SELECT kind, amount FROM cash_movement ORDER BY id")


def test_cash_leaves_the_drawer_once_and_every_report_says_so(desk: Desk) -> None:
    voucher = approved(desk)
    paid = desk.run(pay_voucher, voucher.doc_no)
    assert (paid.state, paid.paid_by, paid.paid_on) == (VoucherState.PAID, desk.clerk.name, TOMORROW)
    assert desk.run(pay_voucher, voucher.doc_no) == paid
    assert desk.run(pay_voucher, voucher.doc_no, user=desk.second) == paid
    assert cash_rows(desk) == [("payout", -1_500 * BAHT)]
    newest = desk.ask(list_ledger, desk.shop.weaver.id)[0]
    assert (newest.kind, newest.amount, newest.doc_no) == (EntryKind.PAYOUT, -1_500 * BAHT, voucher.doc_no)
    assert (newest.business_date, newest.remark) == (TOMORROW, "เงินสด")
    moved = CashTotal(CashKind.PAYOUT, 1, -1_500 * BAHT)
    x = desk.ask(read_x, "CM01", user=desk.shop.manager, at=LATER)
    assert (x.movements, x.cash_expected) == ((moved,), 1_520 * BAHT)
    pieces = {100_000: 1, 50_000: 1, 2_000: 1}
    closed = desk.ask(close_till, "CM01", pieces, user=desk.shop.manager, at=LATER)
    z = desk.ask(read_z, "CM01", closed.z_no)
    assert (z.movements, z.cash_expected) == ((moved,), 1_520 * BAHT)
    summary = desk.ask(summarise_day, TOMORROW)
    assert (summary.payouts, summary.paid_out) == (-1_500 * BAHT, -1_500 * BAHT)
    assert all(proof.holds for proof in (*z.proofs, *summary.proofs))
    assert broken(desk.shop.database) == []


def test_more_than_is_in_the_drawer_is_not_paid(desk: Desk) -> None:
    voucher = approved(desk, honey=0)
    before = contents(desk.shop.database)
    with pytest.raises(TooMuchOut):
        desk.run(pay_voucher, voucher.doc_no)
    assert contents(desk.shop.database) == before
    desk.shop.sell(("P000003", 2_000), at=LATER)
    assert desk.run(pay_voucher, voucher.doc_no).state is VoucherState.PAID


def test_cash_needs_an_open_till(desk: Desk) -> None:
    voucher = approved(desk)
    with pytest.raises(TillNotOpen):
        desk.run(pay_voucher, voucher.doc_no, till="CM02")
    assert desk.owed() == 1_500 * BAHT


def test_cash_paid_after_midnight_is_of_the_tills_day(sqlite_desk: Desk) -> None:
    voucher = approved(sqlite_desk)
    paid = sqlite_desk.run(pay_voucher, voucher.doc_no, at=LATER + timedelta(hours=12))
    assert paid.paid_on == TOMORROW
    assert sqlite_desk.ask(list_ledger, sqlite_desk.shop.weaver.id)[0].business_date == TOMORROW


def test_one_voucher_at_a_time_and_never_twice_the_same_money(desk: Desk) -> None:
    voucher = approved(desk)
    statement_no = voucher.statement_no
    with pytest.raises(VoucherOpen) as refused:
        desk.run(prepare_voucher, statement_no, CASH)
    assert refused.value.doc_no == voucher.doc_no
    desk.run(pay_voucher, voucher.doc_no)
    with pytest.raises(NothingToPay):
        desk.run(prepare_voucher, statement_no, CASH)
    assert count(desk.shop.database, "voucher") == 1


def test_the_same_persons_double_click_prepares_one(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    first = desk.run(prepare_voucher, statement.doc_no, CASH)
    assert desk.run(prepare_voucher, statement.doc_no, CASH) == first
    with pytest.raises(VoucherOpen):
        desk.run(prepare_voucher, statement.doc_no, CASH, user=desk.second)
    cancelled = desk.run(cancel_voucher, first.doc_no, "เปลี่ยนวิธีจ่าย")
    assert (cancelled.state, cancelled.remark) == (VoucherState.CANCELLED, "เปลี่ยนวิธีจ่าย")
    assert desk.run(cancel_voucher, first.doc_no) == cancelled
    second = desk.run(prepare_voucher, statement.doc_no, CASH, user=desk.second)
    assert (first.doc_no, second.doc_no) == ("CM-PV690000001", "CM-PV690000002")
    assert desk.owed() == 1_500 * BAHT
    assert broken(desk.shop.database) == []


def test_who_did_not_come_for_the_money_is_paid_by_another_voucher(desk: Desk) -> None:
    voucher = approved(desk)
    with pytest.raises(Missing):
        desk.run(fail_voucher, voucher.doc_no, " ")
    failed = desk.run(fail_voucher, voucher.doc_no, "ผู้รับไม่มา")
    assert (failed.state, failed.remark) == (VoucherState.FAILED, "ผู้รับไม่มา")
    assert desk.run(fail_voucher, voucher.doc_no, "ผู้รับไม่มา") == failed
    with pytest.raises(WrongVoucherState):
        desk.run(pay_voucher, voucher.doc_no)
    assert (desk.owed(), cash_rows(desk)) == (1_500 * BAHT, [])
    again = desk.run(prepare_voucher, voucher.statement_no, CASH)
    assert again.gross == 1_500 * BAHT
    assert broken(desk.shop.database) == []


def test_a_payment_taken_back_is_owed_again_and_paid_anew(desk: Desk) -> None:
    voucher = approved(desk)
    paid = desk.run(pay_voucher, voucher.doc_no)
    with pytest.raises(WrongVoucherState):
        desk.run(cancel_voucher, voucher.doc_no)
    taken_back = desk.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", user=desk.shop.manager)
    assert (taken_back.state, taken_back.remark) == (VoucherState.REVERSED, "จ่ายผิดคน")
    assert desk.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", user=desk.shop.manager) == taken_back
    assert cash_rows(desk) == [("payout", -1_500 * BAHT), ("paid_in", 1_500 * BAHT)]
    assert desk.owed() == 1_500 * BAHT
    paper = desk.ask(read_voucher_paper, voucher.doc_no, at=LATER)
    assert paper.value == paid, "the paper says what was paid then"
    again = desk.paid(desk.issue(TODAY))
    assert (again.gross, desk.owed()) == (1_500 * BAHT, 0)
    desk.shop.close(at=LATER)
    statement = desk.issue(TOMORROW, at=LATER + DAY)
    assert statement.total(EntryKind.PAYOUT) == -3_000 * BAHT
    assert statement.total(EntryKind.PAYOUT_REVERSAL) == 1_500 * BAHT
    assert statement.closing == 0
    assert broken(desk.shop.database) == []


def test_a_groups_money_is_shared_to_the_satang(desk: Desk) -> None:
    thirds = (Member("นางคำ", 3_333), Member("นางแก้ว", 3_333), Member("นางปัน", 3_334))
    desk.run(save_members, desk.shop.weaver.id, thirds, user=desk.shop.manager)
    desk.shop.sell(("P000002", 1_001))
    desk.shop.close()
    voucher = desk.run(prepare_voucher, desk.issue().doc_no, CASH)
    assert [share.name for share in voucher.shares] == ["นางคำ", "นางแก้ว", "นางปัน"]
    assert sum(share.amount for share in voucher.shares) == voucher.net
    assert max(share.amount for share in voucher.shares) - min(share.amount for share in voucher.shares) < 10


def test_vouchers_are_found_by_state_and_number(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    voucher = approved(desk)
    assert desk.ask(read_voucher, f" {voucher.doc_no.lower()} ") == voucher
    assert desk.ask(list_vouchers, (VoucherState.APPROVED,)) == (voucher,)
    assert desk.ask(list_vouchers, (VoucherState.PAID,)) == ()
    assert desk.ask(list_vouchers, (), desk.shop.farmer.id) == ()
    assert value(desk.shop.database, "SELECT last_no FROM document_series WHERE kind = 'VOUCHER'") == 1
