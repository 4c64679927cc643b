"""documents.csv: every numbered paper of a till."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Boolean, Date, Id, Integer, Money, Text, Timestamp, Uuid
from otop_pos.sync.table import Reference, Table

SALE = "SALE"
TRAINING = "TRAINING"
VOID = "VOID"
DocType = Annotated[str, kinds.choice(SALE, "REFUND", VOID, "PAID_IN", "PAID_OUT", "NO_SALE", TRAINING)]


@dataclass(frozen=True, slots=True)
class Document:
    """Amounts of a refund are negative, in every file. A late document keeps its own business date."""

    doc_id: Uuid
    shop_id: Id
    till_id: Id
    z_no: Integer
    epoch: Integer
    doc_no: Annotated[Id, "series and seven digits, without a gap in each series"]
    doc_type: DocType
    started_at: Timestamp | None
    finished_at: Timestamp
    business_date: Date
    operator_id: Id
    gross_printed: Annotated[Money, "sum of the lines' gross, before cash rounding"]
    approver_id: Id | None = None
    offline: Boolean = False
    late: Boolean = False
    ref_doc_id: Annotated[Uuid, "the document it refers to, perhaps of an earlier day"] | None = None
    reason_code: Text | None = None
    copies_printed: Integer = 0
    tax_code: Text | None = None


DOCUMENTS = Table(
    "documents",
    Document,
    key=("doc_id",),
    references=(
        Reference(("shop_id", "till_id", "z_no"), "closings"),
        Reference(("operator_id",), "operators"),
        Reference(("approver_id",), "operators", ("operator_id",)),
    ),
)
