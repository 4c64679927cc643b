"""What of a sale is the producer's: rates, tax modes, discounts, the price below the agreed one."""

from datetime import date

import pytest

from otop_pos.domain.agreement import (
    Agreement,
    AgreementRate,
    Bearer,
    Rate,
    RateBase,
    RateMethod,
    Share,
    Sold,
    TaxMode,
    Terms,
    due_of,
    due_per_unit,
    rate_for,
    reverse_share,
    share_of,
    split_discount,
)
from otop_pos.domain.product import Category

QUARTER = Rate(basis_points=2500)
FULL_PRICE = Terms(QUARTER, TaxMode.FULL_PRICE, vat_bp=700)
NO_TAX = Terms(QUARTER)

TWO_CLOTHS = 214_000
TENTH_OFF = 21_400
VAT_OF_TWO_CLOTHS = 12_600


def two_cloths(bearer: Bearer) -> Sold:
    """Two at 1,070.00 with a promotion of 10 %."""
    centre, producer = split_discount(TENTH_OFF, bearer, QUARTER)
    return Sold(2_000, TWO_CLOTHS, centre, producer)


@pytest.mark.parametrize(
    ("bearer", "due", "commission"),
    [
        (Bearer.CENTRE, 150_000, 30_000),
        (Bearer.SHARED, 135_000, 45_000),
        (Bearer.PRODUCER, 130_000, 50_000),
    ],
)
def test_who_bears_a_promotion_decides_who_earns_less(bearer: Bearer, due: int, commission: int) -> None:
    share = share_of(two_cloths(bearer), FULL_PRICE, VAT_OF_TWO_CLOTHS)
    assert (share.gross, share.net, share.vat_centre) == (214_000, 192_600, 12_600)
    assert (share.due, share.commission, share.fee) == (due, commission, 0)


def test_one_cloth_returned_takes_half_of_everything_back() -> None:
    share = share_of(two_cloths(Bearer.CENTRE), FULL_PRICE, VAT_OF_TWO_CLOTHS)
    assert reverse_share(share, 0, 1_000, 2_000) == Share(
        gross=-107_000,
        disc_centre=-10_700,
        disc_producer=0,
        net=-96_300,
        vat_centre=-6_300,
        commission=-15_000,
        fee=0,
        due=-75_000,
    )


def test_three_pieces_for_a_hundred_come_back_one_by_one() -> None:
    share = share_of(Sold(3_000, 10_000), Terms(Rate(basis_points=3333)))
    assert (share.commission, share.due) == (3_333, 6_667)
    dues = [reverse_share(share, before, before + 1_000, 3_000).due for before in (0, 1_000, 2_000)]
    assert dues == [-2_222, -2_223, -2_222]


@pytest.mark.parametrize(
    ("price", "basis_points", "due"),
    [
        (10_000, 1_500, 7_944),
        (10_000, 2_500, 7_010),
        (89_000, 2_500, 62_384),
        (35_000, 2_500, 24_533),
        (42_000, 2_500, 29_439),
        (6_500, 2_500, 4_556),
        (10_000, 0, 9_346),
        (10_000, 10_000, 0),
    ],
)
def test_a_percentage_of_the_price_without_tax(price: int, basis_points: int, due: int) -> None:
    terms = Terms(Rate(basis_points=basis_points), TaxMode.FULL_PRICE, vat_bp=700)
    assert due_per_unit(price, terms) == due


@pytest.mark.parametrize(
    ("tax_mode", "base", "due", "commission", "vat_centre"),
    [
        (TaxMode.NONE, RateBase.BEFORE_VAT, 7_500, 2_500, 0),
        (TaxMode.NONE, RateBase.AFTER_VAT, 7_500, 2_500, 0),
        (TaxMode.FULL_PRICE, RateBase.BEFORE_VAT, 7_010, 2_336, 654),
        (TaxMode.FULL_PRICE, RateBase.AFTER_VAT, 6_846, 2_500, 654),
        (TaxMode.COMMISSION_ONLY, RateBase.BEFORE_VAT, 7_500, 2_336, 164),
        (TaxMode.COMMISSION_ONLY, RateBase.AFTER_VAT, 7_500, 2_336, 164),
        (TaxMode.PRODUCER_VAT, RateBase.BEFORE_VAT, 7_663, 2_184, 153),
        (TaxMode.PRODUCER_VAT, RateBase.AFTER_VAT, 7_500, 2_336, 164),
    ],
)
def test_the_tax_mode_decides_who_has_the_tax_to_pay(
    tax_mode: TaxMode, base: RateBase, due: int, commission: int, vat_centre: int
) -> None:
    registered = tax_mode is not TaxMode.NONE
    goods_bp = 700 if tax_mode in (TaxMode.FULL_PRICE, TaxMode.PRODUCER_VAT) else 0
    terms = Terms(Rate(basis_points=2500, base=base), tax_mode, goods_bp, 700 if registered else 0)
    share = share_of(Sold(1_000, 10_000), terms, 654)
    assert (share.due, share.commission, share.vat_centre) == (due, commission, vat_centre)
    assert share.net == share.due + share.commission + share.fee + share.vat_centre


@pytest.mark.parametrize(
    ("price", "qty", "due"),
    [(10_000, 1_000, 6_000), (5_000, 1_000, 6_000), (10_000, 3_000, 18_000), (10_000, 350, 2_100)],
)
def test_a_fixed_due_does_not_ask_for_the_price(price: int, qty: int, due: int) -> None:
    terms = Terms(Rate(RateMethod.FIXED_DUE, amount=6_000))
    assert due_of(Sold(qty, price), terms) == due


def test_a_fixed_due_above_the_price_is_the_centres_loss() -> None:
    share = share_of(Sold(1_000, 5_000), Terms(Rate(RateMethod.FIXED_DUE, amount=6_000)))
    assert (share.due, share.commission) == (6_000, -1_000)


@pytest.mark.parametrize(("price", "due"), [(10_000, 8_000), (12_000, 9_000), (10_667, 8_000), (10_668, 8_001)])
def test_a_percentage_with_a_minimum_gives_the_better_of_both(price: int, due: int) -> None:
    terms = Terms(Rate(RateMethod.PERCENT_MIN, basis_points=2500, amount=8_000))
    assert due_of(Sold(1_000, price), terms) == due


def test_a_minimum_counts_per_unit() -> None:
    terms = Terms(Rate(RateMethod.PERCENT_MIN, basis_points=2500, amount=8_000))
    assert due_of(Sold(2_500, 25_000), terms) == 20_000


def test_below_the_agreed_price_the_gap_is_the_centres() -> None:
    """Civil and Commercial Code s.839: sold at 800.00 what was left to be sold at 1,000.00."""
    share = share_of(Sold(1_000, 80_000, set_value=100_000), NO_TAX)
    assert (share.net, share.due, share.commission) == (80_000, 75_000, 5_000)


def test_above_the_agreed_price_the_producer_shares_the_gain() -> None:
    assert due_of(Sold(1_000, 120_000, set_value=100_000), NO_TAX) == 90_000


def test_a_sale_at_half_the_agreed_price_costs_the_centre_money() -> None:
    share = share_of(Sold(1_000, 53_500, set_value=107_000), FULL_PRICE, 3_500)
    assert (share.due, share.vat_centre, share.commission) == (75_000, 3_500, -25_000)


def test_a_discount_the_producer_bears_never_makes_a_debt() -> None:
    share = share_of(Sold(1_000, 10_000, disc_producer=10_000), NO_TAX)
    assert (share.net, share.due, share.commission) == (0, 0, 0)


def test_a_gift_of_the_centre_is_paid_to_the_producer_in_full() -> None:
    share = share_of(Sold(1_000, 10_000, disc_centre=10_000), NO_TAX)
    assert (share.net, share.due, share.commission) == (0, 7_500, -7_500)


@pytest.mark.parametrize(
    ("bearer", "rate", "parts"),
    [
        (Bearer.CENTRE, QUARTER, (1_000, 0)),
        (Bearer.PRODUCER, QUARTER, (0, 1_000)),
        (Bearer.SHARED, QUARTER, (250, 750)),
        (Bearer.SHARED, Rate(basis_points=3333), (333, 667)),
        (Bearer.SHARED, Rate(RateMethod.FIXED_DUE, amount=6_000), (500, 500)),
        (Bearer.SHARED, Rate(RateMethod.PERCENT_MIN, basis_points=2000, amount=6_000), (200, 800)),
        (Bearer.SHARED, Rate(basis_points=0), (0, 1_000)),
    ],
)
def test_a_shared_discount_follows_the_shares_of_the_price(bearer: Bearer, rate: Rate, parts: tuple[int, int]) -> None:
    assert split_discount(1_000, bearer, rate) == parts


DEFAULT, CLOTH, SCARF, LOT = (Rate(basis_points=each) for each in (2500, 2000, 1500, 1000))
RATES = (AgreementRate(DEFAULT), AgreementRate(CLOTH, Category.CLOTH), AgreementRate(SCARF, product_id=7))


@pytest.mark.parametrize(
    ("product_id", "category", "lot_rate", "rate"),
    [
        (7, Category.CLOTH, LOT, LOT),
        (7, Category.CLOTH, None, SCARF),
        (7, Category.FOOD, None, SCARF),
        (8, Category.CLOTH, None, CLOTH),
        (8, Category.FOOD, None, DEFAULT),
        (8, Category.FOOD, LOT, LOT),
    ],
)
def test_the_closest_rate_counts(product_id: int, category: Category, lot_rate: Rate | None, rate: Rate) -> None:
    assert rate_for(RATES, product_id, category, lot_rate) == rate
    assert Agreement(1, date(2026, 1, 1), RATES).rate_for(product_id, category, lot_rate) == rate


def test_the_order_of_rates_in_an_agreement_does_not_matter() -> None:
    assert rate_for(RATES[::-1], 7, Category.CLOTH) == SCARF
