"""Counting the shelf while the shop goes on selling: blind, lot by lot."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.product import Product
from otop_pos.domain.stock import Bucket


class CountState(StrEnum):
    OPEN = "open"
    POSTED = "posted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CountLine:
    """Quantities in thousandths. `expected` lay there when the count began, `moved` is what was sold, returned
    or moved from then until it was counted. Not counted (None) is not zero."""

    lot_id: int
    lot_code: str
    product: Product
    producer_name: str
    bucket: Bucket
    expected: int
    counted: int | None = None
    moved: int = 0
    price: int = 0
    agreed_value: int = 0
    producer_name_en: str = ""

    @property
    def difference(self) -> int | None:
        """What is there beyond what should be; negative: missing."""
        return None if self.counted is None else self.counted - self.expected - self.moved


@dataclass(frozen=True, slots=True)
class Count:
    """`producer_id` 0: the whole shelf. While it is open a counter is not shown `expected`."""

    id: UUID
    doc_no: str
    name: str
    state: CountState
    started_at: datetime
    started_by: str
    lines: tuple[CountLine, ...]
    producer_id: int = 0
    ended_at: datetime | None = None

    @property
    def left(self) -> int:
        return sum(line.counted is None for line in self.lines)
