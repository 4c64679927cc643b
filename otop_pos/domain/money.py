"""Money is an int of satang: reading, writing, rounding and splitting it so that parts add up."""

from collections.abc import Sequence
from enum import StrEnum

from otop_pos.domain.baht_format import BAHT as BAHT
from otop_pos.domain.baht_format import format_baht as format_baht
from otop_pos.domain.errors import NotANumber
from otop_pos.domain.thai_digits import to_arabic_digits

LARGEST_AMOUNT = 99_999_999_99  # 99,999,999.99 baht: no bill of a shop is larger, a slipped finger is
DENOMINATIONS = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
"""Thai notes and coins in satang: the rows of every drawer count."""


class CashRounding(StrEnum):
    """How a cash amount meets the smallest coin; other tenders are never rounded."""

    NONE = "none"
    DOWN_25 = "down_25"
    NEAREST_25 = "nearest_25"
    DOWN_100 = "down_100"


def half_up(numerator: int, denominator: int) -> int:
    """numerator / denominator rounded half away from zero; the denominator is positive."""
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def portion(total: int, before: int, after: int, whole: int) -> int:
    """What of total falls on the stretch before..after of whole.

    Rounded cumulatively, so that any cutting of 0..whole into stretches adds up to exactly total.
    """
    return half_up(total * after, whole) - half_up(total * before, whole)


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Split total over weights (none negative) so that the parts add up exactly; where nothing weighs
    anything the first part gets all."""
    whole = sum(weights)
    if whole == 0:
        return [total, *[0] * (len(weights) - 1)] if weights else []
    parts, reached = [], 0
    for weight in weights:
        parts.append(portion(total, reached, reached + weight, whole))
        reached += weight
    return parts


def round_cash(amount: int, rule: CashRounding) -> int:
    """The amount a customer can pay in coins. Negative amounts (cash back) round towards zero too."""
    size = abs(amount)
    match rule:
        case CashRounding.DOWN_25:
            size -= size % 25
        case CashRounding.NEAREST_25:
            size = half_up(size, 25) * 25
        case CashRounding.DOWN_100:
            size -= size % 100
        case CashRounding.NONE:
            pass
    return size if amount >= 0 else -size


def parse_baht(text: str) -> int:
    """'1,070.5' or '๑๐๗๐.๕๐' → 107050 satang. Never negative; refuses NotANumber with the text."""
    plain = to_arabic_digits(text).strip().replace(",", "").removeprefix("฿").strip()
    whole, _dot, fraction = plain.partition(".")
    digits = whole + fraction
    if not digits or not digits.isascii() or not digits.isdigit() or len(fraction) > 2:
        raise NotANumber(text)
    amount = int(whole or "0") * BAHT + int((fraction + "00")[:2])
    if amount > LARGEST_AMOUNT:
        raise NotANumber(text)
    return amount
