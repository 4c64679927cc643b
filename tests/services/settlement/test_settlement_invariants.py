"""The invariants of settlement: silent over months that were settled, and every tampering is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.settlement.batch import confirm_batch, make_batch
from otop_pos.services.settlement.issuing import reverse_statement
from otop_pos.services.settlement.paying import reverse_voucher
from otop_pos.services.settlement_invariants import SETTLEMENT_INVARIANTS
from otop_pos.services.verify import verify
from tests.factories import SmallShop
from tests.services.settlement.desk import TOMORROW, Desk, desk_of, new_terms, two_cloths
from tests.services.test_verify import found_after

NAMES = {each.name for each in SETTLEMENT_INVARIANTS}
FIRST = "'CM-0001-S0001'"
ID_OF_FIRST = f"(SELECT id FROM statement WHERE doc_no = {FIRST})"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Only looked at: each tampering is rolled back."""
    folder: Path = tmp_path_factory.mktemp("settled")
    with request.getfixturevalue(f"_{request.param}_stock")(folder) as shop:
        _settle(desk_of(shop), shop)
        yield shop.database


def _settle(desk: Desk, shop: SmallShop) -> None:
    """Two days: cash with tax withheld, a transfer, one paid and taken back, a fee, a statement taken back."""
    new_terms(shop, wht_rule="work_3")
    sale = two_cloths(shop)
    shop.sell(("P000003", 5_000))
    shop.close()
    at = desk.next_day()
    shop.sell(("P000003", 8_000), at=at)
    desk.paid(desk.issue())
    entered = desk.run(enter_bank, BankAccount(shop.farmer.id, "006", "9810001234", "วิสาหกิจชุมชนหนองผึ้ง"))
    desk.run(approve_bank, entered.id, user=shop.manager)
    by_bank = desk.approved(desk.issue(producer=shop.farmer), PayoutMethod.BANK)
    batch = desk.run(make_batch, [by_bank.doc_no])
    confirm_batch(shop.database, batch.doc_no, {}, "BULK1", **desk.by())
    shop.refund(sale, RefundLine(1, 1_000), at=at)
    shop.sell(("P000001", 3_000), at=at)
    desk.adjust(-5_000, kind=EntryKind.FEE, at=at)
    shop.close(at=at)
    later = desk.next_day(2)
    shop.sell(("P000002", 10_000), at=later)
    wrong = desk.issue(TOMORROW, at=later)
    desk.run(reverse_statement, wrong.doc_no, "ผิดรอบ", user=shop.manager, at=later)
    taken_back = desk.paid(desk.issue(TOMORROW, at=later), at=later)
    desk.run(reverse_voucher, taken_back.doc_no, "จ่ายผิดคน", user=shop.manager, at=later)


def test_settled_months_are_silent(books: Database) -> None:
    results = books.run(verify)
    assert [result for result in results if not result.holds] == []
    assert [result.name for result in results if not result.checked and result.name in NAMES] == []


TAMPERINGS = [
    ("settled balance (8)", "UPDATE statement SET closing = closing + 1 WHERE number = 1 AND producer_id = 2"),
    ("on one statement (9)", "UPDATE statement_line SET is_live = FALSE WHERE line_no = 1"),
    ("on one statement (9)", "UPDATE statement SET producer_id = 2 WHERE number = 2"),
    ("statements follow each other (10)", "UPDATE statement SET opening = opening + 1 WHERE number = 1"),
    ("statements follow each other (10)", "UPDATE payable SET amount = amount + 1 WHERE kind = 'refund'"),
    ("statements follow each other (10)", "UPDATE statement SET last_entry = last_entry + 1 WHERE number = 1"),
    ("no entry is skipped (10)", f"DELETE FROM statement_line WHERE statement_id = {ID_OF_FIRST}"),
    ("nothing dated after the cut-off (10)", f"UPDATE statement SET cutoff = '2026-01-01' WHERE doc_no = {FIRST}"),
    ("vouchers pay what is owed (11)", "UPDATE agreement SET min_payout = 99999999"),
    ("vouchers pay what is owed (11)", "UPDATE voucher SET net = net - 1 WHERE wht > 0"),
    ("only paid vouchers are in the ledger (7)", "UPDATE payable SET amount = amount + 1 WHERE kind = 'payout'"),
    ("only paid vouchers are in the ledger (7)", "DELETE FROM payable WHERE kind = 'wht'"),
    ("only paid vouchers are in the ledger (7)", "UPDATE voucher SET state = 'failed' WHERE state = 'paid'"),
    ("only paid vouchers are in the ledger (7)", "DELETE FROM voucher WHERE state = 'reversed'"),
    ("written by hand, once (7)", "UPDATE payable SET amount = -1 WHERE kind = 'fee'"),
    ("written by hand, once (7)", "DELETE FROM payable_adjustment"),
    ("cash left the drawer", "UPDATE cash_movement SET amount = amount + 1 WHERE kind = 'payout'"),
    ("cash left the drawer", "UPDATE voucher SET cash_movement_id = NULL"),
    ("numbers of settlement (12)", "UPDATE statement SET number = 9 WHERE number = 2"),
    ("numbers of settlement (12)", "UPDATE document_series SET last_no = last_no + 1 WHERE kind = 'VOUCHER'"),
    ("numbers of settlement (12)", "DELETE FROM payment_batch"),
    ("numbers of settlement (12)", "DELETE FROM paper WHERE SUBSTR(kind, 1, 11) = 'withholding'"),
    ("two people (15)", "UPDATE voucher SET approved_by = prepared_by"),
    ("two people (15)", "UPDATE voucher SET approved_by = NULL"),
    ("two people (15)", "UPDATE producer_bank SET approved_by = entered_by"),
    ("issued papers are kept", f"UPDATE statement SET sha256 = 'x' WHERE doc_no = {FIRST}"),
    ("issued papers are kept", "DELETE FROM paper WHERE kind = 'voucher'"),
    ("bank files add up", "UPDATE payment_batch SET total = total + 1"),
    ("bank files add up", "UPDATE voucher SET batch_id = NULL"),
]


@pytest.mark.parametrize(("name", "statement"), TAMPERINGS)
def test_tampering_is_named(books: Database, name: str, statement: str) -> None:
    found = found_after(books, statement)
    assert name in found
    assert found[name].examples
    assert "append-only" not in found


def test_a_paper_rewritten_in_the_books_is_named(books: Database) -> None:
    found = found_after(books, "UPDATE paper SET content = content || ' ' WHERE kind = 'statement'")
    assert "papers unchanged" in found


def test_every_invariant_has_a_tampering_of_its_own() -> None:
    assert {name for name, _statement in TAMPERINGS} == NAMES
