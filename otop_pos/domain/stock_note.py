"""Papers that move stock without a sale: returns to the producer, losses, donations, transfers, corrections."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.identity import new_id
from otop_pos.domain.money import half_up
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import times
from otop_pos.domain.stock import Bucket, MoveKind


class NoteKind(StrEnum):
    TRANSFER = "transfer"
    """Between the shelf, quarantine and what waits for its producer."""
    RETURN = "return"
    """ใบคืนสินค้า"""
    LOSS = "loss"
    """ใบแจ้งสินค้าสูญหาย/ชำรุด: damaged, lost or expired."""
    FOUND = "found"
    """Lost pieces that turned up again."""
    DONATION = "donation"
    COUNT = "count"
    CORRECTION = "correction"
    """A delivery note put right after its goods were touched."""
    RESOLUTION = "resolution"
    """Goods sold without a lot have found theirs."""


NOTE_SERIES = {
    NoteKind.TRANSFER: "NOTE_MOVE",
    NoteKind.RETURN: "NOTE_RET",
    NoteKind.LOSS: "NOTE_LOSS",
    NoteKind.FOUND: "NOTE_FOUND",
    NoteKind.DONATION: "NOTE_DON",
    NoteKind.COUNT: "NOTE_COUNT",
    NoteKind.CORRECTION: "NOTE_FIX",
    NoteKind.RESOLUTION: "NOTE_SOLVE",
}

LOSS_CAUSES = (MoveKind.DAMAGE, MoveKind.LOSS, MoveKind.EXPIRE)


@dataclass(frozen=True, slots=True)
class NoteWish:
    """One lot's quantity (thousandths) to take out of a bucket, or to move to another."""

    lot_id: int
    qty: int
    cause: MoveKind
    bucket: Bucket = Bucket.SELLABLE
    moved_to: Bucket | None = None


@dataclass(frozen=True, slots=True)
class StockAct:
    """What is to be posted, for lots of one producer. `key` is its idempotency key."""

    kind: NoteKind
    lines: tuple[NoteWish, ...]
    reason: str
    key: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class StockNoteLine:
    """A posted line. `qty` left the bucket (negative: came into it); `compensation` in satang is what the
    producer is credited for it; `days_here` from delivery to the day of the note."""

    line_no: int
    lot_code: str
    grn_no: str
    product: Product
    bucket: Bucket
    cause: MoveKind
    qty: int
    price: int
    agreed_value: int
    compensation: int
    days_here: int
    moved_to: Bucket | None = None


@dataclass(frozen=True, slots=True)
class StockNote:
    """As posted. `reverses` and `reversed_by` name other notes by number, "" where there is none."""

    id: UUID
    doc_no: str
    kind: NoteKind
    posted_at: datetime
    business_date: date
    posted_by: str
    approved_by: str
    producer: Producer
    loss_policy: Bearer
    reason: str
    lines: tuple[StockNoteLine, ...]
    reverses: str = ""
    reversed_by: str = ""

    @property
    def compensation(self) -> int:
        return sum(line.compensation for line in self.lines)


def compensation_of(qty: int, agreed_value: int, policy: Bearer) -> int:
    """Satang credited for a lost quantity: the agreed value where the centre answers for losses, half of it
    where the loss is shared, nothing where the producer bears it."""
    whole = times(qty, agreed_value)
    match policy:
        case Bearer.CENTRE:
            return whole
        case Bearer.SHARED:
            return half_up(whole, 2)
        case Bearer.PRODUCER:
            return 0
