"""The producer's ledger: what each source makes the shop owe, or takes off it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class EntryKind(StrEnum):
    SALE = "sale"
    REFUND = "refund"
    FEE = "fee"
    ADJUST = "adjust"
    LOSS_COMP = "loss_comp"
    WHT = "wht"
    PAYOUT = "payout"
    PAYOUT_REVERSAL = "payout_reversal"


WAITS = (EntryKind.SALE, EntryKind.REFUND)
"""Kinds that wait the agreement's hold_days, from the day of the sale on: the goods may still come back."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One row of the ledger with what is behind it. Amounts in satang, quantity in thousandths (negative when
    returned); of a fee, a payment or a loss only `amount`, `doc_no` and `remark` say something.

    net = commission + vat_centre + amount for sales and refunds. `sale_no` is the refund's sale;
    `is_late`: dated before the last statement's cut-off, but written after it.
    """

    id: UUID
    kind: EntryKind
    business_date: date
    amount: int
    doc_no: str = ""
    sale_no: str = ""
    lot_code: str = ""
    product_id: int = 0
    name_th: str = ""
    name_en: str = ""
    photo_id: UUID | None = None
    unit: str = ""
    qty: int = 0
    unit_price: int = 0
    gross: int = 0
    disc_centre: int = 0
    disc_producer: int = 0
    net: int = 0
    commission: int = 0
    vat_centre: int = 0
    remark: str = ""
    is_late: bool = False
