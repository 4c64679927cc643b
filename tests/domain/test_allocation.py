"""Which lots a sold quantity comes from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.allocation import Available, Take, allocate, first_out

OLD, NEW = date(2026, 1, 5), date(2026, 6, 5)
SOON, LATE = date(2026, 12, 1), date(2027, 3, 1)


def lot(
    lot_id: int, on_hand: int = 5_000, price: int = 100, expires: date | None = None, received: date = OLD
) -> Available:
    return Available(lot_id, on_hand, price, expires, received)


@pytest.mark.parametrize(
    ("lots", "order"),
    [
        ([lot(1, expires=LATE), lot(2, expires=SOON)], [2, 1]),
        ([lot(1, received=NEW), lot(2, received=OLD)], [2, 1]),
        ([lot(1), lot(2, expires=LATE, received=NEW)], [2, 1]),
        ([lot(1, expires=SOON, received=NEW), lot(2, expires=SOON, received=OLD)], [2, 1]),
        ([lot(2), lot(1)], [1, 2]),
        ([], []),
    ],
    ids=["earliest expiry", "oldest", "what never expires last", "oldest of one expiry", "lowest number", "none"],
)
def test_what_spoils_first_goes_first(lots: list[Available], order: list[int]) -> None:
    assert [each.lot_id for each in first_out(lots)] == order


@pytest.mark.parametrize(
    ("qty", "lots", "takes", "missing"),
    [
        (3_000, [lot(1)], [Take(1, 3_000)], 0),
        (5_000, [lot(1)], [Take(1, 5_000)], 0),
        (7_000, [lot(1), lot(2)], [Take(1, 5_000), Take(2, 2_000)], 0),
        (7_000, [lot(1)], [Take(1, 5_000)], 2_000),
        (1_000, [], [], 1_000),
        (1_000, [lot(1, on_hand=0), lot(2)], [Take(2, 1_000)], 0),
        (7_000, [lot(1, price=90), lot(2, received=NEW)], [Take(2, 5_000), Take(1, 2_000)], 0),
        (2_500, [lot(1, on_hand=1_250, expires=SOON), lot(2)], [Take(1, 1_250), Take(2, 1_250)], 0),
        (6_000, [lot(1, price=90, expires=LATE), lot(2, price=80, expires=SOON)], [Take(2, 5_000), Take(1, 1_000)], 0),
    ],
    ids=[
        "one lot",
        "all of it",
        "over two lots",
        "more than there is",
        "nothing on the books",
        "an empty lot",
        "the price on the label goes before age",
        "by the metre",
        "no lot at that price",
    ],
)
def test_a_quantity_is_taken_from_lots(qty: int, lots: list[Available], takes: list[Take], missing: int) -> None:
    assert allocate(qty, lots, unit_price=100) == (takes, missing)


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
LOTS = st.lists(
    st.builds(
        Available, st.integers(1, 10**6), st.integers(0, 50_000), st.sampled_from([90, 100]), st.none() | DAYS, DAYS
    ),
    max_size=8,
    unique_by=lambda each: each.lot_id,
)


@given(st.integers(1, 200_000), LOTS)
def test_takes_and_what_is_missing_are_the_quantity(qty: int, lots: list[Available]) -> None:
    takes, missing = allocate(qty, lots, unit_price=100)
    held = {each.lot_id: each.on_hand for each in lots}
    assert sum(take.qty for take in takes) + missing == qty
    assert all(0 < take.qty <= held[take.lot_id] for take in takes)
    assert missing == max(qty - sum(held.values()), 0)
    assert len({take.lot_id for take in takes}) == len(takes)
