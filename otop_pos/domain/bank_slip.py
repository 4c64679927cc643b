"""The small QR code on a bank's transfer slip: which transfer it was, so that no slip pays twice.

It holds neither amount nor payee, only the sending bank and its reference (Thai banks' "verify pay slip").
"""

import re
from dataclasses import dataclass

from otop_pos.domain.emv_qr import read_checked, read_fields
from otop_pos.domain.errors import NotABankSlip
from otop_pos.domain.scan import as_code

CRC_TAG = "91"
VERIFY_PAY_SLIP = "000001"


@dataclass(frozen=True, slots=True)
class BankSlip:
    """`bank_code` as the Bank of Thailand numbers banks (002 = Bangkok Bank); both together are unique."""

    bank_code: str
    reference: str


def read_bank_slip(text: str) -> BankSlip:
    """A scanned slip, also one that came through the Thai keyboard layout.

    Refuses UnreadableCode (damaged, wrong check sum) and NotABankSlip (some other code).
    """
    fields = read_checked(as_code(text), CRC_TAG)
    slip = read_fields(fields.get("00", ""))
    bank_code, reference = slip.get("01", ""), slip.get("02", "")
    is_slip = slip.get("00") == VERIFY_PAY_SLIP and re.fullmatch(r"\d{3}", bank_code, re.ASCII)
    if not is_slip or not re.fullmatch(r"[0-9A-Za-z]+", reference):
        raise NotABankSlip
    return BankSlip(bank_code, reference)
