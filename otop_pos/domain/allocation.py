"""Which lots a sold quantity comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Available:
    """A lot that may serve, with its sellable quantity in thousandths and its price in satang."""

    lot_id: int
    on_hand: int
    price: int
    expires_on: date | None
    received_on: date
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class Take:
    lot_id: int
    qty: int


def first_out(lots: Sequence[Available]) -> list[Available]:
    """Earliest expiry first, then the oldest; what never expires after those, and what is past its day
    only when nothing else is left."""
    return sorted(lots, key=lambda lot: (lot.is_expired, lot.expires_on or date.max, lot.received_on, lot.lot_id))


def allocate(qty: int, lots: Sequence[Available], unit_price: int) -> tuple[list[Take], int]:
    """Take qty from the lots; what they do not hold comes back as the second value.

    Lots priced as charged go before others, so that nobody pays a price that no label shows while
    pieces at the right price are there.
    """
    takes, missing = [], qty
    for lot in sorted(first_out(lots), key=lambda lot: (lot.is_expired, lot.price != unit_price)):
        taken = min(lot.on_hand, missing)
        if taken > 0:
            takes.append(Take(lot.lot_id, taken))
            missing -= taken
    return takes, missing
