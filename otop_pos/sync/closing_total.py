"""closing_totals.csv: each Z divided by type of document, tender, VAT code, producer and bearer of discounts."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Id, Integer, Money, Text
from otop_pos.sync.table import Reference, Table

ALL = "ALL"
"""In place of a producer or a VAT code where the total is not divided by it: a key is never empty."""
NO_PRODUCER = "NONE"
"""Sold, but no lot covers it yet: owed to nobody until resolved."""

TotalKind = Annotated[str, kinds.choice("doc_type", "tender", "vat", "producer", "discount", "void")]


@dataclass(frozen=True, slots=True)
class ClosingTotal:
    """Made by `total.add_up`, for the writer and for the reader alike."""

    shop_id: Id
    till_id: Id
    z_no: Integer
    kind: TotalKind
    key: Annotated[Text, "document type, tender, VAT code, producer, or CENTRE / PRODUCER for discounts"]
    producer_id: Annotated[Id, "ALL where not divided by producer, NONE where no lot covers the goods yet"]
    vat_code: Annotated[Id, "ALL where not divided by VAT code"]
    count: Annotated[Integer, "documents, payments, lines or allocations added"]
    gross: Money
    net: Annotated[Money, "gross - vat"]
    vat: Money


CLOSING_TOTALS = Table(
    "closing_totals",
    ClosingTotal,
    key=("shop_id", "till_id", "z_no", "kind", "key", "producer_id", "vat_code"),
    references=(Reference(("shop_id", "till_id", "z_no"), "closings"),),
)
