"""EAN-13 and the shop's own lot codes."""

import barcode
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.barcode import (
    LARGEST_LOT_NUMBER,
    ean13_check_digit,
    from_human_digits,
    human_digits,
    is_ean13,
    is_lot_code,
    lot_code,
)

LOT_NUMBERS = st.integers(1, LARGEST_LOT_NUMBER)


@pytest.mark.parametrize(
    ("digits", "check"),
    [
        ("400638133393", "1"),
        ("885000000001", "0"),
        ("978014300723", "4"),
        ("200000001190", "5"),
        ("000000000000", "0"),
        ("501234567890", "0"),
    ],
)
def test_the_check_digit_of_an_article_number(digits: str, check: str) -> None:
    assert ean13_check_digit(digits) == check


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_the_printed_bars_have_the_same_check_digit(digits: str) -> None:
    assert barcode.get("ean13", digits).get_fullcode() == digits + ean13_check_digit(digits)


@pytest.mark.parametrize("digits", ["", "123", "1234567890123", "12345678901x", "๑๒๓๔๕๖๗๘๙๐๑๒"])
def test_only_twelve_digits_have_a_check_digit(digits: str) -> None:
    with pytest.raises(ValueError, match="twelve"):
        ean13_check_digit(digits)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2000000011905", True),
        ("4006381333931", True),
        ("4006381333932", False),
        ("40063813339310", False),
        ("400638133393", False),
        ("73513537", False),
        ("4006381-333931", False),
        ("", False),
        ("๔๐๐๖๓๘๑๓๓๓๙๓๑", False),
    ],
)
def test_an_article_number_has_thirteen_digits_and_the_last_is_right(text: str, is_one: bool) -> None:
    assert is_ean13(text) is is_one


@pytest.mark.parametrize(
    ("number", "code"),
    [(1, "2000000000015"), (1190, "2000000011905"), (LARGEST_LOT_NUMBER, "2099999999998")],
)
def test_a_lot_number_makes_a_code(number: int, code: str) -> None:
    assert lot_code(number) == code


@pytest.mark.parametrize("number", [0, -1, LARGEST_LOT_NUMBER + 1])
def test_a_lot_number_must_fit(number: int) -> None:
    with pytest.raises(ValueError, match="lot number"):
        lot_code(number)


@given(LOT_NUMBERS)
def test_every_lot_code_is_a_lot_code(number: int) -> None:
    assert is_lot_code(lot_code(number))


@given(LOT_NUMBERS, LOT_NUMBERS)
def test_no_two_lots_share_a_code(one: int, other: int) -> None:
    assert (lot_code(one) == lot_code(other)) is (one == other)


@pytest.mark.parametrize("prefix", ["21", "22", "25", "29", "88", "19"])
def test_weighed_goods_and_makers_codes_are_no_lots(prefix: str) -> None:
    digits = f"{prefix}0000001190"
    code = digits + ean13_check_digit(digits)
    assert is_ean13(code)
    assert not is_lot_code(code)


@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("2000000011905", "20 01190 5"),
        ("2000000000015", "20 00001 5"),
        ("2000012345678", "20 1234567 8"),
        ("4006381333931", "4 006381 333931"),
        ("CM01-1-690004512", "CM01-1-690004512"),
        ("4006381333932", "4006381333932"),
        ("", ""),
    ],
)
def test_digits_are_grouped_for_the_eye(code: str, spoken: str) -> None:
    assert human_digits(code) == spoken


@given(LOT_NUMBERS)
def test_spoken_digits_of_a_lot_lead_back_to_its_code(number: int) -> None:
    assert from_human_digits(human_digits(lot_code(number))) == lot_code(number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20 01190 5", "2000000011905"),
        (" 20  01190  5 ", "2000000011905"),
        ("๒๐ ๐๑๑๙๐ ๕", "2000000011905"),
        ("4 006381 333931", "4006381333931"),
        ("20 01190 3", ""),
        ("20 00000 8", ""),
        ("4 006381 333932", ""),
        ("20011905", ""),
        ("2000000011905", ""),
        ("20 บาท", ""),
        ("", ""),
    ],
)
def test_typed_digits_count_only_if_the_last_is_right(text: str, code: str) -> None:
    assert from_human_digits(text) == code
