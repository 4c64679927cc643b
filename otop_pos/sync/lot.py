"""lots.csv: each lot that the package names."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Date, Id, Integer, Money, Quantity, Text
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class LotSnapshot:
    lot_code: Annotated[Id, "EAN-13 of its labels"]
    producer_id: Id
    sku: Id
    agreement_version: Integer
    grn_no: Annotated[Id, "goods received note"] | None
    batch: Annotated[Text, "the maker's own"] | None
    made_on: Date | None
    expires_on: Date | None
    received_on: Date
    qty_received: Quantity
    price: Annotated[Money, "on its labels, VAT included"]
    version: Integer = 1
    valid_from: Date | None = None


LOTS = Table(
    "lots",
    LotSnapshot,
    key=("lot_code",),
    references=(Reference(("producer_id",), "producers"), Reference(("sku",), "products")),
)
