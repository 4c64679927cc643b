"""What one till session did so far (X) or in all (Z): one value for the screen and the slip."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.report import Proof, TenderTotal
from otop_pos.domain.sale import VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventTotal


@dataclass(frozen=True, slots=True)
class CashTotal:
    """`amount` in satang as it changed the drawer: negative when it left."""

    kind: CashKind
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class TillReport:
    """Money in satang, refunds and voids negative, times UTC. `pieces` is the closing count of a Z.

    gross − discounts + refunds + voids = net. `cash_expected` = float + cash + paid in and out.
    `copy_no` > 0: a Z printed again. `is_blind`: read with somebody else's approval, by a person who still has
    to count; what should be in the drawer is not for their eyes.
    """

    kind: Literal["X", "Z"]
    session: TillSession
    taken_at: datetime
    first_doc_no: str
    last_doc_no: str
    sale_count: int
    refund_count: int
    void_count: int
    gross: int
    discounts: int
    refunds: int
    voids: int
    net: int
    rounding: int
    vat: int
    vats: tuple[VatTotal, ...]
    tenders: tuple[TenderTotal, ...]
    movements: tuple[CashTotal, ...]
    events: tuple[EventTotal, ...]
    cash_sales: int
    cash_expected: int
    pieces: tuple[tuple[int, int], ...]
    proofs: tuple[Proof, ...]
    copy_no: int = 0
    is_blind: bool = False
