"""Goods and their codes; the same barcode may stand on goods of several makers."""

from dataclasses import replace

import pytest

from otop_pos.domain.errors import AlreadyExists, BadCode, Missing, NotFound, Unwritable
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass
from otop_pos.services.product import add_product, find_products, next_sku
from tests.books import change, count
from tests.factories import SmallShop

SHARED = "8850000000012"


def skus(shop: SmallShop, typed: str, producer_id: int = 0) -> set[str]:
    return {product.sku for product in shop.database.run(find_products, typed, producer_id)}


def test_everything_of_a_product_is_kept(shop: SmallShop) -> None:
    wanted = Product(
        sku="P000042",
        name_th="น้ำพริกหนุ่ม",
        name_en="Green chilli dip",
        category=Category.FOOD,
        unit=Unit.KILOGRAM,
        vat_class=VatClass.EX81,
        price=12_345,
        codes=("8850000000029", "NP-1"),
        shelf_life_days=30,
        stars=4,
        standard="มผช. 3/2556",
        restricted=True,
        producer_id=shop.farmer.id,
    )
    saved = shop.database.run(add_product, wanted)
    assert replace(saved, id=0) == wanted
    assert shop.database.run(find_products, "P000042") == (saved,)


@pytest.mark.parametrize(
    ("change_of", "refusal"),
    [
        ({"sku": ""}, Missing),
        ({"name_th": ""}, Missing),
        ({"sku": "p 2"}, BadCode),
        ({"sku": "ผ-2"}, BadCode),
        ({"sku": "P" * 21}, BadCode),
        ({"name_th": "ผ้า\x07"}, Unwritable),
        ({"codes": ("88\n5",)}, Unwritable),
        ({"standard": "+มผช."}, Unwritable),
        ({"producer_id": 4711}, NotFound),
        ({"sku": "P000001"}, AlreadyExists),
        ({"sku": "p000001"}, AlreadyExists),
    ],
)
def test_a_product_that_cannot_be_written_is_refused(
    sqlite_shop: SmallShop, change_of: dict[str, object], refusal: type[Exception]
) -> None:
    sound = Product("P000042", "น้ำพริกหนุ่ม", price=100, producer_id=sqlite_shop.farmer.id)
    with pytest.raises(refusal):
        sqlite_shop.database.run(add_product, replace(sound, **change_of))  # type: ignore[arg-type]
    assert count(sqlite_shop.database, "product") == 3


def test_two_makers_may_use_the_same_barcode(shop: SmallShop) -> None:
    other = Product("P000042", "น้ำผึ้งดอกลำไย", price=20_000, codes=(SHARED,), producer_id=shop.weaver.id)
    shop.database.run(add_product, other)
    assert skus(shop, SHARED) == {"P000003", "P000042"}
    assert skus(shop, SHARED, shop.weaver.id) == {"P000042"}


@pytest.mark.parametrize("typed", ["ผ้าไหม", "MUDMEE", "p000002", "มัดหมี่", "กลุ่มทอผ้า"])
def test_any_part_of_its_names_its_code_or_its_maker_finds_it(shop: SmallShop, typed: str) -> None:
    assert "P000002" in skus(shop, typed)


def test_what_is_sold_no_more_is_not_found(shop: SmallShop) -> None:
    change(shop.database, "UPDATE product SET active = false WHERE sku = 'P000002'")
    assert skus(shop, "") == {"P000001", "P000003"}


def test_the_next_sku_is_one_that_nobody_has(shop: SmallShop) -> None:
    assert shop.database.run(next_sku) == "P000004"
    shop.database.run(add_product, Product("P000005", "ก", price=1, producer_id=shop.weaver.id))
    assert shop.database.run(next_sku) == "P000006"
