"""Transfers: one file for the bank, then what the bank says of each of them."""

import hashlib

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import (
    Missing,
    NotFound,
)
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import PaymentBatch, PayoutMethod, Voucher, VoucherState
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.settlement.batch import confirm_batch, list_batches, make_batch
from otop_pos.services.settlement.vouching import (
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


def test_a_transfer_is_paid_by_hand_dated_today_and_taken_back(desk: Desk) -> None:
    voucher = three(desk)[0]
    paid = desk.run(pay_voucher, voucher.doc_no, " 2026-778 ", at=LATER + DAY)
    assert (paid.reference, paid.paid_on, paid.net) == ("2026-778", TOMORROW + DAY, 100 * BAHT)
    desk.run(reverse_voucher, voucher.doc_no, "บัญชีผิด", user=desk.shop.manager, at=LATER + DAY)
    assert (desk.owed(voucher.producer), count(desk.shop.database, "cash_movement")) == (100 * BAHT, 0)
    assert broken(desk.shop.database) == []
