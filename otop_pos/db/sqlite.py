"""SQLite as the books of one till: durable, strict about keys, and never losing an update."""

import sqlite3 as system_sqlite
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, make_url

from otop_pos.domain.errors import FolderUnwritable, NotOurFile

APPLICATION_ID = 0x4F544F50  # "OTOP"
WAL_IS_SAFE_SINCE = (3, 51, 3)  # older ones can corrupt a WAL database when it is reset
BUSY_TIMEOUT_MS = 10_000
_HEADER = b"SQLite format 3\x00"


def make_engine(path: Path) -> Engine:
    """An engine on the file. Refuses FolderUnwritable, NotOurFile (before anything is written to it)."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _check_is_ours(path)
    except OSError as error:
        raise FolderUnwritable(str(path.parent), error.strerror or str(error)) from error
    engine = create_engine(make_url("sqlite+pysqlite://").set(database=str(path)), module=best_module())
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def library_version() -> tuple[int, int, int]:
    major, minor, patch = best_module().sqlite_version.split(".")
    return int(major), int(minor), int(patch)


def best_module() -> ModuleType:
    """The bundled SQLite; the system's where no wheel of it exists."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return system_sqlite
    return dbapi2  # type: ignore[no-any-return]


def _prepare(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: it would do so too late and with a shared lock.
    connection.isolation_level = None
    for pragma in _pragmas():
        connection.execute(f"PRAGMA {pragma}")


def _pragmas() -> tuple[str, ...]:
    # With WAL only FULL, with a rollback journal only EXTRA survives a power cut after COMMIT.
    journal = (
        ("journal_mode=WAL", "synchronous=FULL")
        if library_version() >= WAL_IS_SAFE_SINCE
        else ("journal_mode=DELETE", "synchronous=EXTRA")
    )
    return (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        *journal,
        "foreign_keys=ON",
        "recursive_triggers=ON",  # else INSERT OR REPLACE takes a posted row away without its trigger
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "cache_size=-65536",
        "temp_store=MEMORY",
    )


def _begin(connection: Connection) -> None:
    """A writer takes the lock before it reads, so what it read is still true when it writes."""
    reads_only = connection.get_execution_options().get("otop_query", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _check_is_ours(path: Path) -> None:
    """Looks at the file's header only: opening it with SQLite could already change a stranger's file."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        _stamp(path)
        return
    if not path.is_file():
        raise NotOurFile(str(path))
    with path.open("rb") as file:
        header = file.read(100)
    if header[:16] != _HEADER or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotOurFile(str(path))


def _stamp(path: Path) -> None:
    """A new file carries our name from its first page on, before WAL could keep it in another file."""
    module = best_module()
    try:
        connection = module.connect(str(path))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.close()
    except module.Error as error:
        raise FolderUnwritable(str(path.parent), str(error)) from error
