"""Reading one cell of a list of producers: what is meant, or why not and what to write instead."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from otop_pos.domain.bank_account import BANKS
from otop_pos.domain.errors import Refusal
from otop_pos.domain.producer import PRODUCER_KIND_TH, ProducerKind
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.domain.writable import writable_contact
from otop_pos.i18n import _
from otop_pos.sync import product_cell
from otop_pos.sync.product_cell import UnfitCell

_KIND_WORDS = {
    ProducerKind.COMMUNITY: "กลุ่ม กลุ่มผู้ผลิต ชุมชน วิสาหกิจชุมชน กลุ่มผู้ผลิตชุมชน สหกรณ์ community group cooperative",
    ProducerKind.SINGLE_OWNER: "เจ้าของรายเดียว รายเดียว บุคคล บุคคลธรรมดา เดี่ยว single singleowner owner person",
    ProducerKind.SME: "sme smes บริษัท หจก ห้างหุ้นส่วน นิติบุคคล วิสาหกิจขนาดกลางและขนาดย่อม company",
}
_YES = {"1", "y", "yes", "true", "vat", "ใช่", "จด", "จดแล้ว", "จดทะเบียน", "✓", "มี", "7%"}
_NO = {"0", "n", "no", "ไม่ใช่", "ไม่จด", "ไม่ได้จด", "ยังไม่จด", "ไม่", "✗", "x"}
_PHONE = re.compile(r"[0-9+()., /#;:-]*(ต่อ|ext)?[0-9 .:-]*", re.IGNORECASE)


def _read_phone(cell: str) -> str:
    """As it is written; one that lost its first 0 in a spreadsheet gets it back."""
    text = to_arabic_digits(cell).strip().removesuffix(".0")
    if not _PHONE.fullmatch(text):
        raise UnfitCell(_("write digits only, for example 081-234-5678"))
    digits = re.sub(r"\D", "", text)
    is_bare = text.isdigit() and not text.startswith("0")
    return f"0{text}" if is_bare and len(digits) in (8, 9) else text


def _read_tax_id(cell: str) -> str:
    digits = re.sub(r"[\s-]", "", to_arabic_digits(cell)).removesuffix(".0")
    if product_cell.is_shortened(digits):
        raise UnfitCell(_("the spreadsheet shortened the number; make the column text and type it again"))
    digits = digits.zfill(13) if len(digits) == 12 else digits
    if not re.fullmatch(r"\d{13}", digits, re.ASCII):
        raise UnfitCell(_("a tax ID has 13 digits"))
    return digits


def _read_number(cell: str) -> str:
    """An account or PromptPay number: the digits; one that a spreadsheet shortened is lost."""
    text = to_arabic_digits(cell).strip().removesuffix(".0")
    if product_cell.is_shortened(text):
        raise UnfitCell(_("the spreadsheet shortened the number; make the column text and type it again"))
    return text


def _read_promptpay(cell: str) -> str:
    digits = re.sub(r"\D", "", _read_number(cell))
    return f"0{digits}" if len(digits) == 9 else digits


def _read_bank(cell: str) -> str:
    found = _BANK_WORDS.get(_plain(cell))
    if found is None:
        names = ", ".join(thai for thai, _english in BANKS.values())
        raise UnfitCell(_("write one of these: {choices}").format(choices=names))
    return found


def _read_kind(cell: str) -> ProducerKind:
    found = _KINDS.get(_plain(cell))
    if found is None:
        choices = ", ".join(PRODUCER_KIND_TH.values())
        raise UnfitCell(_("write one of these: {choices}").format(choices=choices))
    return found


def _read_yes(cell: str) -> bool:
    word = cell.strip().casefold()
    if word in _YES | _NO:
        return word in _YES
    raise UnfitCell(_("write yes or no"))


def _read_postcode(cell: str) -> str:
    text = to_arabic_digits(cell).strip().removesuffix(".0")
    if not re.fullmatch(r"\d{5}", text, re.ASCII):
        raise UnfitCell(_("a postcode has 5 digits"))
    return text


def _read_contact(cell: str) -> str:
    try:
        return writable_contact(cell)
    except Refusal as refusal:
        raise UnfitCell(refusal.sentence) from refusal


def _read_place(cell: str) -> str:
    """'ต.บ้านตาล', 'อำเภอฮอด': the name alone."""
    return re.sub(r"^(ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ต\.|อ\.|จ\.)\s*", "", product_cell.read_text(cell))


def _plain(word: str) -> str:
    """'ธนาคารกรุงไทย', 'ธ.กรุงไทย' and 'กรุงไทย (มหาชน)' are one bank."""
    return re.sub(r"[\s.()/_-]|^ธนาคาร|^ธ\.|จำกัด|มหาชน|bank", "", word.casefold().strip())


_BANK_WORDS = {
    _plain(word): code
    for code, names in BANKS.items()
    for word in (code, code.lstrip("0"), *names)
} | {
    "กสิกร": "004", "kbank": "004", "k": "004", "bbl": "002", "ktb": "006", "scb": "014", "ไทยพาณิช": "014", "bay": "025",
    "กรุงศรี": "025", "ออมสิน": "030", "gsb": "030", "ทหารไทย": "011", "ttb": "011", "tmb": "011", "ธกส": "034",
    "baac": "034", "เพื่อการเกษตรและสหกรณ์การเกษตร": "034", "ghb": "033", "ธอส": "033", "uob": "024", "ยูโอบี": "024",
}  # fmt: skip
_KINDS = {
    _plain(word): kind for kind, words in _KIND_WORDS.items() for word in (kind, PRODUCER_KIND_TH[kind], *words.split())
}
READERS: Mapping[str, Callable[[str], Any]] = {
    "code": product_cell.read_sku,
    "kind": _read_kind,
    "tambon_th": _read_place,
    "amphoe_th": _read_place,
    "province_th": _read_place,
    "postcode": _read_postcode,
    "phone": _read_phone,
    "line_id": _read_contact,
    "tax_id": _read_tax_id,
    "vat_registered": _read_yes,
    "stars": product_cell.read_stars,
    "bank": _read_bank,
    "account": _read_number,
    "promptpay": _read_promptpay,
}
"""Field → what reads it; the others are texts."""
