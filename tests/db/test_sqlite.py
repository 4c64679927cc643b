"""How every connection to a SQLite file is set, also where the library is old."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from otop_pos.db import sqlite
from otop_pos.db.database import Database, open_database
from tests.books import broken, change
from tests.factories import small_shop

SURE = {
    "busy_timeout": 10_000,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "application_id": sqlite.APPLICATION_ID,
}
OLD = (3, 40, 1)  # Debian 12's, with the bug that corrupts a WAL database when it is reset


@pytest.fixture
def file(sqlite_path: Path) -> Iterator[Database]:
    database = open_database(sqlite_path)
    yield database
    database.close()


def settings_of(database: Database, *names: str) -> dict[str, object]:
    with database.engine.connect() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names}


def test_every_connection_is_set_for_money(file: Database) -> None:
    with file.engine.connect(), file.engine.connect():
        pass
    for _ in range(2):
        assert settings_of(file, *SURE) == SURE


def test_a_new_library_keeps_a_log_and_waits_for_the_disk(file: Database) -> None:
    assert sqlite.library_version() >= sqlite.WAL_IS_SAFE_SINCE
    assert settings_of(file, "journal_mode", "synchronous") == {"journal_mode": "wal", "synchronous": 2}


def test_an_old_library_keeps_a_rollback_journal_and_waits_twice(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "library_version", lambda: OLD)
    database = open_database(sqlite_path)
    assert settings_of(database, "journal_mode", "synchronous") == {"journal_mode": "delete", "synchronous": 3}
    small_shop(database).sell(("P000001", 1000))
    assert broken(database) == []
    database.close()


def test_books_kept_with_a_log_go_on_without_one_under_an_old_library(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = open_database(sqlite_path)
    shop = small_shop(new)
    first = shop.sell(("P000001", 1000))
    new.close()
    monkeypatch.setattr(sqlite, "library_version", lambda: OLD)
    old = open_database(sqlite_path)
    assert settings_of(old, "journal_mode") == {"journal_mode": "delete"}
    assert (
        old.run(lambda session: session.connection().exec_driver_sql("SELECT doc_no FROM sale").scalar())
        == first.doc_no
    )
    assert broken(old) == []
    old.close()


def test_the_systems_library_serves_where_no_other_is_bundled(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pysqlite3", None)
    assert sqlite.best_module() is sqlite.system_sqlite
    database = open_database(sqlite_path)
    small_shop(database).sell(("P000001", 1000))
    assert broken(database) == []
    database.close()


def test_a_key_that_leads_nowhere_is_refused(file: Database) -> None:
    with pytest.raises(IntegrityError):
        change(file, "INSERT INTO product_code (code, product_id) VALUES ('8850000000012', 4711)")


def test_a_writer_holds_the_lock_from_its_first_moment(file: Database, sqlite_path: Path) -> None:
    """So what a sale read is still true when it writes."""
    other = sqlite.best_module().connect(str(sqlite_path), timeout=0)
    with file.engine.begin(), pytest.raises(other.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()
