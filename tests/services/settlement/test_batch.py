"""Transfers: one file for the bank, then what the bank says of each of them."""

import hashlib

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import (
    Missing,
    NoApprovedAccount,
    NotABankVoucher,
    NotFound,
    NothingInBatch,
    OnHold,
    VoucherInBatch,
    WrongVoucherState,
)
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import PaymentBatch, PayoutMethod, Voucher, VoucherState
from otop_pos.services.bank_account import approve_bank, end_bank, enter_bank
from otop_pos.services.settlement.batch import confirm_batch, list_batches, make_batch, read_batch
from otop_pos.services.settlement.ledger import hold_ledger, release_hold
from otop_pos.services.settlement.vouching import (
    cancel_voucher,
    list_vouchers,
    pay_voucher,
    prepare_voucher,
    reverse_voucher,
)
from tests.books import broken, contents, count, rows
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_producer

BANK = PayoutMethod.BANK
CODES = ("CM-0007", "CM-0008", "CM-0009")
GOLDEN = (
    "bank,account,account_name,amount,reference\r\n"
    "006,1234567890,กลุ่ม CM-0007,100.00,CM-PV690000001\r\n"
    "006,1234567891,กลุ่ม CM-0008,200.00,CM-PV690000002\r\n"
    "006,1234567892,กลุ่ม CM-0009,300.00,CM-PV690000003\r\n"
)


def account(desk: Desk, producer: Producer, number: str = "1234567890", is_approved: bool = True) -> BankAccount:
    entered: BankAccount = desk.run(enter_bank, BankAccount(producer.id, "006", number, producer.name_th))
    if is_approved:
        desk.run(approve_bank, entered.id, user=desk.shop.manager)
    return entered


def three(desk: Desk) -> tuple[Voucher, ...]:
    """100, 200 and 300 baht to three producers, approved, by bank."""
    made = []
    for position, code in enumerate(CODES):
        producer = new_producer(desk.shop, code)
        account(desk, producer, f"123456789{position}")
        desk.adjust((position + 1) * 100 * BAHT, producer)
        made.append(producer)
    desk.shop.close(at=LATER)
    return tuple(desk.approved(desk.issue(TOMORROW, each, at=LATER + DAY), BANK, at=LATER + DAY) for each in made)


def batch_of(desk: Desk, vouchers: tuple[Voucher, ...]) -> PaymentBatch:
    made: PaymentBatch = desk.run(make_batch, [each.doc_no for each in vouchers], at=LATER + DAY)
    return made


def confirm(desk: Desk, batch: PaymentBatch, failed: dict[str, str] | None = None, ref: str = "TR-77") -> PaymentBatch:
    return confirm_batch(desk.shop.database, batch.doc_no, failed or {}, ref, **desk.by(at=LATER + DAY))


def states(desk: Desk) -> list[str]:
    vouchers = desk.ask(list_vouchers)
    return [each.state.value for each in sorted(vouchers, key=lambda each: each.doc_no)]


def test_the_file_is_kept_as_it_was_made(desk: Desk) -> None:
    vouchers = three(desk)
    batch = batch_of(desk, vouchers)
    assert batch.content.encode() == GOLDEN.encode()
    assert (batch.doc_no, batch.file_name, batch.total) == ("CM-PB690000001", "CM-PB690000001.csv", 600 * BAHT)
    assert (batch.made_by, [each.doc_no for each in batch.vouchers]) == (desk.clerk.name, [v.doc_no for v in vouchers])
    assert batch_of(desk, vouchers[::-1]) == batch
    assert desk.ask(list_batches) == (batch,)
    assert rows(desk.shop.database, "SELECT sha256 FROM payment_batch") == [
        (hashlib.sha256(GOLDEN.encode()).hexdigest(),)
    ]
    assert states(desk) == ["approved"] * 3
    assert broken(desk.shop.database) == []


def test_one_transfer_fails_and_only_its_voucher_may_be_made_anew(desk: Desk) -> None:
    vouchers = three(desk)
    batch = batch_of(desk, vouchers)
    done = confirm(desk, batch, {vouchers[1].doc_no.lower(): "บัญชีปิดแล้ว"})
    assert [each.state for each in done.vouchers] == [VoucherState.PAID, VoucherState.FAILED, VoucherState.PAID]
    assert (done.content, done.total) == (GOLDEN, 600 * BAHT)
    assert [each.reference for each in done.vouchers] == ["TR-77", "", "TR-77"]
    assert done.vouchers[1].remark == "บัญชีปิดแล้ว"
    assert [desk.owed(each.producer) for each in vouchers] == [0, 200 * BAHT, 0]
    before = contents(desk.shop.database)["payable"]
    assert confirm(desk, batch) == done, "what was settled once is not settled otherwise"
    assert contents(desk.shop.database)["payable"] == before
    again = desk.run(prepare_voucher, vouchers[1].statement_no, BANK, at=LATER + DAY)
    assert (again.gross, again.doc_no) == (200 * BAHT, "CM-PV690000004")
    assert count(desk.shop.database, "cash_movement") == 0
    assert broken(desk.shop.database) == []


def test_a_voucher_on_hold_is_left_and_the_file_run_again(desk: Desk) -> None:
    vouchers = three(desk)
    batch = batch_of(desk, vouchers)
    hold = desk.run(hold_ledger, vouchers[0].producer.id, None, "รอสอบ")
    with pytest.raises(OnHold):
        confirm(desk, batch)
    assert states(desk) == ["approved", "paid", "paid"]
    desk.run(release_hold, hold.id)
    confirm(desk, batch, ref="TR-78")
    assert states(desk) == ["paid"] * 3
    assert [each.reference for each in desk.ask(read_batch, batch.doc_no).vouchers] == ["TR-78", "TR-77", "TR-77"]
    assert broken(desk.shop.database) == []


def test_the_bank_gives_a_reference_and_a_failure_its_reason(desk: Desk) -> None:
    vouchers = three(desk)
    batch = batch_of(desk, vouchers)
    before = contents(desk.shop.database)
    with pytest.raises(Missing):
        confirm(desk, batch, ref=" ")
    with pytest.raises(NotFound):
        confirm_batch(desk.shop.database, "CM-PB690000099", {}, "TR", **desk.by())
    with pytest.raises(NotFound):
        confirm(desk, batch, {"CM-PV690000099": "บัญชีปิดแล้ว"})
    with pytest.raises(Missing):
        confirm(desk, batch, {vouchers[2].doc_no: "  "})
    assert contents(desk.shop.database) == before


def test_what_goes_into_no_file(desk: Desk) -> None:
    vouchers = three(desk)
    with pytest.raises(NothingInBatch):
        batch_of(desk, ())
    batch_of(desk, vouchers[:2])
    with pytest.raises(VoucherInBatch) as refused:
        batch_of(desk, vouchers)
    assert refused.value.batch == "CM-PB690000001"
    with pytest.raises(VoucherInBatch):
        desk.run(cancel_voucher, vouchers[0].doc_no)
    desk.run(pay_voucher, vouchers[2].doc_no, "TR-1", at=LATER + DAY)
    with pytest.raises(WrongVoucherState):
        batch_of(desk, vouchers[2:])
    producer = new_producer(desk.shop, "CM-0010")
    desk.adjust(50 * BAHT, producer, at=LATER + DAY)
    in_cash = desk.approved(desk.issue(TOMORROW + DAY, producer, at=LATER + 2 * DAY), at=LATER + 2 * DAY)
    with pytest.raises(NotABankVoucher):
        batch_of(desk, (in_cash,))
    assert count(desk.shop.database, "payment_batch") == 1


def test_only_an_approved_account_is_paid_to(desk: Desk) -> None:
    producer = new_producer(desk.shop, "CM-0007")
    desk.adjust(100 * BAHT, producer)
    desk.shop.close(at=LATER)
    statement = desk.issue(TOMORROW, producer, at=LATER + DAY)
    waiting = account(desk, producer, is_approved=False)
    with pytest.raises(NoApprovedAccount):
        desk.run(prepare_voucher, statement.doc_no, BANK)
    desk.run(approve_bank, waiting.id, user=desk.shop.manager)
    voucher = desk.approved(statement, BANK, at=LATER + DAY)
    assert voucher.account is not None
    assert (voucher.account.account, voucher.account.approved_by) == ("1234567890", desk.shop.manager.name)
    desk.run(end_bank, waiting.id)
    with pytest.raises(NoApprovedAccount):
        batch_of(desk, (voucher,))
    assert broken(desk.shop.database) == []


def test_a_transfer_is_paid_by_hand_dated_today_and_taken_back(desk: Desk) -> None:
    voucher = three(desk)[0]
    paid = desk.run(pay_voucher, voucher.doc_no, " 2026-778 ", at=LATER + DAY)
    assert (paid.reference, paid.paid_on, paid.net) == ("2026-778", TOMORROW + DAY, 100 * BAHT)
    desk.run(reverse_voucher, voucher.doc_no, "บัญชีผิด", user=desk.shop.manager, at=LATER + DAY)
    assert (desk.owed(voucher.producer), count(desk.shop.database, "cash_movement")) == (100 * BAHT, 0)
    assert broken(desk.shop.database) == []
