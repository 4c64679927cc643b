"""Taking goods back against their receipt: the same lots, the same dues, at their frozen economics."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    LotRow,
    PaymentRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.agreement import Rate, Share, reverse_share
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import EmptyBasket, Missing, NotFound, NothingLeftToReturn
from otop_pos.domain.money import CashRounding, format_baht, portion
from otop_pos.domain.payment import CASH, EXCHANGE, PAYMENT_METHODS, Payment
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.refund import GivenBack, Refund, RefundLine, give_back
from otop_pos.domain.right import Right
from otop_pos.domain.sale import DocumentType, Sale, VatTotal
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import checks, permit
from otop_pos.services.sale.confirming import lock_session, next_number, saved_before
from otop_pos.services.sale.document import Document, DocumentLine, LineRef, LotPart, Stand, Unlotted
from otop_pos.services.sale.posting import post_document
from otop_pos.services.sale.reading import sale_of
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import Happening, note

_SALE = select(SaleRow).where(SaleRow.doc_no == bindparam("doc_no"), SaleRow.doc_type == DocumentType.SALE)


@dataclass(frozen=True, slots=True)
class Returned:
    """What was taken back of a sale's line so far, per allocation and of its uncovered pieces."""

    by_alloc: dict[int, int]
    unlotted: int

    def and_also(self, parts: Sequence[LotPart], unlotted: Unlotted | None) -> "Returned":
        by_alloc = dict(self.by_alloc)
        for part in parts:
            if part.ref_alloc_no is not None:
                by_alloc[part.ref_alloc_no] = by_alloc.get(part.ref_alloc_no, 0) - part.qty
        return Returned(by_alloc, self.unlotted - (unlotted.qty if unlotted else 0))


@dataclass(frozen=True, slots=True)
class Taking:
    """A sale's row, held until the commit, its lines as they come back: negative, and what went back before."""

    sale: SaleRow
    lines: tuple[DocumentLine, ...]
    before: GivenBack

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    def back(self, method: str, rule: CashRounding, credit: int = 0) -> int:
        """Satang that go back by a method for these lines, beside what new goods took of them as `credit`."""
        before = replace(self.before, total=self.before.total + credit)
        coins = rule if PAYMENT_METHODS[method].gives_change else None
        return give_back(self.sale.net + self.sale.rounding, before, -self.net - credit, coins)


@dataclass(frozen=True, slots=True)
class ReturnValue:
    """Satang for goods that would come back: their `net`, the `credit` they are in an exchange, and what
    goes `back` by the refund's method."""

    net: int
    credit: int
    back: int


@dataclass(frozen=True, slots=True)
class Terms:
    """How goods are taken back: why, and for which money."""

    key: UUID
    reason: str
    payments: tuple[Payment, ...]
    rounding: int
    digest: str
    is_void: bool = False
    exchange_id: UUID | None = None


@checks(Right.REFUND, Right.REFUND_WITHOUT_RECEIPT)
def refund_sale(
    session: Session, refund: Refund, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Sale:
    """The refund document. What goes back is what was paid for these pieces, coins rounded over the whole sale.

    Refuses NotFound (receipt or line), NothingLeftToReturn, Missing (reason, reference), EmptyBasket,
    TillNotOpen, ReceiptChanged, NotAllowed, NeedsApproval (a large one, or one without a receipt),
    ApprovalInvalid. The same refund again gives the one saved first.
    """
    stand = Stand(lock_session(session, till), user, at)
    digest = refund_digest(refund)
    if (before := saved_before(session, refund.key, digest)) is not None:
        return before
    refund = clean(refund)
    check_refund(refund)
    check_reference(refund)
    taking = take_back(session, refund.sale_doc_no, refund.lines)
    allow_refund(session, refund, taking.net, stand, approval)
    rule = read_shop(session, local_date(at)).cash_rounding
    back = taking.back(refund.method, rule)
    paid = Payment(refund.method, -back, -back, refund.reference)
    rounding = -back - taking.net
    terms = Terms(refund.key, refund.reason, with_coins((paid,), rounding), rounding, digest)
    document = refund_document(session, taking, stand, terms)
    post_document(session, document)
    return sale_of(document)


@query
def value_return(session: Session, refund: Refund, *, at: datetime) -> ReturnValue:
    """What a return would come to if it were made now. Refuses NotFound, NothingLeftToReturn."""
    taking = look_at_return(session, refund)
    rule = read_shop(session, local_date(at)).cash_rounding
    credit = taking.back(EXCHANGE, rule)
    return ReturnValue(-taking.net, credit, taking.back(refund.method, rule))


def look_at_return(session: Session, refund: Refund) -> Taking:
    """As `take_back`, holding nothing."""
    rows = session.scalars(_SALE, {"doc_no": refund.sale_doc_no}).all()
    return _take(session, _only(rows, refund.sale_doc_no), refund.lines)


def take_back(session: Session, doc_no: str, wanted: Sequence[RefundLine]) -> Taking:
    """The lines of a sale as they come back. Holds the sale. Refuses NotFound, NothingLeftToReturn."""
    return _take(session, lock_sale(session, doc_no), wanted)


def refund_document(session: Session, taking: Taking, stand: Stand, terms: Terms) -> Document:
    """What is posted: takes the till's next number."""
    return Document(
        id=terms.key,
        doc_type=DocumentType.REFUND,
        number=next_number(session, stand.opened, DocumentType.REFUND),
        session_id=stand.opened.id,
        business_date=stand.opened.business_date,
        at=stand.at,
        user=stand.user,
        lines=taking.lines,
        vats=_vats(taking.lines),
        payments=terms.payments,
        rounding=terms.rounding,
        request_hash=terms.digest,
        ref_sale_id=taking.sale.id,
        refers_to=taking.sale.doc_no,
        reason=terms.reason,
        is_void=terms.is_void,
        exchange_id=terms.exchange_id,
    )


def with_coins(payments: tuple[Payment, ...], rounding: int) -> tuple[Payment, ...]:
    """Rounding is booked beside cash: where none goes back, beside no coins at all."""
    has_cash = any(PAYMENT_METHODS[each.method].gives_change for each in payments)
    return payments if has_cash or not rounding else (*payments, Payment(CASH, 0, 0))


def allow_refund(session: Session, refund: Refund, net: int, stand: Stand, approval: Approval | None) -> None:
    """Above the cap, or without its receipt, a refund has a second person's yes, and that is told.

    Refuses NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    right = Right.REFUND if refund.has_receipt else Right.REFUND_WITHOUT_RECEIPT
    ask = Ask(right, f"{refund.sale_doc_no} {format_baht(-net)}")
    used = permit(session, ask, user=stand.user, at=stand.at, approval=approval, size=-net)
    if used is None and refund.has_receipt:
        return
    happening = Happening(EventKind.REFUND, ask.what, net, used, document_id=refund.key)
    note(session, happening, till=stand.opened.till_code, user=stand.user, at=stand.at)


def check_refund(refund: Refund) -> None:
    if not refund.lines:
        raise EmptyBasket
    if not refund.reason.strip():
        raise Missing(_("reason of the return"))


def check_reference(refund: Refund) -> None:
    """Money that goes back by a bank or terminal has its number. Refuses Missing."""
    if PAYMENT_METHODS[refund.method].needs_reference and not refund.reference.strip():
        raise Missing(_("reference of the payment ({method})").format(method=PAYMENT_METHODS[refund.method].name))


def lock_sale(session: Session, doc_no: str) -> SaleRow:
    """Held until the commit, so that two tills cannot take the same piece back."""
    return _only(session.scalars(_SALE.with_for_update(), {"doc_no": doc_no}).all(), doc_no)


def _only(rows: Sequence[SaleRow], doc_no: str) -> SaleRow:
    if not rows:
        raise NotFound(_("Receipt"), doc_no)
    return rows[0]


def _take(session: Session, sale: SaleRow, wanted: Sequence[RefundLine]) -> Taking:
    taken: dict[int, Returned] = {}
    lines = tuple(_line(session, sale, each, taken) for each in wanted)
    return Taking(sale, lines, _given_back(session, sale))


def _line(session: Session, sale: SaleRow, wanted: RefundLine, taken: dict[int, Returned]) -> DocumentLine:
    """`taken` remembers what earlier lines of this same refund took: one piece good, one damaged."""
    found = session.execute(
        select(SaleLineRow, ProductRow.sku, ProducerRow)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .join(ProducerRow, ProducerRow.id == SaleLineRow.producer_id)
        .where(SaleLineRow.sale_id == sale.id, SaleLineRow.line_no == wanted.line_no)
    ).first()
    if found is None:
        raise NotFound(_("Line"), str(wanted.line_no))
    sold = found.SaleLineRow
    before = taken.get(sold.line_no) or _returned(session, sold)
    left = sold.qty - sum(before.by_alloc.values()) - before.unlotted
    if not 0 < wanted.qty <= left or (sold.unit.is_whole and wanted.qty % 1000):
        raise NothingLeftToReturn(sold.name_th, format_quantity(left, sold.unit))
    unlotted, from_lots = _unlotted(session, sold, before.unlotted, wanted.qty)
    parts = _parts(session, sold, before.by_alloc, from_lots, wanted.is_damaged)
    taken[sold.line_no] = before.and_also(parts, unlotted)
    return _document_line(found, wanted.qty, parts, unlotted)


def _returned(session: Session, sold: SaleLineRow) -> Returned:
    by_alloc = {
        alloc_no: -qty
        for alloc_no, qty in session.execute(
            select(SaleAllocRow.ref_alloc_no, total(SaleAllocRow.qty))
            .where(SaleAllocRow.ref_sale_id == sold.sale_id, SaleAllocRow.ref_line_no == sold.line_no)
            .group_by(SaleAllocRow.ref_alloc_no)
        )
        if alloc_no is not None
    }
    unlotted = session.execute(
        select(total(StockExceptionRow.qty))
        .join(
            SaleLineRow,
            (SaleLineRow.sale_id == StockExceptionRow.sale_id) & (SaleLineRow.line_no == StockExceptionRow.line_no),
        )
        .where(SaleLineRow.ref_sale_id == sold.sale_id, SaleLineRow.ref_line_no == sold.line_no)
    ).scalar_one()
    return Returned(by_alloc, -unlotted)


def _unlotted(session: Session, sold: SaleLineRow, before: int, qty: int) -> tuple[Unlotted | None, int]:
    """Pieces no lot covered go back first: they were owed to nobody. Also returns what is left to reverse."""
    row = session.get(StockExceptionRow, (sold.sale_id, sold.line_no))
    taken = min(qty, row.qty - before) if row is not None else 0
    if row is None or taken <= 0:
        return None, qty

    def part(amount: int) -> int:
        return -portion(amount, before, before + taken, row.qty)

    return Unlotted(-taken, part(row.gross), part(row.discount), part(row.vat)), qty - taken


def _parts(
    session: Session, sold: SaleLineRow, before: dict[int, int], qty: int, is_damaged: bool
) -> tuple[LotPart, ...]:
    """Reverses the line's allocations, the last first, until the quantity is covered."""
    rows = session.execute(
        select(SaleAllocRow, LotRow.code)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .where(SaleAllocRow.sale_id == sold.sale_id, SaleAllocRow.line_no == sold.line_no)
        .order_by(SaleAllocRow.alloc_no.desc())
    ).all()
    parts, missing = [], qty
    for alloc, code in rows:
        done = before.get(alloc.alloc_no, 0)
        taken = min(missing, alloc.qty - done)
        if taken > 0:
            parts.append(_reversed(alloc, code, done, taken, is_damaged))
            missing -= taken
    return tuple(parts)


def _reversed(alloc: SaleAllocRow, lot_code: str, done: int, taken: int, is_damaged: bool) -> LotPart:
    share = Share(
        gross=alloc.gross,
        disc_centre=alloc.disc_centre,
        disc_producer=alloc.disc_producer,
        net=alloc.net,
        vat_centre=alloc.vat_centre,
        commission=alloc.commission,
        fee=alloc.fee,
        due=alloc.due,
    )
    return LotPart(
        lot_id=alloc.lot_id,
        lot_code=lot_code,
        producer_id=alloc.producer_id,
        agreement_id=alloc.agreement_id,
        qty=-taken,
        share=reverse_share(share, done, done + taken, alloc.qty),
        rate=Rate(alloc.rate_method, alloc.rate_basis_points, alloc.rate_amount, alloc.rate_base),
        tax_mode=alloc.tax_mode,
        bucket=Bucket.QUARANTINE if is_damaged else Bucket.SELLABLE,
        ref_alloc_no=alloc.alloc_no,
    )


def _document_line(found: AnyRow, qty: int, parts: Sequence[LotPart], unlotted: Unlotted | None) -> DocumentLine:
    """The line is the sum of its parts; its discount is shown as one figure."""
    sold, sku, producer = found
    gross = sum(part.share.gross for part in parts) + (unlotted.gross if unlotted else 0)
    discount = sum(part.share.disc_centre + part.share.disc_producer for part in parts)
    vat = sum(part.share.vat_centre for part in parts) if sold.vat_bp else 0
    return DocumentLine(
        product_id=sold.product_id,
        sku=sku,
        producer_id=sold.producer_id,
        producer_code=producer.code,
        producer_name=producer.name_th,
        producer_name_en=producer.name_en,
        name_th=sold.name_th,
        name_en=sold.name_en,
        category=sold.category,
        unit=sold.unit,
        qty=-qty,
        unit_price=sold.unit_price,
        is_price_override=sold.is_price_override,
        gross=gross,
        line_discount=discount + (unlotted.discount if unlotted else 0),
        bill_discount=0,
        vat_class=sold.vat_class,
        vat_bp=sold.vat_bp,
        vat=vat + (unlotted.vat if unlotted else 0),
        parts=tuple(parts),
        unlotted=unlotted,
        ref=LineRef(sold.sale_id, sold.line_no),
    )


def _vats(lines: Sequence[DocumentLine]) -> tuple[VatTotal, ...]:
    """The tax the sale's document held for these pieces: taken back in parts, it adds up to it exactly."""
    classes = sorted({(line.vat_class, line.vat_bp) for line in lines})
    return tuple(
        VatTotal(vat_class, rate_bp, sum(line.net for line in members), sum(line.vat for line in members))
        for vat_class, rate_bp in classes
        for members in [[line for line in lines if (line.vat_class, line.vat_bp) == (vat_class, rate_bp)]]
    )


def _given_back(session: Session, sale: SaleRow) -> GivenBack:
    """By all earlier returns of the sale; of one in an exchange also what the new goods took."""
    paid = {
        method: (-amount, -amount + rounding)
        for method, amount, rounding in session.execute(
            select(PaymentRow.method, total(PaymentRow.amount), total(SaleRow.rounding))
            .join(PaymentRow, PaymentRow.sale_id == SaleRow.id)
            .where(SaleRow.ref_sale_id == sale.id)
            .group_by(PaymentRow.method)
        )
    }
    cash, cash_net = paid.get(CASH, (0, 0))
    return GivenBack(sum(amount for amount, _net in paid.values()), cash, cash_net)


def refund_digest(refund: Refund) -> str:
    wanted = (refund.sale_doc_no, refund.lines, refund.reason, refund.method, refund.reference, refund.has_receipt)
    return hashlib.sha256(repr(wanted).encode()).hexdigest()
