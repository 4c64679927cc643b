"""What a scanned or typed code stands for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.errors import UnknownCode
from otop_pos.domain.product import Product
from otop_pos.services.producer import add_agreement
from otop_pos.services.product import add_product
from otop_pos.services.sale import find_offers, search_offers
from otop_pos.services.stock import list_lots
from tests.books import change
from tests.factories import NOW, TODAY, SmallShop, agreement

SOON, LATE = date(2026, 12, 1), date(2027, 6, 1)
SHARED = "8850000000012"


def skus(shop: SmallShop, typed: str) -> list[str]:
    return [offer.product.sku for offer in shop.database.run(search_offers, typed, on=TODAY)]


def test_the_label_of_a_lot_is_that_lot(shop: SmallShop) -> None:
    code = shop.receive(shop.cloth, 3_000, 99_000).lines[0].lot_code
    offer = shop.offer(code)
    assert (offer.lot_code, offer.is_pinned, offer.on_hand, offer.unit_price) == (code, True, 3_000, 99_000)
    assert (offer.product, offer.producer, offer.tax_mode) == (shop.cloth, shop.weaver, TaxMode.FULL_PRICE)


def test_the_label_of_an_empty_lot_still_says_what_it_is(shop: SmallShop) -> None:
    code = shop.receive(shop.cloth, 1_000).lines[0].lot_code
    shop.sell((code, 1_000))
    assert (shop.offer(code).lot_code, shop.offer(code).on_hand) == (code, 0)


def test_the_label_of_a_lot_counts_also_when_its_product_is_sold_no_more(shop: SmallShop) -> None:
    code = shop.deliveries[0].lines[0].lot_code
    change(shop.database, "UPDATE product SET active = false")
    assert shop.offer(code).lot_code == code
    with pytest.raises(UnknownCode):
        shop.offer("P000001")


@pytest.mark.parametrize("code", ["P000003", SHARED])
def test_a_sku_and_a_makers_code_are_the_product(shop: SmallShop, code: str) -> None:
    offer = shop.offer(code)
    assert (offer.product, offer.is_pinned, offer.on_hand) == (shop.honey, False, 20_000)


def test_the_earliest_expiry_goes_first_then_the_oldest_and_last_what_never_expires(shop: SmallShop) -> None:
    """The shop's own lot has no expiry."""
    late = shop.receive(shop.honey, 1_000, expires_on=LATE).lines[0].lot_code
    soon = shop.receive(shop.honey, 1_000, expires_on=SOON).lines[0].lot_code
    soon_too = shop.receive(shop.honey, 1_000, expires_on=SOON).lines[0].lot_code
    first = [shop.offer(SHARED).lot_code]
    for _ in range(3):
        sale = shop.sell((SHARED, 1_000))
        assert sale.lines[0].lot_codes == (first[-1],)
        first.append(shop.offer(SHARED).lot_code)
    assert first == [soon, soon_too, late, shop.deliveries[2].lines[0].lot_code]


def test_an_offer_counts_all_lots_that_may_serve(shop: SmallShop) -> None:
    shop.receive(shop.honey, 5_000)
    assert shop.offer(SHARED).on_hand == 25_000


def test_a_code_of_several_makers_gives_an_offer_for_each(shop: SmallShop) -> None:
    other = Product("P000042", "น้ำผึ้งดอกลำไย", price=20_000, codes=(SHARED,), producer_id=shop.weaver.id)
    other = shop.database.run(add_product, other)
    shop.receive(other, 1_000)
    offers = shop.database.run(find_offers, SHARED, on=TODAY)
    assert {(offer.product.sku, offer.producer.code) for offer in offers} == {
        ("P000003", "CM-0002"),
        ("P000042", "CM-0001"),
    }


def test_a_code_of_several_makers_offers_also_what_is_on_no_shelf(shop: SmallShop) -> None:
    """It may be in the customer's hand: a person chooses."""
    other = Product("P000042", "น้ำผึ้งดอกลำไย", price=20_000, codes=(SHARED,), producer_id=shop.weaver.id)
    shop.database.run(add_product, other)
    offers = shop.database.run(find_offers, SHARED, on=TODAY)
    assert [(offer.product.sku, offer.on_hand, offer.lot_code) for offer in offers][1] == ("P000042", 0, "")
    assert len(offers) == 2


def test_what_the_books_hold_no_piece_of_is_offered_at_its_own_price(shop: SmallShop) -> None:
    shop.sell(("P000001", 20_000))
    offer = shop.offer("P000001")
    assert (offer.on_hand, offer.lot_id, offer.unit_price) == (0, None, 107_000)
    assert offer.tax_mode is TaxMode.FULL_PRICE


def test_an_offer_without_stock_has_the_terms_of_the_day(shop: SmallShop) -> None:
    shop.sell(("P000001", 20_000))
    tomorrow = TODAY + timedelta(days=1)
    terms = replace(agreement(shop.weaver.id, TaxMode.COMMISSION_ONLY), valid_from=tomorrow)
    shop.database.run(add_agreement, terms)
    on = [shop.database.run(find_offers, "P000001", on=day)[0].tax_mode for day in (TODAY, tomorrow)]
    assert on == [TaxMode.FULL_PRICE, TaxMode.COMMISSION_ONLY]


def test_a_product_without_any_agreement_can_still_be_sold(shop: SmallShop) -> None:
    change(shop.database, "UPDATE agreement SET valid_to = '2026-06-30'")
    shop.sell(("P000001", 20_000))
    assert shop.offer("P000001").tax_mode is TaxMode.NONE


@pytest.mark.parametrize(
    "code", ["", " ", "P0000", "8850000000099", lot_code(4711), "ผ้าไหม", "%", "_______", "P00000_"]
)
def test_a_code_that_nothing_has_is_unknown(shop: SmallShop, code: str) -> None:
    with pytest.raises(UnknownCode) as refusal:
        shop.database.run(find_offers, code, on=TODAY)
    assert refusal.value.code == code.strip()


def test_a_makers_code_that_looks_like_a_lot_label_is_still_found(shop: SmallShop) -> None:
    code = lot_code(999_999)
    shop.database.run(add_product, Product("P000042", "ก", price=100, codes=(code,), producer_id=shop.weaver.id))
    assert shop.offer(code).product.sku == "P000042"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ผ้า", ["P000001", "P000002"]),
        ("silk", ["P000002"]),
        ("INDIGO", ["P000001"]),
        ("P00000", ["P000001", "P000002", "P000003"]),
        (SHARED, ["P000003"]),
        ("หนองผึ้ง", ["P000003"]),
        ("cm-0001", ["P000001", "P000002"]),
        ("  honey ", ["P000003"]),
        ("ไม่มี", []),
    ],
)
def test_any_part_of_a_name_code_or_maker_finds_goods(shop: SmallShop, typed: str, found: list[str]) -> None:
    assert sorted(skus(shop, typed)) == found


@pytest.mark.parametrize(
    "typed", ["%", "_", "%%", "ผ%", "P_00001", "\\", "/", "/%", "[a-z]", "*", "' OR '1'='1", "--", '"']
)
def test_signs_of_a_search_language_are_only_text(shop: SmallShop, typed: str) -> None:
    assert skus(shop, typed) == []
    assert shop.database.run(list_lots, typed) == ()


def test_signs_of_a_search_language_find_themselves(shop: SmallShop) -> None:
    for sku, name in (
        ("P000050", "ครีม 100%"),
        ("P000051", "ครีม_ขาว"),
        ("P000052", "ครีม\\เขียว"),
        ("P000053", "ครีม/แดง"),
    ):
        shop.database.run(add_product, Product(sku, name, price=100, producer_id=shop.weaver.id))
    for typed, sku in (("100%", "P000050"), ("ม_ข", "P000051"), ("\\", "P000052"), ("ม/แ", "P000053")):
        assert skus(shop, typed) == [sku]


def test_what_is_on_the_shelf_comes_first(shop: SmallShop) -> None:
    assert skus(shop, "ผ้า")[0] == "P000001"
    shop.sell(("P000001", 20_000))
    assert skus(shop, "ผ้า") == ["P000002", "P000001"]


def test_no_more_are_found_than_asked_for(shop: SmallShop) -> None:
    assert len(shop.database.run(search_offers, "", on=TODAY, limit=2)) == 2


def test_what_came_back_damaged_is_not_offered(shop: SmallShop) -> None:
    from otop_pos.domain.refund import RefundLine

    sale = shop.sell(("P000001", 20_000), at=NOW)
    shop.refund(sale, RefundLine(1, 2_000, is_damaged=True), RefundLine(1, 3_000))
    assert shop.offer("P000001").on_hand == 3_000
