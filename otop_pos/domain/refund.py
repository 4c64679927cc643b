"""A return against its receipt: which pieces come back, in which state, and why."""

from dataclasses import dataclass, field
from uuid import UUID

from otop_pos.domain.identity import new_id
from otop_pos.domain.payment import CASH


@dataclass(frozen=True, slots=True)
class RefundLine:
    """`qty` in thousandths of the sale's line; damaged pieces go to quarantine, good ones to the shelf."""

    line_no: int
    qty: int
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Refund:
    """`key` is the idempotency key and becomes the refund document's id."""

    sale_doc_no: str
    lines: tuple[RefundLine, ...]
    reason: str
    method: str = CASH
    reference: str = ""
    key: UUID = field(default_factory=new_id)
