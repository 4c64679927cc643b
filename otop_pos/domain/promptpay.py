"""PromptPay QR: what the customer's bank app scans to pay the shop.

Thai QR payment standard (Bank of Thailand) on EMVCo merchant-presented codes. The code proves nothing
was paid: that is confirmed by a person, or by the slip (bank_slip.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from otop_pos.domain.emv_qr import field, read_checked, read_fields, with_crc
from otop_pos.domain.errors import BadPaymentReference, BadPromptPayId, NotANumber, UnreadableCode
from otop_pos.domain.money import BAHT, LARGEST_AMOUNT, format_baht, parse_baht
from otop_pos.domain.thai_digits import to_arabic_digits

CRC_TAG = "63"
CREDIT_TRANSFER = "A000000677010111"
BILL_PAYMENT = "A000000677010112"

_MOBILE, _TAX_ID, _WALLET = "01", "02", "03"
_KIND_OF_LENGTH = {10: _MOBILE, 13: _TAX_ID, 15: _WALLET}
_KIND_NAMES = {_MOBILE: "mobile", _TAX_ID: "tax_id", _WALLET: "wallet"}
_COUNTRY_CODE = "66"


@dataclass(frozen=True, slots=True)
class PaymentCode:
    """What a payment QR says. `kind`: mobile, tax_id, wallet or biller; `amount` in satang, 0 = the
    customer types it; a mobile number is given as it is dialled, 0801234567."""

    kind: str
    target: str
    amount: int = 0
    reference_1: str = ""
    reference_2: str = ""
    terminal: str = ""


def promptpay_payload(target: str, amount: int = 0, terminal: str = "") -> str:
    """The text of the QR for a mobile number (10 digits), national or tax ID (13) or e-wallet (15).

    Spaces, hyphens, +66 and Thai digits are understood; amount in satang. Check digits of tax IDs are not
    looked at: banks register numbers that fail them. Refuses BadPromptPayId, NotANumber (an amount
    below zero or beyond what a bill can be).
    """
    digits = _digits(target)
    kind = _KIND_OF_LENGTH.get(len(digits))
    if kind is None or (kind == _MOBILE and not digits.startswith("0")):
        raise BadPromptPayId(target)
    value = f"{_COUNTRY_CODE}{digits[1:]}".zfill(13) if kind == _MOBILE else digits
    account = field("29", field("00", CREDIT_TRANSFER) + field(kind, value))
    return _payload(account, amount, terminal)


def biller_payload(biller_id: str, ref1: str, ref2: str = "", amount: int = 0, terminal: str = "") -> str:
    """The text of the QR for a registered biller: 15 digits (tax ID and a suffix of two).

    References are 1–20 letters A–Z and digits; the second may be empty; amount in satang. Refuses
    BadPromptPayId, BadPaymentReference, NotANumber.
    """
    digits = _digits(biller_id)
    if len(digits) != 15:
        raise BadPromptPayId(biller_id)
    for reference in (ref1, ref2 or ref1):
        if not re.fullmatch(r"[0-9A-Z]{1,20}", reference):
            raise BadPaymentReference(reference)
    parts = field("00", BILL_PAYMENT) + field("01", digits) + field("02", ref1) + field("03", ref2)
    return _payload(field("30", parts), amount, terminal)


def read_payload(text: str) -> PaymentCode:
    """What a PromptPay code says, its fields in any order. Refuses UnreadableCode (broken, a wrong check
    sum, another country's or another scheme's code)."""
    text = text.strip()
    fields = read_checked(text, CRC_TAG)
    try:
        amount = parse_baht(fields.get("54", "0"))
    except NotANumber as error:
        raise UnreadableCode(text) from error
    terminal = read_fields(fields.get("62", "")).get("07", "")
    for tag, scheme in (("29", CREDIT_TRANSFER), ("30", BILL_PAYMENT)):
        account = read_fields(fields.get(tag, ""))
        if account.get("00") == scheme and fields.get("58") == "TH":
            code = _biller(account, amount, terminal) if tag == "30" else _transfer(account, amount, terminal)
            if code is not None:
                return code
    raise UnreadableCode(text)


def _transfer(account: Mapping[str, str], amount: int, terminal: str) -> PaymentCode | None:
    for tag, kind in _KIND_NAMES.items():
        if tag in account:
            value = account[tag]
            target = "0" + value.lstrip("0").removeprefix(_COUNTRY_CODE) if tag == _MOBILE else value
            return PaymentCode(kind, target, amount, terminal=terminal)
    return None


def _biller(account: Mapping[str, str], amount: int, terminal: str) -> PaymentCode | None:
    if "01" not in account or "02" not in account:
        return None
    return PaymentCode("biller", account["01"], amount, account["02"], account.get("03", ""), terminal)


def _payload(account: str, amount: int, terminal: str) -> str:
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise NotANumber(format_baht(amount))
    baht = f"{amount // BAHT}.{amount % BAHT:02d}" if amount else ""
    initiation = field("01", "12" if amount else "11")
    end = field("58", "TH") + field("53", "764") + field("54", baht) + field("62", field("07", terminal))
    return with_crc(field("00", "01") + initiation + account + end, CRC_TAG)


def _digits(text: str) -> str:
    """Without separators; '' where anything but digits is left."""
    plain = re.sub(r"[\s().-]", "", to_arabic_digits(text))
    if plain.startswith("+"):
        plain = plain.removeprefix("+")
        plain = "0" + plain.removeprefix(_COUNTRY_CODE) if plain.startswith(_COUNTRY_CODE) else ""
    return plain if plain.isascii() and plain.isdigit() else ""
