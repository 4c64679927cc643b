"""Value added tax inside and on top of a price."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.vat import VatClass, vat_inside, vat_on_top, vat_rate

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("gross", "vat", "net"),
    [
        (25, 2, 23),
        (3_000, 196, 2_804),
        (10_000, 654, 9_346),
        (10_700, 700, 10_000),
        (22_550, 1_475, 21_075),
        (399_000, 26_103, 372_897),
        (384_100, 25_128, 358_972),
        (0, 0, 0),
        (-10_700, -700, -10_000),
    ],
)
def test_the_tax_in_a_price_is_seven_of_a_hundred_and_seven(gross: int, vat: int, net: int) -> None:
    assert vat_inside(gross, 700) == vat
    assert gross - vat_inside(gross, 700) == net


def test_the_tax_on_three_lines_is_not_three_times_the_tax_of_one() -> None:
    assert 3 * vat_inside(1_000, 700) == 195
    assert vat_inside(3_000, 700) == 196


@pytest.mark.parametrize(("net", "vat"), [(22_550, 1_579), (10_000, 700), (50, 4), (7, 0), (8, 1)])
def test_the_tax_on_a_net_amount_rounds_its_ties_up(net: int, vat: int) -> None:
    assert vat_on_top(net, 700) == vat


@pytest.mark.parametrize(
    ("vat_class", "rate"), [(VatClass.V7, 700), (VatClass.EX81, 0), (VatClass.Z0, 0), (VatClass.NONVAT, 0)]
)
def test_only_one_class_carries_tax(vat_class: VatClass, rate: int) -> None:
    assert vat_rate(vat_class, TODAY) == rate


def test_seven_percent_counts_from_its_first_day() -> None:
    assert vat_rate(VatClass.V7, date(1999, 4, 1)) == 700


def test_an_exempt_price_holds_no_tax() -> None:
    assert vat_inside(10_000, 0) == 0


@given(st.integers(0, 10**10), st.sampled_from([700, 1000]))
def test_tax_and_net_price_lead_back_to_the_gross_price_within_a_satang(gross: int, rate: int) -> None:
    net = gross - vat_inside(gross, rate)
    assert abs(net + vat_on_top(net, rate) - gross) <= 1
