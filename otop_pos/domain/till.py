"""The till day: a session from the counted float to the Z."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class TillSession:
    """Money in satang, times UTC. `z_no` counts up per till, without a gap."""

    id: int
    till_code: str
    z_no: int
    business_date: date
    opened_at: datetime
    opened_by: str
    float_amount: int
    closed_at: datetime | None = None
    closed_by: str = ""
    cash_expected: int | None = None
    cash_counted: int | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def cash_difference(self) -> int:
        return (self.cash_counted or 0) - (self.cash_expected or 0)


def counted(pieces: dict[int, int]) -> int:
    """Satang of a drawer count {denomination: pieces}."""
    return sum(denomination * count for denomination, count in pieces.items())
