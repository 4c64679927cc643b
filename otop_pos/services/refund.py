"""Taking goods back against their receipt: the same lots, the same dues, at their frozen economics."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    PaymentRow,
    SaleRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import EmptyBasket, Missing, NotFound
from otop_pos.domain.money import CashRounding, format_baht
from otop_pos.domain.payment import CASH, EXCHANGE, PAYMENT_METHODS, Payment, check_offered
from otop_pos.domain.refund import GivenBack, Refund, RefundLine, give_back
from otop_pos.domain.right import Right
from otop_pos.domain.sale import DocumentType, Sale, VatTotal
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import checks, permit
from otop_pos.services.sale.confirming import lock_session, next_number, saved_before
from otop_pos.services.sale.document import Document, DocumentLine, Stand
from otop_pos.services.sale.posting import post_document
from otop_pos.services.sale.reading import sale_of
from otop_pos.services.sale.reversing import Returned, reverse_line
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import Happening, note

_SALE = select(SaleRow).where(SaleRow.doc_no == bindparam("doc_no"), SaleRow.doc_type == DocumentType.SALE)


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
    check_offered(refund.method)


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
    lines = tuple(reverse_line(session, sale, each, taken) for each in wanted)
    return Taking(sale, lines, _given_back(session, sale))


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
