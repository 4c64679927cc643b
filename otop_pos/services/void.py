"""Voiding a receipt of the open day: everything goes back to where it was before, except the number."""

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import PaymentRow, SaleLineRow, SaleRow
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import CannotVoid, Missing
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import Payment
from otop_pos.domain.refund import RefundLine, Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import check_approval, checks, permit
from otop_pos.services.refund import Taking, Terms, lock_sale, refund_document, take_back
from otop_pos.services.sale.confirming import lock_session, saved_before
from otop_pos.services.sale.document import Stand
from otop_pos.services.sale.posting import post_document
from otop_pos.services.sale.reading import sale_of
from otop_pos.services.sale.reference import free_references
from otop_pos.services.till_event import Happening, note


@checks(Right.VOID)
def void_sale(
    session: Session, void: Void, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Sale:
    """The refund of a whole bill, marked void: each tender gets back what it paid, to the satang.

    Nobody voids what they sold themselves without a second person. Refuses NotFound, CannotVoid, Missing
    (reason), TillNotOpen, ReceiptChanged, NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    stand = Stand(lock_session(session, till), user, at)
    digest = hashlib.sha256(repr((void.sale_doc_no, void.reason)).encode()).hexdigest()
    if (before := saved_before(session, void.key, digest)) is not None:
        return before
    void = clean(void)
    if not void.reason.strip():
        raise Missing(_("reason of the void"))
    taking = _whole(session, lock_sale(session, void.sale_doc_no), stand)
    used = _allowed(session, taking.sale, stand, approval)
    terms = Terms(void.key, void.reason, _given_back(session, taking), -taking.sale.rounding, digest, is_void=True)
    document = refund_document(session, taking, stand, terms)
    post_document(session, document)
    free_references(session, taking.sale.id)
    what = f"{void.sale_doc_no} · {void.reason}"
    happening = Happening(EventKind.VOID, what, taking.net, used, document_id=document.id)
    note(session, happening, till=till, user=user, at=at)
    return sale_of(document)


def _allowed(session: Session, sale: SaleRow, stand: Stand, approval: Approval | None) -> Approval | None:
    ask = Ask(Right.VOID, f"{sale.doc_no} {format_baht(sale.net + sale.rounding)}")
    used = permit(session, ask, user=stand.user, at=stand.at, approval=approval)
    if used is None and sale.user_id == stand.user.id:
        return check_approval(session, ask, user=stand.user, at=stand.at, approval=approval)
    return used


def _whole(session: Session, sale: SaleRow, stand: Stand) -> Taking:
    """All its lines. Refuses CannotVoid where anything has happened to the sale, or its drawer is closed."""
    if sale.till_session_id != stand.opened.id:
        raise CannotVoid(sale.doc_no, _("it is not of this till's open day"))
    if sale.exchange_id is not None:
        raise CannotVoid(sale.doc_no, _("it is part of an exchange"))
    if session.execute(select(SaleRow.id).where(SaleRow.ref_sale_id == sale.id)).first():
        raise CannotVoid(sale.doc_no, _("something of it came back already"))
    lines = session.execute(
        select(SaleLineRow.line_no, SaleLineRow.qty).where(SaleLineRow.sale_id == sale.id).order_by(SaleLineRow.line_no)
    )
    return take_back(session, sale.doc_no, [RefundLine(line_no, qty) for line_no, qty in lines])


def _given_back(session: Session, taking: Taking) -> tuple[Payment, ...]:
    rows = session.scalars(select(PaymentRow).where(PaymentRow.sale_id == taking.sale.id).order_by(PaymentRow.pay_no))
    return tuple(Payment(row.method, -row.amount, -row.amount, row.reference) for row in rows)
