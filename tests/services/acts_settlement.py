"""Acts of settling with the producers for the table of rights."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer
from otop_pos.domain.right import Right
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.settlement.batch import list_batches, make_batch
from otop_pos.services.settlement.issuing import issue_statement, list_statements
from otop_pos.services.settlement.ledger import adjust_ledger, hold_ledger, list_balances, list_holds, list_ledger
from otop_pos.services.settlement.vouching import approve_voucher, list_vouchers, pay_voucher, prepare_voucher
from otop_pos.services.user import add_user
from tests.factories import NOW, TODAY, SmallShop, agreement

if TYPE_CHECKING:
    from tests.services.acts import World

DAY = timedelta(days=1)
OWED = 10 * BAHT
OPEN, PARKED, ISSUED, PREPARED, IN_CASH, PAID, BY_BANK, IN_FILE = (f"CM-20{number:02}" for number in range(1, 9))
"""Producers, each by how far the settling with it has come."""


def prepare_settlement(shop: SmallShop) -> None:
    """Of each producer 10 baht were owed three days ago. The shop's manager prepares, a second one approves."""
    second = shop.database.run(add_user, "SEC", "ผู้จัดการคนที่สอง", "manager")

    def run(use_case: Any, *arguments: Any, approver: bool = False, at: Any = NOW - DAY) -> Any:
        user = second if approver else shop.manager
        return shop.database.run(use_case, *arguments, till="CM01", user=user, at=at)

    for code in (OPEN, PARKED, ISSUED, PREPARED, IN_CASH, PAID, BY_BANK, IN_FILE):
        producer = shop.database.run(add_producer, Producer(code, f"กลุ่ม {code}"))
        shop.database.run(add_agreement, agreement(producer.id, TaxMode.NONE))
        wanted = LedgerAdjustment(producer.id, EntryKind.ADJUST, OWED, "ยอดยกมา")
        entry = run(adjust_ledger, wanted, at=NOW - 3 * DAY)
        if code == PARKED:
            run(hold_ledger, producer.id, entry.id, "รอตรวจสอบ")
        elif code != OPEN:
            _settle(run, producer)
    run(make_batch, (_voucher_of(shop, IN_FILE).doc_no,))


def _settle(run: Callable[..., Any], producer: Producer) -> None:
    """As far as the producer's code says."""
    statement = run(issue_statement, producer.id, _cutoff())
    if producer.code == ISSUED:
        return
    by_bank = producer.code in (PAID, BY_BANK, IN_FILE)
    if by_bank:
        account = run(enter_bank, BankAccount(producer.id, "006", "1234567890", producer.name_th))
        run(approve_bank, account.id, approver=True)
    voucher = run(prepare_voucher, statement.doc_no, PayoutMethod.BANK if by_bank else PayoutMethod.CASH)
    if producer.code == PREPARED:
        return
    run(approve_voucher, voucher.doc_no, approver=True)
    if producer.code == PAID:
        run(pay_voucher, voucher.doc_no, "REF-1")


def _cutoff() -> date:
    return TODAY - 2 * DAY


def _producer(shop: SmallShop, code: str) -> Producer:
    return next(each.producer for each in shop.database.run(list_balances) if each.producer.code == code)


def _voucher_of(shop: SmallShop, code: str) -> Voucher:
    (voucher,) = shop.database.run(list_vouchers, tuple(VoucherState), _producer(shop, code).id)
    return voucher


def _voucher(code: str, *more: Any) -> Any:
    return lambda world: (_voucher_of(world.shop, code).doc_no, *more)


def _statement(*more: Any) -> Any:
    def arguments(world: "World") -> tuple[Any, ...]:
        (statement,) = world.database.run(list_statements, _producer(world.shop, ISSUED).id)
        return statement.doc_no, *more

    return arguments


def _adjustment(world: "World") -> tuple[Any, ...]:
    return (LedgerAdjustment(_producer(world.shop, OPEN).id, EntryKind.FEE, -OWED, "ค่าถุง"),)


def _entry(world: "World") -> tuple[Any, ...]:
    producer = _producer(world.shop, OPEN)
    (entry,) = world.database.run(list_ledger, producer.id)
    return producer.id, entry.id, "ลูกค้าโต้แย้ง"


def _hold(world: "World") -> tuple[Any, ...]:
    (hold,) = world.database.run(list_holds)
    return (hold.id,)


def _batch(world: "World") -> tuple[Any, ...]:
    (batch,) = world.database.run(list_batches)
    return batch.doc_no, {}, "TR-1"


ROWS: tuple[tuple[str, Right, Any], ...] = (
    ("settlement.ledger.adjust_ledger", Right.ADJUST_LEDGER, _adjustment),
    ("settlement.ledger.hold_ledger", Right.HOLD_LEDGER, _entry),
    ("settlement.ledger.release_hold", Right.HOLD_LEDGER, _hold),
    (
        "settlement.issuing.issue_statement",
        Right.ISSUE_STATEMENT,
        lambda world: (_producer(world.shop, OPEN).id, _cutoff()),
    ),
    (
        "settlement.issuing.issue_all",
        Right.ISSUE_STATEMENT,
        lambda world: ((_producer(world.shop, OPEN).id, _producer(world.shop, PARKED).id), _cutoff()),
    ),
    ("settlement.issuing.reverse_statement", Right.REVERSE_STATEMENT, _statement("ออกผิดวัน")),
    ("settlement.vouching.prepare_voucher", Right.PREPARE_VOUCHER, _statement(PayoutMethod.CASH)),
    ("settlement.vouching.cancel_voucher", Right.PREPARE_VOUCHER, _voucher(PREPARED)),
    ("settlement.vouching.approve_voucher", Right.APPROVE_VOUCHER, _voucher(PREPARED)),
    ("settlement.paying.pay_voucher", Right.PAY_VOUCHER, _voucher(IN_CASH)),
    ("settlement.paying.fail_voucher", Right.PAY_VOUCHER, _voucher(IN_CASH, "ผู้รับไม่มา")),
    ("settlement.paying.reverse_voucher", Right.APPROVE_VOUCHER, _voucher(PAID, "โอนผิดบัญชี")),
    ("settlement.batch.make_batch", Right.PAY_VOUCHER, lambda world: ((_voucher_of(world.shop, BY_BANK).doc_no,),)),
    ("settlement.batch.confirm_batch", Right.PAY_VOUCHER, _batch),
)
"""Use case, right, arguments: as the rows of `Act`."""
