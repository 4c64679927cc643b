"""A line of the list of issued statements."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import VoucherState


@dataclass(frozen=True, slots=True)
class StatementBrief:
    """Satang. `is_newest`: it can be paid or taken back. `voucher_no` and `voucher_state` are those of the newest
    payment of it that was not given up, "" and None where there is none."""

    id: UUID
    doc_no: str
    number: int
    producer: Producer
    period_from: date
    cutoff: date
    opening: int
    closing: int
    on_hold: int
    issued_at: datetime
    issued_by: str
    is_newest: bool
    is_reversed: bool = False
    reverse_reason: str = ""
    voucher_no: str = ""
    voucher_state: VoucherState | None = None
