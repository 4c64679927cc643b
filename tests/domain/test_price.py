"""What a bill costs: discounts spread over lines, tax once per class."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.agreement import Bearer, Rate, Sold, TaxMode, Terms, reverse_share, share_of
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import DiscountTooLarge
from otop_pos.domain.money import portion
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.sale import Basket, BasketLine, Offer, Priced, VatTotal, price
from otop_pos.domain.vat import VatClass, vat_inside

TODAY = date(2026, 11, 23)
MAKER = Producer("CM-0001", "กลุ่มทอผ้าบ้านตาล", id=1)


def line(
    unit_price: int,
    qty: int = 1_000,
    discount: Discount | None = None,
    vat_class: VatClass = VatClass.V7,
    tax_mode: TaxMode = TaxMode.FULL_PRICE,
) -> BasketLine:
    product = Product("P1", "ผ้า", vat_class=vat_class, price=unit_price, id=1)
    return BasketLine(Offer(product, MAKER, unit_price, tax_mode), qty, unit_price, discount)


def priced(lines: Sequence[BasketLine], bill_discount: Discount | None = None, vat_registered: bool = True) -> Priced:
    return price(Basket(lines=tuple(lines), bill_discount=bill_discount), vat_registered, TODAY)


def test_the_tax_of_a_bill_is_taken_out_once_not_per_line() -> None:
    bill = priced([line(1_000)] * 3)
    assert (bill.net, bill.vat) == (3_000, 196)
    assert [each.vat for each in bill.lines] == [65, 66, 65]


@pytest.mark.parametrize(("gross", "vat"), [(25, 2), (10_000, 654), (10_700, 700), (22_550, 1_475), (399_000, 26_103)])
def test_the_tax_table_of_the_revenue_code(gross: int, vat: int) -> None:
    assert priced([line(gross)]).vat == vat


def test_the_drawn_bill_adds_up() -> None:
    bill = priced(
        [
            line(89_000, discount=Discount(basis_points=1_000)),
            line(18_000, 3_000),
            line(65_000, 2_000),
            line(42_000, 2_500),
            line(15_000),
        ]
    )
    assert [each.net for each in bill.lines] == [80_100, 54_000, 130_000, 105_000, 15_000]
    assert (bill.gross, bill.discount, bill.net, bill.vat) == (393_000, 8_900, 384_100, 25_128)


def test_a_bill_discount_is_spread_by_what_the_lines_cost_after_their_own() -> None:
    bill = priced(
        [line(10_000, discount=Discount(amount=5_000)), line(5_000), line(0)],
        Discount(basis_points=1_000),
    )
    assert [(each.line_discount, each.bill_discount) for each in bill.lines] == [(5_000, 500), (0, 500), (0, 0)]
    assert bill.net == 9_000


def test_a_bill_discount_in_baht_leaves_no_satang_behind() -> None:
    bill = priced([line(10_000)] * 3, Discount(amount=10_000))
    assert [each.bill_discount for each in bill.lines] == [3_333, 3_334, 3_333]
    assert bill.net == 20_000


@pytest.mark.parametrize(
    "bill_discount", [Discount(amount=10_001), Discount(basis_points=10_100)], ids=["baht", "percent"]
)
def test_a_bill_discount_is_never_larger_than_the_bill(bill_discount: Discount) -> None:
    with pytest.raises(DiscountTooLarge):
        priced([line(5_000), line(5_000)], bill_discount)


def test_a_line_discount_is_never_larger_than_its_line() -> None:
    with pytest.raises(DiscountTooLarge):
        priced([line(5_000, discount=Discount(amount=5_001)), line(50_000)])


def test_a_bill_given_away_costs_nothing_and_owes_nothing() -> None:
    bill = priced([line(10_000), line(2_345)], Discount(basis_points=10_000))
    assert (bill.net, bill.vat, bill.discount) == (0, 0, 12_345)


def test_each_tax_class_is_totalled_on_its_own() -> None:
    bill = priced([line(10_700), line(5_000, vat_class=VatClass.EX81), line(21_400), line(300, vat_class=VatClass.Z0)])
    assert bill.vats == (
        VatTotal(VatClass.EX81, 0, 5_000, 0),
        VatTotal(VatClass.V7, 700, 32_100, 2_100),
        VatTotal(VatClass.Z0, 0, 300, 0),
    )
    assert [total.net for total in bill.vats] == [5_000, 30_000, 300]


def test_an_unregistered_shop_has_no_tax_on_its_bills() -> None:
    bill = priced([line(10_700)], vat_registered=False)
    assert (bill.net, bill.vat) == (10_700, 0)


@pytest.mark.parametrize("tax_mode", [TaxMode.NONE, TaxMode.COMMISSION_ONLY, TaxMode.PRODUCER_VAT])
def test_only_goods_the_shop_sells_in_its_own_name_bear_its_tax(tax_mode: TaxMode) -> None:
    assert priced([line(10_700, tax_mode=tax_mode)]).vat == 0


def test_two_cloths_in_a_promotion_from_bill_to_producer() -> None:
    """The worked example of the consignment terms, through the bill."""
    bill = priced([line(107_000, 2_000, Discount(basis_points=1_000))])
    (cloths,) = bill.lines
    terms = Terms(Rate(basis_points=2500), TaxMode.FULL_PRICE, vat_bp=700)
    share = share_of(Sold(2_000, cloths.gross, disc_centre=cloths.line_discount), terms, cloths.vat)
    assert (bill.net, bill.vat, share.due, share.commission) == (192_600, 12_600, 150_000, 30_000)


def test_a_return_under_a_bill_discount_gives_back_what_was_paid_not_the_shelf_price() -> None:
    """A till elsewhere gave 95 for a piece that had cost 65."""
    bill = priced([line(9_500), line(9_500)], Discount(amount=6_000))
    paid = [each.net for each in bill.lines]
    assert paid == [6_500, 6_500]
    share = share_of(Sold(1_000, 9_500, disc_centre=3_000), Terms(Rate(basis_points=2500)))
    assert reverse_share(share, 0, 1_000, 1_000).net == -6_500


DISCOUNTS = st.none() | st.builds(Discount, st.integers(0, 10_000), bearer=st.sampled_from(Bearer))
LINES = st.builds(
    line,
    st.integers(0, 1_000_000),
    st.integers(1, 20_000),
    DISCOUNTS,
    st.sampled_from(VatClass),
    st.sampled_from([TaxMode.NONE, TaxMode.FULL_PRICE, TaxMode.COMMISSION_ONLY]),
)
BASKETS = st.builds(priced, st.lists(LINES, min_size=1, max_size=10), DISCOUNTS, st.booleans())


@given(BASKETS)
def test_the_lines_of_any_bill_add_up_to_it(bill: Priced) -> None:
    assert bill.gross - bill.discount == bill.net == sum(each.net for each in bill.lines)
    assert sum(total.gross for total in bill.vats) == bill.net
    assert sum(each.vat for each in bill.lines) == bill.vat == sum(total.vat for total in bill.vats)


@given(BASKETS)
def test_no_line_of_any_bill_is_below_zero_or_taxed_above_its_price(bill: Priced) -> None:
    assert all(each.net >= 0 and 0 <= each.vat <= each.net for each in bill.lines)


@given(BASKETS)
def test_the_tax_of_any_bill_is_that_of_its_totals(bill: Priced) -> None:
    assert all(total.vat == vat_inside(total.gross, total.rate_bp) for total in bill.vats)
    keys = [(total.vat_class, total.rate_bp) for total in bill.vats]
    assert len(keys) == len(set(keys))


@given(BASKETS, st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_a_bill_returned_in_any_parts_gives_back_exactly_its_net(bill: Priced, parts: list[int]) -> None:
    whole = sum(parts)
    for each in bill.lines:
        reached, back = 0, 0
        for part in parts:
            back += portion(each.net, reached, reached + part, whole)
            reached += part
        assert back == each.net
