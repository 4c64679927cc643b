"""The check of the books: silent over good days, and every kind of tampering is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.invariant import InvariantResult
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine, Void
from otop_pos.services.cash_movement import move_cash
from otop_pos.services.exchange import exchange_goods
from otop_pos.services.nightly import send_day
from otop_pos.services.verify import ALL_INVARIANTS, verify
from otop_pos.services.void import void_sale
from tests.books import contents
from tests.factories import NOW, SmallShop

LATEST = "ffffffffffff7fffbfffffffffffffff"
OTHER = "11111111111171118111111111111111"
FIRST_LOT = "(SELECT MIN(id) FROM lot)"
FIRST_PAYABLE = "(SELECT MIN(CAST(id AS VARCHAR(40))) FROM payable)"
SALE_2 = "(SELECT id FROM sale WHERE doc_no = 'CM01-1-690000002')"
LAST_SALE = "(SELECT MAX(number) FROM sale WHERE doc_type = 'SALE')"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Two days of sales and refunds, good and damaged, one oversold; both are sent. Only looked at: each
    tampering is rolled back."""
    folder = tmp_path_factory.mktemp("books")
    with request.getfixturevalue(f"_{request.param}_stock")(folder) as shop:
        _trade_two_days(shop, folder)
        yield shop.database


def _trade_two_days(shop: SmallShop, outbox: Path) -> None:
    for days in range(2):
        at = NOW + timedelta(days=days)
        if days:
            shop.open(at=at)
        sale = shop.sell(("P000001", 2_000), ("P000002", 1_255), at=at)
        shop.sell(("P000003", 11_000), at=at, given=(Given("card", 10_000, "A-1"), Given(CASH, 500_000)))
        shop.refund(sale, RefundLine(1, 1_000, is_damaged=bool(days)), RefundLine(2, 255), at=at)
        _beside_selling(shop, at)
        shop.close(at=at)
        send_day(shop.database, outbox)


def _beside_selling(shop: SmallShop, at: datetime) -> None:
    """An exchange, a void, and money for the ice man."""
    run, by = shop.database.run, {"till": shop.till, "user": shop.manager, "at": at}
    bought = shop.sell(("P000003", 1_000), at=at)
    back = Refund(bought.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนของ")
    run(exchange_goods, back, shop.basket(("P000001", 1_000)), (Given(CASH, 100_000),), **by)
    run(void_sale, Void(shop.sell(("P000003", 1_000), at=at).doc_no, "กดผิด"), **by)
    run(move_cash, CashMovement(CashKind.PAID_OUT, 4_000, "น้ำแข็ง"), **by)


def broken_names(database: Database) -> set[str]:
    return {result.name for result in database.run(verify) if not result.holds}


def test_good_days_are_silent(books: Database) -> None:
    results = books.run(verify)
    assert [result for result in results if not result.holds] == []
    assert [result.name for result in results if not result.checked] == []
    assert len(results) == len(ALL_INVARIANTS) + 3


def test_empty_books_are_silent(database: Database) -> None:
    assert broken_names(database) == set()


def test_the_check_changes_nothing(books: Database) -> None:
    before = contents(books)
    books.run(verify)
    assert contents(books) == before


TAMPERINGS = [
    ("exchanges even out", "UPDATE payment SET amount = amount + 1, tendered = tendered + 1 WHERE method = 'exchange'"),
    ("exchanges even out", "UPDATE sale SET exchange_id = NULL WHERE doc_type = 'REFUND'"),
    ("exchanges even out", "UPDATE payment SET method = 'exchange' WHERE method = 'card'"),
    ("a void takes back everything", "UPDATE sale SET vat = vat + 1 WHERE is_void"),
    ("a void takes back everything", "UPDATE sale SET till_session_id = 3 - till_session_id WHERE is_void"),
    ("what happened is told in order", "UPDATE till_event SET number = 999 WHERE number = 2"),
    ("what happened is told in order", "DELETE FROM till_event WHERE kind = 'paid_out'"),
    ("what happened is told in order", "UPDATE document_series SET last_no = last_no + 1 WHERE kind = 'EVENT'"),
    ("drawer expectation", "UPDATE cash_movement SET amount = amount - 1"),
    ("lot account (1)", f"UPDATE lot SET qty_received = qty_received + 1000 WHERE id = {FIRST_LOT}"),
    ("lot account (1)", f"UPDATE lot_move SET qty = qty - 1000 WHERE kind = 'sale' AND lot_id = {FIRST_LOT}"),
    ("stock balance (2)", f"UPDATE lot_balance SET qty = qty + 1000 WHERE lot_id = {FIRST_LOT}"),
    ("stock balance (2)", f"INSERT INTO lot_balance (lot_id, bucket, qty) VALUES ({FIRST_LOT}, 'to_return', 1000)"),
    ("stock balance (2)", f"DELETE FROM lot_balance WHERE lot_id = {FIRST_LOT}"),
    ("stock balance (2)", f"DELETE FROM lot_move WHERE kind = 'sale_return' AND lot_id = {FIRST_LOT}"),
    ("never below zero (2)", f"UPDATE lot_move SET id = '{LATEST}' WHERE kind = 'receive' AND lot_id = {FIRST_LOT}"),
    ("goods follow the paper (1)", "UPDATE lot_move SET line_no = 9 WHERE kind = 'sale' AND line_no = 2"),
    ("goods follow the paper (1)", f"UPDATE lot_move SET document_id = '{OTHER}' WHERE kind = 'sale' AND line_no = 2"),
    ("goods follow the paper (1)", "UPDATE lot_move SET kind = 'loss' WHERE kind = 'sale'"),
    ("goods follow the paper (1)", f"UPDATE sale_alloc SET lot_id = lot_id + 1 WHERE lot_id = {FIRST_LOT}"),
    ("lots are as delivered (1)", f"UPDATE lot SET price = price - 1 WHERE id = {FIRST_LOT}"),
    ("lots are as delivered (1)", "UPDATE grn_line SET accepted = accepted - 1000, rejected = 1000"),
    ("lots are as delivered (1)", "DELETE FROM grn_line"),
    ("lots cover the line (3)", "UPDATE sale_alloc SET qty = qty - 1 WHERE qty > 1"),
    ("lots cover the line (3)", "DELETE FROM sale_alloc WHERE line_no = 2"),
    ("lots cover the line (3)", "DELETE FROM stock_exception"),
    ("lots cover the line (3)", "UPDATE sale_alloc SET gross = gross + 1, net = net + 1, commission = commission + 1"),
    ("refunds within the sale (4)", "UPDATE sale_alloc SET qty = qty * 9 WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", "UPDATE sale_alloc SET due = due * 9 WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", "UPDATE sale_line SET qty = qty * 9 WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", "UPDATE sale_alloc SET ref_alloc_no = 9 WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", "UPDATE sale_alloc SET lot_id = 3 WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", f"UPDATE sale_line SET ref_sale_id = '{OTHER}' WHERE ref_sale_id IS NOT NULL"),
    ("refunds within the sale (4)", f"UPDATE sale SET ref_sale_id = {SALE_2} WHERE ref_sale_id IS NOT NULL"),
    ("money identity (5)", "UPDATE sale_alloc SET due = due + 1"),
    ("money identity (5)", "UPDATE sale_alloc SET commission = commission - 1"),
    ("money identity (5)", "UPDATE sale_alloc SET disc_producer = disc_producer + 1"),
    ("document adds up", f"UPDATE sale SET gross = gross + 1, net = net + 1 WHERE number = {LAST_SALE}"),
    ("document adds up", f"UPDATE sale SET vat = vat + 1 WHERE number = {LAST_SALE}"),
    ("document adds up", "UPDATE sale_line SET vat = vat + 1 WHERE line_no = 1"),
    ("document adds up", "UPDATE sale_vat SET vat = vat + 1"),
    ("document adds up", "DELETE FROM sale_vat"),
    ("document adds up", "DELETE FROM sale_line"),
    ("one day per document", f"UPDATE sale SET business_date = '2026-11-30' WHERE number = {LAST_SALE}"),
    ("one day per document", "UPDATE lot_move SET business_date = '2026-11-30' WHERE kind = 'sale'"),
    ("one day per document", "UPDATE payable SET business_date = '2026-11-30'"),
    ("one day per document", "UPDATE till_session SET business_date = '2026-11-30' WHERE z_no = 2"),
    ("one payable per source (7)", "UPDATE payable SET amount = amount + 1"),
    ("one payable per source (7)", "DELETE FROM payable WHERE kind = 'refund'"),
    ("one payable per source (7)", "UPDATE payable SET producer_id = 3 - producer_id"),
    (
        "one payable per source (7)",
        f"UPDATE payable SET source_id = '{OTHER}' WHERE CAST(id AS VARCHAR(40)) = {FIRST_PAYABLE}",
    ),
    ("one payable per source (7)", "UPDATE payable SET kind = 'sale' WHERE kind = 'refund'"),
    ("producer balance (8)", "UPDATE payable SET producer_id = 1 WHERE producer_id = 2"),
    ("numbers without a gap (12)", f"UPDATE sale SET number = number + 5 WHERE number = {LAST_SALE}"),
    ("numbers without a gap (12)", "UPDATE sale SET number = 50 WHERE doc_type = 'REFUND' AND number = 1"),
    ("numbers without a gap (12)", f"UPDATE sale SET doc_no = 'CM01-1-690000099' WHERE number = {LAST_SALE}"),
    ("numbers without a gap (12)", "UPDATE document_series SET last_no = last_no + 1 WHERE kind = 'SALE'"),
    ("numbers without a gap (12)", "UPDATE document_series SET last_no = last_no - 1 WHERE kind = 'SALE'"),
    ("numbers without a gap (12)", "DELETE FROM document_series WHERE kind = 'SALE'"),
    ("numbers without a gap (12)", "UPDATE document_series SET last_no = last_no + 1 WHERE kind = 'GRN'"),
    ("numbers without a gap (12)", "UPDATE grn SET doc_no = 'CM-X' WHERE doc_no = 'CM-G690000002'"),
    ("numbers without a gap (12)", "UPDATE till_session SET z_no = 7 WHERE z_no = 1"),
    ("tenders settle the document (13)", "UPDATE payment SET amount = amount - 1"),
    ("tenders settle the document (13)", "DELETE FROM payment WHERE method = 'card'"),
    ("tenders settle the document (13)", f"UPDATE sale SET rounding = -25 WHERE number = {LAST_SALE}"),
    ("drawer expectation", "UPDATE till_session SET cash_expected = cash_expected + 1"),
    ("drawer expectation", "UPDATE till_session SET float_amount = float_amount + 1"),
    ("drawer expectation", "UPDATE payment SET method = 'cash' WHERE method = 'card'"),
    ("batches in a chain (14)", "UPDATE nightly_batch SET previous_sha256 = 'x' WHERE batch_no = 2"),
    ("batches in a chain (14)", "UPDATE nightly_batch SET manifest_sha256 = 'x' WHERE batch_no = 1"),
    ("batches in a chain (14)", "DELETE FROM nightly_batch WHERE batch_no = 1"),
    ("batches in a chain (14)", "UPDATE nightly_batch SET business_date = '2027-01-01' WHERE batch_no = 1"),
    ("batches in a chain (14)", "UPDATE till_session SET closed_at = NULL, cash_counted = NULL WHERE z_no = 1"),
]


@pytest.mark.parametrize(("name", "statement"), TAMPERINGS)
def test_tampering_is_named(books: Database, name: str, statement: str) -> None:
    found = found_after(books, statement)
    assert name in found
    assert found[name].examples
    assert found[name].broken >= 1
    assert "append-only" not in found
    assert broken_names(books) == set(), "the books are only looked at"


def test_every_invariant_has_a_tampering_of_its_own() -> None:
    assert {name for name, _statement in TAMPERINGS} == {each.name for each in ALL_INVARIANTS}


def test_the_document_is_named(books: Database) -> None:
    found = found_after(
        books, "UPDATE payment SET amount = amount - 1 WHERE pay_no = 2 AND method = 'cash' AND tendered = 500000"
    )
    result = found["tenders settle the document (13)"]
    assert result.broken == 2
    assert {example.split(" · ")[0] for example in result.examples} == {"CM01-1-690000002", "CM01-1-690000007"}


@pytest.mark.parametrize("books", ["sqlite"], indirect=True)
def test_a_row_that_leads_nowhere_is_found(books: Database) -> None:
    assert "storage" in found_after(books, "UPDATE sale_line SET product_id = 4711")


def found_after(database: Database, statement: str) -> dict[str, InvariantResult]:
    """What the check finds after a statement run with triggers, checks and keys out of force, as whoever
    has the file could run it. All is rolled back."""
    off_guard = _sqlite_off_guard if database.engine.dialect.name == "sqlite" else _postgres_off_guard
    with database.engine.connect() as connection, off_guard(connection):
        triggers = connection.info.pop("triggers", ())
        connection.exec_driver_sql(statement)
        for trigger in triggers:
            connection.exec_driver_sql(trigger)
        with Session(connection) as session:
            return {result.name: result for result in verify(session) if not result.holds}


@contextmanager
def _sqlite_off_guard(connection: Connection) -> Iterator[None]:
    pragmas = {"foreign_keys": "ON", "ignore_check_constraints": "OFF"}
    raw: Any = connection.connection.dbapi_connection
    for pragma, value in pragmas.items():
        raw.execute(f"PRAGMA {pragma}={'OFF' if value == 'ON' else 'ON'}")
    names = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    for name, _sql in names:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.info["triggers"] = [sql for _name, sql in names]
    yield
    connection.rollback()
    for pragma, value in pragmas.items():
        raw.execute(f"PRAGMA {pragma}={value}")


@contextmanager
def _postgres_off_guard(connection: Connection) -> Iterator[None]:
    checks = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"
    own = f"{checks} AND connamespace = 'public'::regnamespace"
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    for table, name in connection.exec_driver_sql(own).all():
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    yield
    connection.rollback()
