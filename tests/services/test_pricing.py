"""Discounts and other prices: who gives up the money, and that the parts add up."""

from dataclasses import replace

import pytest

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.sale import Basket, BasketLine
from tests.books import broken, rows
from tests.factories import SmallShop

ALLOCATED = (
    "SELECT line_no, gross, disc_centre, disc_producer, net, vat_centre, commission, due "
    "FROM sale_alloc ORDER BY line_no, alloc_no"
)


def charged(shop: SmallShop, code: str, qty: int, price: int) -> Basket:
    return Basket(lines=(BasketLine(shop.offer(code), qty, price),))


def test_below_the_set_price_the_gap_is_the_centres(shop: SmallShop) -> None:
    """Civil and Commercial Code s.839: the maker gets what was agreed at 1,070.00."""
    sale = shop.sell(basket=charged(shop, "P000001", 1_000, 80_000))
    assert (sale.gross, sale.discount, sale.net, sale.vat) == (80_000, 0, 80_000, 5_234)
    assert rows(shop.database, ALLOCATED) == [(1, 80_000, 0, 0, 80_000, 5_234, -234, 75_000)]
    assert rows(shop.database, "SELECT is_price_override FROM sale_line")[0][0]
    assert broken(shop.database) == []


def test_given_away_the_maker_is_still_owed_in_full(shop: SmallShop) -> None:
    shop.sell(basket=charged(shop, "P000001", 2_000, 0))
    assert rows(shop.database, ALLOCATED) == [(1, 0, 0, 0, 0, 0, -150_000, 150_000)]
    assert broken(shop.database) == []


def test_above_the_set_price_the_maker_shares_in_it(shop: SmallShop) -> None:
    shop.sell(basket=charged(shop, "P000001", 1_000, 214_000))
    assert rows(shop.database, ALLOCATED) == [(1, 214_000, 0, 0, 214_000, 14_000, 50_000, 150_000)]
    assert broken(shop.database) == []


def test_at_the_set_price_nothing_is_marked(shop: SmallShop) -> None:
    shop.sell(("P000001", 1_000))
    assert not rows(shop.database, "SELECT is_price_override FROM sale_line")[0][0]


def test_a_price_set_down_and_refunded_takes_the_gap_back(shop: SmallShop) -> None:
    shop.refund(shop.sell(basket=charged(shop, "P000001", 3_000, 80_000)))
    assert rows(shop.database, "SELECT SUM(due), SUM(commission), SUM(net) FROM sale_alloc") == [(0, 0, 0)]
    assert broken(shop.database) == []


def test_a_bill_discount_spreads_over_lines_and_lots_to_the_satang(shop: SmallShop) -> None:
    """100.01 off a bill of five lots; no part is lost, whatever the weights."""
    for price in (107_000, 99_900, 101_700):
        shop.receive(shop.cloth, 1_000, price)
    basket = shop.basket(("P000001", 22_000), ("P000002", 1_003), ("P000003", 1_000))
    sale = shop.sell(basket=replace(basket, bill_discount=Discount(amount=10_001)))
    assert sale.discount == 10_001
    assert sale.net == sale.gross - 10_001
    parts = rows(shop.database, "SELECT SUM(disc_centre), SUM(gross), SUM(net) FROM sale_alloc")
    assert parts == [(10_001, sale.gross, sale.net)]
    assert rows(shop.database, "SELECT SUM(bill_discount), SUM(net) FROM sale_line") == [(10_001, sale.net)]
    assert broken(shop.database) == []


def test_a_line_and_a_bill_discount_may_have_different_bearers(shop: SmallShop) -> None:
    """10 % on the line borne by the maker, then 10 % on the bill as the agreement says: the centre."""
    basket = shop.basket(("P000001", 1_000))
    line = replace(basket.lines[0], discount=Discount(1_000, bearer=Bearer.PRODUCER))
    basket = replace(basket.with_line(0, line), bill_discount=Discount(1_000, bearer=Bearer.CENTRE))
    sale = shop.sell(basket=basket)
    assert sale.net == 86_670
    assert rows(shop.database, "SELECT disc_centre, disc_producer, due FROM sale_alloc") == [(9_630, 10_700, 65_000)]
    assert broken(shop.database) == []


@pytest.mark.parametrize(
    ("bearer", "expected"),
    [(Bearer.CENTRE, (10_000, 0)), (Bearer.PRODUCER, (0, 10_000)), (Bearer.SHARED, (2_500, 7_500))],
)
def test_who_bears_a_discount_on_the_bill_can_be_said_on_the_bill(
    sqlite_shop: SmallShop, bearer: Bearer, expected: tuple[int, int]
) -> None:
    basket = replace(sqlite_shop.basket(("P000001", 1_000)), bill_discount=Discount(amount=10_000, bearer=bearer))
    sqlite_shop.sell(basket=basket)
    assert rows(sqlite_shop.database, "SELECT disc_centre, disc_producer FROM sale_alloc") == [expected]


def test_two_lines_of_one_product_take_their_lots_one_after_the_other(shop: SmallShop) -> None:
    """18 in the discounted line and 4 in the other: the second starts where the first one stopped."""
    second_lot = shop.receive(shop.cloth, 5_000).lines[0].lot_code
    first_lot = shop.deliveries[0].lines[0].lot_code
    offer = shop.offer("P000001")
    lines = (
        BasketLine(offer, 18_000, 107_000, Discount(1_000)),
        BasketLine(offer, 4_000, 107_000),
    )
    sale = shop.sell(basket=Basket(lines=lines))
    assert [line.lot_codes for line in sale.lines] == [(first_lot,), (first_lot, second_lot)]
    assert rows(shop.database, "SELECT line_no, qty FROM sale_alloc ORDER BY line_no, alloc_no") == [
        (1, 18_000),
        (2, 2_000),
        (2, 2_000),
    ]
    assert shop.offer("P000001").on_hand == 3_000
    assert broken(shop.database) == []


def test_two_lines_of_one_lots_label_never_take_a_piece_twice(shop: SmallShop) -> None:
    code = shop.receive(shop.cloth, 3_000).lines[0].lot_code
    offer = shop.offer(code)
    lines = (BasketLine(offer, 2_000, 107_000, Discount(1_000)), BasketLine(offer, 2_000, 107_000))
    shop.sell(basket=Basket(lines=lines))
    assert shop.offer(code).on_hand == 0
    assert rows(shop.database, "SELECT line_no, qty FROM stock_exception") == [(2, 1_000)]
    assert broken(shop.database) == []


def test_lots_at_the_price_charged_go_before_cheaper_ones(shop: SmallShop) -> None:
    """Nobody pays what no label shows while pieces at the right price are there."""
    cheap = shop.receive(shop.cloth, 1_000, 99_000).lines[0].lot_code
    sale = shop.sell(basket=charged(shop, "P000001", 1_000, 99_000))
    assert sale.lines[0].lot_codes == (cheap,)


@pytest.mark.parametrize("pieces", range(1, 8))
def test_an_odd_price_over_several_lots_adds_up(sqlite_shop: SmallShop, pieces: int) -> None:
    for _ in range(3):
        sqlite_shop.receive(sqlite_shop.bag, 333, 42_007)
    offer = replace(sqlite_shop.offer("P000002"), unit_price=42_007)
    basket = Basket(lines=(BasketLine(offer, 157 * pieces, 42_007, Discount(777)),))
    sale = sqlite_shop.sell(basket=replace(basket, bill_discount=Discount(amount=pieces)))
    assert rows(sqlite_shop.database, "SELECT SUM(net), SUM(qty), SUM(vat_centre) FROM sale_alloc") == [
        (sale.net, 157 * pieces, sale.vat)
    ]
    assert broken(sqlite_shop.database) == []
