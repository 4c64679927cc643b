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
_DAYS_AT_ONCE = 10  # a statement that reads the table it writes keeps its rows in memory first


_REBALANCE = """
UPDATE lot_balance SET qty = (SELECT SUM(qty) FROM lot_move WHERE lot_move.lot_id = lot_balance.lot_id)
WHERE lot_id IN (SELECT DISTINCT lot_id FROM lot_move WHERE kind = 'sale')
"""
_COUNT_ON = "UPDATE document_series SET last_no = last_no * :times WHERE kind IN ('GRN', 'LOT')"


def _earlier(column: str) -> str:
    """A UUIDv7 moved back in time: its first 48 bits are its moment in milliseconds."""
    # SQLite has no hex → integer, so the moment comes from a function of ours.
    return f"earlier({column}, copy * :ms)"


_DATE = "date(business_date, '-' || copy || ' days')"


def _time(column: str) -> str:
    return f"strftime('%Y-%m-%d %H:%M:%f000', {column}, '-' || copy || ' days')"


_SALES: Mapping[str, Mapping[str, str]] = {
    "till_session": {
        "id": "id - copy * 1000",
        "z_no": "z_no - copy",
        "business_date": _DATE,
        "opened_at": _time("opened_at"),
        "closed_at": _time("closed_at"),
    },
    "sale": {
        "id": _earlier("id"),
        "number": "number - copy * :per_day",
        "doc_no": "printf('%s-%d-%02d%07d', till_code, epoch, year, number - copy * :per_day)",
        "till_session_id": "till_session_id - copy * 1000",
        "business_date": _DATE,
        "at": _time("at"),
    },
    "sale_line": {"sale_id": _earlier("sale_id")},
    "sale_vat": {"sale_id": _earlier("sale_id")},
    "sale_alloc": {"sale_id": _earlier("sale_id")},
    "payment": {"sale_id": _earlier("sale_id")},
    "payable": {
        "id": _earlier("id"),
        "source_id": _earlier("source_id"),
        "business_date": _DATE,
        "at": _time("at"),
    },
    "lot_move": {
        "id": _earlier("id"),
        "document_id": _earlier("document_id"),
        "business_date": _DATE,
        "at": _time("at"),
    },
}
"""What differs in the copy of a day; all other columns are as they were."""

_GOODS: Mapping[str, Mapping[str, str]] = {
    "product": {
        "id": "id + copy * :products",
        "sku": "printf('P%06d', id + copy * :products)",
        "name_th": "name_th || ' แบบที่ ' || copy",
        "search": "search || ' แบบที่ ' || copy || ' ' || printf('p%06d', id + copy * :products)",
    },
    "product_code": {
        "code": "printf('885%010d', product_id + copy * :products)",
        "product_id": "product_id + copy * :products",
    },
    "grn": {
        "id": _earlier("id"),
        "doc_no": "printf('%s%07d', substr(doc_no, 1, length(doc_no) - 7), substr(doc_no, -7) + copy * :grns)",
    },
    "grn_line": {"grn_id": _earlier("grn_id"), "product_id": "product_id + copy * :products"},
    "lot": {
        "id": "id + copy * :products",
        "code": "lot_code(id + copy * :products)",
        "grn_id": _earlier("grn_id"),
        "product_id": "product_id + copy * :products",
    },
    "lot_move": {"id": _earlier("id"), "document_id": _earlier("document_id"), "lot_id": "lot_id + copy * :products"},
    "lot_balance": {"lot_id": "lot_id + copy * :products"},
}


_DELIVERED = {"grn": ("id",), "grn_line": ("grn_id",), "lot": ("grn_id",), "lot_move": ("id", "document_id")}


def age_deliveries(database: Database, days: int) -> None:
    """What was delivered just now came so many days ago: an id tells its moment, and it must lie before
    those of the sales to come."""
    with _driver(database) as driver:
        guards = driver.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
            "AND tbl_name IN ('grn', 'grn_line', 'lot', 'lot_move')"
        ).fetchall()
        for name, _sql in guards:
            driver.execute(f"DROP TRIGGER {name}")
        for table, columns in _DELIVERED.items():
            changes = ", ".join(f"{column} = earlier({column}, :ms)" for column in columns)
            driver.execute(f"UPDATE {table} SET {changes}", {"ms": days * _DAY_MS})
        for _name, sql in guards:
            driver.execute(sql)


def copy_goods(database: Database, wanted: int) -> None:
    """Of a shop with `n` products of one lot each (ids 1..n) make one with `wanted`."""
    rows = dict.fromkeys(_GOODS, "TRUE")
    with _driver(database) as driver:
        products, grns = (driver.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("product", "grn"))
        copies = wanted // products - 1
        if copies > 0:
            values = {"products": products, "grns": grns, "ms": _GOODS_MS, "first": 1, "last": copies}
            _copy(driver, _GOODS, rows, values)
            driver.execute(_COUNT_ON, {"times": copies + 1})


def copy_day(database: Database, days: int, sales_per_day: int) -> None:
    """Repeat the one traded day on the `days` days before it."""
    newest = "business_date = (SELECT MAX(business_date) FROM till_session)"
    of_day = f"sale_id IN (SELECT id FROM sale WHERE {newest})"
    rows = {"till_session": newest, "sale": newest, "payable": newest, "lot_move": f"{newest} AND kind = 'sale'"}
    rows |= dict.fromkeys(("sale_line", "sale_vat", "sale_alloc", "payment"), of_day)
    with _driver(database) as driver:
        for last in range(days, 0, -_DAYS_AT_ONCE):
            span = {"first": max(last - _DAYS_AT_ONCE + 1, 1), "last": last}
            _copy(driver, _SALES, rows, {"per_day": sales_per_day, "ms": _DAY_MS, **span})
        driver.execute(_REBALANCE)


def finish(database: Database) -> None:
    """One file instead of a long log. No ANALYZE: a shop's database never had one either."""
    with _driver(database) as driver:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _driver(database: Database) -> Iterator[Any]:
    connection = database.engine.raw_connection()
    driver: Any = connection.driver_connection
    driver.create_function("lot_code", 1, lot_code, deterministic=True)
    driver.create_function("earlier", 2, _earlier_id, deterministic=True)
    driver.execute("PRAGMA synchronous=OFF")
    # What a copy refers to may come after it; the tests look afterwards that nothing is missing.
    driver.execute("PRAGMA foreign_keys=OFF")
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
    """A row for each copy from :last down to :first, so that the ids of a past grow."""
    columns = [column.name for column in Base.metadata.tables[table].columns]
    selected = ", ".join(changes.get(column, column) for column in columns)
    return f"""
        WITH RECURSIVE copies(copy) AS (VALUES(:last) UNION ALL SELECT copy - 1 FROM copies WHERE copy > :first)
        INSERT INTO {table} ({", ".join(columns)}) SELECT {selected} FROM copies CROSS JOIN {table} WHERE {where}
    """


def _earlier_id(hex_id: str, ms: int) -> str:
    return f"{int(hex_id[:12], 16) - ms:012x}{hex_id[12:]}"
