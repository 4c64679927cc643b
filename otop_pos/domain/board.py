"""What of the shelf asks for somebody's attention today: what expires, what ends, what runs low."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from otop_pos.domain.agreement import EndAction
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.stock import Lot


class Urgency(IntEnum):
    """Days that are left at most."""

    PAST = -1
    WEEK = 7
    FORTNIGHT = 14
    MONTH = 30


@dataclass(frozen=True, slots=True)
class ExpiringLot:
    """`days` until the day on the label; negative when it is past."""

    lot: Lot
    expires_on: date
    days: int

    @property
    def urgency(self) -> Urgency:
        return urgency_of(self.days)


@dataclass(frozen=True, slots=True)
class EndingLot:
    """Goods whose agreed time in the shop ends. `days` until `ends_on`; negative when it is past."""

    lot: Lot
    ends_on: date
    grace_until: date
    days: int
    end_action: EndAction

    @property
    def urgency(self) -> Urgency:
        return urgency_of(self.days)

    def is_due(self, on: date) -> bool:
        """The grace is over too: what was agreed for the end is to be done."""
        return on > self.grace_until


@dataclass(frozen=True, slots=True)
class LowProduct:
    """Thousandths; `low_stock` is the mark that it fell below."""

    product: Product
    on_hand: int
    low_stock: int

    @property
    def missing(self) -> int:
        return self.low_stock - self.on_hand


@dataclass(frozen=True, slots=True)
class BringList:
    """What one producer is asked to bring."""

    producer: Producer
    products: tuple[LowProduct, ...]

    @property
    def phone(self) -> str:
        return self.producer.phone


@dataclass(frozen=True, slots=True)
class Board:
    """The most urgent first."""

    on: date
    expiring: tuple[ExpiringLot, ...] = ()
    ending: tuple[EndingLot, ...] = ()
    bring: tuple[BringList, ...] = ()


def urgency_of(days: int) -> Urgency:
    """The first limit that the days are within; what is further away than a month is not on the board."""
    if days < 0:
        return Urgency.PAST
    return next((each for each in Urgency if 0 <= days <= each), Urgency.MONTH)


def term_ends(received_on: date, term_days: int) -> date:
    """The last day on which the goods may stay as agreed."""
    return received_on + timedelta(days=term_days)
