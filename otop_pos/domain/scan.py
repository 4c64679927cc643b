"""What a scanner or a person put into the code box, whichever keyboard layout was active.

A scanner types. With the Thai (Kedmanee, TIS 820-2538) layout active its keys give Thai: 2000000011905
arrives as /จจจจจจจๅๅตจถ. `as_code` turns that back without touching Thai that somebody meant.
"""

import re
from dataclasses import dataclass

from otop_pos.domain.barcode import from_human_digits, is_ean13
from otop_pos.domain.thai_digits import to_arabic_digits

_US_KEYS = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_US_SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
_THAI_KEYS = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ"
_THAI_SHIFTED = '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'

_FROM_KEDMANEE = str.maketrans(_THAI_KEYS + _THAI_SHIFTED, _US_KEYS + _US_SHIFTED)
_OTHER_SHIFT = str.maketrans(_US_KEYS + _US_SHIFTED, _US_SHIFTED + _US_KEYS)

_NUMBER_PAD = str.maketrans("/-.,", "/-.,")

_STAR, _THAI_STAR = "*", "๕"
_NUMBER = re.compile(r"\d[\d,]*\.?\d*|\.\d+", re.ASCII)
_CODE = re.compile(r"[0-9A-Z][0-9A-Z._/-]*")
_LONG_NUMBER = re.compile(r"\d{8}", re.ASCII)
_NUMBER_AT_END = re.compile(r".{2,}\d{4}", re.ASCII)
_NO_THAI_WORD = re.compile(
    "^[ัิ-ฺ็-๎ะาำๅ]"  # a vowel or tone mark with nothing before it
    "|(?<![ฤฦ])ๅ"  # ๅ lengthens ฤ and ฦ, nothing else
    "|[ิ-ฺ]{2}"  # two vowels on one consonant
)


@dataclass(frozen=True, slots=True)
class Scan:
    """`quantity_text` is what stood before the star (parse_quantity reads it), None without a star.
    `code` is '' when nothing was typed, or nothing but a quantity: it then waits for the next scan."""

    quantity_text: str | None
    code: str


def read_scan(text: str) -> Scan:
    """'3*2000000011905', '2.5*ผ้าไหม', '-๕/จจจจจจจๅๅตจถ' (the first one through the Thai layout) or a bare
    code or name. Thai digits count; a text with a star but no number before it is a name."""
    typed = _cleaned(text)
    before, star, after = typed.partition(_STAR)
    if star and _quantity(before):
        return Scan(_quantity(before), as_code(after))
    before, star, after = typed.rpartition(_THAI_STAR)
    if star and _quantity(before) and as_code(after) != _plain(after):
        return Scan(_quantity(before), as_code(after))
    return Scan(None, as_code(typed))


def as_code(text: str) -> str:
    """The code a text stands for, or the text itself, cleaned, when it is no code but a name.

    Thai was typed by a scanner if the same keys of the US layout give a code: digits and capitals, with
    - . _ / inside, and either
      - eight digits in a row (EAN, document numbers; bank slips, which have small letters too), or
      - at least six characters, the last four digits (P00042), or
      - the Thai could not begin or hold a word (a short code of digits: ๅ/-, ุึ).
    Thai words give small letters, and no word has four digit keys at its end. '/' and '-' are keys 2 and 3
    only beside Thai, or six or more alone; text with Latin letters is as typed. 0–9 beside Thai is a
    scanner that sends digits by the number pad: then no Thai stands for a digit.
    With Caps Lock on, Windows swaps both levels of the layout. Its digits are then the Thai digits people
    type, so it is believed only for a right EAN-13 or, with + or ฿ (keys 1 and 7) in it, for a code.
    Digits read off a lot's label ('20 01190 5') give its code.
    """
    typed = _cleaned(text)
    plain = _plain(typed)
    if _may_be_mistyped(typed) and not is_ean13(plain):
        mapped = from_kedmanee(typed)
        if _is_code(mapped, typed):
            return mapped
        swapped = mapped.translate(_OTHER_SHIFT)
        if is_ean13(swapped) or _is_capslocked(swapped, typed):
            return swapped
        plain = from_human_digits(mapped) or plain
    return from_human_digits(plain) or plain


def from_kedmanee(text: str) -> str:
    """Every character of the Thai layout as the US key at the same place, both shifts; others stay.

    '/', '-', '.' and ',' stay too where 0–9 show that a number pad was used.
    """
    return text.translate(_FROM_KEDMANEE | _NUMBER_PAD if re.search("[0-9]", text) else _FROM_KEDMANEE)


def _quantity(text: str) -> str:
    """The number a text stands for, '' if none."""
    for reading in (to_arabic_digits(text).strip(), from_kedmanee(text)):
        if _NUMBER.fullmatch(reading):
            return reading
    return ""


def _may_be_mistyped(text: str) -> bool:
    has_thai = re.search("[\u0e01-\u0e5b]", text) is not None
    if re.search("[A-Za-z]", text):
        return False
    if re.search("[0-9]", text):
        return has_thai and not re.search("[ๅภถุึคตจ]", text)
    return has_thai or re.fullmatch("[/-]{6,}", text) is not None


def _is_code(mapped: str, typed: str) -> bool:
    if _CODE.fullmatch(mapped) and re.search("[0-9]", mapped):
        return bool(_LONG_NUMBER.search(mapped) or _NUMBER_AT_END.fullmatch(mapped) or _NO_THAI_WORD.search(typed))
    has_typed_digits = re.search("[0-9]", typed)
    return not has_typed_digits and bool(_LONG_NUMBER.search(mapped) and _CODE.fullmatch(mapped.upper()))


def _is_capslocked(swapped: str, typed: str) -> bool:
    if not re.search("[+฿]", typed) or not _CODE.fullmatch(swapped):
        return False
    return bool(_LONG_NUMBER.search(swapped) or (re.search("[A-Z]", swapped) and _NUMBER_AT_END.fullmatch(swapped)))


def _plain(text: str) -> str:
    """Thai digits as 0–9, but not inside a Thai name, which is stored with the digits it has."""
    arabic = to_arabic_digits(text)
    return arabic if arabic.isascii() else text


def _cleaned(text: str) -> str:
    """Without what scanners add (line ends, tabs, GS) and what pasting brings (zero-width spaces)."""
    return re.sub("[\x00-\x1f\x7f\u200b\ufeff]", "", text).strip()
