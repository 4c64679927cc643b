"""The producers' ledger: read, corrected by hand, and parked where somebody disputes it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    PayableAdjustmentRow,
    PayableHoldRow,
    PayableRow,
    ProducerRow,
    StatementLineRow,
    StatementRow,
    UserRow,
    VoucherRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AlreadySettled, Missing, NotANumber, NotFound
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.ledger_hold import LedgerHold
from otop_pos.domain.money import LARGEST_AMOUNT, format_baht
from otop_pos.domain.producer_balance import ProducerBalance
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.voucher import LIVE
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import checks, needs, permit
from otop_pos.services.producer import producer_of
from otop_pos.services.settlement.claim import IS_LIVE, lock_producer, newest_statements, parked, unclaimed
from otop_pos.services.settlement.entry import entries_where
from otop_pos.services.shop import goods_day
from otop_pos.services.till_event import Happening, note

BY_HAND = (EntryKind.FEE, EntryKind.ADJUST)


@query
def list_ledger(session: Session, producer_id: int, limit: int = 500) -> tuple[LedgerEntry, ...]:
    """The producer's newest entries, the newest first."""
    newest = (
        select(PayableRow.id)
        .where(PayableRow.producer_id == producer_id)
        .order_by(PayableRow.business_date.desc(), PayableRow.id.desc())
        .limit(limit)
    )
    return entries_where(session, PayableRow.id.in_(newest))[::-1]


@query
def list_balances(session: Session) -> tuple[ProducerBalance, ...]:
    """Of every producer that has an entry or a statement, by code."""
    unsettled = case((unclaimed(), PayableRow.amount), else_=0)
    held = case((unclaimed() & parked(), PayableRow.amount), else_=0)
    sums = {
        row.producer_id: row
        for row in session.execute(
            select(
                PayableRow.producer_id,
                total(PayableRow.amount).label("owed"),
                total(unsettled).label("unsettled"),
                total(held).label("held"),
            ).group_by(PayableRow.producer_id)
        )
    }
    last, stopped, vouchers = newest_statements(session), _stopped(session), _open_vouchers(session)
    rows = session.scalars(select(ProducerRow).where(ProducerRow.id.in_(sums)).order_by(ProducerRow.code))
    return tuple(
        _balance(row, sums[row.id], last.get(row.id), row.id in stopped, vouchers.get(row.id, "")) for row in rows
    )


@checks(Right.ADJUST_LEDGER)
def adjust_ledger(
    session: Session,
    adjustment: LedgerAdjustment,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> LedgerEntry:
    """A fee or a correction, with its reason. The same one again changes nothing.

    Refuses NotFound, NotANumber (nothing, or absurd), Missing (reason), Unwritable, NotAllowed, NeedsApproval
    (of just this amount), ApprovalInvalid.
    """
    adjustment = clean(adjustment)
    if adjustment.kind not in BY_HAND:
        raise ValueError(f"{adjustment.kind} is not written by hand")
    if not 0 < abs(adjustment.amount) <= LARGEST_AMOUNT:
        raise NotANumber(format_baht(adjustment.amount))
    if not adjustment.reason:
        raise Missing(_("reason"))
    day = goods_day(session, local_date(at))
    producer = lock_producer(session, adjustment.producer_id)
    what = f"{producer.code} {format_baht(adjustment.amount)} · {adjustment.reason}"
    used = permit(session, Ask(Right.ADJUST_LEDGER, what), user=user, at=at, approval=approval)
    if session.get(PayableAdjustmentRow, adjustment.key) is None:
        _write(session, adjustment, user, used, at)
        session.add(
            PayableRow(
                id=new_id(),
                producer_id=producer.id,
                kind=adjustment.kind.value,
                amount=adjustment.amount,
                at=at,
                business_date=day,
                source_id=adjustment.key,
                source_line=1,
                source_part=0,
            )
        )
        happening = Happening(EventKind.STATEMENT, what, adjustment.amount, used, document_id=adjustment.key)
        note(session, happening, till=till, user=user, at=at)
    return entries_where(session, PayableRow.source_id == adjustment.key)[0]


@needs(Right.HOLD_LEDGER)
def hold_ledger(
    session: Session,
    producer_id: int,
    payable_id: UUID | None,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> LedgerHold:
    """Parks one entry, or with None all payments to the producer. What is held already stays as it is.

    Refuses NotFound, AlreadySettled (on a statement), Missing (reason), Unwritable.
    """
    reason = writable_text(reason) if reason.strip() else ""
    if not reason:
        raise Missing(_("reason"))
    producer = lock_producer(session, producer_id)
    if payable_id is not None:
        _check_free(session, producer_id, payable_id)
    row = _hold_of(session, producer_id, payable_id)
    if row is None:
        row = PayableHoldRow(
            id=new_id(),
            producer_id=producer_id,
            payable_id=payable_id,
            reason=reason,
            placed_by=user.id,
            placed_at=at,
        )
        session.add(row)
        session.flush()
        happening = Happening(EventKind.STATEMENT, f"{producer.code} ⏸ {reason}", 0, approval, document_id=row.id)
        note(session, happening, till=till, user=user, at=at)
    return _hold(session, row)


@needs(Right.HOLD_LEDGER)
def release_hold(
    session: Session,
    hold_id: UUID,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> LedgerHold:
    """The entry goes on the next statement. Twice is once. Refuses NotFound."""
    row = session.get(PayableHoldRow, hold_id, with_for_update=True)
    if row is None:
        raise NotFound(_("Hold"), str(hold_id))
    if row.released_at is None:
        row.released_at, row.released_by = at, user.id
        producer = session.get_one(ProducerRow, row.producer_id)
        what = f"{producer.code} ▶ {row.reason}"
        note(
            session,
            Happening(EventKind.STATEMENT, what, 0, approval, document_id=row.id),
            till=till,
            user=user,
            at=at,
        )
    return _hold(session, row)


@query
def list_holds(session: Session, producer_id: int = 0) -> tuple[LedgerHold, ...]:
    """What is held now, of one producer or of all, the newest first."""
    rows = select(PayableHoldRow).where(PayableHoldRow.released_at.is_(None))
    if producer_id:
        rows = rows.where(PayableHoldRow.producer_id == producer_id)
    return tuple(_hold(session, row) for row in session.scalars(rows.order_by(PayableHoldRow.placed_at.desc())))


def _stopped(session: Session) -> set[int]:
    return set(
        session.scalars(
            select(PayableHoldRow.producer_id).where(
                PayableHoldRow.payable_id.is_(None), PayableHoldRow.released_at.is_(None)
            )
        )
    )


def _open_vouchers(session: Session) -> dict[int, str]:
    rows = session.execute(select(VoucherRow.producer_id, VoucherRow.doc_no).where(VoucherRow.state.in_(LIVE)))
    return {row.producer_id: row.doc_no for row in rows}


def _balance(
    row: ProducerRow, sums: AnyRow, last: StatementRow | None, is_on_hold: bool, voucher: str
) -> ProducerBalance:
    return ProducerBalance(
        producer=producer_of(row),
        owed=sums.owed,
        unsettled=sums.unsettled,
        held=sums.held,
        last_statement=last.doc_no if last else "",
        last_closing=last.closing if last else 0,
        is_on_hold=is_on_hold,
        last_cutoff=last.cutoff if last else None,
        open_voucher=voucher,
    )


def _write(session: Session, adjustment: LedgerAdjustment, user: User, approval: Approval | None, at: datetime) -> None:
    session.add(
        PayableAdjustmentRow(
            id=adjustment.key,
            producer_id=adjustment.producer_id,
            kind=adjustment.kind,
            amount=adjustment.amount,
            reason=adjustment.reason,
            user_id=user.id,
            approval_id=approval.id if approval else None,
            at=at,
        )
    )
    session.flush()


def _check_free(session: Session, producer_id: int, payable_id: UUID) -> None:
    row = session.get(PayableRow, payable_id)
    if row is None or row.producer_id != producer_id:
        raise NotFound(_("Entry"), str(payable_id))
    claimed = session.scalars(
        select(StatementRow.doc_no)
        .join(StatementLineRow, StatementLineRow.statement_id == StatementRow.id)
        .where(StatementLineRow.payable_id == payable_id, IS_LIVE)
    ).first()
    if claimed is not None:
        raise AlreadySettled(claimed)


def _hold_of(session: Session, producer_id: int, payable_id: UUID | None) -> PayableHoldRow | None:
    return session.scalars(
        select(PayableHoldRow).where(
            PayableHoldRow.producer_id == producer_id,
            PayableHoldRow.payable_id == payable_id if payable_id else PayableHoldRow.payable_id.is_(None),
            PayableHoldRow.released_at.is_(None),
        )
    ).first()


def _hold(session: Session, row: PayableHoldRow) -> LedgerHold:
    entry = session.get_one(PayableRow, row.payable_id) if row.payable_id else None
    return LedgerHold(
        id=row.id,
        producer=producer_of(session.get_one(ProducerRow, row.producer_id)),
        payable_id=row.payable_id,
        reason=row.reason,
        placed_by=session.get_one(UserRow, row.placed_by).name,
        placed_at=row.placed_at,
        kind=EntryKind(entry.kind) if entry else None,
        business_date=entry.business_date if entry else None,
        amount=entry.amount if entry else 0,
        is_released=row.released_at is not None,
    )
