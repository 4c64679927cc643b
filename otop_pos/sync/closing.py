"""closings.csv: one row for each till day that was closed (Z)."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Date, Id, Integer, Money, Timestamp
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class Closing:
    """Totals are of the documents that count: training is in none of them."""

    shop_id: Id
    till_id: Id
    z_no: Integer
    epoch: Integer
    business_date: Date
    opened_at: Timestamp
    closed_at: Timestamp
    operator_id: Annotated[Id, "who closed the till"]
    first_doc_no: Annotated[Id, "smallest number of the sale series in this Z"] | None
    last_doc_no: Annotated[Id, "largest number of the sale series in this Z"] | None
    doc_count: Integer
    gross: Annotated[Money, "sum of documents.gross_printed, VAT included"]
    vat: Money
    net: Annotated[Money, "gross - vat"]
    cash_expected: Annotated[Money, "cash_movements (with the float) + cash payments"]
    cash_counted: Money
    cash_diff: Annotated[Money, "cash_counted - cash_expected"]
    training_count: Integer = 0


CLOSINGS = Table(
    "closings",
    Closing,
    key=("shop_id", "till_id", "z_no"),
    references=(Reference(("till_id",), "tills"), Reference(("operator_id",), "operators")),
)
