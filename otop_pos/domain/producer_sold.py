"""What of a producer's goods was sold in a time, by day and by product."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SoldProduct:
    """Quantity in thousandths, money in satang; what came back is taken off."""

    product_id: int
    name_th: str
    name_en: str
    qty: int
    net: int


@dataclass(frozen=True, slots=True)
class ProducerSold:
    """`days`: (day, net) of days on which something was sold or came back, in order; products the best first."""

    days: tuple[tuple[date, int], ...]
    products: tuple[SoldProduct, ...]
    due: int

    @property
    def net(self) -> int:
        return sum(net for _day, net in self.days)
