"""X and Z: the figures of one till session, read any time or printed once more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    CashMovementRow,
    PaymentRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
    TillCountRow,
    TillEventRow,
    TillSessionRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.approval import Approval
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.errors import NotFound
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.report import Proof, TenderTotal
from otop_pos.domain.right import Grant, Right
from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import TOLD, EventKind, EventTotal
from otop_pos.domain.till_report import CashTotal, TillReport
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.services.permission import needs, read_matrix, role_of
from otop_pos.services.sale.confirming import lock_session
from otop_pos.services.till import session_value
from otop_pos.services.till_event import Happening, note


@needs(Right.READ_X)
def read_x(session: Session, till: str, *, user: User, at: datetime, approval: Approval | None = None) -> TillReport:
    """The open session so far; that somebody looked is told too. Refuses TillNotOpen."""
    row = lock_session(session, till)
    note(session, Happening(EventKind.X, f"Z{row.z_no}", approval=approval), till=till, user=user, at=at)
    grant = read_matrix(session, local_date(at)).grant(role_of(session, user), Right.READ_X)
    return replace(_report(session, row, at), is_blind=grant is not Grant.ALLOWED)


@needs(Right.REPRINT)
def reprint_z(
    session: Session, till: str, z_no: int, *, user: User, at: datetime, approval: Approval | None = None
) -> TillReport:
    """A closed session's figures as a numbered copy. Refuses NotFound (also while it is open)."""
    row = _closed(session, till, z_no, locked=True)
    earlier: int = session.execute(
        select(func.count()).where(
            TillEventRow.till_code == till, TillEventRow.kind == EventKind.REPRINT_Z, TillEventRow.what == f"Z{z_no}"
        )
    ).scalar_one()
    note(session, Happening(EventKind.REPRINT_Z, f"Z{z_no}", approval=approval), till=till, user=user, at=at)
    return replace(_report(session, row, row.closed_at or at), copy_no=earlier + 1)


@query
def read_z(session: Session, till: str, z_no: int) -> TillReport:
    """A closed session's figures: the original, for the paper at the close. Refuses NotFound."""
    row = _closed(session, till, z_no)
    return _report(session, row, row.closed_at or row.opened_at)


@query
def list_zs(session: Session, till: str, limit: int = 60) -> tuple[TillSession, ...]:
    """The till's closed sessions, newest first."""
    rows = session.scalars(
        select(TillSessionRow)
        .where(TillSessionRow.till_code == till, TillSessionRow.closed_at.is_not(None))
        .order_by(TillSessionRow.z_no.desc())
        .limit(limit)
    )
    return tuple(_session(session, row) for row in rows)


def _closed(session: Session, till: str, z_no: int, *, locked: bool = False) -> TillSessionRow:
    found = select(TillSessionRow).where(TillSessionRow.till_code == till, TillSessionRow.z_no == z_no)
    row = session.scalars(found.with_for_update() if locked else found).first()
    if row is None or row.closed_at is None:
        raise NotFound(_("Z"), str(z_no))
    return row


def _session(session: Session, row: TillSessionRow) -> TillSession:
    closer = session.get_one(UserRow, row.closed_by).name if row.closed_by else ""
    return session_value(row, session.get_one(UserRow, row.opened_by).name, closer)


def _report(session: Session, row: TillSessionRow, at: datetime) -> TillReport:
    heads = session.execute(_heads(row.id)).all()
    sold = [each for each in heads if each.doc_type is DocumentType.SALE]
    back = [each for each in heads if each.doc_type is DocumentType.REFUND and not each.is_void]
    voided = [each for each in heads if each.is_void]
    tenders = tuple(TenderTotal(*each) for each in session.execute(_tenders(row.id)))
    movements = tuple(CashTotal(*each) for each in session.execute(_movements(row.id)))
    net, rounding = _sum(heads, "net"), _sum(heads, "rounding")
    cash = sum(each.amount for each in tenders if PAYMENT_METHODS[each.method].gives_change)
    expected = row.float_amount + cash + sum(each.amount for each in movements)
    return TillReport(
        kind="Z" if row.closed_at else "X",
        session=_session(session, row),
        taken_at=at,
        first_doc_no=_edge(session, row.id, is_last=False),
        last_doc_no=_edge(session, row.id, is_last=True),
        sale_count=_sum(sold, "documents"),
        refund_count=_sum(back, "documents"),
        void_count=_sum(voided, "documents"),
        gross=_sum(sold, "gross"),
        discounts=_sum(sold, "discount"),
        refunds=_sum(back, "net"),
        voids=_sum(voided, "net"),
        net=net,
        rounding=rounding,
        vat=_sum(heads, "vat"),
        vats=tuple(VatTotal(*each) for each in session.execute(_vats(row.id))),
        tenders=tenders,
        movements=movements,
        events=tuple(EventTotal(*each) for each in session.execute(_events(row.id))),
        cash_sales=cash,
        cash_expected=expected,
        pieces=tuple((each.denomination, each.pieces) for each in session.execute(_pieces(row.id))),
        proofs=_proofs(session, row, net, sum(each.amount for each in tenders) - rounding, expected),
    )


def _proofs(session: Session, row: TillSessionRow, net: int, tendered: int, expected: int) -> tuple[Proof, ...]:
    lines: int = session.execute(
        select(total(SaleLineRow.net))
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .where(SaleRow.till_session_id == row.id)
    ).scalar_one()
    proofs = (
        Proof("lines", lines, net),
        Proof("tenders", tendered, net),
        Proof("shares", _divided(session, row.id), net),
    )
    return proofs if row.closed_at is None else (*proofs, Proof("drawer", expected, row.cash_expected or 0))


def _divided(session: Session, session_id: int) -> int:
    """What producers and centre share, and what still waits for its lot."""
    shares = SaleAllocRow.due + SaleAllocRow.commission + SaleAllocRow.fee + SaleAllocRow.vat_centre
    shared: int = session.execute(
        select(total(shares))
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .where(SaleRow.till_session_id == session_id, SaleAllocRow.note_id.is_(None))
    ).scalar_one()
    awaiting: int = session.execute(
        select(total(StockExceptionRow.net))
        .join(SaleRow, SaleRow.id == StockExceptionRow.sale_id)
        .where(SaleRow.till_session_id == session_id)
    ).scalar_one()
    return shared + awaiting


def _heads(session_id: int) -> Select[*tuple[Any, ...]]:
    sums = [total(getattr(SaleRow, name)).label(name) for name in ("gross", "discount", "net", "vat", "rounding")]
    return (
        select(SaleRow.doc_type, SaleRow.is_void, func.count().label("documents"), *sums)
        .where(SaleRow.till_session_id == session_id)
        .group_by(SaleRow.doc_type, SaleRow.is_void)
    )


def _tenders(session_id: int) -> Select[str, int, int]:
    return (
        select(PaymentRow.method, func.count(), total(PaymentRow.amount))
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(SaleRow.till_session_id == session_id)
        .group_by(PaymentRow.method)
        .order_by(PaymentRow.method)
    )


def _movements(session_id: int) -> Select[CashKind, int, int]:
    return (
        select(CashMovementRow.kind, func.count(), total(CashMovementRow.amount))
        .where(CashMovementRow.till_session_id == session_id)
        .group_by(CashMovementRow.kind)
        .order_by(CashMovementRow.kind)
    )


def _events(session_id: int) -> Select[EventKind, str, int, int]:
    return (
        select(TillEventRow.kind, UserRow.name, func.count(), total(TillEventRow.amount))
        .join(UserRow, UserRow.id == TillEventRow.user_id)
        .where(TillEventRow.till_session_id == session_id, TillEventRow.kind.in_(TOLD))
        .group_by(TillEventRow.kind, UserRow.name)
        .order_by(TillEventRow.kind, UserRow.name)
    )


def _vats(session_id: int) -> Select[VatClass, int, int, int]:
    return (
        select(SaleVatRow.vat_class, SaleVatRow.rate_bp, total(SaleVatRow.gross), total(SaleVatRow.vat))
        .join(SaleRow, SaleRow.id == SaleVatRow.sale_id)
        .where(SaleRow.till_session_id == session_id)
        .group_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
        .order_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
    )


def _pieces(session_id: int) -> Select[int, int]:
    return (
        select(TillCountRow.denomination, TillCountRow.pieces)
        .where(TillCountRow.session_id == session_id, TillCountRow.moment == "close")
        .order_by(TillCountRow.denomination.desc())
    )


def _edge(session: Session, session_id: int, *, is_last: bool) -> str:
    """The first or last receipt number: of one series, so their order is the order of sale."""
    order = (SaleRow.year.desc(), SaleRow.number.desc()) if is_last else (SaleRow.year, SaleRow.number)
    found: str | None = session.execute(
        select(SaleRow.doc_no)
        .where(SaleRow.till_session_id == session_id, SaleRow.doc_type == DocumentType.SALE)
        .order_by(*order)
        .limit(1)
    ).scalar()
    return found or ""


def _sum(rows: Sequence[AnyRow], name: str) -> int:
    return sum(getattr(row, name) for row in rows)
