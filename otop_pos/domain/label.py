"""What a lot's label says: all that a customer and the till must know, never how the price is split."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.quantity import Unit


@dataclass(frozen=True, slots=True)
class LotLabel:
    """One printed label. `price` is satang per unit, VAT included; `place` is the maker's, as 'ต.บ้านตาล อ.ฮอด'."""

    lot_code: str
    name_th: str
    name_en: str = ""
    price: int = 0
    unit: Unit = Unit.PIECE
    producer_name: str = ""
    place: str = ""
    stars: int = 0
    made_on: date | None = None
    expires_on: date | None = None
    batch: str = ""
    standard: str = ""
