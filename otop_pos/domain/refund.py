"""A return against its receipt: which pieces come back, in which state, and why."""

from dataclasses import dataclass, field
from uuid import UUID

from otop_pos.domain.identity import new_id
from otop_pos.domain.money import CashRounding, round_cash
from otop_pos.domain.payment import CASH


@dataclass(frozen=True, slots=True)
class RefundLine:
    """`qty` in thousandths of the sale's line; damaged pieces go to quarantine, good ones to the shelf."""

    line_no: int
    qty: int
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Refund:
    """`key` is the idempotency key and becomes the refund document's id. `has_receipt` False: the customer
    lost the paper and a manager found the sale in the books."""

    sale_doc_no: str
    lines: tuple[RefundLine, ...]
    reason: str
    method: str = CASH
    reference: str = ""
    key: UUID = field(default_factory=new_id)
    has_receipt: bool = True


@dataclass(frozen=True, slots=True)
class Void:
    """A whole bill of this till's open day is taken back: its money, its goods, its dues. Its number stays."""

    sale_doc_no: str
    reason: str
    key: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Satang that went back of a sale so far: in all, in coins, and what the coins stood for unrounded."""

    total: int = 0
    cash: int = 0
    cash_net: int = 0


def give_back(paid: int, before: GivenBack, net: int, coins: CashRounding | None) -> int:
    """Satang that go back now for goods of `net`, of a sale for which `paid` was paid; never negative.

    Coins (`coins` None: another tender) are rounded over all returns of the sale together, so that a bill
    brought back piece by piece does not lose a quarter baht each time. All of it is never more than was paid.
    """
    still = max(paid - before.total, 0)
    if coins is None:
        return min(net, still)
    floor = CashRounding.DOWN_25 if coins is CashRounding.NEAREST_25 else coins
    back = round_cash(before.cash_net + net, coins) - before.cash
    if back > still:
        back = round_cash(before.cash + still, floor) - before.cash
    # Coins of an earlier rule may leave an amount that the coins of this one cannot pay.
    return round_cash(max(back, 0), floor)
