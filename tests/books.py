"""Reads the books by plain SQL, as an auditor would, and changes them as nobody may."""

from typing import Any

from sqlalchemy import text

from otop_pos.db.database import Database
from otop_pos.db.models import Base
from otop_pos.services.verify import verify


def rows(database: Database, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), values)]


def value(database: Database, sql: str, **values: Any) -> Any:
    ((only,),) = rows(database, sql, **values)
    return only


def count(database: Database, table: str) -> int:
    return int(value(database, f"SELECT count(*) FROM {table}"))


def change(database: Database, *statements: str) -> None:
    with database.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def contents(database: Database) -> dict[str, list[str]]:
    """Every row of every table, to be compared with what was there before."""
    return {
        table: sorted(repr(row) for row in rows(database, f"SELECT * FROM {table}")) for table in Base.metadata.tables
    }


def broken(database: Database) -> list[str]:
    """What `verify` found wrong: empty for good books."""
    return [f"{each.name}: {each.examples}" for each in database.run(verify) if not each.holds]
