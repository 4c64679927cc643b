"""The shop's settings have dates: what was true on a past day stays true of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.errors import AlreadyExists, NoShopYet, NotFound, Unwritable
from otop_pos.domain.money import CashRounding
from otop_pos.domain.shop import Till
from otop_pos.services.sale import find_offers, read_sale
from otop_pos.services.shop import add_till, has_shop, keep_shop, list_tills, read_shop, read_till
from tests.books import count, rows
from tests.factories import NOW, SHOP, TODAY, SmallShop

REGISTERED_FROM = date(2026, 10, 1)
SMALL = replace(SHOP, vat_registered=False)


@pytest.fixture
def registered(database: Database) -> Database:
    """Below the threshold until October, registered for VAT since."""
    database.run(keep_shop, SMALL, valid_from=date(2026, 1, 1))
    database.run(keep_shop, SHOP, valid_from=REGISTERED_FROM)
    return database


def test_there_is_no_shop_before_it_was_set_up(database: Database) -> None:
    assert not database.run(has_shop)
    with pytest.raises(NoShopYet):
        database.run(read_shop, TODAY)


def test_there_is_no_shop_on_a_day_before_its_first(registered: Database) -> None:
    assert registered.run(has_shop)
    with pytest.raises(NoShopYet):
        registered.run(read_shop, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("on", "vat_registered"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2030, 1, 1), True),
    ],
)
def test_the_vat_status_is_that_of_the_day(registered: Database, on: date, vat_registered: bool) -> None:
    assert registered.run(read_shop, on).vat_registered is vat_registered


def test_everything_that_was_saved_is_read(registered: Database) -> None:
    assert registered.run(read_shop, TODAY) == SHOP


def test_only_what_changed_is_written(registered: Database) -> None:
    assert rows(registered, "SELECT key FROM setting WHERE valid_from = '2026-10-01'") == [("vat_registered",)]
    before = count(registered, "setting")
    registered.run(keep_shop, SHOP, valid_from=REGISTERED_FROM + timedelta(days=1))
    assert count(registered, "setting") == before


def test_a_change_of_the_same_day_replaces_the_first(registered: Database) -> None:
    registered.run(keep_shop, replace(SHOP, cash_rounding=CashRounding.NONE), valid_from=TODAY)
    registered.run(keep_shop, replace(SHOP, cash_rounding=CashRounding.DOWN_100), valid_from=TODAY)
    assert registered.run(read_shop, TODAY).cash_rounding is CashRounding.DOWN_100
    assert registered.run(read_shop, TODAY - timedelta(days=1)).cash_rounding is CashRounding.DOWN_25


def test_going_back_to_an_earlier_value_counts_from_that_day(registered: Database) -> None:
    back = date(2026, 11, 1)
    registered.run(keep_shop, SMALL, valid_from=back)
    assert not registered.run(read_shop, back).vat_registered
    assert registered.run(read_shop, back - timedelta(days=1)).vat_registered


def test_a_change_in_the_past_does_not_undo_a_later_one(registered: Database) -> None:
    moved = replace(SMALL, phone="053-111111")
    registered.run(keep_shop, moved, valid_from=date(2026, 5, 1))
    assert registered.run(read_shop, date(2026, 4, 30)).phone == ""
    assert registered.run(read_shop, TODAY).phone == "053-111111"
    assert registered.run(read_shop, TODAY).vat_registered


def test_a_receipt_keeps_its_tax_when_the_status_changes(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1000))
    assert sale.vat == 7_000
    shop.database.run(keep_shop, SMALL, valid_from=TODAY)
    assert shop.database.run(read_sale, sale.doc_no) == sale
    assert shop.sell(("P000001", 1000)).vat == 0


def test_a_status_of_tomorrow_taxes_nothing_today(plain_shop: SmallShop) -> None:
    plain_shop.database.run(keep_shop, SHOP, valid_from=TODAY + timedelta(days=1))
    assert plain_shop.sell(("P000001", 1000)).vat == 0


def test_settings_that_cannot_be_stored_change_nothing(registered: Database) -> None:
    with pytest.raises(Unwritable):
        registered.run(keep_shop, replace(SHOP, name_en="New", phone="053\n111"), valid_from=TODAY)
    assert registered.run(read_shop, TODAY) == SHOP


def test_tills_are_registered_once(shop: SmallShop) -> None:
    assert [till.code for till in shop.database.run(list_tills)] == ["CM01", "CM02"]
    assert shop.database.run(read_till, "CM02") == Till("CM02", "เครื่องในร้าน", "E0105012345679")
    with pytest.raises(AlreadyExists):
        shop.database.run(add_till, Till("CM01", "อีกเครื่อง"))
    with pytest.raises(NotFound):
        shop.database.run(read_till, "CM09")


@pytest.mark.parametrize("code", ["", "cm 01", "CM/01", "ท01", "CM01\n", "C" * 21, "=CM01"])
def test_a_till_whose_code_head_office_cannot_read_is_not_registered(database: Database, code: str) -> None:
    with pytest.raises(Unwritable):
        database.run(add_till, Till(code))
    assert database.run(list_tills) == ()


def test_a_search_of_the_day_is_not_needed_to_sell_on_the_next(shop: SmallShop) -> None:
    (offer,) = shop.database.run(find_offers, "P000001", on=TODAY + timedelta(days=1))
    assert offer.on_hand == 20_000
    assert shop.sell(("P000001", 1000), at=NOW + timedelta(days=1)).net == 107_000
