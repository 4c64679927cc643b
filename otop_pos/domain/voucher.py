"""Payment vouchers (ใบสำคัญจ่าย): prepared, approved by another person, paid; or failed, or reversed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.member import MemberShare
from otop_pos.domain.producer import Producer


class VoucherState(StrEnum):
    PREPARED = "prepared"
    APPROVED = "approved"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    REVERSED = "reversed"


LIVE = (VoucherState.PREPARED, VoucherState.APPROVED)
"""Nothing is paid yet, and no other voucher may be prepared."""


class PayoutMethod(StrEnum):
    CASH = "cash"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Voucher:
    """Satang: gross − wht = net. `account` is the one approved when the voucher was prepared (bank only).
    Names of people are "" until their act is done."""

    id: UUID
    doc_no: str
    state: VoucherState
    producer: Producer
    statement_id: UUID
    statement_no: str
    gross: int
    wht_rule: str
    wht_base: int
    wht: int
    net: int
    method: PayoutMethod
    prepared_by: str
    prepared_at: datetime
    account: BankAccount | None = None
    shares: tuple[MemberShare, ...] = ()
    approved_by: str = ""
    approved_at: datetime | None = None
    paid_by: str = ""
    paid_at: datetime | None = None
    paid_on: date | None = None
    reference: str = ""
    batch_no: str = ""
    certificate_no: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PaymentBatch:
    """A file of transfers as given to the bank; `total` in satang."""

    id: UUID
    doc_no: str
    made_at: datetime
    made_by: str
    file_name: str
    content: str
    vouchers: tuple[Voucher, ...]
    total: int
