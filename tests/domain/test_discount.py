"""Discounts in percent and in baht."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import DiscountTooLarge


@pytest.mark.parametrize(
    ("discount", "gross", "off"),
    [
        (Discount(basis_points=1_000), 107_000, 10_700),
        (Discount(basis_points=1_000), 214_000, 21_400),
        (Discount(basis_points=333), 1_000, 33),
        (Discount(basis_points=500), 10, 1),
        (Discount(basis_points=10_000), 8_900, 8_900),
        (Discount(amount=8_900), 89_000, 8_900),
        (Discount(amount=8_900), 8_900, 8_900),
        (Discount(), 8_900, 0),
        (Discount(basis_points=1_000), 0, 0),
    ],
)
def test_a_discount_takes_off_percent_or_baht(discount: Discount, gross: int, off: int) -> None:
    assert discount.of(gross) == off


@pytest.mark.parametrize(
    ("discount", "gross"),
    [
        (Discount(amount=8_901), 8_900),
        (Discount(basis_points=10_001), 100_000),
        (Discount(amount=-1), 8_900),
        (Discount(basis_points=-500), 8_900),
        (Discount(amount=1), 0),
    ],
)
def test_a_discount_is_never_larger_than_the_price_nor_a_surcharge(discount: Discount, gross: int) -> None:
    with pytest.raises(DiscountTooLarge):
        discount.of(gross)


@given(st.integers(0, 10**9), st.integers(0, 10_000))
def test_a_percentage_up_to_a_hundred_always_fits(gross: int, basis_points: int) -> None:
    assert 0 <= Discount(basis_points=basis_points).of(gross) <= gross
