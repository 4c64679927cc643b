"""Certificates of makers and goods: kept, changed, and told before they lapse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.domain.errors import Missing, NotFound, Unwritable
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.services.standard import forget_standard, list_lapsing, list_standards, save_standard
from tests.books import change
from tests.factories import NOW, TODAY, SmallShop


def save(shop: SmallShop, standard: Standard) -> Standard:
    return shop.database.run(save_standard, standard, till="CM01", user=shop.manager, at=NOW)


def food(shop: SmallShop, expires_on: date | None = None) -> Standard:
    return Standard(shop.farmer.id, StandardKind.FDA, "50-2-01234-6-0001", expires_on, shop.honey.id)


def test_standards_are_listed_of_a_maker_or_of_one_product_the_first_to_lapse_first(shop: SmallShop) -> None:
    for_ever = save(shop, Standard(shop.farmer.id, StandardKind.GI, "สช 66100123"))
    later = save(shop, food(shop, date(2028, 1, 1)))
    sooner = save(shop, Standard(shop.farmer.id, StandardKind.GMP, "GMP 7", date(2027, 1, 1)))
    save(shop, Standard(shop.weaver.id, StandardKind.TCPS, "มผช. 17/2546"))
    assert shop.database.run(list_standards, shop.farmer.id) == (sooner, later, for_ever)
    assert shop.database.run(list_standards, product_id=shop.honey.id) == (later,)
    assert len(shop.database.run(list_standards)) == 4


def test_another_expiry_takes_the_place_of_the_first(shop: SmallShop) -> None:
    saved = save(shop, food(shop, TODAY))
    renewed = save(shop, replace(saved, expires_on=TODAY + timedelta(days=1095)))
    assert shop.database.run(list_standards, shop.farmer.id) == (renewed,)
    shop.database.run(forget_standard, saved.id, till="CM01", user=shop.manager, at=NOW)
    assert shop.database.run(list_standards, shop.farmer.id) == ()


@pytest.mark.parametrize(("days", "is_told"), [(-400, True), (0, True), (60, True), (61, False), (None, False)])
def test_what_lapses_within_sixty_days_is_told_and_what_lapsed_too(
    sqlite_shop: SmallShop, days: int | None, is_told: bool
) -> None:
    saved = save(sqlite_shop, food(sqlite_shop, None if days is None else TODAY + timedelta(days=days)))
    assert (saved in sqlite_shop.database.run(list_lapsing, TODAY)) is is_told


@pytest.mark.parametrize("table", ["producer", "product"])
def test_nobody_is_reminded_of_what_the_shop_works_with_no_longer(sqlite_shop: SmallShop, table: str) -> None:
    save(sqlite_shop, food(sqlite_shop, TODAY))
    change(sqlite_shop.database, f"UPDATE {table} SET active = false")
    assert sqlite_shop.database.run(list_lapsing, TODAY) == ()


def test_a_standard_without_number_or_owner_is_refused(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    for wrong, refusal in (
        (replace(food(shop), number=" "), Missing),
        (replace(food(shop), number="=1"), Unwritable),
        (replace(food(shop), producer_id=4711), NotFound),
        (replace(food(shop), product_id=shop.cloth.id), NotFound),
        (replace(food(shop), id=4711), NotFound),
    ):
        with pytest.raises(refusal):
            save(shop, wrong)
    with pytest.raises(NotFound):
        shop.database.run(forget_standard, 4711, till="CM01", user=shop.manager, at=NOW)
    assert shop.database.run(list_standards) == ()
