"""What is not settled or paid for now: goods that may come back, disputes, a producer whose payments stand still."""

import pytest

from otop_pos.domain.errors import (
    AlreadySettled,
    Missing,
    NotFound,
    NothingToPay,
    NothingToSettle,
    OnHold,
    UnderMinimum,
)
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.money import BAHT
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.settlement.drafting import draft_all
from otop_pos.services.settlement.ledger import hold_ledger, list_balances, list_holds, list_ledger, release_hold
from otop_pos.services.settlement.vouching import approve_voucher, pay_voucher, prepare_voucher
from tests.books import broken, count
from tests.factories import NOW, TODAY
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_terms, two_cloths

CASH = PayoutMethod.CASH


def newest(desk: Desk) -> LedgerEntry:
    entry: LedgerEntry = desk.ask(list_ledger, desk.shop.weaver.id)[0]
    return entry


def test_sales_wait_the_days_that_were_agreed_and_fees_do_not(desk: Desk) -> None:
    new_terms(desk.shop, hold_days=7)
    two_cloths(desk.shop)
    desk.shop.close()
    with pytest.raises(NothingToSettle):
        desk.issue()
    desk.adjust(-100 * BAHT, kind=EntryKind.FEE)
    first = desk.issue(TOMORROW, at=NOW + 2 * DAY)
    assert [entry.kind for entry in first.entries] == [EntryKind.FEE]
    assert [(entry.kind, entry.amount) for entry in first.held] == [(EntryKind.SALE, 1_500 * BAHT)]
    assert (first.closing, first.on_hold) == (-100 * BAHT, 1_500 * BAHT)
    (row,) = desk.ask(draft_all, TODAY + 6 * DAY, at=NOW + 8 * DAY)
    assert (row.closing, row.held) == (-100 * BAHT, 1_500 * BAHT)
    (row,) = desk.ask(draft_all, TODAY + 7 * DAY, at=NOW + 8 * DAY)
    assert (row.closing, row.held) == (1_400 * BAHT, 0)
    second = desk.issue(TODAY + 7 * DAY, at=NOW + 8 * DAY)
    assert (second.closing, second.held) == (1_400 * BAHT, ())
    assert broken(desk.shop.database) == []


def test_a_sale_that_came_back_while_it_waited_is_never_paid(desk: Desk) -> None:
    new_terms(desk.shop, hold_days=7)
    sale = two_cloths(desk.shop)
    desk.shop.refund(sale)
    desk.shop.close()
    with pytest.raises(NothingToSettle):
        desk.issue()
    statement = desk.issue(TODAY + 7 * DAY, at=NOW + 8 * DAY)
    assert [entry.amount for entry in statement.entries] == [1_500 * BAHT, -1_500 * BAHT]
    assert (statement.closing, statement.on_hold) == (0, 0)
    with pytest.raises(NothingToPay):
        desk.run(prepare_voucher, statement.doc_no, CASH)
    assert broken(desk.shop.database) == []


def test_a_disputed_sale_is_parked_until_it_is_released(desk: Desk) -> None:
    two_cloths(desk.shop)
    disputed = newest(desk)
    desk.shop.sell(("P000001", 1_000))
    desk.shop.close()
    hold = desk.run(hold_ledger, desk.shop.weaver.id, disputed.id, "ลูกค้าว่าสีตก")
    assert desk.run(hold_ledger, desk.shop.weaver.id, disputed.id, "อีกครั้ง") == hold
    assert (hold.amount, hold.kind, hold.placed_by) == (1_500 * BAHT, EntryKind.SALE, desk.clerk.name)
    first = desk.issue()
    assert (first.closing, first.on_hold, first.held) == (750 * BAHT, 1_500 * BAHT, (disputed,))
    balance = desk.ask(list_balances)[0]
    assert (balance.owed, balance.unsettled, balance.held) == (2_250 * BAHT, 1_500 * BAHT, 1_500 * BAHT)
    assert desk.run(release_hold, hold.id).is_released
    assert desk.run(release_hold, hold.id).is_released
    assert desk.ask(list_holds) == ()
    second = desk.issue(TOMORROW, at=LATER + DAY)
    assert [(entry.id, entry.is_late) for entry in second.entries] == [(disputed.id, True)]
    assert second.closing == 2_250 * BAHT
    assert broken(desk.shop.database) == []


def test_a_parked_sale_that_comes_back_leaves_nothing_to_pay(desk: Desk) -> None:
    """The return is on the first statement and carried, the sale on the one after its release: in all nothing."""
    sale = two_cloths(desk.shop)
    parked = newest(desk)
    hold = desk.run(hold_ledger, desk.shop.weaver.id, parked.id, "ลูกค้าว่าสีตก")
    desk.shop.refund(sale)
    desk.shop.close()
    first = desk.issue()
    assert (first.closing, first.on_hold, desk.owed()) == (-1_500 * BAHT, 1_500 * BAHT, 0)
    with pytest.raises(NothingToPay):
        desk.run(prepare_voucher, first.doc_no, CASH)
    desk.run(release_hold, hold.id)
    second = desk.issue(TOMORROW, at=LATER + DAY)
    assert (second.opening, second.closing) == (-1_500 * BAHT, 0)
    with pytest.raises(NothingToPay):
        desk.run(prepare_voucher, second.doc_no, CASH)
    assert broken(desk.shop.database) == []


def test_what_is_settled_or_of_somebody_else_is_not_parked(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    with pytest.raises(AlreadySettled) as refused:
        desk.run(hold_ledger, desk.shop.weaver.id, statement.entries[0].id, "สาย")
    assert refused.value.doc_no == statement.doc_no
    with pytest.raises(NotFound):
        desk.run(hold_ledger, desk.shop.farmer.id, statement.entries[0].id, "ผิดคน")
    with pytest.raises(Missing):
        desk.run(hold_ledger, desk.shop.weaver.id, None, " ")
    assert count(desk.shop.database, "payable_hold") == 0


def test_nothing_is_paid_while_payments_stand_still(desk: Desk) -> None:
    """A statement is issued all the same and says so; no step towards the money is taken."""
    two_cloths(desk.shop)
    desk.shop.close()
    first = desk.run(hold_ledger, desk.shop.weaver.id, None, "รอหนังสือมอบอำนาจ")
    statement = desk.issue()
    assert statement.is_on_hold
    assert not statement.is_payable
    with pytest.raises(OnHold) as refused:
        desk.run(prepare_voucher, statement.doc_no, CASH)
    assert refused.value.reason == "รอหนังสือมอบอำนาจ"
    desk.run(release_hold, first.id)
    voucher = desk.run(prepare_voucher, statement.doc_no, CASH)
    second = desk.run(hold_ledger, desk.shop.weaver.id, None, "อีกครั้ง")
    with pytest.raises(OnHold):
        desk.run(approve_voucher, voucher.doc_no, user=desk.shop.manager)
    desk.run(release_hold, second.id)
    desk.run(approve_voucher, voucher.doc_no, user=desk.shop.manager)
    third = desk.run(hold_ledger, desk.shop.weaver.id, None, "ครั้งที่สาม")
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    with pytest.raises(OnHold):
        desk.run(pay_voucher, voucher.doc_no)
    assert desk.owed() == 1_500 * BAHT
    desk.run(release_hold, third.id)
    desk.run(pay_voucher, voucher.doc_no)
    assert desk.owed() == 0
    assert broken(desk.shop.database) == []


def test_less_than_the_agreed_least_is_carried_on(desk: Desk) -> None:
    new_terms(desk.shop, min_payout=160_000)
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    assert not statement.is_payable
    with pytest.raises(UnderMinimum) as refused:
        desk.run(prepare_voucher, statement.doc_no, CASH)
    assert (refused.value.amount, refused.value.least) == (150_000, 160_000)
    desk.adjust(100 * BAHT)
    second = desk.issue(TOMORROW, at=LATER + DAY)
    assert second.closing == 160_000
    assert second.is_payable
    assert desk.run(prepare_voucher, second.doc_no, CASH).gross == 160_000
    assert broken(desk.shop.database) == []
