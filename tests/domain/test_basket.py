"""What lands on a bill, in which line, and what may not meet on one paper."""

from dataclasses import replace

import pytest

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import EmptyBasket, TwoSellers
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.sale import Basket, BasketLine, Offer, check_sellable

WEAVER = Producer("CM-0001", "กลุ่มทอผ้าบ้านตาล", id=1)
FARMER = Producer("CM-0002", "วิสาหกิจชุมชนหนองผึ้ง", id=2)
SHAWL = Product("P1", "ผ้าคลุมไหล่", price=89_000, id=1)
HONEY = Product("P2", "น้ำผึ้งรวง", price=18_000, id=2)
SHAWL_OFFER = Offer(SHAWL, WEAVER, 89_000, lot_id=11)
HONEY_OFFER = Offer(HONEY, FARMER, 18_000, lot_id=12)


def quantities(basket: Basket) -> list[int]:
    return [line.qty for line in basket.lines]


def test_the_same_goods_scanned_twice_are_one_line_of_two() -> None:
    basket = Basket().add(SHAWL_OFFER, 1_000).add(HONEY_OFFER, 1_000).add(SHAWL_OFFER, 1_000)
    assert quantities(basket) == [2_000, 1_000]


def test_the_lot_that_happens_to_go_first_does_not_part_a_line() -> None:
    assert quantities(Basket().add(SHAWL_OFFER, 1_000).add(replace(SHAWL_OFFER, lot_id=99), 1_000)) == [2_000]


@pytest.mark.parametrize(
    "other",
    [
        replace(SHAWL_OFFER, is_pinned=True),
        replace(SHAWL_OFFER, unit_price=80_000),
        replace(SHAWL_OFFER, producer=FARMER),
        replace(SHAWL_OFFER, product=replace(SHAWL, id=3)),
        replace(SHAWL_OFFER, tax_mode=TaxMode.FULL_PRICE),
    ],
    ids=["its own label", "another price", "another maker", "another product", "another tax mode"],
)
def test_what_differs_gets_its_own_line(other: Offer) -> None:
    assert quantities(Basket().add(SHAWL_OFFER, 1_000).add(other, 1_000)) == [1_000, 1_000]


def test_labels_of_two_lots_are_two_lines_and_of_one_lot_one() -> None:
    first, second = (replace(SHAWL_OFFER, is_pinned=True, lot_id=lot) for lot in (11, 12))
    assert quantities(Basket().add(first, 1_000).add(second, 1_000).add(first, 1_000)) == [2_000, 1_000]


def test_a_discount_does_not_move_to_pieces_scanned_later() -> None:
    basket = Basket().add(SHAWL_OFFER, 1_000)
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(basis_points=1_000)))
    assert quantities(basket.add(SHAWL_OFFER, 1_000)) == [1_000, 1_000]


def test_an_overridden_price_does_not_move_to_pieces_scanned_later() -> None:
    basket = Basket().add(SHAWL_OFFER, 1_000)
    basket = basket.with_line(0, replace(basket.lines[0], unit_price=80_000))
    assert basket.lines[0].is_price_override
    assert quantities(basket.add(SHAWL_OFFER, 1_000)) == [1_000, 1_000]


def test_a_lot_that_really_costs_the_overridden_price_stays_apart() -> None:
    basket = Basket().add(SHAWL_OFFER, 1_000)
    basket = basket.with_line(0, replace(basket.lines[0], unit_price=80_000))
    basket = basket.add(replace(SHAWL_OFFER, unit_price=80_000), 1_000)
    assert [line.is_price_override for line in basket.lines] == [True, False]


def test_a_bill_keeps_its_key_through_every_act() -> None:
    basket = Basket()
    assert basket.add(SHAWL_OFFER, 1_000).without(0).key == basket.key
    assert Basket().key != Basket().key


def test_a_line_can_be_taken_off_and_the_others_keep_their_order() -> None:
    basket = Basket().add(SHAWL_OFFER, 1_000).add(HONEY_OFFER, 2_000).add(replace(SHAWL_OFFER, is_pinned=True), 3_000)
    assert quantities(basket.without(1)) == [1_000, 3_000]
    assert quantities(basket) == [1_000, 2_000, 3_000]


def test_a_line_costs_price_times_quantity() -> None:
    assert BasketLine(SHAWL_OFFER, 2_500, 42_000).gross == 105_000


def of_maker(offer: Offer) -> Offer:
    return replace(offer, tax_mode=TaxMode.PRODUCER_VAT)


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        (SHAWL_OFFER, of_maker(HONEY_OFFER), HONEY),
        (of_maker(SHAWL_OFFER), HONEY_OFFER, SHAWL),
        (of_maker(SHAWL_OFFER), of_maker(HONEY_OFFER), HONEY),
    ],
    ids=["shop then maker", "maker then shop", "two makers"],
)
def test_two_legal_sellers_never_meet_on_one_paper(first: Offer, second: Offer, named: Product) -> None:
    """Revenue Code s.86/6."""
    with pytest.raises(TwoSellers) as refused:
        Basket().add(first, 1_000).add(second, 1_000)
    assert refused.value.product == named.name_th
    lines = tuple(BasketLine(offer, 1_000, offer.unit_price) for offer in (first, second))
    with pytest.raises(TwoSellers):
        check_sellable(Basket(lines=lines))


@pytest.mark.parametrize(
    "offers",
    [
        (SHAWL_OFFER, HONEY_OFFER),
        (SHAWL_OFFER, replace(HONEY_OFFER, tax_mode=TaxMode.FULL_PRICE)),
        (of_maker(SHAWL_OFFER), of_maker(replace(HONEY_OFFER, producer=WEAVER))),
    ],
    ids=["two makers' goods, sold by the shop", "two tax modes of the shop", "two goods of one selling maker"],
)
def test_one_legal_seller_may_sell_many_goods(offers: tuple[Offer, ...]) -> None:
    basket = Basket()
    for offer in offers:
        basket = basket.add(offer, 1_000)
    check_sellable(basket)
    assert len(basket.lines) == 2


def test_an_empty_bill_is_not_sold() -> None:
    with pytest.raises(EmptyBasket):
        check_sellable(Basket())
