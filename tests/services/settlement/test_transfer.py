"""By bank: to an approved account only, by a file, paid but for what the bank says has failed."""

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import (
    Missing,
    NoApprovedAccount,
    NotABankVoucher,
    NothingInBatch,
    OnHold,
    VoucherInBatch,
    WrongVoucherState,
)
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import PaymentBatch, PayoutMethod, Voucher, VoucherState
from otop_pos.services.bank_account import approve_bank, end_bank, enter_bank
from otop_pos.services.settlement.batch import confirm_batch, list_batches, make_batch, read_batch
from otop_pos.services.settlement.ledger import hold_ledger, list_holds, release_hold
from otop_pos.services.settlement.paying import fail_voucher, pay_voucher
from otop_pos.services.settlement.vouching import (
    cancel_voucher,
    prepare_voucher,
)
from tests.books import broken, count
from tests.services.settlement.desk import (
    DAY,
    LATER,
    TOMORROW,
    Desk,
    new_producer,
    two_cloths,
)

BANK = PayoutMethod.BANK


def settled(desk: Desk) -> Statement:
    """1,500.00 are due; the next morning the drawer has enough."""
    two_cloths(desk.shop)
    desk.shop.close()
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    return desk.issue()


def account(desk: Desk, producer: Producer) -> BankAccount:
    entered = desk.run(enter_bank, BankAccount(producer.id, "006", "9810001234", producer.name_th))
    approved: BankAccount = desk.run(approve_bank, entered.id, user=desk.shop.manager)
    return approved


def by_bank(desk: Desk, count_of: int) -> list[Voucher]:
    """Approved transfers of 100.00, 200.00 … to as many producers."""
    desk.shop.close()
    vouchers = []
    for number in range(1, count_of + 1):
        producer = new_producer(desk.shop, f"CM-01{number:02}")
        account(desk, producer)
        desk.adjust(number * 100 * BAHT, producer)
        vouchers.append(desk.approved(desk.issue(TOMORROW, producer), BANK))
    return vouchers


def confirmed(desk: Desk, batch: PaymentBatch, failed: dict[str, str], reference: str = "BULK1") -> PaymentBatch:
    return confirm_batch(desk.shop.database, batch.doc_no, failed, reference, **desk.by())


def test_money_goes_to_an_approved_account_only(desk: Desk) -> None:
    statement = settled(desk)
    with pytest.raises(NoApprovedAccount):
        desk.run(prepare_voucher, statement.doc_no, BANK)
    entered = desk.run(enter_bank, BankAccount(desk.shop.weaver.id, "006", "9810001234", "กลุ่มทอผ้าบ้านตาล"))
    with pytest.raises(NoApprovedAccount):
        desk.run(prepare_voucher, statement.doc_no, BANK)
    desk.run(approve_bank, entered.id, user=desk.shop.manager)
    voucher = desk.approved(statement, BANK)
    assert voucher.account is not None
    assert voucher.account.id == entered.id
    desk.run(end_bank, entered.id)
    with pytest.raises(NoApprovedAccount):
        desk.run(make_batch, (voucher.doc_no,))


def test_a_failed_transfer_leaves_the_ledger_alone_and_may_be_tried_again(desk: Desk) -> None:
    statement = settled(desk)
    account(desk, desk.shop.weaver)
    voucher = desk.approved(statement, BANK)
    with pytest.raises(Missing):
        desk.run(fail_voucher, voucher.doc_no, "")
    failed = desk.run(fail_voucher, voucher.doc_no, "บัญชีปิด")
    assert desk.run(fail_voucher, voucher.doc_no, "บัญชีปิด") == failed
    assert (failed.state, failed.remark, desk.owed()) == (VoucherState.FAILED, "บัญชีปิด", 1_500 * BAHT)
    with pytest.raises(WrongVoucherState):
        desk.run(pay_voucher, voucher.doc_no, "R-1")
    again = desk.paid(statement, BANK)
    assert (again.reference, again.paid_on, desk.owed()) == ("REF-1", TOMORROW, 0)
    assert count(desk.shop.database, "cash_movement") == 0
    assert broken(desk.shop.database) == []


def test_a_file_for_the_bank_is_paid_but_for_what_failed(desk: Desk) -> None:
    vouchers = by_bank(desk, 3)
    numbers = [each.doc_no for each in vouchers]
    batch = desk.run(make_batch, numbers[::-1])
    assert (batch.doc_no, batch.file_name, batch.total) == ("CM-PB690000001", "CM-PB690000001.csv", 600 * BAHT)
    assert [line.split(",")[-1] for line in batch.content.splitlines()[1:]] == numbers
    assert desk.run(make_batch, numbers) == batch
    with pytest.raises(VoucherInBatch):
        desk.run(make_batch, numbers[:1])
    with pytest.raises(VoucherInBatch):
        desk.run(cancel_voucher, numbers[0])
    with pytest.raises(Missing):
        confirmed(desk, batch, {}, " ")
    with pytest.raises(Missing):
        confirmed(desk, batch, {numbers[1]: " "})
    done = confirmed(desk, batch, {numbers[1]: "บัญชีปิด"})
    assert [each.state for each in done.vouchers] == [VoucherState.PAID, VoucherState.FAILED, VoucherState.PAID]
    assert {each.reference for each in done.vouchers} == {"BULK1", ""}
    ledger = count(desk.shop.database, "payable")
    again = confirmed(desk, batch, {numbers[0]: "สาย"})
    assert again.vouchers == done.vouchers
    assert count(desk.shop.database, "payable") == ledger
    assert desk.ask(read_batch, batch.doc_no).content == batch.content
    assert desk.ask(list_batches) == (again,)
    assert broken(desk.shop.database) == []


def test_one_that_is_refused_keeps_no_other_back_and_is_paid_the_next_time(desk: Desk) -> None:
    vouchers = by_bank(desk, 3)
    batch = desk.run(make_batch, [each.doc_no for each in vouchers])
    desk.run(hold_ledger, vouchers[1].producer.id, None, "รอเอกสาร")
    with pytest.raises(OnHold):
        confirmed(desk, batch, {})
    states = [each.state for each in desk.ask(read_batch, batch.doc_no).vouchers]
    assert states == [VoucherState.PAID, VoucherState.APPROVED, VoucherState.PAID]
    (hold,) = desk.ask(list_holds)
    desk.run(release_hold, hold.id)
    assert {each.state for each in confirmed(desk, batch, {}).vouchers} == {VoucherState.PAID}
    assert broken(desk.shop.database) == []


def test_only_approved_transfers_go_into_a_file(desk: Desk) -> None:
    cash = desk.approved(settled(desk))
    account(desk, desk.shop.farmer)
    desk.adjust(100 * BAHT, desk.shop.farmer, at=LATER)
    desk.shop.close(at=LATER)
    statement = desk.issue(TOMORROW, desk.shop.farmer, at=LATER + DAY)
    prepared = desk.run(prepare_voucher, statement.doc_no, BANK)
    cases: tuple[tuple[tuple[str, ...], type[Exception]], ...] = (
        ((), NothingInBatch),
        ((cash.doc_no,), NotABankVoucher),
        ((prepared.doc_no,), WrongVoucherState),
    )
    for numbers, refusal in cases:
        with pytest.raises(refusal):
            desk.run(make_batch, numbers)
    assert count(desk.shop.database, "payment_batch") == 0
