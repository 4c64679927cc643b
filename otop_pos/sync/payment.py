"""payments.csv: how each document was paid."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Id, Integer, Money, Text, Uuid
from otop_pos.sync.table import Reference, Table

Tender = Annotated[str, kinds.choice(*PAYMENT_METHODS)]


@dataclass(frozen=True, slots=True)
class Payment:
    """Σ amount = documents.gross_printed + Σ rounding."""

    doc_id: Uuid
    pay_no: Integer
    tender: Tender
    amount: Annotated[Money, "what settles the document"]
    cash_given: Money | None
    change: Annotated[Money, "cash_given - amount"] | None
    rounding: Annotated[Money, "of cash to the smallest coin, on one row of the document"]
    external_ref: Text | None = None
    confirmed_by: Id | None = None


PAYMENTS = Table(
    "payments",
    Payment,
    key=("doc_id", "pay_no"),
    references=(Reference(("doc_id",), "documents"), Reference(("confirmed_by",), "operators", ("operator_id",))),
)
