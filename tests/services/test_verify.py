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
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish
from otop_pos.services.cash_movement import move_cash
from otop_pos.services.exchange import exchange_goods
from otop_pos.services.invariants import INVARIANTS
from otop_pos.services.nightly import send_day
from otop_pos.services.stock.counting import count_lot, post_count, start_count
from otop_pos.services.stock.exception import list_exceptions, resolve_exception
from otop_pos.services.stock.price import change_lot_price
from otop_pos.services.stock_invariants import STOCK_INVARIANTS
from otop_pos.services.verify import ALL_INVARIANTS, verify
from otop_pos.services.void import void_sale
from tests.books import contents
from tests.factories import NOW, SmallShop
from tests.services.stock.desk import Desk

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
        _beside_the_till(Desk(shop, at))
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


def _beside_the_till(desk: Desk) -> None:
    """Goods move without a sale, are found and counted, change their price, and late ones find their lot."""
    lot = desk.receive(qty=20_000)
    desk.run(change_lot_price, lot.id, 96_300, "ลดราคา")
    desk.run(change_lot_price, lot.id, 99_900, "ขึ้นราคา")
    desk.reverse(desk.lose(lot, 1_000))
    desk.lose(lot, 2_000)
    desk.reverse(desk.move(lot, 1_000, Bucket.QUARANTINE))
    desk.move(lot, 1_000, Bucket.TO_RETURN)
    wish = NoteWish(lot.id, 1_000, MoveKind.SUPPLIER_RETURN, Bucket.TO_RETURN)
    desk.post(NoteKind.RETURN, wish)
    desk.post(NoteKind.DONATION, NoteWish(lot.id, 1_000, MoveKind.DONATE))
    desk.post(NoteKind.CORRECTION, NoteWish(lot.id, -1_000, MoveKind.RECEIVE))
    for counted in (16_000, 20_000):
        begun = desk.run(start_count, "นับ", desk.shop.weaver.id)
        desk.run(count_lot, begun.id, lot.code, counted)
        desk.run(post_count, begun.id)
    for each in desk.database.run(list_exceptions):
        honey = desk.lot(desk.shop.receive(desk.shop.honey, each.qty).lines[0].lot_code)
        desk.run(resolve_exception, each.sale_id, each.line_no, honey.id, each.qty)


def broken_names(database: Database) -> set[str]:
    return {result.name for result in database.run(verify) if not result.holds}


def test_good_days_are_silent(books: Database) -> None:
    results = books.run(verify)
    assert [result for result in results if not result.holds] == []
    assert [result.name for result in results if not result.checked and result.name in NAMES] == []
    assert len(results) == len(ALL_INVARIANTS) + 3


def test_empty_books_are_silent(database: Database) -> None:
    assert broken_names(database) == set()


def test_the_check_changes_nothing(books: Database) -> None:
    before = contents(books)
    books.run(verify)
    assert contents(books) == before


NAMES = {each.name for each in (*STOCK_INVARIANTS, *INVARIANTS)}
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
    ("lot account (1)", "UPDATE lot_move SET qty = qty + 1000 WHERE kind = 'transfer' AND qty > 0"),
    ("lot account (1)", "UPDATE lot_move SET kind = 'transfer' WHERE kind = 'donate'"),
    ("lot account (1)", "UPDATE lot_move SET qty = qty - 1000 WHERE kind = 'receive' AND reverses IS NULL"),
    ("lots are as delivered (1)", "UPDATE lot SET price = price + 1 WHERE id IN (SELECT lot_id FROM lot_price)"),
    ("lots are as delivered (1)", "DELETE FROM lot_price"),
    ("prices in a chain", "UPDATE lot_price SET before = before + 1"),
    ("prices in a chain", "UPDATE lot_price SET price = price - 1, before = before - 1 WHERE price = 96300"),
    ("a reversed delivery holds nothing", "UPDATE grn SET state = 'reversed' WHERE doc_no = 'CM-G690000001'"),
    ("a reversed delivery holds nothing", "UPDATE grn SET reversed_at = posted_at, reversed_by = user_id"),
    ("notes move what they say (1)", "UPDATE stock_note_line SET qty = qty + 1000 WHERE cause = 'loss'"),
    ("notes move what they say (1)", "UPDATE stock_note_line SET cause = 'damage' WHERE cause = 'loss'"),
    ("notes move what they say (1)", "DELETE FROM stock_note_line WHERE cause = 'transfer'"),
    ("notes move what they say (1)", "UPDATE stock_note SET producer_id = 3 - producer_id"),
    ("notes move what they say (1)", "UPDATE lot_move SET line_no = 9 WHERE kind = 'count'"),
    ("notes move what they say (1)", f"UPDATE lot_move SET document_id = '{OTHER}' WHERE kind = 'donate'"),
    ("notes move what they say (1)", "UPDATE stock_note SET kind = 'donation' WHERE kind = 'transfer'"),
    ("notes move what they say (1)", "UPDATE stock_note SET count_id = NULL"),
    ("a note is taken back once, whole", "UPDATE stock_note SET reverses = NULL WHERE kind = 'found'"),
    ("a note is taken back once, whole", "UPDATE stock_note SET kind = 'return' WHERE reverses IS NOT NULL"),
    (
        "a note is taken back once, whole",
        "UPDATE stock_note_line SET qty = qty - 1 WHERE cause = 'transfer' AND qty < 0",
    ),
    ("losses are credited once (7)", "UPDATE payable SET amount = amount + 1 WHERE kind = 'loss_comp'"),
    ("losses are credited once (7)", "DELETE FROM payable WHERE kind = 'loss_comp' AND amount < 0"),
    ("losses are credited once (7)", "UPDATE payable SET source_part = 2 WHERE kind = 'loss_comp'"),
    ("losses are credited once (7)", "UPDATE stock_note_line SET agreed_value = agreed_value - 1"),
    ("losses are credited once (7)", "UPDATE agreement SET loss_policy = 'shared'"),
    ("losses are credited once (7)", "UPDATE stock_note_line SET compensation = 7 WHERE cause = 'donate'"),
    ("found once (7)", "UPDATE stock_note_line SET qty = qty * 9 WHERE found_of IS NOT NULL"),
    ("found once (7)", "UPDATE stock_note_line SET compensation = 0 WHERE found_of IS NOT NULL"),
    ("found once (7)", "UPDATE stock_note_line SET cause = 'expire' WHERE found_of IS NOT NULL"),
    ("goods find their lot once (3)", "UPDATE stock_exception SET qty = qty + 1000 WHERE resolved_at IS NOT NULL"),
    ("goods find their lot once (3)", "UPDATE sale_alloc SET qty = qty * 2 WHERE note_id IS NOT NULL"),
    ("goods find their lot once (3)", "UPDATE stock_note SET kind = 'loss' WHERE kind = 'resolution'"),
    ("goods find their lot once (3)", "DELETE FROM stock_exception"),
    ("goods follow the paper (1)", "UPDATE sale_alloc SET qty = qty * 2 WHERE note_id IS NOT NULL"),
    ("goods follow the paper (1)", "UPDATE sale_alloc SET note_id = NULL WHERE note_id IS NOT NULL"),
    ("notes without a gap (12)", "UPDATE document_series SET last_no = last_no + 1 WHERE kind = 'NOTE_LOSS'"),
    ("notes without a gap (12)", "UPDATE document_series SET last_no = last_no - 1 WHERE kind = 'COUNT'"),
    ("notes without a gap (12)", "UPDATE stock_note SET doc_no = 'CM-LS690000099' WHERE doc_no = 'CM-LS690000002'"),
    ("notes without a gap (12)", "UPDATE stock_note SET doc_no = 'CM-DN690000009' WHERE doc_no = 'CM-LS690000002'"),
    ("notes without a gap (12)", "UPDATE count_session SET doc_no = 'CM-X' WHERE doc_no = 'CM-CS690000001'"),
    ("notes without a gap (12)", "DELETE FROM document_series WHERE kind = 'NOTE_MOVE'"),
    ("one day per document", "UPDATE stock_note SET business_date = '2026-11-30'"),
    ("one day per document", "UPDATE payable SET business_date = '2026-11-30' WHERE kind = 'loss_comp'"),
    (
        "one payable per source (7)",
        "UPDATE payable SET source_part = 2 WHERE source_id IN (SELECT note_id FROM sale_alloc)",
    ),
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
    assert {name for name, _statement in TAMPERINGS} == NAMES


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
