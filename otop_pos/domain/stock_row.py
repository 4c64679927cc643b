"""The shelf at a glance: one row per product or per producer."""

from dataclasses import dataclass
from uuid import UUID

from otop_pos.domain.quantity import Unit


@dataclass(frozen=True, slots=True)
class StockRow:
    """Quantities in thousandths (of one producer's goods: of several units), money in satang.

    `value` is what all that is here costs on its labels, `due` what its producers get when it is sold so.
    Of a producer's row `code` and `name` are the producer's own, and `unit` is None.
    """

    id: int
    code: str
    name_th: str
    name_en: str
    producer: str
    lots: int
    on_hand: int
    quarantine: int = 0
    to_return: int = 0
    value: int = 0
    due: int = 0
    unit: Unit | None = None
    photo_id: UUID | None = None
    producer_en: str = ""

    @property
    def name(self) -> str:
        return self.name_th

    @property
    def here(self) -> int:
        return self.on_hand + self.quarantine + self.to_return
