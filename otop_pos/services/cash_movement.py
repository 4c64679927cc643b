"""The drawer beside the sales: paid in, paid out, to the safe, and opened for nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from otop_pos.db.models import ApprovalRow, CashMovementRow, TillEventRow, TillSessionRow
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import ApprovalInvalid, Missing, NotANumber, TooMuchOut
from otop_pos.domain.identity import new_id
from otop_pos.domain.money import LARGEST_AMOUNT, format_baht
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import checks, needs, permit
from otop_pos.services.sale.confirming import lock_session
from otop_pos.services.till import cash_in_drawer
from otop_pos.services.till_event import Happening, note

_EVENTS = {
    CashKind.PAID_IN: EventKind.PAID_IN,
    CashKind.PAID_OUT: EventKind.PAID_OUT,
    CashKind.DROP: EventKind.PAID_OUT,
}


@dataclass(frozen=True, slots=True)
class NoSale:
    """The drawer opened for nothing; `key` is the idempotency key."""

    reason: str
    key: UUID = field(default_factory=new_id)


@checks(Right.PAY_IN, Right.PAY_OUT)
def move_cash(
    session: Session, movement: CashMovement, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> CashMovement:
    """Paid in or out, with the reason on it. The same movement again changes nothing.

    Refuses NotANumber, Missing (a reason), TooMuchOut, TillNotOpen, NotAllowed, NeedsApproval,
    ApprovalInvalid.
    """
    opened = lock_session(session, till)
    if session.get(CashMovementRow, movement.key) is not None:
        return movement
    movement = clean(movement)
    if not 0 < movement.amount <= LARGEST_AMOUNT:
        raise NotANumber(format_baht(movement.amount))
    if not movement.reason.strip():
        raise Missing(_("reason"))
    used = _allow(session, movement, user, at, approval)
    if movement.signed < 0 and cash_in_drawer(session, opened) + movement.signed < 0:
        raise TooMuchOut
    session.add(_row(movement, opened, user, at, used))
    what = f"{format_baht(movement.signed)} · {movement.reason}"
    happening = Happening(_EVENTS[movement.kind], what, movement.signed, used, document_id=movement.key)
    note(session, happening, till=till, user=user, at=at)
    return movement


@needs(Right.OPEN_DRAWER)
def open_drawer(
    session: Session, no_sale: NoSale, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> int:
    """The event's number, the same for the same opening; the caller opens the drawer once this is saved.

    Refuses Missing (a reason), Unwritable, TillNotOpen, NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    lock_session(session, till)
    reason = writable_text(no_sale.reason) if no_sale.reason.strip() else ""
    if not reason:
        raise Missing(_("reason"))
    if (before := session.get(TillEventRow, no_sale.key)) is not None:
        return before.number
    happening = Happening(EventKind.NO_SALE, reason, approval=approval, key=no_sale.key)
    return note(session, happening, till=till, user=user, at=at)


def _allow(
    session: Session, movement: CashMovement, user: User, at: datetime, approval: Approval | None
) -> Approval | None:
    right = Right.PAY_IN if movement.kind is CashKind.PAID_IN else Right.PAY_OUT
    ask = Ask(right, f"{format_baht(movement.amount)} · {movement.reason}")
    used = permit(session, ask, user=user, at=at, approval=approval)
    if used is not None and session.get_one(ApprovalRow, used.id).what != ask.what:
        raise ApprovalInvalid(right)  # given for another sum
    return used


def _row(
    movement: CashMovement, opened: TillSessionRow, user: User, at: datetime, approval: Approval | None
) -> CashMovementRow:
    return CashMovementRow(
        id=movement.key,
        till_session_id=opened.id,
        kind=movement.kind,
        amount=movement.signed,
        reason=movement.reason,
        user_id=user.id,
        approval_id=approval.id if approval else None,
        at=at,
    )
