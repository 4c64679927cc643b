"""stock_movements.csv: everything that came to or left a lot's shelf."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.domain import stock
from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Date, Id, Quantity, Text, Timestamp, Uuid
from otop_pos.sync.table import Reference, Table

Bucket = Annotated[str, kinds.choice(*stock.Bucket)]
MoveKind = Annotated[str, kinds.choice(*stock.MoveKind)]


@dataclass(frozen=True, slots=True)
class StockMovement:
    """`doc_id` may be a goods received note or a stock note, which are in no file of this package; a stock note
    says why as `reason_code`. A `sale` by a note: goods sold earlier without a lot have found theirs."""

    movement_id: Id
    shop_id: Id
    lot_code: Id
    bucket: Bucket
    kind: MoveKind
    qty: Annotated[Quantity, "negative when it leaves"]
    at: Timestamp
    business_date: Date
    operator_id: Id
    approver_id: Id | None = None
    doc_id: Uuid | None = None
    reason_code: Text | None = None


STOCK_MOVEMENTS = Table(
    "stock_movements",
    StockMovement,
    key=("movement_id",),
    references=(
        Reference(("lot_code",), "lots"),
        Reference(("operator_id",), "operators"),
        Reference(("approver_id",), "operators", ("operator_id",)),
    ),
)
