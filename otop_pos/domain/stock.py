"""What is on the shelf, by lot: kinds of movement, buckets, and a lot's standing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product


class Bucket(StrEnum):
    SELLABLE = "sellable"
    QUARANTINE = "quarantine"
    TO_RETURN = "to_return"


class MoveKind(StrEnum):
    RECEIVE = "receive"
    SALE = "sale"
    SALE_RETURN = "sale_return"
    SUPPLIER_RETURN = "supplier_return"
    DAMAGE = "damage"
    LOSS = "loss"
    EXPIRE = "expire"
    COUNT = "count"
    DONATE = "donate"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Lot:
    """One received lot. `code` is the EAN-13 on its labels. Quantities in thousandths:
    received = on_hand + quarantine + (sold − returned) + what left otherwise."""

    id: int
    code: str
    product: Product
    producer: Producer
    received_on: date
    qty_received: int
    price: int
    on_hand: int
    quarantine: int = 0
    to_return: int = 0
    sold: int = 0
    returned: int = 0
    batch: str = ""
    made_on: date | None = None
    expires_on: date | None = None
    due_per_unit: int = 0
    agreed_value: int = 0
