"""stock_levels.csv: each lot's shelf at the opening and at the close."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Id, Quantity
from otop_pos.sync.stock_movement import Bucket
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class StockLevel:
    """Every lot and bucket that moved today, or holds anything before or after."""

    shop_id: Id
    lot_code: Id
    bucket: Bucket
    opening: Annotated[Quantity, "the closing of the batch before"]
    in_: Annotated[Quantity, "sum of the movements that came"]
    out: Annotated[Quantity, "sum of the movements that left, as a positive number"]
    closing: Annotated[Quantity, "opening + in - out"]
    counted: Annotated[Quantity, "where the shelf was counted today"] | None = None


STOCK_LEVELS = Table(
    "stock_levels",
    StockLevel,
    key=("shop_id", "lot_code", "bucket"),
    references=(Reference(("lot_code",), "lots"),),
)
