"""kill -9 at any moment: what was acknowledged is there, what was not is whole or absent."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.database import Database, open_database
from otop_pos.db.models import SaleRow
from otop_pos.db.query import query
from tests.books import broken
from tests.factories import small_shop
from tests.postgres_server import PostgresServer, running_postgres
from tests.stories.length import LONG
from tests.stories.nursery import EARLY, Nursery, nursery

KILLS = 400 if LONG else 45
SALE_TAKES = 0.02
ENOUGH = 100


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest) -> Iterator[str]:
    """The books of a shop that sells more than it has: exceptions are killed too."""
    place: str = request.getfixturevalue(f"{request.param}_target")
    database = open_database(place)
    small_shop(database, stock=60_000)
    database.close()
    return place


def kill_at_random(sellers: Nursery, kills: int, rng: random.Random) -> None:
    """Within opening, between two sales, in the middle of one, just before or after an answer."""
    for seed in range(kills):
        pid = sellers.start(seed)
        if rng.random() < 0.9:
            sellers.wait_for_sales(rng.randint(1, 5))
        time.sleep(rng.choice((0, rng.uniform(0, SALE_TAKES))))
        sellers.kill(pid)


def saved(database: Database) -> dict[UUID, str]:
    @query
    def read(session: Session) -> dict[UUID, str]:
        return dict(session.execute(select(SaleRow.id, SaleRow.doc_no)).all())

    return database.run(read)


def test_every_acknowledged_sale_survives_and_none_is_half(target: str) -> None:
    with nursery(target) as sellers:
        kill_at_random(sellers, KILLS, random.Random(11))
        acknowledged = sellers.sold
    database = open_database(target)
    there = saved(database)
    assert len(acknowledged) >= ENOUGH
    assert acknowledged.items() <= there.items(), "an acknowledged sale is lost"
    assert len(there) - len(acknowledged) <= KILLS, "a kill leaves at most one sale that nobody was told of"
    assert broken(database) == []
    database.close()


def test_the_harness_finds_out_who_acknowledges_before_the_commit(target: str) -> None:
    """Else it would prove nothing."""
    rng = random.Random(3)
    lost: set[UUID] = set()
    with nursery(target, how=EARLY) as sellers:
        for _ in range(40):
            kill_at_random(sellers, 5, rng)
            database = open_database(target)
            lost = sellers.sold.keys() - saved(database).keys()
            assert broken(database) == []
            database.close()
            if lost:
                break
    assert lost


@pytest.fixture
def durable_server() -> Iterator[PostgresServer]:
    """On a disk it waits for, as a shop's server does."""
    with running_postgres(durable=True) as server:
        yield server


@pytest.mark.postgres
def test_a_server_that_loses_its_power_loses_no_acknowledged_sale(durable_server: PostgresServer) -> None:
    target = durable_server.url
    small = open_database(target)
    small_shop(small, stock=60_000)
    small.close()
    with nursery(target) as sellers:
        for seed in range(15 if LONG else 3):
            pid = sellers.start(seed)
            sellers.wait_for_sales(5)
            durable_server.stop("immediate")
            sellers.wait_for_death(pid)
            durable_server.start()
        acknowledged = sellers.sold
    database = open_database(target)
    assert acknowledged.items() <= saved(database).items()
    assert broken(database) == []
    database.close()


def test_the_file_of_a_killed_till_can_be_copied_alone_when_it_was_opened_again(
    sqlite_target: str, tmp_path: Path
) -> None:
    """What a kill left in the log is in the file after the next clean start and close."""
    database = open_database(sqlite_target)
    small_shop(database, stock=60_000)
    database.close()
    with nursery(sqlite_target) as sellers:
        kill_at_random(sellers, 3, random.Random(5))
        acknowledged = sellers.sold
    open_database(sqlite_target).close()
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(Path(sqlite_target).read_bytes())
    database = open_database(copy)
    assert acknowledged.items() <= saved(database).items()
    assert broken(database) == []
    database.close()
