"""Amounts in Thai words, as papers must show them beside the digits."""

from otop_pos.domain.money import BAHT

DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")
MILLION = 1_000_000


def baht_words(satang: int, excel_style: bool = False) -> str:
    """2125 → 'ยี่สิบเอ็ดบาทยี่สิบห้าสตางค์'; whole baht end in ถ้วน, amounts below zero begin with ลบ.

    A final 1 after anything higher is เอ็ด (Royal Society of Thailand): 101 = หนึ่งร้อยเอ็ด. Spreadsheets
    (BAHTTEXT) say so after tens only: 101 = หนึ่งร้อยหนึ่ง; `excel_style` follows them.
    """
    baht, rest = divmod(abs(satang), BAHT)
    sign = "ลบ" if satang < 0 else ""
    if not rest:
        return f"{sign}{_number(baht, excel_style) or 'ศูนย์'}บาทถ้วน"
    whole = f"{_number(baht, excel_style)}บาท" if baht else ""
    return f"{sign}{whole}{_number(rest, excel_style)}สตางค์"


def _number(number: int, excel_style: bool) -> str:
    """'' for 0. Above a million the millions are a number of their own: ล้านล้าน."""
    millions, rest = divmod(number, MILLION)
    higher = f"{_number(millions, excel_style)}ล้าน" if millions else ""
    return higher + _below_million(rest, excel_style, has_higher=bool(millions))


def _below_million(number: int, excel_style: bool, has_higher: bool) -> str:
    words = [_digit(int(digit), place) for digit, place in zip(f"{number:06d}", PLACES, strict=True)]
    follows = number // 10 % 10 if excel_style else has_higher or number > 10
    if number % 10 == 1 and follows:
        words[-1] = "เอ็ด"
    return "".join(words)


def _digit(digit: int, place: str) -> str:
    if not digit:
        return ""
    if place == "สิบ" and digit <= 2:
        return ("สิบ", "ยี่สิบ")[digit - 1]
    return DIGITS[digit] + place
