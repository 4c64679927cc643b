"""Money: reading, writing, rounding and splitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import NotANumber
from otop_pos.domain.money import (
    DENOMINATIONS,
    LARGEST_AMOUNT,
    CashRounding,
    format_baht,
    half_up,
    parse_baht,
    portion,
    round_cash,
    spread,
)

AMOUNTS = st.integers(0, LARGEST_AMOUNT)


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("0", 0),
        ("1", 100),
        ("1.5", 150),
        ("1.50", 150),
        (".5", 50),
        ("5.", 500),
        ("0.25", 25),
        ("1070", 107_000),
        ("1,070.50", 107_050),
        ("1,234,567.89", 123_456_789),
        ("  89 ", 8_900),
        ("฿420", 42_000),
        ("฿ 420.00", 42_000),
        ("๑๐๗๐.๕๐", 107_050),
        ("๑,๐๗๐", 107_000),
        ("๑2๓.4", 12_340),
        ("99,999,999.99", LARGEST_AMOUNT),
        ("007", 700),
    ],
)
def test_an_amount_is_read_as_people_type_it(text: str, satang: int) -> None:
    assert parse_baht(text) == satang


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        ",",
        "-5",
        "+5",
        "1.005",
        "1.2.3",
        "1e3",
        "๑.๐๐๕",
        "½",
        "²",
        "๑๐บาท",
        "ten",
        "100000000",
        "0x10",
        "1_000",
    ],
)
def test_what_is_no_amount_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(NotANumber) as refused:
        parse_baht(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("satang", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (25, "0.25"),
        (100, "1.00"),
        (107_000, "1,070.00"),
        (123_456_789, "1,234,567.89"),
        (-22, "−0.22"),
        (-107_050, "−1,070.50"),
    ],
)
def test_an_amount_is_written_with_two_decimals_and_a_real_minus(satang: int, text: str) -> None:
    assert format_baht(satang) == text


@given(AMOUNTS)
def test_a_written_amount_reads_back(satang: int) -> None:
    assert parse_baht(format_baht(satang)) == satang


@pytest.mark.parametrize(
    ("numerator", "denominator", "result"),
    [
        (1, 2, 1),
        (-1, 2, -1),
        (3, 2, 2),
        (-3, 2, -2),
        (1, 3, 0),
        (2, 3, 1),
        (-2, 3, -1),
        (5, 10, 1),
        (0, 7, 0),
        (7, 7, 1),
    ],
)
def test_a_half_is_rounded_away_from_zero(numerator: int, denominator: int, result: int) -> None:
    assert half_up(numerator, denominator) == result


@pytest.mark.parametrize(
    ("amount", "rule", "rounded"),
    [
        (24_129, CashRounding.NONE, 24_129),
        (24_129, CashRounding.DOWN_25, 24_125),
        (24_125, CashRounding.DOWN_25, 24_125),
        (24, CashRounding.DOWN_25, 0),
        (10_012, CashRounding.NEAREST_25, 10_000),
        (10_013, CashRounding.NEAREST_25, 10_025),
        (10_088, CashRounding.NEAREST_25, 10_100),
        (10_087, CashRounding.NEAREST_25, 10_075),
        (24_129, CashRounding.DOWN_100, 24_100),
        (24_199, CashRounding.DOWN_100, 24_100),
        (0, CashRounding.DOWN_25, 0),
        (-24_129, CashRounding.DOWN_25, -24_125),
        (-10_013, CashRounding.NEAREST_25, -10_025),
        (-24_199, CashRounding.DOWN_100, -24_100),
    ],
)
def test_cash_meets_the_smallest_coin(amount: int, rule: CashRounding, rounded: int) -> None:
    assert round_cash(amount, rule) == rounded


@given(AMOUNTS, st.sampled_from([CashRounding.DOWN_25, CashRounding.NEAREST_25, CashRounding.DOWN_100]))
def test_rounded_cash_can_be_paid_in_coins_and_is_close(amount: int, rule: CashRounding) -> None:
    rounded = round_cash(amount, rule)
    assert rounded % 25 == 0
    assert abs(rounded - amount) <= (12 if rule is CashRounding.NEAREST_25 else 99)
    assert rule is CashRounding.NEAREST_25 or rounded <= amount


def test_the_count_sheet_has_every_thai_note_and_coin() -> None:
    assert [each / 100 for each in DENOMINATIONS] == [1000, 500, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.25]


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, [1, 1, 1], [33, 34, 33]),
        (10, [1, 1, 1, 1], [3, 2, 3, 2]),
        (0, [5, 5], [0, 0]),
        (7, [0, 3, 0], [0, 7, 0]),
        (214, [1], [214]),
        (-100, [1, 1, 1], [-33, -34, -33]),
        (1000, [10_000, 20_000, 70_000], [100, 200, 700]),
        (5, [], []),
    ],
)
def test_a_total_is_spread_by_weight(total: int, weights: list[int], parts: list[int]) -> None:
    assert spread(total, weights) == parts


@given(AMOUNTS, st.lists(st.integers(0, 10**9), min_size=1, max_size=20).filter(any))
def test_spread_parts_add_up_and_stay_within_a_satang_of_their_share(total: int, weights: list[int]) -> None:
    parts = spread(total, weights)
    whole = sum(weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - total * weight) < whole
        assert weight or part == 0


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=20).filter(any), st.data())
def test_a_discount_spread_over_lines_makes_no_line_negative(prices: list[int], data: st.DataObject) -> None:
    discount = data.draw(st.integers(0, sum(prices)))
    assert all(0 <= off <= price for off, price in zip(spread(discount, prices), prices, strict=True))


@given(st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT), st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
def test_any_cutting_of_a_whole_adds_up_to_it(total: int, cuts: list[int]) -> None:
    whole, reached, parts = sum(cuts), 0, []
    for cut in cuts:
        parts.append(portion(total, reached, reached + cut, whole))
        reached += cut
    assert sum(parts) == total
    assert all(part * total >= 0 for part in parts)
