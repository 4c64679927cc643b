"""How the shop stands with a producer now."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.producer import Producer


@dataclass(frozen=True, slots=True)
class ProducerBalance:
    """Satang: owed = last_closing + unsettled, always. `held`: the part of `unsettled` that a dispute parks.
    `last_statement` is "" and `last_cutoff` None before the first one; `open_voucher`: the number of the voucher
    that is prepared or approved and not paid yet."""

    producer: Producer
    owed: int
    unsettled: int
    held: int
    last_statement: str
    last_closing: int
    is_on_hold: bool
    last_cutoff: date | None = None
    open_voucher: str = ""
