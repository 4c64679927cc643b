"""A long past from one real day: its rows are copied back in time, a million lines in a minute.

The copies keep every invariant, so `otop-pos verify` can be tried on them too.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from otop_pos.db.database import Database
from otop_pos.db.models import Base
from otop_pos.domain.barcode import lot_code

_DAY_MS = 86_400_000
_GOODS_MS = 1_000


_REBALANCE = """
UPDATE lot_balance SET qty = (SELECT SUM(qty) FROM lot_move WHERE lot_move.lot_id = lot_balance.lot_id)
WHERE lot_id IN (SELECT DISTINCT lot_id FROM lot_move WHERE kind = 'sale')
"""


def _earlier(column: str) -> str:
    """A UUIDv7 moved back in time by :ms milliseconds: its first 48 bits are its moment."""
    # SQLite has no hex → integer, so the moment comes from a function of ours.
    return f"earlier({column}, :ms)"


_DAYS_BACK = "'-' || :copy || ' days'"

_SALES: Mapping[str, Mapping[str, str]] = {
    "till_session": {
        "id": "id - :copy * 1000",
        "z_no": "z_no - :copy",
        "business_date": f"date(business_date, {_DAYS_BACK})",
        "opened_at": f"strftime('%Y-%m-%d %H:%M:%f000', opened_at, {_DAYS_BACK})",
        "closed_at": f"strftime('%Y-%m-%d %H:%M:%f000', closed_at, {_DAYS_BACK})",
    },
    "sale": {
        "id": _earlier("id"),
        "number": "number - :copy * :per_day",
        "doc_no": "printf('%s-%d-%02d%07d', till_code, epoch, year, number - :copy * :per_day)",
        "till_session_id": "till_session_id - :copy * 1000",
        "business_date": f"date(business_date, {_DAYS_BACK})",
        "at": f"strftime('%Y-%m-%d %H:%M:%f000', at, {_DAYS_BACK})",
    },
    "sale_line": {"sale_id": _earlier("sale_id")},
    "sale_vat": {"sale_id": _earlier("sale_id")},
    "sale_alloc": {"sale_id": _earlier("sale_id")},
    "payment": {"sale_id": _earlier("sale_id")},
    "payable": {
        "id": _earlier("id"),
        "source_id": _earlier("source_id"),
        "business_date": f"date(business_date, {_DAYS_BACK})",
        "at": f"strftime('%Y-%m-%d %H:%M:%f000', at, {_DAYS_BACK})",
    },
    "lot_move": {
        "id": _earlier("id"),
        "document_id": _earlier("document_id"),
        "business_date": f"date(business_date, {_DAYS_BACK})",
        "at": f"strftime('%Y-%m-%d %H:%M:%f000', at, {_DAYS_BACK})",
    },
}
"""What differs in the copy of a day; all other columns are as they were."""

_GOODS: Mapping[str, Mapping[str, str]] = {
    "product": {
        "id": "id + :copy * :per_copy",
        "sku": "printf('P%06d', id + :copy * :per_copy)",
        "name_th": "name_th || ' แบบที่ ' || :copy",
        "search": "search || ' แบบที่ ' || :copy || ' ' || printf('p%06d', id + :copy * :per_copy)",
    },
    "grn": {"id": _earlier("id"), "doc_no": "printf('%s-C%d', doc_no, :copy)"},
    "grn_line": {"grn_id": _earlier("grn_id"), "product_id": "product_id + :copy * :per_copy"},
    "lot": {
        "id": "id + :copy * :per_copy",
        "code": "lot_code(id + :copy * :per_copy)",
        "grn_id": _earlier("grn_id"),
        "product_id": "product_id + :copy * :per_copy",
    },
    "lot_move": {"id": _earlier("id"), "document_id": _earlier("document_id"), "lot_id": "lot_id + :copy * :per_copy"},
    "lot_balance": {"lot_id": "lot_id + :copy * :per_copy"},
}


def copy_goods(database: Database, products: int, wanted: int) -> None:
    """From `products` real products (ids 1..n, one lot each) make `wanted`."""
    rows = {
        "product": "id <= :per_copy",
        "grn": "doc_no NOT LIKE '%-C%'",
        "grn_line": "product_id <= :per_copy",
        "lot": "id <= :per_copy",
        "lot_move": "kind = 'receive' AND lot_id <= :per_copy",
        "lot_balance": "lot_id <= :per_copy",
    }
    with _driver(database) as driver:
        for copy in range(1, wanted // products):
            _copy(driver, _GOODS, rows, {"copy": copy, "per_copy": products, "ms": copy * _GOODS_MS})


def copy_day(database: Database, days: int, sales_per_day: int) -> None:
    """Repeat the one traded day on the `days` days before it."""
    newest = "business_date = (SELECT MAX(business_date) FROM till_session)"
    of_day = f"sale_id IN (SELECT id FROM sale WHERE {newest})"
    rows = {"till_session": newest, "sale": newest, "payable": newest, "lot_move": f"{newest} AND kind = 'sale'"}
    rows |= dict.fromkeys(("sale_line", "sale_vat", "sale_alloc", "payment"), of_day)
    with _driver(database) as driver:
        for copy in range(days, 0, -1):
            _copy(driver, _SALES, rows, {"copy": copy, "per_day": sales_per_day, "ms": copy * _DAY_MS})
        driver.execute(_REBALANCE)


def finish(database: Database) -> None:
    """Statistics for the planner, and one file instead of a long log."""
    with _driver(database) as driver:
        driver.execute("ANALYZE")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _driver(database: Database) -> Iterator[Any]:
    connection = database.engine.raw_connection()
    driver: Any = connection.driver_connection
    driver.create_function("lot_code", 1, lot_code, deterministic=True)
    driver.create_function("earlier", 2, _earlier_id, deterministic=True)
    driver.execute("PRAGMA synchronous=OFF")
    try:
        yield driver
    finally:
        # Not back to the pool: the next user wants a durable connection.
        connection.invalidate()


def _copy(driver: Any, tables: Mapping[str, Mapping[str, str]], rows: Mapping[str, str], values: Any) -> None:
    driver.execute("BEGIN IMMEDIATE")
    for table, changes in tables.items():
        driver.execute(_statement(table, changes, rows[table]), values)
    driver.execute("COMMIT")


def _statement(table: str, changes: Mapping[str, str], where: str) -> str:
    columns = [column.name for column in Base.metadata.tables[table].columns]
    selected = ", ".join(changes.get(column, column) for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {selected} FROM {table} WHERE {where}"


def _earlier_id(hex_id: str, ms: int) -> str:
    return f"{int(hex_id[:12], 16) - ms:012x}{hex_id[12:]}"
