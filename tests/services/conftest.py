"""The small shop, open and stocked: on both databases, or only on SQLite where the database is not the point."""

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from otop_pos.db.database import Database, open_database
from tests.factories import SmallShop, small_shop
from tests.postgres_server import PostgresServer

STOCKED = "stocked_shop"
_numbers = itertools.count(1)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest) -> SmallShop:
    """Registered for VAT, 25 % agreements under full_price, 20 of everything on the shelf."""
    made: SmallShop = request.getfixturevalue(f"{request.param}_shop")
    return made


@pytest.fixture
def plain_shop(sqlite_path: Path) -> Iterator[SmallShop]:
    """Not registered for VAT."""
    database = open_database(sqlite_path)
    yield small_shop(database, vat_registered=False)
    database.close()


@pytest.fixture
def sqlite_shop(tmp_path: Path, _stocked_file: tuple[Path, SmallShop]) -> Iterator[SmallShop]:
    path, made = _stocked_file
    yield from _opened(shutil.copy(path, tmp_path / "stocked.sqlite"), made)


@pytest.fixture
def postgres_shop(postgres_server: PostgresServer, _stocked_server: SmallShop) -> Iterator[SmallShop]:
    name = f"{STOCKED}_{next(_numbers)}"
    _command(postgres_server, f"CREATE DATABASE {name} TEMPLATE {STOCKED} STRATEGY file_copy")
    yield from _opened(postgres_server.url_of(name), _stocked_server)
    _command(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def _stocked_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SmallShop]:
    path = tmp_path_factory.mktemp("stocked") / "shop.sqlite"
    return path, _made(open_database(path))


@pytest.fixture(scope="session")
def _stocked_server(postgres_server: PostgresServer) -> SmallShop:
    _command(postgres_server, f"CREATE DATABASE {STOCKED}")
    return _made(open_database(postgres_server.url_of(STOCKED)))


def _made(database: Database) -> SmallShop:
    shop = small_shop(database)
    database.close()
    return shop


def _opened(target: str | Path, made: SmallShop) -> Iterator[SmallShop]:
    database = open_database(target)
    yield replace(made, database=database)
    database.close()


def _command(server: PostgresServer, statement: str) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(statement)
