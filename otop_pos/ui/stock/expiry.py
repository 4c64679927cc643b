"""How near a lot's last day is, in a colour and in words."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.ui.style import Tone
from otop_pos.ui.wording import short_date_text

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Expiry:
    """`word` is '' while there is nothing to worry about: no day, far away, or nothing left to expire."""

    day: str
    word: str = ""
    tone: Tone = "ink2"

    @property
    def first(self) -> str:
        return self.word or self.day

    @property
    def second(self) -> str:
        return self.day if self.word else ""


def left_of(lot: Lot) -> int:
    """Thousandths still in the shop, on the shelf or put aside."""
    return lot.on_hand + lot.quarantine


def days_left(lot: Lot, today: date) -> int | None:
    """None: nothing of it can expire here."""
    return (lot.expires_on - today).days if lot.expires_on is not None and left_of(lot) else None


def is_expired(lot: Lot, today: date) -> bool:
    days = days_left(lot, today)
    return days is not None and days < 0


def expires_soon(lot: Lot, today: date) -> bool:
    """Within 30 days, and not past."""
    days = days_left(lot, today)
    return days is not None and 0 <= days < SOON_DAYS


def expiry_of(lot: Lot, today: date) -> Expiry:
    day = short_date_text(lot.expires_on) if lot.expires_on else "–"
    days = days_left(lot, today)
    if days is None or days >= SOON_DAYS:
        return Expiry(day)
    if days < 0:
        return Expiry(day, _("expired"), "danger")
    return Expiry(day, _("in {days} days").format(days=days) if days else _("today"), "warn")
