"""EAN-13: check digit, the shop's own lot codes, and the digits as people read them out.

GS1 General Specifications: prefixes 20–29 are for use within one company. 20 is a lot of this shop, 21–29
stay free for weighed goods.
"""

import re

from stdnum import ean

from otop_pos.domain.thai_digits import to_arabic_digits

LOT_PREFIX = "20"
LARGEST_LOT_NUMBER = 9_999_999_999
SHORTEST_LOT_NUMBER = 5
"""Digits a person reads out for a lot: 20 01190 5."""


def ean13_check_digit(digits: str) -> str:
    """The thirteenth digit for the first twelve."""
    if not re.fullmatch(r"\d{12}", digits, re.ASCII):
        raise ValueError(f"{digits!r} is not twelve digits")
    return str(ean.calc_check_digit(digits))


def is_ean13(text: str) -> bool:
    """Thirteen digits, the last of which is right."""
    return re.fullmatch(r"\d{13}", text, re.ASCII) is not None and ean13_check_digit(text[:12]) == text[12]


def lot_code(number: int) -> str:
    """Lot 1190 → '2000000011905': 20, ten digits, check digit."""
    if not 0 < number <= LARGEST_LOT_NUMBER:
        raise ValueError(f"lot number {number} does not fit into a lot code")
    digits = f"{LOT_PREFIX}{number:010d}"
    return digits + ean13_check_digit(digits)


def is_lot_code(text: str) -> bool:
    return is_ean13(text) and text.startswith(LOT_PREFIX)


def human_digits(code: str) -> str:
    """'2000000011905' → '20 01190 5'; another EAN-13 → '8 850123 456787'; any other code as it is."""
    if is_lot_code(code):
        return f"{LOT_PREFIX} {int(code[2:12]):0{SHORTEST_LOT_NUMBER}d} {code[12]}"
    return f"{code[0]} {code[1:7]} {code[7:]}" if is_ean13(code) else code


def from_human_digits(text: str) -> str:
    """The code behind what human_digits wrote, for a label no scanner reads; '' if it is none."""
    plain = to_arabic_digits(text).strip()
    short = re.fullmatch(r"20 +(\d{5,10}) +(\d)", plain, re.ASCII)
    if short and int(short[1]):
        code = lot_code(int(short[1]))
        return code if code.endswith(short[2]) else ""
    joined = re.sub(" +", "", plain)
    return joined if " " in plain and is_ean13(joined) else ""
