"""A fee or a correction that a person writes into a producer's ledger."""

from dataclasses import dataclass, field
from uuid import UUID

from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind


@dataclass(frozen=True, slots=True)
class LedgerAdjustment:
    """`kind` is FEE or ADJUST; `amount` in satang, negative what the producer is charged; `key` is the
    idempotency key."""

    producer_id: int
    kind: EntryKind
    amount: int
    reason: str
    key: UUID = field(default_factory=new_id)
