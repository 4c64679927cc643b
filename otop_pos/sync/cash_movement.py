"""cash_movements.csv: cash that came to or left a drawer other than by a sale; the float is the first."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Id, Integer, Money, Text
from otop_pos.sync.table import Reference, Table

CashKind = Annotated[str, kinds.choice("float", "paid_in", "paid_out", "drop", "payout")]


@dataclass(frozen=True, slots=True)
class CashMovement:
    movement_id: Id
    till_id: Id
    z_no: Integer
    kind: CashKind
    amount: Annotated[Money, "negative when it leaves the drawer"]
    operator_id: Id
    reason_code: Text | None = None
    approver_id: Id | None = None


CASH_MOVEMENTS = Table(
    "cash_movements",
    CashMovement,
    key=("movement_id",),
    references=(
        Reference(("till_id", "z_no"), "closings"),
        Reference(("operator_id",), "operators"),
        Reference(("approver_id",), "operators", ("operator_id",)),
    ),
)
