"""The day in figures: one value that the screen, the paper and the proof all read."""

from dataclasses import dataclass
from datetime import date, datetime

from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventTotal


@dataclass(frozen=True, slots=True)
class Ranked:
    """A name with its net sales in satang and quantity in thousandths."""

    key: str
    name_th: str
    name_en: str
    net: int
    qty: int = 0


@dataclass(frozen=True, slots=True)
class TenderTotal:
    method: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class DocumentBrief:
    """A document in a list. Money in satang, refunds and voids negative; `paid` are (method, satang)."""

    doc_no: str
    doc_type: DocumentType
    is_void: bool
    till_code: str
    at: datetime
    operator: str
    discount: int
    net: int
    paid: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """An equation of the close: two figures summed in different ways. `name` is a key of PROOF_NAMES."""

    name: str
    left: int
    right: int

    @property
    def holds(self) -> bool:
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One business day of the shop, all tills. Money in satang; refunds negative.

    gross − discounts + refunds = net. `by_hour` is (local hour, net). `awaiting_lot` is the
    net of sold goods that no lot covered: owed to nobody until resolved. `paid_out` is negative,
    `payouts` the part of it that went to producers.
    """

    business_date: date
    sessions: tuple[TillSession, ...]
    gross: int
    discounts: int
    refunds: int
    net: int
    rounding: int
    vats: tuple[VatTotal, ...]
    vat: int
    tenders: tuple[TenderTotal, ...]
    receipt_count: int
    refund_count: int
    commission: int
    due: int
    fee: int
    awaiting_lot: int
    by_hour: tuple[tuple[int, int], ...]
    by_category: tuple[Ranked, ...]
    top_producers: tuple[Ranked, ...]
    top_products: tuple[Ranked, ...]
    expiring_lots: int
    open_exceptions: int
    is_sent: bool
    proofs: tuple[Proof, ...]
    paid_in: int = 0
    paid_out: int = 0
    events: tuple[EventTotal, ...] = ()
    payouts: int = 0

    @property
    def average(self) -> int:
        return self.net // self.receipt_count if self.receipt_count else 0

    @property
    def cash_expected(self) -> int:
        return sum(session.cash_expected or 0 for session in self.sessions)

    @property
    def cash_counted(self) -> int:
        return sum(session.cash_counted or 0 for session in self.sessions)
