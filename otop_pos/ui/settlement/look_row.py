"""A line of a statement on screen."""

from dataclasses import dataclass

from otop_pos.domain.ledger import EntryKind, LedgerEntry

PARKED_KINDS = (EntryKind.SALE, EntryKind.REFUND, EntryKind.FEE, EntryKind.ADJUST, EntryKind.LOSS_COMP)
"""What can be disputed: money that was paid cannot be parked."""


@dataclass(frozen=True, slots=True)
class LookRow:
    """`is_parked`: it is not in the closing; by a dispute, or because the goods may still come back."""

    entry: LedgerEntry
    is_parked: bool

    @property
    def can_park(self) -> bool:
        return self.entry.kind in PARKED_KINDS
