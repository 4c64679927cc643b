"""Of some posted rows only what becomes of them may change: a price, an end, a state. The database refuses the rest."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import FROZEN, Base, PayableRow, StatementLineRow, StatementRow, VoucherRow
from otop_pos.domain.identity import new_id
from otop_pos.domain.voucher import PayoutMethod, VoucherState
from tests.books import broken, change, contents, count
from tests.factories import NOW, TODAY, SmallShop

MAY_CHANGE = {
    "agreement": {"valid_to"},
    "grn": {"state", "reversed_at", "reversed_by", "reverse_reason"},
    "lot": {"price"},
    "statement": {"reversed_at", "reversed_by", "reverse_reason"},
    "statement_line": {"is_live"},
    "voucher": {
        "state",
        "approved_by",
        "approved_at",
        "paid_by",
        "paid_at",
        "paid_on",
        "ended_by",
        "ended_at",
        "reference",
        "remark",
        "batch_id",
        "cash_movement_id",
    },
}
COLUMNS = [(row.__tablename__, column.name) for row in FROZEN for column in row.__table__.columns]
FIXED = [(table, column) for table, column in COLUMNS if column not in MAY_CHANGE[table]]


@pytest.fixture
def books(shop: SmallShop) -> Database:
    """With a row in every one of these tables."""
    shop.sell(("P000001", 1_000))
    shop.database.run(_settle)
    assert all(count(shop.database, table) for table in MAY_CHANGE)
    return shop.database


def _settle(session: Session) -> None:
    """The rows alone: how they come about is told elsewhere."""
    payable = session.scalars(select(PayableRow)).one()
    statement = StatementRow(
        id=new_id(),
        doc_no="CM-0001-S0001",
        producer_id=payable.producer_id,
        number=1,
        agreement_id=1,
        period_from=TODAY,
        cutoff=TODAY,
        last_entry=1,
        opening=0,
        closing=payable.amount,
        on_hold=0,
        issued_at=NOW,
        issued_by=1,
        sha256="0" * 64,
    )
    session.add(statement)
    session.flush()
    session.add(StatementLineRow(statement_id=statement.id, line_no=1, payable_id=payable.id))
    session.add(
        VoucherRow(
            id=new_id(),
            doc_no="CM-PV690000001",
            producer_id=payable.producer_id,
            statement_id=statement.id,
            state=VoucherState.PREPARED,
            gross=payable.amount,
            wht_rule="none",
            wht_base=0,
            wht=0,
            net=payable.amount,
            method=PayoutMethod.CASH,
            prepared_by=1,
            prepared_at=NOW,
        )
    )


def refused(database: Database, statement: str) -> str:
    with pytest.raises(DBAPIError) as error:
        change(database, statement)
    return str(error.value.orig)


def test_every_frozen_table_says_what_may_change_of_it() -> None:
    assert {row.__tablename__ for row in FROZEN} == set(MAY_CHANGE)
    for table, free in MAY_CHANGE.items():
        assert free < {column for name, column in COLUMNS if name == table}


def test_what_was_posted_stays_as_it_is(books: Database) -> None:
    before = contents(books)
    for table, column in FIXED:
        assert f"{table} is append-only" in refused(books, f"UPDATE {table} SET {column} = {column}"), column
    assert contents(books) == before


def test_what_becomes_of_it_may_be_written(books: Database) -> None:
    for table, free in MAY_CHANGE.items():
        for column in sorted(free):
            change(books, f"UPDATE {table} SET {column} = {column}")


def test_a_change_that_takes_something_fixed_with_it_is_refused(books: Database) -> None:
    assert "lot is append-only" in refused(books, "UPDATE lot SET price = price + 1, qty_received = 1")


def test_no_such_row_goes_away(books: Database) -> None:
    before = contents(books)
    for table in MAY_CHANGE:
        assert f"{table} is append-only" in refused(books, f"DELETE FROM {table}")
    assert contents(books) == before


def test_no_such_row_is_replaced_by_another_of_its_key(books: Database) -> None:
    for table in MAY_CHANGE:
        columns = [column.name for column in Base.metadata.tables[table].columns]
        copied = f"INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns)} FROM {table}"
        if books.engine.dialect.name == "sqlite":
            assert "append-only" in refused(books, f"INSERT OR REPLACE {copied}")
        else:
            fixed = next(column for name, column in FIXED if name == table and column not in ("id", "statement_id"))
            changed = f"ON CONFLICT ON CONSTRAINT pk_{table} DO UPDATE SET {fixed} = excluded.{fixed}"
            assert "append-only" in refused(books, f"INSERT {copied} {changed}")


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_no_such_table_can_be_emptied(books: Database) -> None:
    for table in MAY_CHANGE:
        assert "is append-only" in refused(books, f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", sorted(MAY_CHANGE))
def test_a_missing_guard_is_noticed(books: Database, table: str) -> None:
    if books.engine.dialect.name == "sqlite":
        change(books, f"DROP TRIGGER {table}_frozen_update")
    else:
        change(books, f"ALTER TABLE {table} DISABLE TRIGGER {table}_frozen_append_only")
    assert f"append-only: ('{table}',)" in broken(books)
