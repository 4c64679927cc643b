"""document_lines.csv: what was sold or came back, line by line as printed."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Boolean, Id, Integer, Money, Quantity, Uuid
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """quantity × unit_price − discount = gross = net + vat."""

    doc_id: Uuid
    line_no: Integer
    sku: Id
    qty: Quantity
    unit_price: Annotated[Money, "VAT included"]
    discount: Annotated[Money, "off this line, with its part of a discount on the bill"]
    gross: Annotated[Money, "what the customer owes for the line: after discounts, VAT included"]
    vat_code: Id
    vat: Money
    net: Annotated[Money, "gross - vat"]
    price_override: Boolean = False
    ref_line_no: Annotated[Integer, "line of the document referred to"] | None = None


DOCUMENT_LINES = Table(
    "document_lines",
    DocumentLine,
    key=("doc_id", "line_no"),
    references=(
        Reference(("doc_id",), "documents"),
        Reference(("sku",), "products"),
        Reference(("vat_code",), "vat_codes"),
    ),
)
