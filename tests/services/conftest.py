"""The small shop, open and stocked: on both databases, or only on SQLite where the database is not the point."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from otop_pos.db.database import Database, open_database
from tests.factories import SmallShop, small_shop
from tests.postgres_server import PostgresServer

STOCKED = "stocked_shop"
Stock = Callable[[Path], AbstractContextManager[SmallShop]]
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
def sqlite_shop(tmp_path: Path, _sqlite_stock: Stock) -> Iterator[SmallShop]:
    with _sqlite_stock(tmp_path) as made:
        yield made


@pytest.fixture
def postgres_shop(tmp_path: Path, _postgres_stock: Stock) -> Iterator[SmallShop]:
    with _postgres_stock(tmp_path) as made:
        yield made


@pytest.fixture(scope="session")
def _sqlite_stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    path = tmp_path_factory.mktemp("stocked") / "shop.sqlite"
    made = _made(open_database(path))

    @contextmanager
    def copied(folder: Path) -> Iterator[SmallShop]:
        with _opened(shutil.copy(path, folder / "stocked.sqlite"), made) as shop:
            yield shop

    return copied


@pytest.fixture(scope="session")
def _postgres_stock(postgres_server: PostgresServer) -> Stock:
    _command(postgres_server, f"CREATE DATABASE {STOCKED}")
    made = _made(open_database(postgres_server.url_of(STOCKED)))

    @contextmanager
    def copied(_folder: Path) -> Iterator[SmallShop]:
        name = f"{STOCKED}_{next(_numbers)}"
        _command(postgres_server, f"CREATE DATABASE {name} TEMPLATE {STOCKED} STRATEGY file_copy")
        with _opened(postgres_server.url_of(name), made) as shop:
            yield shop
        _command(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")

    return copied


def _made(database: Database) -> SmallShop:
    shop = small_shop(database)
    database.close()
    return shop


@contextmanager
def _opened(target: str | Path, made: SmallShop) -> Iterator[SmallShop]:
    database = open_database(target)
    yield replace(made, database=database)
    database.close()


def _command(server: PostgresServer, statement: str) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(statement)
