"""What happened at a till beside the sales themselves, told in order and never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EventKind(StrEnum):
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    PRICE = "price"
    DISCOUNT = "discount"
    AGE_CHECK = "age_check"
    HOLD = "hold"
    RECALL = "recall"
    CANCEL_BILL = "cancel_bill"
    REFUND = "refund"
    VOID = "void"
    REPRINT = "reprint"
    NO_SALE = "no_sale"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    OPEN = "open"
    HAND_OVER = "hand_over"
    X = "x"
    COUNT = "count"
    CLOSE = "close"
    REPRINT_Z = "reprint_z"
    TRAINING = "training"
    STAFF = "staff"
    RIGHTS = "rights"
    SHOP = "shop"
    PRICE_CHANGE = "price_change"
    STOCK = "stock"
    BANK = "bank"
    STATEMENT = "statement"
    PAYOUT = "payout"
    IMPORT = "import"
    APPROVAL = "approval"
    """An act that is told nowhere else here (a delivery, a sale, …) was allowed by a second person."""


@dataclass(frozen=True, slots=True)
class TillEvent:
    """`number` counts 1, 2, 3 … per till. `what` is one readable line, `content` JSON or "".

    `amount` in satang where the event has one; `document_id` is the sale's or refund's.
    """

    id: UUID
    number: int
    kind: EventKind
    till_code: str
    user: str
    at: datetime
    what: str = ""
    amount: int = 0
    approver: str = ""
    content: str = ""
    document_id: UUID | None = None


TOLD = (
    EventKind.PRICE,
    EventKind.DISCOUNT,
    EventKind.CANCEL_BILL,
    EventKind.REFUND,
    EventKind.VOID,
    EventKind.NO_SALE,
    EventKind.REPRINT,
    EventKind.HAND_OVER,
    EventKind.X,
    EventKind.COUNT,
    EventKind.TRAINING,
)
"""What Z and daily summary count by person."""


@dataclass(frozen=True, slots=True)
class EventTotal:
    """How often something happened, by whom, and the satang it was about."""

    kind: EventKind
    user: str
    count: int
    amount: int
