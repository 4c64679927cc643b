"""Who may do what: asked below the screen, by every use case that changes something."""

import functools
import inspect
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ParamSpec, TypeVar, cast

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ApprovalRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.approval import VALID_FOR, Approval, Ask
from otop_pos.domain.errors import ApprovalInvalid, LastManager, NeedsApproval, NotAllowed, NotWorking
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.services.setting import read_settings_of, write_setting
from otop_pos.services.till_event import Happening, is_told, note

P = ParamSpec("P")
T = TypeVar("T")

KEY = "rights"
_ROLE = select(UserRow.role, UserRow.active).where(UserRow.id == bindparam("id"))


def needs(right: Right, *, is_step: bool = False) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The use case runs only for who has the right, or brings an `approval` for it, which is told once: by the
    use case itself, or here. `is_step`: the act goes on, and its last step tells.

    It takes `user` and `at` by name. Refuses NotAllowed, NeedsApproval, ApprovalInvalid, NotWorking.
    """

    def guard(use_case: Callable[P, T]) -> Callable[P, T]:
        takes_approval = "approval" in inspect.signature(use_case).parameters

        @functools.wraps(use_case)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            session, given = cast(Session, args[0]), cast("dict[str, Any]", kwargs)
            user, at = given["user"], given["at"]
            used = permit(session, Ask(right), user=user, at=at, approval=given.get("approval"))
            if not takes_approval:
                given.pop("approval", None)
            value = use_case(*args, **kwargs)
            if used is not None and not is_step:
                _tell(session, used, user, at, may_be_told=takes_approval)
            return value

        guarded.needs = right  # type: ignore[attr-defined]
        return guarded

    return guard


def checks(*rights: Right) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Marks a use case that asks for its rights itself, by what it is given."""

    def mark(use_case: Callable[P, T]) -> Callable[P, T]:
        use_case.checks = rights  # type: ignore[attr-defined]
        return use_case

    return mark


def permit(
    session: Session, ask: Ask, *, user: User, at: datetime, approval: Approval | None = None, size: int = 0
) -> Approval | None:
    """The approval that the act uses, None where it needs none. `size`: basis points or satang.

    Refuses NotAllowed, NeedsApproval, ApprovalInvalid, NotWorking.
    """
    role = role_of(session, user)
    grant = read_matrix(session, local_date(at)).grant_for(role, ask.right, size)
    if grant is Grant.ALLOWED:
        return None
    if grant is Grant.DENIED:
        raise NotAllowed(ask.right)
    return check_approval(session, ask, user=user, at=at, approval=approval)


def check_approval(session: Session, ask: Ask, *, user: User, at: datetime, approval: Approval | None) -> Approval:
    """A second person said yes to just this. Refuses NeedsApproval, ApprovalInvalid."""
    if approval is None:
        raise NeedsApproval(ask)
    row = session.get(ApprovalRow, approval.id)
    if row is None or row.permission is not ask.right or row.given_by == user.id or not _fits(row, ask, user, at):
        raise ApprovalInvalid(ask.right)
    return approval


def role_of(session: Session, user: User) -> Role:
    """As the books say now, not as it was when the person signed in. Refuses NotWorking."""
    row = session.connection().execute(_ROLE, {"id": user.id}).first()
    if row is None or not row.active:
        raise NotWorking(user.name)
    return cast(Role, row.role)


@query
def read_matrix(session: Session, on: date) -> Matrix:
    """The shop's rights on a day."""
    text = read_settings_of(session, on).get(KEY)
    if text is None:
        return Matrix()
    kept = json.loads(text)
    return Matrix(
        {(Role(role), Right(right)): Grant(grant) for role, right, grant in kept["grants"]},
        {Right(right): cap for right, cap in kept["caps"]},
    )


@needs(Right.KEEP_STAFF)
def save_matrix(session: Session, matrix: Matrix, *, till: str, user: User, at: datetime) -> Matrix:
    """From today on. Refuses LastManager where nobody could put it right any more."""
    if matrix.grant(Role.MANAGER, Right.KEEP_STAFF) is not Grant.ALLOWED:
        raise LastManager
    text = json.dumps(
        {
            "grants": sorted([role, right, grant] for (role, right), grant in matrix.grants.items()),
            "caps": sorted([right, cap] for right, cap in matrix.caps.items()),
        }
    )
    happening = Happening(EventKind.RIGHTS, _changes(read_matrix(session, local_date(at)), matrix))
    write_setting(session, KEY, text, local_date(at))
    note(session, happening, till=till, user=user, at=at)
    return matrix


def _changes(before: Matrix, after: Matrix) -> str:
    """Only what is not as it was, for the books: 'cashier void allowed · cap discount 500'."""
    grants = (
        f"{role} {right} {after.grant(role, right)}"
        for role in Role
        for right in Right
        if before.grant(role, right) is not after.grant(role, right)
    )
    caps = (f"cap {right} {after.cap(right)}" for right in Right if before.cap(right) != after.cap(right))
    return " · ".join((*grants, *caps))


def _tell(session: Session, used: Approval, user: User, at: datetime, *, may_be_told: bool) -> None:
    """Refuses ApprovalInvalid: the approval was used for something before."""
    if may_be_told and is_told(session, used):
        return
    row = session.get_one(ApprovalRow, used.id)
    what = f"{row.permission} {row.what}".strip()
    note(session, Happening(EventKind.APPROVAL, what, approval=used), till=row.till_code, user=user, at=at)


def _fits(row: ApprovalRow, ask: Ask, user: User, at: datetime) -> bool:
    """For a bill: to the letter, however long it was held. Else for this person, now, and for what was read
    aloud: a yes to a void of ten baht is none to one of a thousand."""
    if ask.bill is not None:
        return row.bill == ask.bill and row.what == ask.what
    is_said = ask.what in ("", row.what)
    return is_said and row.bill is None and row.asked_by == user.id and at - row.at <= VALID_FOR
