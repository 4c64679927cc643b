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
    """`key` is the idempotency key and becomes the refund document's id. `has_receipt` False: the customer
    lost the paper and a manager found the sale in the books."""

    sale_doc_no: str
    lines: tuple[RefundLine, ...]
    reason: str
    method: str = CASH
    reference: str = ""
    key: UUID = field(default_factory=new_id)
    has_receipt: bool = True


@dataclass(frozen=True, slots=True)
class Void:
    """A whole bill of this till's open day is taken back: its money, its goods, its dues. Its number stays."""

    sale_doc_no: str
    reason: str
    key: UUID = field(default_factory=new_id)
