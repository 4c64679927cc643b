"""Posted rows stay as they are: the database itself refuses, whoever asks."""

import re
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from otop_pos.db.database import Database
from otop_pos.db.models import APPEND_ONLY, Base
from otop_pos.domain.bill_ask import bill_asks
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.customer import Customer
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.sale import BasketLine, price
from otop_pos.services.cash_movement import move_cash
from otop_pos.services.photo import keep_photo
from otop_pos.services.sale import confirm_sale
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.stock.price import change_lot_price, count_labels
from tests.books import broken, change, contents, count
from tests.factories import NOW, TODAY, SmallShop
from tests.services.pictures import jpeg
from tests.services.stock.desk import Desk

EMPTY = {"payable_adjustment", "payment_batch"}
POSTED = [row.__tablename__ for row in APPEND_ONLY if row.__tablename__ not in EMPTY]


@pytest.fixture
def books(shop: SmallShop) -> Database:
    """With at least one row in every posted table."""
    customer = Customer("สมศรี ใจงาม", phone="081 000 0000")
    cheaper = shop.basket(("P000001", 2000), ("P000003", 1000)).with_line(
        0, BasketLine(shop.offer("P000001"), 2000, 100_000)
    )
    ask = bill_asks(cheaper, price(cheaper, True, TODAY))[0].ask
    door = Door(shop.till, b"", NOW)
    approval = shop.database.run(keep_approval, ask, shop.manager, shop.user, door)
    bill = replace(cheaper, customer=customer, approvals=(approval,))
    given = (Given(CASH, 1_000_000),)
    shop.refund(shop.database.run(confirm_sale, bill, given, till=shop.till, user=shop.user, at=NOW))
    shop.database.run(
        move_cash, CashMovement(CashKind.PAID_IN, 10_000, "เงินทอน"), till=shop.till, user=shop.user, at=NOW
    )
    _care_for_goods(Desk(shop))
    assert all(count(shop.database, table) for table in POSTED)
    return shop.database


def _care_for_goods(desk: Desk) -> None:
    lot = desk.receive()
    desk.lose(lot, 1_000)
    desk.run(change_lot_price, lot.id, 99_000, "ลดราคา")
    desk.run(count_labels, lot.id, 9, "ราคาใหม่")
    desk.run(keep_photo, jpeg())


def refused(database: Database, statement: str) -> str:
    before = contents(database)
    with pytest.raises(DBAPIError) as error:
        change(database, statement)
    assert contents(database) == before
    return str(error.value.orig)


def any_column(table: str) -> str:
    return next(column.name for column in Base.metadata.tables[table].columns if not column.primary_key)


def test_the_money_and_the_goods_are_posted_tables() -> None:
    money_and_goods = {"lot_move", "sale", "sale_line", "sale_vat", "sale_alloc", "sale_customer", "payment", "payable"}
    assert set(POSTED) == money_and_goods | {
        "cash_movement",
        "approval",
        "till_event",
        "paper",
        "grn_line",
        "agreement_rate",
        "stock_note",
        "stock_note_line",
        "lot_price",
        "label_print",
        "photo",
    }


def test_a_posted_row_cannot_be_changed(books: Database) -> None:
    for table in POSTED:
        column = any_column(table)
        assert f"{table} is append-only" in refused(books, f"UPDATE {table} SET {column} = {column}")


def test_a_posted_row_cannot_be_deleted(books: Database) -> None:
    for table in POSTED:
        assert f"{table} is append-only" in refused(books, f"DELETE FROM {table}")


def test_a_posted_row_cannot_be_replaced_by_another_of_its_key(books: Database) -> None:
    for table in POSTED:
        columns = [column.name for column in Base.metadata.tables[table].columns]
        copied = f"INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns)} FROM {table}"
        if books.engine.dialect.name == "sqlite":
            assert "append-only" in refused(books, f"INSERT OR REPLACE {copied}")
        else:
            changed = f"ON CONFLICT ON CONSTRAINT pk_{table} DO UPDATE SET {columns[-1]} = excluded.{columns[-1]}"
            assert "append-only" in refused(books, f"INSERT {copied} {changed}")


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_posted_table_cannot_be_emptied(books: Database) -> None:
    for table in POSTED:
        assert re.search("[a-z_]+ is append-only", refused(books, f"TRUNCATE {table} CASCADE"))


def test_a_missing_guard_is_noticed(books: Database) -> None:
    if books.engine.dialect.name == "sqlite":
        change(books, "DROP TRIGGER payment_no_delete")
    else:
        change(books, "ALTER TABLE payment DISABLE TRIGGER payment_append_only")
    assert broken(books) == ["append-only: ('payment',)"]
