"""Quantities: pieces, kilograms, metres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import BadQuantity, NotANumber, WholePiecesOnly
from otop_pos.domain.quantity import (
    LARGEST_QUANTITY,
    UNIT_EN,
    UNIT_TH,
    Unit,
    format_quantity,
    parse_quantity,
    times,
)


@pytest.mark.parametrize(
    ("text", "unit", "milli"),
    [
        ("1", Unit.PIECE, 1_000),
        ("3", Unit.BOX, 3_000),
        ("๑๒", Unit.PIECE, 12_000),
        ("3.0", Unit.PIECE, 3_000),
        ("1,200", Unit.PIECE, 1_200_000),
        ("2.5", Unit.METRE, 2_500),
        ("๒.๕", Unit.METRE, 2_500),
        ("0.350", Unit.KILOGRAM, 350),
        (".35", Unit.KILOGRAM, 350),
        ("0.001", Unit.KILOGRAM, 1),
        (" 25.5 ", Unit.METRE, 25_500),
        ("99999", Unit.PIECE, LARGEST_QUANTITY),
    ],
)
def test_a_quantity_is_read_as_people_type_it(text: str, unit: Unit, milli: int) -> None:
    assert parse_quantity(text, unit) == milli


@pytest.mark.parametrize("text", ["", " ", ".", "-", "a", "1e3", "1.2345", "+3", "--3", "3 ชิ้น", "½", "1 000"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber) as refused:
        parse_quantity(text, Unit.METRE)
    assert refused.value.text == text


@pytest.mark.parametrize("text", ["0", "0.000", "-3", "-0.5", "100000", "99999.001"])
def test_nothing_less_than_nothing_and_absurdly_much_are_refused(text: str) -> None:
    with pytest.raises(BadQuantity) as refused:
        parse_quantity(text, Unit.METRE)
    assert refused.value.text == text


@pytest.mark.parametrize("unit", [Unit.PIECE, Unit.BOX, Unit.BOTTLE, Unit.BAG, Unit.PAIR, Unit.SET])
def test_half_a_piece_is_refused(unit: Unit) -> None:
    with pytest.raises(WholePiecesOnly):
        parse_quantity("2.5", unit)


@pytest.mark.parametrize(
    ("milli", "unit", "text"),
    [
        (0, Unit.PIECE, "0"),
        (1_000, Unit.PIECE, "1"),
        (1_200_000, Unit.PIECE, "1,200"),
        (-3_000, Unit.PIECE, "−3"),
        (2_500, Unit.METRE, "2.50"),
        (2_000, Unit.METRE, "2.00"),
        (350, Unit.KILOGRAM, "0.35"),
        (355, Unit.KILOGRAM, "0.355"),
        (1_000, Unit.KILOGRAM, "1.00"),
        (-25_500, Unit.METRE, "−25.50"),
        (500, Unit.PIECE, "0.50"),
    ],
)
def test_a_quantity_is_written_for_its_unit(milli: int, unit: Unit, text: str) -> None:
    assert format_quantity(milli, unit) == text


@given(st.integers(1, LARGEST_QUANTITY), st.sampled_from([Unit.KILOGRAM, Unit.METRE]))
def test_a_written_quantity_reads_back(milli: int, unit: Unit) -> None:
    assert parse_quantity(format_quantity(milli, unit), unit) == milli


@pytest.mark.parametrize(
    ("milli", "price", "gross"),
    [
        (1_000, 89_000, 89_000),
        (3_000, 18_000, 54_000),
        (2_500, 42_000, 105_000),
        (333, 10_000, 3_330),
        (1, 499, 0),
        (1, 500, 1),
        (-1_000, 89_000, -89_000),
    ],
)
def test_price_times_quantity_is_rounded_half_up_once(milli: int, price: int, gross: int) -> None:
    assert times(milli, price) == gross


def test_every_unit_has_a_name_in_both_languages() -> None:
    assert set(UNIT_TH) == set(UNIT_EN) == set(Unit)
