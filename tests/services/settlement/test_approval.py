"""Two people for every payment: who prepared it does not approve it, and a yes with a PIN is used once."""

import pytest

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import ApprovalInvalid, NeedsApproval, NotAllowed, SamePerson, WrongVoucherState
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.money import BAHT
from otop_pos.domain.right import Grant, Matrix, Right
from otop_pos.domain.shop import User
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.services.permission import save_matrix
from otop_pos.services.settlement.issuing import issue_all
from otop_pos.services.settlement.ledger import adjust_ledger
from otop_pos.services.settlement.vouching import approve_voucher, pay_voucher, prepare_voucher
from otop_pos.services.sign_in import Door, keep_approval
from tests.books import broken, contents, count, value
from tests.factories import TODAY
from tests.services.settlement.desk import DAY, LATER, Desk, new_producer, two_cloths

TOLD = "SELECT count(*) FROM till_event WHERE approval_id IS NOT NULL"


def prepared(desk: Desk, by: User | None = None) -> Voucher:
    two_cloths(desk.shop)
    desk.shop.close()
    voucher: Voucher = desk.run(prepare_voucher, desk.issue().doc_no, PayoutMethod.CASH, user=by)
    return voucher


def approval_for(desk: Desk, right: Right, asked_by: User, what: str = "") -> Approval:
    """By the shop's manager, beside the desk."""
    door = Door("CM01", b"pepper", LATER)
    given: Approval = desk.ask(keep_approval, Ask(right, what), desk.shop.manager, asked_by, door)
    return given


def approve(desk: Desk, voucher: Voucher, user: User, approval: Approval | None = None) -> Voucher:
    approved: Voucher = desk.ask(approve_voucher, voucher.doc_no, **desk.by(user), approval=approval)
    return approved


def test_a_clerk_who_prepared_gets_a_managers_approval(desk: Desk) -> None:
    voucher = prepared(desk)
    with pytest.raises(NeedsApproval) as refused:
        approve(desk, voucher, desk.clerk)
    assert refused.value.ask.right is Right.APPROVE_VOUCHER
    approved = approve(desk, voucher, desk.clerk, approval_for(desk, Right.APPROVE_VOUCHER, desk.clerk))
    assert (approved.state, approved.approved_by, approved.prepared_by) == (
        VoucherState.APPROVED,
        desk.shop.manager.name,
        desk.clerk.name,
    )
    assert value(desk.shop.database, TOLD) == 1
    assert broken(desk.shop.database) == []


def test_the_preparer_does_not_approve_by_hand_nor_by_pin(desk: Desk) -> None:
    voucher = prepared(desk, by=desk.shop.manager)
    with pytest.raises(SamePerson):
        approve(desk, voucher, desk.shop.manager)
    approval = approval_for(desk, Right.APPROVE_VOUCHER, desk.clerk)
    before = contents(desk.shop.database)
    with pytest.raises(SamePerson):
        approve(desk, voucher, desk.clerk, approval)
    assert contents(desk.shop.database) == before
    assert approve(desk, voucher, desk.second).approved_by == desk.second.name


def test_a_manager_who_prepared_gets_another_ones_approval(desk: Desk) -> None:
    """Her own right would do; that she brought a second person is checked and told all the same."""
    voucher = prepared(desk, by=desk.second)
    for wrong in (Right.PAY_OUT, Right.APPROVE_BANK):
        with pytest.raises(ApprovalInvalid):
            approve(desk, voucher, desk.second, approval_for(desk, wrong, desk.second))
    with pytest.raises(ApprovalInvalid):
        approve(desk, voucher, desk.second, approval_for(desk, Right.APPROVE_VOUCHER, desk.clerk))
    approval = approval_for(desk, Right.APPROVE_VOUCHER, desk.second)
    assert approve(desk, voucher, desk.second, approval).approved_by == desk.shop.manager.name
    assert value(desk.shop.database, TOLD) == 1


def test_an_approval_is_for_one_voucher(desk: Desk) -> None:
    first = prepared(desk)
    other = new_producer(desk.shop, "CM-0009")
    desk.adjust(100 * BAHT, other)
    statement = desk.issue(TODAY + DAY, other, at=LATER + DAY)
    second = desk.run(prepare_voucher, statement.doc_no, PayoutMethod.CASH)
    approval = approval_for(desk, Right.APPROVE_VOUCHER, desk.clerk)
    assert approve(desk, first, desk.clerk, approval) == approve(desk, first, desk.clerk, approval)
    before = contents(desk.shop.database)
    with pytest.raises(ApprovalInvalid):
        approve(desk, second, desk.clerk, approval)
    assert contents(desk.shop.database) == before
    assert broken(desk.shop.database) == []


def test_nothing_is_paid_that_was_not_approved(desk: Desk) -> None:
    voucher = prepared(desk)
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    with pytest.raises(WrongVoucherState) as refused:
        desk.run(pay_voucher, voucher.doc_no)
    assert refused.value.state == "prepared"
    with pytest.raises(NotAllowed):
        approve(desk, voucher, desk.shop.user)
    assert desk.owed() == 1_500 * BAHT


def test_one_approval_issues_many_statements_once(desk: Desk) -> None:
    """A used one is good for nothing any more, not even for the first of the next many."""
    two_cloths(desk.shop)
    desk.shop.sell(("P000003", 1_000))
    desk.shop.close()
    cashier, weaver, farmer = desk.shop.user, desk.shop.weaver.id, desk.shop.farmer.id
    with pytest.raises(NotAllowed):
        issue_all(desk.shop.database, (weaver,), TODAY, **desk.by(cashier))
    ask_first(desk, cashier)
    approval = approval_for(desk, Right.ISSUE_STATEMENT, cashier)
    issue_all(desk.shop.database, (weaver,), TODAY, **desk.by(cashier), approval=approval)
    with pytest.raises(ApprovalInvalid):
        issue_all(desk.shop.database, (farmer,), TODAY, **desk.by(cashier), approval=approval)
    assert (count(desk.shop.database, "statement"), value(desk.shop.database, TOLD)) == (1, 1)


def ask_first(desk: Desk, cashier: User) -> None:
    """In this shop a cashier may issue statements with a second person."""
    matrix = Matrix({(cashier.role, Right.ISSUE_STATEMENT): Grant.APPROVAL})
    desk.run(save_matrix, matrix, user=desk.shop.manager)


def test_an_approval_of_an_adjustment_is_for_its_amount(desk: Desk) -> None:
    wanted = LedgerAdjustment(desk.shop.weaver.id, EntryKind.ADJUST, 5_000, "ค่าขนส่งคืน")
    with pytest.raises(NeedsApproval) as refused:
        desk.run(adjust_ledger, wanted)
    assert "50.00" in refused.value.ask.what
    approval = approval_for(desk, Right.ADJUST_LEDGER, desk.clerk, refused.value.ask.what)
    dearer = LedgerAdjustment(desk.shop.weaver.id, EntryKind.ADJUST, 500_000, "ค่าขนส่งคืน")
    with pytest.raises(ApprovalInvalid):
        desk.ask(adjust_ledger, dearer, **desk.by(), approval=approval)
    entry = desk.ask(adjust_ledger, wanted, **desk.by(), approval=approval)
    assert (entry.amount, entry.remark) == (5_000, "ค่าขนส่งคืน")
    assert desk.ask(adjust_ledger, wanted, **desk.by(), approval=approval) == entry
    assert desk.owed() == 5_000
    assert broken(desk.shop.database) == []
