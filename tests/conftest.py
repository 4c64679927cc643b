"""What every test may ask for: a shop's database, empty and up to date, on SQLite and on PostgreSQL.

`database` runs a test twice, once on each. Qt stays out of here: only tests/ui loads it.
"""

from __future__ import annotations

import itertools
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from otop_pos.i18n import use_language
from tests.postgres_server import PostgresServer, running_postgres

if TYPE_CHECKING:
    from otop_pos.db.database import Database

TEMPLATE = "template_shop"
_numbers = itertools.count(1)


def pytest_configure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Whoever takes the machine's local time for the shop's is off by 17 hours here.
    os.environ["TZ"] = "Pacific/Honolulu"
    if hasattr(time, "tzset"):
        time.tzset()
    # A property test must not fail because the machine is busy; and a change is judged by the same
    # examples as the one before it: new ones are looked for by the long form.
    settings.register_profile("patient", deadline=None, derandomize=not os.environ.get("OTOP_POS_LONG_STORIES"))
    settings.load_profile("patient")


@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds, or leaves, anything in the data and settings of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    use_language("th")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty shop on either of the two databases."""
    opened = _open(request.getfixturevalue(f"{request.param}_target"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "shop.sqlite"
    _open(path).close()
    assert list(path.parent.iterdir()) == [path], "a closed database is one file, with nothing left in a journal"
    return path


@pytest.fixture
def sqlite_path(tmp_path: Path, _sqlite_template: Path) -> Path:
    """The file of an empty shop, with today's tables."""
    return Path(shutil.copy(_sqlite_template, tmp_path / "shop.sqlite"))


@pytest.fixture
def sqlite_target(sqlite_path: Path) -> str:
    return str(sqlite_path)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Started once for each worker; stopped and removed at its end."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: PostgresServer) -> str:
    _command(postgres_server, f"CREATE DATABASE {TEMPLATE}")
    _open(postgres_server.url_of(TEMPLATE)).close()
    return TEMPLATE


@pytest.fixture
def postgres_target(postgres_server: PostgresServer, _postgres_template: str) -> Iterator[str]:
    """The URL of an empty shop, with today's tables."""
    yield from _new_database(postgres_server, _postgres_template)


@pytest.fixture
def bare_postgres_target(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of a database in which nobody has made a table yet."""
    yield from _new_database(postgres_server, "template0")


def _open(target: str | Path) -> Database:
    from otop_pos.db.database import open_database  # tests of plain rules do without SQLAlchemy

    return open_database(target)


def _new_database(server: PostgresServer, template: str) -> Iterator[str]:
    name = f"shop_{next(_numbers)}"
    _command(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield server.url_of(name)
    _command(server, f"DROP DATABASE {name} WITH (FORCE)")


def _command(server: PostgresServer, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(statement)
