"""Cash that comes to or leaves the drawer other than by a sale."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.identity import new_id


class CashKind(StrEnum):
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    DROP = "drop"
    """To the safe: it leaves the drawer, not the shop."""
    PAYOUT = "payout"
    """To a producer, by a voucher; nobody moves it by hand."""


@dataclass(frozen=True, slots=True)
class CashMovement:
    """`amount` in satang, always positive; `key` is the idempotency key."""

    kind: CashKind
    amount: int
    reason: str
    key: UUID = field(default_factory=new_id)

    @property
    def signed(self) -> int:
        """What it adds to the drawer."""
        return self.amount if self.kind is CashKind.PAID_IN else -self.amount
