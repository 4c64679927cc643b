"""Tells what happened at a till, in order; an approval is used by exactly one event."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import ApprovalRow, TillEventRow, TillSessionRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import ApprovalInvalid
from otop_pos.domain.identity import new_id
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind, TillEvent
from otop_pos.services.numbering import take_numbers


@dataclass(frozen=True, slots=True)
class Happening:
    """What a use case tells. `content` is whatever JSON holds; `key` is the act's own id where it has one."""

    kind: EventKind
    what: str = ""
    amount: int = 0
    approval: Approval | None = None
    content: Any = None
    document_id: UUID | None = None
    key: UUID = field(default_factory=new_id)


def note(session: Session, happening: Happening, *, till: str, user: User, at: datetime) -> int:
    """The event's number at this till. Refuses ApprovalInvalid when the approval was used before."""
    if happening.approval is not None:
        _check_unused(session, happening.approval)
    (number,) = take_numbers(session, till, "EVENT")
    opened = _open_session(session, till)
    session.add(
        TillEventRow(
            id=happening.key,
            till_code=till,
            number=number,
            till_session_id=opened.id if opened else None,
            business_date=opened.business_date if opened else local_date(at),
            kind=happening.kind,
            user_id=user.id,
            approval_id=happening.approval.id if happening.approval else None,
            at=at,
            what=happening.what,
            amount=happening.amount,
            content="" if happening.content is None else json.dumps(happening.content, ensure_ascii=False),
            document_id=happening.document_id,
        )
    )
    session.flush()
    return number


def was_noted(session: Session, key: UUID) -> bool:
    """The act of this key was done before: a double click, a retry."""
    return session.get(TillEventRow, key) is not None


@query
def list_events(session: Session, business_date: date, till: str = "", limit: int = 500) -> tuple[TillEvent, ...]:
    """A day's events, of one till or of all, the newest first."""
    of_day = (TillEventRow.business_date == business_date) & ((TillEventRow.till_code == till) | (till == ""))
    return events_of(session, of_day, limit)


def events_of(session: Session, which: ColumnElement[bool], limit: int = 500) -> tuple[TillEvent, ...]:
    """The events for which `which` holds, the newest first."""
    approver = aliased(UserRow)
    rows = session.execute(
        select(TillEventRow, UserRow.name, approver.name)
        .join(UserRow, UserRow.id == TillEventRow.user_id)
        .outerjoin(ApprovalRow, ApprovalRow.id == TillEventRow.approval_id)
        .outerjoin(approver, approver.id == ApprovalRow.given_by)
        .where(which)
        .order_by(TillEventRow.at.desc(), TillEventRow.till_code, TillEventRow.number.desc())
        .limit(limit)
    )
    return tuple(_event(row, name, approved_by or "") for row, name, approved_by in rows)


def _event(row: TillEventRow, user: str, approver: str) -> TillEvent:
    return TillEvent(
        id=row.id,
        number=row.number,
        kind=row.kind,
        till_code=row.till_code,
        user=user,
        at=row.at,
        what=row.what,
        amount=row.amount,
        approver=approver,
        content=row.content,
        document_id=row.document_id,
    )


def _open_session(session: Session, till: str) -> TillSessionRow | None:
    return session.scalars(
        select(TillSessionRow).where(TillSessionRow.till_code == till, TillSessionRow.closed_at.is_(None))
    ).first()


def is_told(session: Session, approval: Approval) -> bool:
    """Something was done with it."""
    return session.execute(select(TillEventRow.id).where(TillEventRow.approval_id == approval.id)).first() is not None


def _check_unused(session: Session, approval: Approval) -> None:
    if is_told(session, approval):
        raise ApprovalInvalid(approval.ask.right)
