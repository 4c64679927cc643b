"""The till day: opened with a counted float, closed with a counted drawer and a numbered Z."""

import json
from datetime import datetime
from typing import Literal

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import (
    CashMovementRow,
    PaymentRow,
    SaleRow,
    TillCountRow,
    TillEventRow,
    TillRow,
    TillSessionRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import DrawerDiffers, NotANumber, NotFound, TillAlreadyOpen
from otop_pos.domain.money import DENOMINATIONS, format_baht
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import TillSession, counted
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import needs, permit, role_of
from otop_pos.services.sale.confirming import lock_session
from otop_pos.services.shop import business_day, read_shop
from otop_pos.services.till_event import Happening, note

_DRAWER_METHODS = [code for code, method in PAYMENT_METHODS.items() if method.gives_change]


@needs(Right.OPEN_TILL)
def open_till(
    session: Session,
    till: str,
    pieces: dict[int, int],
    *,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> TillSession:
    """A new session with the next Z number; `pieces` counts {denomination in satang: pieces} in the drawer.

    The business date is fixed now. Refuses TillAlreadyOpen, NotFound, NotANumber (a bad count).
    """
    _check_count(pieces)
    row = session.scalars(select(TillRow).where(TillRow.code == till).with_for_update()).first()
    if row is None:
        raise NotFound(_("Till"), till)
    if (open_now := _open_session(session, till)) is not None:
        raise TillAlreadyOpen(till, open_now.business_date)
    last_z: int = session.execute(
        select(func.coalesce(func.max(TillSessionRow.z_no), 0)).where(TillSessionRow.till_code == till)
    ).scalar_one()
    opened = TillSessionRow(
        till_code=till,
        epoch=row.epoch,
        z_no=last_z + 1,
        business_date=business_day(session, local_date(at)),
        opened_at=at,
        opened_by=user.id,
        float_amount=counted(pieces),
    )
    session.add(opened)
    session.flush()
    _keep_count(session, opened.id, "open", pieces)
    happening = Happening(EventKind.OPEN, f"Z{opened.z_no}", opened.float_amount, approval)
    note(session, happening, till=till, user=user, at=at)
    return session_value(opened, user.name)


@needs(Right.CLOSE_TILL)
def close_till(
    session: Session,
    till: str,
    pieces: dict[int, int],
    reason: str = "",
    *,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> TillSession:
    """The closed session. What should be in the drawer is worked out only now, after the count.

    Above the shop's limit a difference needs a `reason` and the right to close so, of this person or of
    who approves. Refuses TillNotOpen, NotANumber (a bad count), DrawerDiffers, NeedsApproval,
    ApprovalInvalid, Unwritable.
    """
    _check_count(pieces)
    reason = writable_text(reason) if reason.strip() else ""
    row = lock_session(session, till)
    expected, there = cash_in_drawer(session, row), counted(pieces)
    difference = there - expected
    used = _allow_difference(session, difference, reason, user, at, approval)
    happening = Happening(EventKind.CLOSE, reason or f"Z{row.z_no}", difference, used)
    note(session, happening, till=till, user=user, at=at)
    row.cash_expected, row.cash_counted = expected, there
    row.closed_at, row.closed_by = at, user.id
    _keep_count(session, row.id, "close", pieces)
    session.flush()
    opener = session.get_one(UserRow, row.opened_by)
    return session_value(row, opener.name, user.name)


def close_counted(
    database: Database,
    till: str,
    pieces: dict[int, int],
    reason: str = "",
    *,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> TillSession:
    """`close_till` for who counts at the drawer: the count is kept before it is judged, also when it is
    refused. Who tries counts to find out what should be there leaves each of them on the Z. Refuses as
    `close_till`."""
    database.run(note_count, till, pieces, user=user, at=at, approval=approval)
    return database.run(close_till, till, pieces, reason, user=user, at=at, approval=approval)


@needs(Right.CLOSE_TILL, is_step=True)
def note_count(
    session: Session,
    till: str,
    pieces: dict[int, int],
    *,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> None:
    """Tells that somebody counted, and what; the same count once more is not told again.

    An `approval` is looked at and not used up. Refuses TillNotOpen, NotANumber.
    """
    _check_count(pieces)
    row = lock_session(session, till)
    content = {format_baht(each): count for each, count in sorted(pieces.items()) if count}
    if _last_count(session, row) == (user.id, json.dumps(content)):
        return
    happening = Happening(EventKind.COUNT, format_baht(counted(pieces)), counted(pieces), content=content)
    note(session, happening, till=till, user=user, at=at)


@needs(Right.HAND_OVER)
def hand_over(
    session: Session,
    till: str,
    taker: User,
    pieces: dict[int, int],
    *,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> int:
    """The drawer goes from `user` to `taker`, who has signed in; counted, where `pieces` are given.

    The difference is kept and told to nobody: the next count is blind too. Returns the event's number.
    Refuses TillNotOpen, NotANumber, NotWorking.
    """
    _check_count(pieces)
    row = lock_session(session, till)
    role_of(session, taker)
    there = counted(pieces)
    difference = there - cash_in_drawer(session, row) if pieces else None
    content = {"taker": taker.code, "counted": there if pieces else None, "difference": difference}
    happening = Happening(EventKind.HAND_OVER, f"{user.name} → {taker.name}", there, approval, content)
    return note(session, happening, till=till, user=user, at=at)


@query
def current_session(session: Session, till: str) -> TillSession | None:
    """The till's open session, if it is open."""
    row = _open_session(session, till)
    return session_value(row, session.get_one(UserRow, row.opened_by).name) if row else None


def cash_taken(session: Session, session_id: int) -> int:
    """Satang that sales put into the drawer less what refunds took out; change is already off."""
    return session.execute(
        select(total(PaymentRow.amount))
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(SaleRow.till_session_id == session_id, PaymentRow.method.in_(_DRAWER_METHODS))
    ).scalar_one()


def cash_in_drawer(session: Session, row: TillSessionRow) -> int:
    """Satang that should be there: the float, the cash of the documents, paid in and out."""
    moved: int = session.execute(
        select(total(CashMovementRow.amount)).where(CashMovementRow.till_session_id == row.id)
    ).scalar_one()
    return row.float_amount + cash_taken(session, row.id) + moved


def session_value(row: TillSessionRow, opened_by: str, closed_by: str = "") -> TillSession:
    return TillSession(
        id=row.id,
        till_code=row.till_code,
        z_no=row.z_no,
        business_date=row.business_date,
        opened_at=row.opened_at,
        opened_by=opened_by,
        float_amount=row.float_amount,
        closed_at=row.closed_at,
        closed_by=closed_by,
        cash_expected=row.cash_expected,
        cash_counted=row.cash_counted,
    )


def _open_session(session: Session, till: str) -> TillSessionRow | None:
    return session.scalars(
        select(TillSessionRow).where(TillSessionRow.till_code == till, TillSessionRow.closed_at.is_(None))
    ).first()


def _allow_difference(
    session: Session, difference: int, reason: str, user: User, at: datetime, approval: Approval | None
) -> Approval | None:
    limit = read_shop(session, local_date(at)).drawer_limit
    if abs(difference) <= limit:
        return None
    if not reason:
        raise DrawerDiffers(limit)
    return permit(session, Ask(Right.CLOSE_OFF, reason), user=user, at=at, approval=approval)


def _last_count(session: Session, row: TillSessionRow) -> tuple[int, str] | None:
    """Who counted last in this session, and what."""
    found = session.execute(
        select(TillEventRow.user_id, TillEventRow.content)
        .where(TillEventRow.till_session_id == row.id, TillEventRow.kind == EventKind.COUNT)
        .order_by(TillEventRow.number.desc())
        .limit(1)
    ).first()
    return (found.user_id, found.content) if found else None


def _check_count(pieces: dict[int, int]) -> None:
    for denomination, count in pieces.items():
        if denomination not in DENOMINATIONS or count < 0:
            raise NotANumber(f"{denomination} × {count}")


def _keep_count(session: Session, session_id: int, moment: Literal["open", "close"], pieces: dict[int, int]) -> None:
    rows = [
        {"session_id": session_id, "moment": moment, "denomination": denomination, "pieces": count}
        for denomination, count in pieces.items()
        if count
    ]
    if rows:
        session.execute(insert(TillCountRow), rows)
