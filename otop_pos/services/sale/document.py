"""A till document as it is posted: what both a sale and a refund write, row by row."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otop_pos.db.models import TillSessionRow
from otop_pos.domain.agreement import Rate, Share, TaxMode
from otop_pos.domain.customer import Customer
from otop_pos.domain.numbering import DOCUMENT_SERIES, till_document_no
from otop_pos.domain.payment import Payment
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket
from otop_pos.domain.vat import VatClass


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a document is made, by whom and when (UTC): the till's open session, held by this transaction."""

    opened: TillSessionRow
    user: User
    at: datetime


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    till_code: str
    epoch: int
    year: int
    number: int

    def text(self, doc_type: DocumentType) -> str:
        return till_document_no(DOCUMENT_SERIES[doc_type], self.till_code, self.epoch, self.year, self.number)


@dataclass(frozen=True, slots=True)
class Pair:
    """The sale of an exchange: its number is taken early, so that the return's paper can name it."""

    exchange_id: UUID
    number: DocumentNumber


@dataclass(frozen=True, slots=True)
class LineRef:
    """The sale's line that a refund's line takes back."""

    sale_id: UUID
    line_no: int


@dataclass(frozen=True, slots=True)
class LotPart:
    """What of a line is of one lot. Signed like the line; `ref_alloc_no` on a refund."""

    lot_id: int
    lot_code: str
    producer_id: int
    agreement_id: int
    qty: int
    share: Share
    rate: Rate
    tax_mode: TaxMode
    bucket: Bucket = Bucket.SELLABLE
    ref_alloc_no: int | None = None


@dataclass(frozen=True, slots=True)
class Unlotted:
    """What of a line no lot on the books could cover. Signed like the line. `is_last`, on a refund: nothing of
    the sale's line waits for a lot any more."""

    qty: int
    gross: int
    discount: int
    vat: int
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLine:
    product_id: int
    sku: str
    producer_id: int
    producer_code: str
    producer_name: str
    producer_name_en: str
    name_th: str
    name_en: str
    category: Category
    unit: Unit
    qty: int
    unit_price: int
    is_price_override: bool
    gross: int
    line_discount: int
    bill_discount: int
    vat_class: VatClass
    vat_bp: int
    vat: int
    parts: tuple[LotPart, ...]
    unlotted: Unlotted | None = None
    ref: LineRef | None = None

    @property
    def discount(self) -> int:
        return self.line_discount + self.bill_discount

    @property
    def net(self) -> int:
        return self.gross - self.discount


@dataclass(frozen=True, slots=True)
class Document:
    """Lines are numbered from 1 in their order."""

    id: UUID
    doc_type: DocumentType
    number: DocumentNumber
    session_id: int
    business_date: date
    at: datetime
    user: User
    lines: tuple[DocumentLine, ...]
    vats: tuple[VatTotal, ...]
    payments: tuple[Payment, ...]
    rounding: int
    request_hash: str
    ref_sale_id: UUID | None = None
    refers_to: str = ""
    reason: str = ""
    customer: Customer | None = None
    is_void: bool = False
    exchange_id: UUID | None = None

    @property
    def doc_no(self) -> str:
        return self.number.text(self.doc_type)

    @property
    def gross(self) -> int:
        return sum(line.gross for line in self.lines)

    @property
    def discount(self) -> int:
        return sum(line.discount for line in self.lines)

    @property
    def vat(self) -> int:
        return sum(total.vat for total in self.vats)
