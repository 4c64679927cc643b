"""A producer's statement (ใบสรุปยอดฝากขาย): from what was owed before to what is owed now, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.producer import Producer

DISPUTE_DAYS = 15
"""From the day of issue; a producer who says nothing until then accepts the statement."""


@dataclass(frozen=True, slots=True)
class LotAccount:
    """A lot's own account over the period, in thousandths: opening + received − sold + customer_returns −
    returned_to_producer − damaged − lost − expired − donated + counted = closing (all buckets)."""

    lot_code: str
    product_id: int
    name_th: str
    name_en: str
    unit: str
    photo_id: UUID | None
    price: int
    opening: int
    received: int
    sold: int
    customer_returns: int
    returned_to_producer: int
    damaged: int
    lost: int
    expired: int
    donated: int
    counted: int
    closing: int
    days_here: int
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """How a product sells and what to bring next. `sell_through_bp`: sold of what was there, in basis points;
    `bring`: thousandths to bring for the next cycle, 0 for none."""

    product_id: int
    name_th: str
    name_en: str
    unit: str
    available: int
    sold: int
    sell_through_bp: int
    on_hand: int
    bring: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Frozen when issued; a draft has number 0 and no doc_no. opening + Σ entries = closing.

    `held`: entries parked by a dispute or still within the days goods may come back; they are not in the
    closing. `carried_reason` is set ("refund" …) when the closing is negative.
    """

    id: UUID
    doc_no: str
    number: int
    producer: Producer
    agreement: Agreement
    period_from: date
    cutoff: date
    opening: int
    entries: tuple[LedgerEntry, ...]
    held: tuple[LedgerEntry, ...]
    lots: tuple[LotAccount, ...]
    advice: tuple[Advice, ...]
    issued_at: datetime
    issued_by: str
    dispute_until: date
    last_entry: int = 0
    previous_no: str = ""
    is_on_hold: bool = False

    @property
    def closing(self) -> int:
        return self.opening + sum(entry.amount for entry in self.entries)

    @property
    def on_hold(self) -> int:
        return sum(entry.amount for entry in self.held)

    def of(self, *kinds: EntryKind) -> tuple[LedgerEntry, ...]:
        return tuple(entry for entry in self.entries if entry.kind in kinds)

    def total(self, *kinds: EntryKind) -> int:
        return sum(entry.amount for entry in self.of(*kinds))

    @property
    def is_payable(self) -> bool:
        """There is something to pay, and no less than was agreed as the least."""
        return self.closing > 0 and self.closing >= self.agreement.min_payout and not self.is_on_hold
