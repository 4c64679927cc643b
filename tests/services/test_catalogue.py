"""The texts in memory find what the table holds, also after it has grown."""

import pytest

from otop_pos.db.database import Database
from otop_pos.db.models import ProductRow
from otop_pos.domain.search import fold
from otop_pos.services.product import find_products
from otop_pos.services.sale import catalogue, search_offers
from otop_pos.services.sale.catalogue import read_catalogue
from tests.books import change, rows
from tests.factories import TODAY, SmallShop


def found(shop: SmallShop, typed: str, limit: int = 30) -> list[str]:
    return sorted(offer.product.sku for offer in shop.database.run(search_offers, typed, on=TODAY, limit=limit))


def put(shop: SmallShop, number: int, name: str) -> None:
    """As any program that shares the database does: a copy of the shop's first product, named anew."""
    sku = f"P{number:06d}"
    new = {"id": f"{number}", "sku": f"'{sku}'", "name_th": f"'{name}'", "search": f"'{name} {sku.lower()}'"}
    names = [column.name for column in ProductRow.__table__.columns]
    values = ", ".join(new.get(each, each) for each in names)
    source = "FROM product WHERE sku = 'P000001'"
    change(shop.database, f"INSERT INTO product ({', '.join(names)}) SELECT {values} {source}")


@pytest.mark.parametrize("together", [1, 2, 2_000])
def test_memory_and_table_find_the_same(shop: SmallShop, together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_TOGETHER", together)
    texts = [text for (text,) in rows(shop.database, "SELECT search FROM product")]
    pieces = {text[start : start + length] for text in texts for length in (1, 2, 5) for start in range(len(text))}
    for piece in {fold(piece) for piece in pieces} | {"", "ไม่มีของนี้"}:
        in_memory = set(shop.database.run(read_catalogue).matching(piece))
        assert in_memory == {product.id for product in shop.database.run(find_products, piece, limit=99)}, piece


def test_a_product_is_found_as_soon_as_it_is_registered(shop: SmallShop) -> None:
    assert found(shop, "ตะกร้า") == []
    put(shop, 60, "ตะกร้าไม้ไผ่")
    assert found(shop, "ตะกร้า") == ["P000060"]
    put(shop, 61, "ตะกร้าหวาย")
    assert found(shop, "ตะกร้า") == ["P000060", "P000061"]


def test_a_product_saved_late_under_an_older_number_is_found(shop: SmallShop) -> None:
    put(shop, 62, "ตะกร้าไม้ไผ่")
    assert found(shop, "ตะกร้า") == ["P000062"]
    put(shop, 61, "ตะกร้าหวาย")
    assert found(shop, "ตะกร้า") == ["P000061", "P000062"]
    put(shop, 60, "ตะกร้าใบลาน")
    put(shop, 63, "ตะกร้าสานละเอียด")
    assert found(shop, "ตะกร้า") == ["P000060", "P000061", "P000062", "P000063"]


def test_what_is_sold_no_more_takes_no_place_among_the_first_results(shop: SmallShop) -> None:
    for number in range(60, 66):
        put(shop, number, f"ตะกร้า {number}")
    change(shop.database, "UPDATE product SET active = false WHERE sku < 'P000064' AND sku > 'P000059'")
    assert found(shop, "ตะกร้า", limit=2) == ["P000064", "P000065"]


def test_a_catalogue_without_goods_finds_nothing(database: Database) -> None:
    assert list(database.run(read_catalogue).matching("")) == []
