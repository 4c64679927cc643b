"""A disk without room: one clear sentence, nothing half done, and selling goes on when there is room again."""

import random
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from otop_pos.db.database import open_database
from otop_pos.domain.errors import FolderUnwritable, NotFound, StoreUnreachable
from otop_pos.domain.sale import Sale
from otop_pos.i18n import use_language
from otop_pos.services.sale import list_sales, read_sale
from tests.books import broken, contents
from tests.factories import SmallShop, small_shop


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A write beyond it fails half way, as on a disk that fills up."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@pytest.fixture
def till(sqlite_path: Path) -> Iterator[SmallShop]:
    """What is written next makes the largest file larger: the journal has outgrown the tables."""
    database = open_database(sqlite_path)
    shop = small_shop(database, stock=900_000)
    while Path(f"{database.label}-wal").stat().st_size < largest_file(shop):
        shop.receive(shop.honey, 1_000)
    yield shop
    database.close()


def largest_file(shop: SmallShop) -> int:
    return max(path.stat().st_size for path in Path(shop.database.label).parent.iterdir())


def sell_until_refused(shop: SmallShop) -> tuple[list[Sale], StoreUnreachable]:
    sold: list[Sale] = []
    while True:
        try:
            sold.append(shop.sell(("P000001", 1000), ("P000003", 2000)))
        except StoreUnreachable as refusal:
            return sold, refusal


def sell_until_full(shop: SmallShop, room: int) -> tuple[list[Sale], StoreUnreachable]:
    with files_no_larger_than(largest_file(shop) + room):
        return sell_until_refused(shop)


@pytest.mark.parametrize("room", [0, 1, 4096, 20_000, 150_000, 400_000])
def test_a_full_disk_is_said_and_leaves_only_whole_sales(till: SmallShop, room: int) -> None:
    sold, refusal = sell_until_full(till, room)
    assert refusal.reason
    assert {sale.doc_no for sale in sold} == {sale.doc_no for sale in till.database.run(list_sales, "CM01", limit=999)}
    assert broken(till.database) == []


def test_what_was_refused_left_no_trace(till: SmallShop) -> None:
    before = contents(till.database)
    _sold, _refusal = sell_until_full(till, 0)
    assert contents(till.database) == before


def test_the_same_bill_is_sold_when_there_is_room_again(till: SmallShop) -> None:
    basket = till.basket(("P000001", 1000))
    with files_no_larger_than(largest_file(till)), pytest.raises(StoreUnreachable):
        till.sell(basket=basket)
    sale = till.sell(basket=basket)
    assert sale.id == basket.key
    assert sale.doc_no.endswith("0000001")
    assert broken(till.database) == []


def test_old_receipts_can_be_read_on_a_full_disk(till: SmallShop) -> None:
    sale = till.sell(("P000001", 1000))
    with files_no_larger_than(0):
        assert till.database.run(read_sale, sale.doc_no) == sale
        with pytest.raises(NotFound):
            till.database.run(read_sale, "CM01-1-690000099")


def test_a_disk_that_fills_up_again_and_again_loses_nothing(till: SmallShop) -> None:
    """Every bill that failed is paid again with its key, as the cashier would."""
    rng = random.Random(7)
    baskets = [till.basket(("P000001", 1000)) for _ in range(120)]
    failures = 0
    for basket in baskets:
        try:
            with files_no_larger_than(largest_file(till) + rng.choice((0, 30_000, 90_000, 900_000))):
                till.sell(basket=basket)
        except StoreUnreachable:
            failures += 1
            till.sell(basket=basket)
    assert failures > 20
    assert {sale.id for sale in till.database.run(list_sales, "CM01", limit=999)} == {basket.key for basket in baskets}
    assert broken(till.database) == []


def test_a_database_without_a_free_page_says_that_the_disk_is_full(till: SmallShop) -> None:
    use_language("en")
    engine = till.database.engine
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def allow_no_more_pages(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    engine.dispose()
    event.listen(engine, "connect", allow_no_more_pages)
    _sold, refusal = sell_until_refused(till)
    assert refusal.reason == "the disk is full"
    event.remove(engine, "connect", allow_no_more_pages)
    engine.dispose()
    till.sell(("P000003", 1000))
    assert broken(till.database) == []


@pytest.mark.parametrize("room", [0, 100, 4096, 50_000, 200_000])
def test_a_new_file_on_a_full_disk_is_said_and_made_when_there_is_room(tmp_path: Path, room: int) -> None:
    path = tmp_path / "shop.sqlite"
    with files_no_larger_than(room), pytest.raises((FolderUnwritable, StoreUnreachable)):
        open_database(path)
    database = open_database(path)
    assert broken(database) == []
    database.close()
