"""Days with losses, fees, payments, tax and payments taken back, as head office gets and checks them."""

import csv
from pathlib import Path

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.nightly import send_day
from otop_pos.services.settlement.batch import confirm_batch, make_batch
from otop_pos.services.settlement.paying import reverse_voucher
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.moving import post_note, reverse_note
from otop_pos.sync.check import check_package
from tests.books import broken, rows
from tests.factories import NOW, TODAY
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_terms, two_cloths, with_guard_off


def cells(folder: Path, file: str, name: str) -> list[str]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def satang(found: list[str]) -> int:
    return sum(round(float(cell) * 100) for cell in found)


def lose(desk: Desk, qty: int) -> str:
    """Cloth with an agreed value of 600.00."""
    for table in ("lot", "grn_line"):
        with_guard_off(desk.shop, f"UPDATE {table} SET agreed_value = 60000")
    (lot, *_rest) = desk.ask(list_lots, "P000001")
    act = StockAct(NoteKind.LOSS, (NoteWish(lot.id, qty, MoveKind.LOSS),), "หาย")
    return str(desk.run(post_note, act, user=desk.shop.manager, at=NOW).doc_no)


def first_day(desk: Desk) -> str:
    """Sold, and two cloths lost: the number of the note of the loss."""
    new_terms(desk.shop, wht_rule="work_3")
    two_cloths(desk.shop)
    desk.shop.sell(("P000003", 5_000))
    lost = lose(desk, 2_000)
    desk.shop.close()
    return lost


def second_day(desk: Desk, lost: str) -> None:
    """The weaver is paid in cash, gives it back, and is paid by bank; one cloth comes back, the lost are found."""
    desk.next_day()
    sale = two_cloths(desk.shop, LATER)
    desk.shop.sell(("P000003", 12_000), at=LATER)
    statement = desk.issue()
    assert statement.closing == 2_700 * BAHT
    voucher = desk.paid(statement)
    desk.run(reverse_voucher, voucher.doc_no, "ขอเป็นเงินโอน", user=desk.shop.manager)
    by_bank(desk, desk.shop.weaver, statement.doc_no)
    desk.adjust(-25 * BAHT, kind=EntryKind.FEE)
    desk.shop.refund(sale, RefundLine(1, 1_000), at=LATER)
    desk.run(reverse_note, lost, "พบแล้ว", user=desk.shop.manager)
    desk.shop.close(at=LATER)


def by_bank(desk: Desk, producer: Producer, statement_no: str) -> None:
    account = desk.run(enter_bank, BankAccount(producer.id, "006", "1234567890", producer.name_th))
    desk.run(approve_bank, account.id, user=desk.shop.manager)
    voucher = desk.approved(desk.issue(TODAY, producer), PayoutMethod.BANK)
    assert voucher.statement_no == statement_no
    batch = desk.run(make_batch, [voucher.doc_no])
    confirm_batch(desk.shop.database, batch.doc_no, {}, "TR-1", **desk.by())


def test_both_days_pass_the_check_and_are_the_ledger_together(desk: Desk, tmp_path: Path) -> None:
    second_day(desk, first_day(desk))
    folders = [send_day(desk.shop.database, tmp_path).folder for _ in range(2)]
    assert check_package(folders[0], None) == ()
    assert check_package(folders[1], folders[0]) == ()
    kinds = cells(folders[1], "producer_ledger", "kind")
    assert {"sale", "refund", "fee", "loss_comp", "payout", "payout_reversal", "wht"} == set(kinds)
    sent = satang([cell for folder in folders for cell in cells(folder, "producer_ledger", "amount")])
    assert [(sent,)] == rows(desk.shop.database, "SELECT SUM(amount) FROM payable")
    moved = zip(cells(folders[1], "cash_movements", "kind"), cells(folders[1], "cash_movements", "amount"), strict=True)
    by_hand = [(kind, amount) for kind, amount in moved if kind in ("payout", "paid_in")]
    assert by_hand == [("payout", "-2619.00"), ("paid_in", "2619.00")]
    assert broken(desk.shop.database) == []


def test_a_payment_by_bank_after_the_day_was_sent_is_of_the_next(desk: Desk, tmp_path: Path) -> None:
    """Sent at night: what is paid later that night is on the day to come, and nothing sent is added to."""
    first_day(desk)
    desk.next_day()
    desk.shop.close(at=LATER)
    first, second = (send_day(desk.shop.database, tmp_path).folder for _ in range(2))
    statement = desk.issue()
    by_bank(desk, desk.shop.weaver, statement.doc_no)
    desk.next_day(2)
    desk.shop.close(at=LATER + DAY)
    third = send_day(desk.shop.database, tmp_path).folder
    assert check_package(second, first) == ()
    assert check_package(third, second) == ()
    assert "payout" not in cells(second, "producer_ledger", "kind")
    assert satang(cells(third, "producer_ledger", "amount")) == -2_700 * BAHT
    dated = rows(desk.shop.database, "SELECT DISTINCT paid_on FROM voucher")
    assert [str(day) for (day,) in dated] == [(TOMORROW + DAY).isoformat()]
    assert broken(desk.shop.database) == []
