"""Whatever the terms, every satang of a sale has one owner, and a return gives each of them back."""

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.agreement import (
    Bearer,
    Rate,
    RateBase,
    RateMethod,
    Share,
    Sold,
    TaxMode,
    Terms,
    due_of,
    reverse_share,
    share_of,
    split_discount,
)
from otop_pos.domain.vat import vat_inside

RATES = st.builds(
    Rate,
    st.sampled_from(RateMethod),
    st.integers(0, 10_000),
    st.integers(0, 500_000),
    st.sampled_from(RateBase),
)
TERMS = st.builds(Terms, RATES, st.sampled_from(TaxMode), st.sampled_from([0, 700]), st.sampled_from([0, 700]))


@st.composite
def sold(draw: st.DrawFn) -> Sold:
    gross = draw(st.integers(0, 10_000_000))
    rate = draw(RATES)
    centre, producer = split_discount(draw(st.integers(0, gross)), draw(st.sampled_from(Bearer)), rate)
    set_value = draw(st.none() | st.integers(0, 10_000_000))
    return Sold(draw(st.integers(1, 99_000)), gross, centre, producer, set_value)


@st.composite
def shares(draw: st.DrawFn) -> Share:
    one = draw(sold())
    return share_of(one, draw(TERMS), vat_inside(one.net, 700) + draw(st.integers(-1, 1)))


def holds(share: Share) -> bool:
    net = share.gross - share.disc_centre - share.disc_producer
    return net == share.net == share.due + share.commission + share.fee + share.vat_centre


@given(shares())
def test_the_money_of_a_sale_adds_up(share: Share) -> None:
    assert holds(share)


@given(sold(), TERMS)
def test_the_producer_never_owes_for_a_sale(one: Sold, terms: Terms) -> None:
    assert due_of(one, terms) >= 0


@given(sold(), st.integers(0, 10_000))
def test_what_the_centre_gives_away_costs_the_producer_nothing(one: Sold, basis_points: int) -> None:
    terms = Terms(Rate(basis_points=basis_points))
    undiscounted = Sold(one.qty, one.gross, 0, one.disc_producer, one.set_value)
    assert due_of(one, terms) == due_of(undiscounted, terms)


@given(sold(), TERMS)
def test_an_agreed_price_never_makes_the_due_smaller(one: Sold, terms: Terms) -> None:
    """But for the satang by which the tax in a discount rounds differently at another price."""
    freely_priced = Sold(one.qty, one.gross, one.disc_centre, one.disc_producer)
    assert due_of(one, terms) >= due_of(freely_priced, terms) - 1


@given(st.integers(0, 10_000_000), st.sampled_from(Bearer), RATES)
def test_a_discount_is_borne_whole(discount: int, bearer: Bearer, rate: Rate) -> None:
    centre, producer = split_discount(discount, bearer, rate)
    assert centre + producer == discount
    assert min(centre, producer) >= 0


@given(shares(), st.lists(st.integers(1, 30), min_size=1, max_size=8))
def test_returns_in_any_parts_leave_exactly_nothing(share: Share, parts: list[int]) -> None:
    whole, reached, left = sum(parts), 0, list(astuple(share))
    for part in parts:
        back = reverse_share(share, reached, reached + part, whole)
        assert holds(back)
        assert back.gross <= 0
        left = [one + other for one, other in zip(left, astuple(back), strict=True)]
        reached += part
    assert left == [0] * 8


@given(shares(), st.integers(1, 50), st.integers(1, 50))
def test_a_return_gives_back_no_more_than_was_paid(share: Share, returned: int, kept: int) -> None:
    back = reverse_share(share, 0, returned, returned + kept)
    assert -share.gross <= back.gross
    assert abs(back.net * (returned + kept) + share.net * returned) < 2 * (returned + kept)
