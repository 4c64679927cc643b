"""Disks that fail and lines that break at the commit: paid again with its key, a bill is one sale."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import text

from otop_pos.db.database import Database
from otop_pos.db.postgresql import make_engine
from otop_pos.domain.errors import StoreUnreachable
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, Sale
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import list_sales
from tests.books import broken, count
from tests.factories import NOW, SmallShop, small_shop
from tests.stories.length import LONG

BILLS = 1_000 if LONG else 150
FAULTS = 0.15


@pytest.fixture
def shop(database: Database) -> SmallShop:
    return small_shop(database, stock=900_000)


@contextmanager
def faulty_commits(database: Database, rng: random.Random) -> Iterator[list[str]]:
    """Some commits fail, half of them after they were carried out. Yields what happened."""
    dialect: Any = database.engine.dialect
    commit, happened = dialect.do_commit, []
    fail = _break_disk if dialect.name == "sqlite" else _line_cutter(database)

    def commit_or_fail(connection: Any) -> None:
        luck = rng.random()
        if luck > FAULTS:
            commit(connection)
        elif luck > FAULTS / 2:
            happened.append("before")
            fail(dialect, connection)
            commit(connection)
        else:
            happened.append("after")
            commit(connection)
            fail(dialect, connection)
            connection.dbapi_connection.execute("SELECT 1")

    dialect.do_commit = commit_or_fail
    try:
        yield happened
    finally:
        dialect.do_commit = commit


def _break_disk(dialect: Any, _connection: Any) -> None:
    error = dialect.loaded_dbapi.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    raise error


def _line_cutter(database: Database) -> Callable[[Any, Any], None]:
    """The server ends the till's session, as when it restarts; what the driver then says is its own."""
    other = make_engine(database.engine.url.render_as_string(hide_password=False))

    def cut(_dialect: Any, connection: Any) -> None:
        with other.connect() as watcher:
            pid = connection.dbapi_connection.info.backend_pid
            watcher.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
        other.dispose()

    return cut


def until_saved(act: Callable[[], Sale], attempts: int = 20) -> Sale:
    """As a cashier does: reads the sentence, presses again."""
    try:
        return act()
    except StoreUnreachable:
        if not attempts:
            raise
        return until_saved(act, attempts - 1)


def test_bills_paid_again_after_every_fault_are_one_sale_each(shop: SmallShop) -> None:
    baskets: list[Basket] = [shop.basket(("P000001", 1_000), ("P000003", 2_000)) for _ in range(BILLS)]
    with faulty_commits(shop.database, random.Random(4)) as happened:
        sold = [until_saved(lambda basket=basket: shop.sell(basket=basket)) for basket in baskets]
    assert {"before", "after"} <= set(happened)
    assert len(happened) > BILLS / 20
    assert [sale.id for sale in sold] == [basket.key for basket in baskets]
    assert [sale.doc_no for sale in sold] == [f"CM01-1-69{number:07d}" for number in range(1, BILLS + 1)]
    assert len(shop.database.run(list_sales, "CM01", limit=9_999)) == BILLS
    assert count(shop.database, "payment") == BILLS
    assert broken(shop.database) == []


def test_returns_asked_for_again_after_every_fault_are_one_return_each(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 40_000))
    wanted = [Refund(sale.doc_no, (RefundLine(1, 1_000),), "สีตก") for _ in range(40)]
    with faulty_commits(shop.database, random.Random(8)) as happened:
        for each in wanted:
            until_saved(lambda each=each: shop.database.run(refund_sale, each, till="CM01", user=shop.user, at=NOW))
    assert happened
    assert count(shop.database, "sale") == 41
    assert shop.offer("P000001").on_hand == 900_000
    assert broken(shop.database) == []
