"""Issuing statements: the entries of the ledger are claimed, the paper is kept for ever."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import StatementLineRow, StatementRow, TillSessionRow, VoucherRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import (
    CutoffInFuture,
    CutoffStillOpen,
    Missing,
    NotFound,
    NothingToSettle,
    NotNewest,
    Refusal,
    StatementPaid,
)
from otop_pos.domain.money import format_baht
from otop_pos.domain.numbering import statement_no
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.statement import Statement
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_numbers
from otop_pos.services.paper import Issued, keep_paper, read_paper
from otop_pos.services.permission import needs
from otop_pos.services.settlement.brief import COUNTS, briefs_where
from otop_pos.services.settlement.claim import lock_producer, newest_statement
from otop_pos.services.settlement.drafting import build_statement, check_after, ground_of
from otop_pos.services.settlement.many import ENDS_ALL, check_fresh
from otop_pos.services.shop import hold_days, read_shop
from otop_pos.services.till_event import Happening, note


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one producer when many were settled: a statement, or why there is none."""

    producer_id: int
    statement: Statement | None = None
    refusal: Refusal | None = None


@needs(Right.ISSUE_STATEMENT)
def issue_statement(
    session: Session,
    producer_id: int,
    cutoff: date,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Statement:
    """The statement as issued, kept and numbered. The same person's second time gives the first one again.

    Refuses NotFound, NoAgreement, CutoffInFuture, CutoffNotAfter (settled already), CutoffStillOpen (a
    DayStillOpen), NothingToSettle, NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    return _issue(session, producer_id, cutoff, till=till, user=user, at=at, approval=approval)


def issue_all(
    database: Database,
    producer_ids: Sequence[int],
    cutoff: date,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> tuple[Outcome, ...]:
    """A statement for each, in a transaction of its own; what one is refused for keeps no other back.

    An approval serves them all. Refuses NotAllowed, NeedsApproval, ApprovalInvalid, NotWorking.
    """
    outcomes = []
    for producer_id in producer_ids:
        try:
            statement = database.run(_issue_step, producer_id, cutoff, till=till, user=user, at=at, approval=approval)
            outcomes.append(Outcome(producer_id, statement))
        except ENDS_ALL:
            raise
        except Refusal as refusal:
            outcomes.append(Outcome(producer_id, refusal=refusal))
    if approval is not None and any(each.statement for each in outcomes):
        database.run(_tell_all, len(outcomes), cutoff, till=till, user=user, at=at, approval=approval)
    return tuple(outcomes)


@needs(Right.REVERSE_STATEMENT)
def reverse_statement(
    session: Session,
    doc_no: str,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> StatementBrief:
    """The statement stands no more: its entries wait for the next one, its number is not used again.

    Refuses NotFound, NotNewest, StatementPaid (a voucher of it is open or paid), Missing (reason), Unwritable.
    """
    reason = writable_text(reason) if reason.strip() else ""
    if not reason:
        raise Missing(_("reason"))
    row = _row(session, doc_no)
    lock_producer(session, row.producer_id)
    session.refresh(row)
    if row.reversed_at is None:
        _check_reversible(session, row)
        row.reversed_at, row.reversed_by, row.reverse_reason = at, user.id, reason
        session.execute(update(StatementLineRow).where(StatementLineRow.statement_id == row.id).values(is_live=False))
        what = f"{row.doc_no} · {reason}"
        happening = Happening(EventKind.STATEMENT, what, -row.closing, approval, document_id=row.id)
        note(session, happening, till=till, user=user, at=at)
        session.flush()
    return briefs_where(session, StatementRow.id == row.id)[0]


@query
def read_statement(session: Session, doc_no: str) -> Issued[Statement]:
    """As issued, with the shop as it was then. Refuses NotFound."""
    return read_paper(session, visible_text(doc_no).upper(), Statement)


@query
def list_statements(session: Session, producer_id: int = 0, limit: int = 200) -> tuple[StatementBrief, ...]:
    """Of one producer or of all, the newest first, those taken back among them."""
    return briefs_where(session, StatementRow.producer_id == producer_id if producer_id else None, limit)


@needs(Right.ISSUE_STATEMENT, is_step=True)
def _issue_step(
    session: Session,
    producer_id: int,
    cutoff: date,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Statement:
    check_fresh(session, approval)
    return _issue(session, producer_id, cutoff, till=till, user=user, at=at)


@needs(Right.ISSUE_STATEMENT)
def _tell_all(
    session: Session, count: int, cutoff: date, *, till: str, user: User, at: datetime, approval: Approval
) -> None:
    happening = Happening(EventKind.STATEMENT, f"{count} × {cutoff.isoformat()}", approval=approval)
    note(session, happening, till=till, user=user, at=at)


def _issue(
    session: Session,
    producer_id: int,
    cutoff: date,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Statement:
    # Whoever is dating an entry of the ledger now has written it when this goes on.
    hold_days(session)
    row = lock_producer(session, producer_id)
    ground = ground_of(session, row, cutoff)
    last = ground.last
    if last is not None and (last.cutoff, last.issued_by) == (cutoff, user.id):
        return read_paper(session, last.doc_no, Statement).value
    check_after(session, ground, cutoff)
    _check_day_over(session, cutoff, local_date(at))
    statement = build_statement(session, ground, cutoff, at=at)
    if not statement.entries and statement.opening == 0:
        raise NothingToSettle(statement.producer.name_th)
    (number,) = take_numbers(session, row.code, "STATEMENT")
    statement = replace(statement, number=number, doc_no=statement_no(row.code, number), issued_by=user.name)
    _keep(session, statement, user, at)
    what = f"{statement.doc_no} · {format_baht(statement.closing)}"
    happening = Happening(EventKind.STATEMENT, what, statement.closing, approval, document_id=statement.id)
    note(session, happening, till=till, user=user, at=at)
    return statement


def _check_day_over(session: Session, cutoff: date, today: date) -> None:
    if cutoff > today:
        raise CutoffInFuture(today)
    open_tills = session.scalars(
        select(TillSessionRow.till_code)
        .where(TillSessionRow.closed_at.is_(None), TillSessionRow.business_date <= cutoff)
        .order_by(TillSessionRow.till_code)
    ).all()
    if open_tills:
        raise CutoffStillOpen(tuple(open_tills))


def _keep(session: Session, statement: Statement, user: User, at: datetime) -> None:
    shop = read_shop(session, local_date(at))
    sha256 = keep_paper(session, statement.doc_no, statement.id, statement, shop, at=at)
    session.add(
        StatementRow(
            id=statement.id,
            doc_no=statement.doc_no,
            producer_id=statement.producer.id,
            number=statement.number,
            agreement_id=statement.agreement.id,
            period_from=statement.period_from,
            cutoff=statement.cutoff,
            last_entry=statement.last_entry,
            opening=statement.opening,
            closing=statement.closing,
            on_hold=statement.on_hold,
            issued_at=at,
            issued_by=user.id,
            sha256=sha256,
        )
    )
    session.flush()
    lines = [
        {"statement_id": statement.id, "line_no": line_no, "payable_id": entry.id, "is_live": True}
        for line_no, entry in enumerate(statement.entries, start=1)
    ]
    if lines:
        session.execute(insert(StatementLineRow), lines)


def _row(session: Session, doc_no: str) -> StatementRow:
    doc_no = visible_text(doc_no).upper()
    row = session.scalars(select(StatementRow).where(StatementRow.doc_no == doc_no)).first()
    if row is None:
        raise NotFound(_("Statement"), doc_no)
    return row


def _check_reversible(session: Session, row: StatementRow) -> None:
    newest = newest_statement(session, row.producer_id)
    if newest is not None and newest.id != row.id:
        raise NotNewest(row.doc_no, newest.doc_no)
    voucher = session.scalars(
        select(VoucherRow).where(VoucherRow.statement_id == row.id, VoucherRow.state.in_(COUNTS))
    ).first()
    if voucher is not None:
        raise StatementPaid(row.doc_no, voucher.doc_no)
