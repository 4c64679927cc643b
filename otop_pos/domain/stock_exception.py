"""Sold though the books held no piece of it: somebody finds the lot next morning."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otop_pos.domain.product import Product


@dataclass(frozen=True, slots=True)
class StockException:
    """`qty` thousandths still wait for a lot, of `sold` on the line; `net` is what was paid for them (satang).
    What the customer brought back waits no more."""

    sale_id: UUID
    line_no: int
    doc_no: str
    sold_at: datetime
    business_date: date
    till_code: str
    operator: str
    product: Product
    producer_id: int
    producer_name: str
    qty: int
    sold: int
    unit_price: int
    net: int
