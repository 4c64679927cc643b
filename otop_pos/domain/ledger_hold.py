"""An entry of the ledger that a dispute parks, or a producer to whom nothing is paid for now."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.producer import Producer


@dataclass(frozen=True, slots=True)
class LedgerHold:
    """`payable_id` None: all payments to the producer; then there is no kind, day or amount (satang)."""

    id: UUID
    producer: Producer
    payable_id: UUID | None
    reason: str
    placed_by: str
    placed_at: datetime
    kind: EntryKind | None = None
    business_date: date | None = None
    amount: int = 0
    is_released: bool = False
