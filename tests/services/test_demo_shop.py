"""The demo shop is set up by the same use cases that people work with."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from stdnum.th import tin

from otop_pos.db.database import Database, open_database
from otop_pos.domain.errors import AlreadyExists
from otop_pos.domain.money import BAHT
from otop_pos.domain.quantity import ONE
from otop_pos.services.demo.shop import DemoShop, load_demo_shop
from otop_pos.services.producer import find_producers, read_agreement
from otop_pos.services.sale import find_offers
from otop_pos.services.shop import list_tills, read_shop
from otop_pos.services.stock import list_lots
from otop_pos.services.user import list_users

TODAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = open_database(tmp_path_factory.mktemp("demo") / "shop.sqlite")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shop(database: Database) -> DemoShop:
    return database.run(load_demo_shop, at=AT)


def test_the_shop_is_registered_for_vat_with_a_valid_tax_id(database: Database, shop: DemoShop) -> None:
    assert database.run(read_shop, TODAY) == shop.shop
    assert shop.shop.vat_registered
    assert tin.is_valid(shop.shop.tax_id)


def test_two_tills_and_every_role_are_there(database: Database, shop: DemoShop) -> None:
    assert [till.code for till in database.run(list_tills)] == ["CM01", "CM02"]
    assert {user.role for user in database.run(list_users)} == {"cashier", "clerk", "manager"}


def test_every_producer_has_terms_for_today(database: Database, shop: DemoShop) -> None:
    for producer in database.run(find_producers, "", 100):
        assert database.run(read_agreement, producer.id, TODAY).rates


def test_a_due_agreed_in_baht_is_what_the_paper_shows(shop: DemoShop) -> None:
    lines = {line.product.sku: line for grn in shop.first_grns for line in grn.lines}
    fixed = next(each for each in shop.goods if each.own_rate and not each.own_rate.basis_points)
    assert fixed.own_rate is not None
    assert lines[fixed.product.sku].due_per_unit == fixed.own_rate.amount


def test_the_shelves_hold_what_was_delivered(database: Database, shop: DemoShop) -> None:
    on_hand = {lot.product.sku: lot.on_hand for lot in database.run(list_lots, "", 1000)}
    assert on_hand == {each.product.sku: each.first_delivery for each in shop.goods if each.first_delivery}


def test_what_is_on_the_shelf_has_not_expired(shop: DemoShop) -> None:
    lines = [line for grn in shop.first_grns for line in grn.lines]
    assert all(line.expires_on is None or line.expires_on > TODAY for line in lines)
    assert any(line.expires_on and line.expires_on < TODAY + timedelta(days=30) for line in lines)
    assert all(line.agreed_value % BAHT == 0 and 0 < line.agreed_value < line.price for line in lines)


def test_a_code_of_three_makers_asks_whose_it_is(database: Database, shop: DemoShop) -> None:
    balm = next(each.product for each in shop.goods if each.product.name_th.startswith("ยาหม่องไพล"))
    offers = database.run(find_offers, balm.codes[0], on=TODAY)
    assert len({offer.producer.code for offer in offers}) == 3
    assert len({offer.unit_price for offer in offers}) == 3


def test_a_lot_label_is_exactly_that_lot(database: Database, shop: DemoShop) -> None:
    line = shop.first_grns[0].lines[0]
    (offer,) = database.run(find_offers, line.lot_code, on=TODAY)
    assert (offer.product.sku, offer.on_hand // ONE) == (line.product.sku, line.accepted // ONE)


def test_a_shop_that_is_set_up_takes_no_demo(database: Database, shop: DemoShop) -> None:
    lots = len(database.run(list_lots, "", 1000))
    with pytest.raises(AlreadyExists):
        database.run(load_demo_shop, at=AT)
    assert len(database.run(list_lots, "", 1000)) == lots


def test_a_demo_can_be_loaded_at_any_day(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "leap.sqlite")
    try:
        loaded = opened.run(load_demo_shop, at=datetime(2028, 2, 29, 3, 0, tzinfo=UTC))
        assert loaded.first_grns[0].business_date == date(2028, 2, 29)
    finally:
        opened.close()
