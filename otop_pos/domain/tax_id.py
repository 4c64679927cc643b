"""The 13-digit Thai tax ID (of a person: the national ID); its check digit is a hint, never a barrier."""

import re

from stdnum.th import tin

from otop_pos.domain.thai_digits import to_arabic_digits


def is_valid_tax_id(text: str) -> bool:
    """13 digits with the right check digit; spaces, hyphens and Thai digits are understood.

    Screens warn on False and go on: numbers that fail are in real use.
    """
    return tin.is_valid(to_arabic_digits(text))


def format_tax_id(text: str) -> str:
    """'3100600445635' → '3-1006-00445-63-5'; a company's '0105536112014' → '0-10-5-536-11201-4'.

    Grouped by its first digit even if the check digit is wrong; anything but 13 digits stays as it is.
    """
    digits = re.sub(r"[\s-]", "", to_arabic_digits(text))
    if not re.fullmatch(r"\d{13}", digits, re.ASCII):
        return text
    sizes = (1, 2, 1, 3, 5, 1) if digits.startswith("0") else (1, 4, 5, 2, 1)
    groups, at = [], 0
    for size in sizes:
        groups.append(digits[at : at + size])
        at += size
    return "-".join(groups)
