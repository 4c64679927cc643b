"""Labels on the shelf that say another price than the till."""

from dataclasses import dataclass

from otop_pos.domain.stock import Lot


@dataclass(frozen=True, slots=True)
class LabelNeed:
    """`on_hand` thousandths carry a label with `old_price`; the lot costs `new_price`. Satang."""

    lot: Lot
    on_hand: int
    old_price: int
    new_price: int
