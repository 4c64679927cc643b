"""Reading one cell of a product list: what is meant, or why not and what to write instead."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from otop_pos.domain.barcode import LOT_PREFIX, is_ean13
from otop_pos.domain.errors import NotANumber, TextTooLong, Unwritable
from otop_pos.domain.money import parse_baht
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, Unit
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.domain.vat import VatClass
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _

MOST_STARS = 5
_WORDS = 1_000
"""Cells kept: a list says the same few words all the way down."""
_NOTHING = {"", "-", "–", "false", "null", "none", "nan", "n/a", "#n/a", "ไม่มี", "ไม่ระบุ"}
_REPEATED_MARK = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_TONE_BEFORE_VOWEL = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37])")
_SLIP = re.compile(f"{_REPEATED_MARK.pattern}|{_TONE_BEFORE_VOWEL.pattern}")
_PRICE = re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?", re.ASCII)
_THB = re.compile("thb$|^thb", re.IGNORECASE)
_SHORTENED = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")
_SKU = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
_UNIT_WORDS = {
    Unit.PIECE: "อัน ตัว ผืน ใบ เล่ม ก้อน เส้น ลูก วง แท่ง หลัง ดอก pcs piece pieces each",
    Unit.BOX: "boxes แพ็ค แพค pack ลัง",
    Unit.BOTTLE: "bottles กระปุก โหล ไห jar",
    Unit.BAG: "bags ซอง ห่อ กระสอบ sachet",
    Unit.PAIR: "pairs",
    Unit.SET: "sets สำรับ",
    Unit.KILOGRAM: "kgs กก กิโล กิโลกรัม ก.ก.",
    Unit.METRE: "meter meters metres ม เมตร",
}
_VAT_WORDS = {
    VatClass.V7: "7 7% vat vat7 vat7% มีvat มีภาษี",
    VatClass.EX81: "exempt ยกเว้น ยกเว้นภาษี ไม่มีภาษี",
    VatClass.NONVAT: "novat nonvat",
}


Meaning = TypeVar("Meaning")


class UnfitCell(ValueError):
    """The text says what to do."""


def has_nothing(cell: str) -> bool:
    """Empty, or one of the words that programs and people write for nothing."""
    return cell.strip().casefold() in _NOTHING


def is_shortened(cell: str) -> bool:
    """'8.85012E+12': what a spreadsheet makes of a long number."""
    return _SHORTENED.fullmatch(cell) is not None


def read_text(cell: str) -> str:
    """One line of writable text with slips of the Thai keyboard mended: a mark typed twice, a tone mark
    typed before its vowel. Both look right on a screen and are never found by a search."""
    if _SLIP.search(cell):
        cell = _TONE_BEFORE_VOWEL.sub("\\2\\1", _REPEATED_MARK.sub("\\1", cell))
    try:
        return writable_text(cell)
    except TextTooLong:
        raise UnfitCell(_("it is too long; shorten it")) from None
    except Unwritable:
        message = _("take out line breaks and hidden characters, and start with a letter or digit, not with = + - @")
        raise UnfitCell(message) from None


def read_price(cell: str) -> int | None:
    """Satang; None for 0.00, which no one means. '1,070.50', '฿120', '๘๙ บาท', '350.-'."""
    plain = "".join(to_arabic_digits(cell).split()).removeprefix("฿").removesuffix("บาท").removesuffix(".-")
    plain = _THB.sub("", plain)
    if not _PRICE.fullmatch(plain):
        raise UnfitCell(_("write the price as a number, for example 1,250.50"))
    try:
        return parse_baht(plain) or None
    except NotANumber:
        raise UnfitCell(_("the price is too large")) from None


def read_sku(cell: str) -> str:
    code = to_arabic_digits(cell).strip().upper()
    if not _SKU.fullmatch(code):
        raise UnfitCell(_("use A–Z, 0–9 and hyphens only, at most 20"))
    return code


def read_barcode(cell: str) -> str:
    """EAN-13; a UPC of twelve digits gets its leading zero back."""
    code = "".join(to_arabic_digits(cell).split()).replace("-", "")
    if is_shortened(code):
        raise UnfitCell(_("the spreadsheet shortened the number; make the column text and type it again"))
    code = code.removesuffix(".0").zfill(13)
    if not is_ean13(code):
        raise UnfitCell(_("this is no EAN-13: check the digits"))
    if code.startswith(LOT_PREFIX):
        raise UnfitCell(_("codes that start with 20 are the shop's own lot labels; leave it empty"))
    return code


@lru_cache(_WORDS)
def read_stars(cell: str) -> int:
    text = to_arabic_digits(cell).strip()
    found = re.fullmatch(r"([0-5])(\.0)?\s*(ดาว|stars?)?", text, re.IGNORECASE)
    if found:
        return int(found[1])
    if re.fullmatch("[★⭐*]{1,5}", text):
        return len(text)
    raise UnfitCell(_("write 0 to 5 stars"))


@lru_cache(_WORDS)
def read_unit(cell: str) -> Unit:
    return _word(cell, _UNITS, (UNIT_TH[unit] for unit in Unit))


@lru_cache(_WORDS)
def read_vat_class(cell: str) -> VatClass:
    return _word(cell, _VAT_CLASSES, VatClass)


def _word(cell: str, words: Mapping[str, Meaning], choices: Iterable[str]) -> Meaning:
    found = words.get(_plain(cell))
    if found is None:
        raise UnfitCell(_("write one of these: {choices}").format(choices=", ".join(choices)))
    return found


def _plain(word: str) -> str:
    return re.sub(r"[\s.]", "", word.casefold())


_UNITS = {
    _plain(word): unit for unit in Unit for word in (unit, UNIT_TH[unit], UNIT_EN[unit], *_UNIT_WORDS[unit].split())
}
_VAT_CLASSES = {_plain(word): each for each in VatClass for word in (each, *_VAT_WORDS.get(each, "").split())}
