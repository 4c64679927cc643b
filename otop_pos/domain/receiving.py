"""A producer's delivery: declared, accepted, rejected, and the paper both sign (GRN)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import DeliveryLineEmpty, DeliveryUntidy, EmptyBasket
from otop_pos.domain.identity import new_id
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product

MOST_PIECES = 999
"""Rolls, boxes or bags of one line."""


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One product of a delivery; quantities in thousandths, prices in satang per unit."""

    product_id: int
    declared: int
    accepted: int
    price: int
    reject_reason: str = ""
    batch: str = ""
    made_on: date | None = None
    expires_on: date | None = None
    agreed_value: int = 0
    photo_id: UUID | None = None
    pieces: int = 0
    """Rolls, boxes or bags of goods that are measured or weighed: a label each; 0 is one of them."""

    @property
    def rejected(self) -> int:
        return self.declared - self.accepted


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery at the desk, before posting. `key` is its idempotency key."""

    producer_id: int
    lines: tuple[DeliveryLine, ...]
    key: UUID = field(default_factory=new_id)

    def check(self) -> None:
        """Refuses EmptyBasket, and DeliveryUntidy or DeliveryLineEmpty, naming the line."""
        if not self.lines:
            raise EmptyBasket
        for line_no, line in enumerate(self.lines, start=1):
            if line.declared <= 0 or line.price <= 0:
                raise DeliveryLineEmpty(line_no)
            if not 0 <= line.accepted <= line.declared or (line.rejected and not line.reject_reason.strip()):
                raise DeliveryUntidy(line_no)
            if not 0 <= line.pieces <= MOST_PIECES:
                raise DeliveryUntidy(line_no)


class GrnState(StrEnum):
    POSTED = "posted"
    CORRECTED = "corrected"
    """Put right by movements afterwards; the paper says what it said."""
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class GrnBrief:
    """A line of the list of received deliveries. `value` is satang at full price of what was accepted."""

    doc_no: str
    posted_at: datetime
    producer_name: str
    line_count: int
    value: int
    state: GrnState = GrnState.POSTED
    producer_name_en: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What of a posted line is true after all: `accepted` in thousandths."""

    line_no: int
    accepted: int


@dataclass(frozen=True, slots=True)
class GrnLine:
    """A posted line with its lot; `due_per_unit` is what the producer gets per unit at full price."""

    line_no: int
    product: Product
    declared: int
    accepted: int
    rejected: int
    reject_reason: str
    batch: str
    made_on: date | None
    expires_on: date | None
    price: int
    due_per_unit: int
    agreed_value: int
    lot_code: str
    """Empty when nothing was accepted."""
    photo_id: UUID | None = None
    pieces: int = 0
    """As on the DeliveryLine."""
    standards: tuple[str, ...] = ()
    """Numbers of that day beside the product's own, as 'ฮาลาล 123/2569'."""


@dataclass(frozen=True, slots=True)
class Grn:
    """Goods received note, ใบรับสินค้าฝากขาย, as posted."""

    id: UUID
    doc_no: str
    posted_at: datetime
    business_date: date
    received_by: str
    producer: Producer
    agreement: Agreement
    lines: tuple[GrnLine, ...]
    reversed_at: datetime | None = None
    reversed_by: str = ""
    reverse_reason: str = ""
