"""line_allocations.csv: whose goods each line sold, from which lot, and how its money divides."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Id, Integer, Money, Quantity, Uuid
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class LineAllocation:
    """gross − discounts = net = producer_due + commission + fee + vat_centre.

    Without a lot the quantity was sold before the books had it: nobody is owed anything until resolved.
    """

    doc_id: Uuid
    line_no: Integer
    alloc_no: Integer
    lot_code: Id | None
    producer_id: Id | None
    agreement_version: Integer | None
    qty: Quantity
    gross: Annotated[Money, "before discounts, VAT included"]
    discount_centre: Money
    discount_producer: Money
    net: Annotated[Money, "gross - discounts, VAT included"]
    vat_centre: Annotated[Money, "VAT that the centre owes"]
    rate_bp: Annotated[Integer, "the centre's share in basis points, frozen at the sale"] | None
    commission: Money
    fee: Money
    producer_due: Money
    ref_alloc: Annotated[Integer, "alloc_no reversed, of ref_doc_id and ref_line_no"] | None = None


LINE_ALLOCATIONS = Table(
    "line_allocations",
    LineAllocation,
    key=("doc_id", "line_no", "alloc_no"),
    references=(
        Reference(("doc_id", "line_no"), "document_lines"),
        Reference(("lot_code",), "lots"),
        Reference(("producer_id",), "producers"),
    ),
)
