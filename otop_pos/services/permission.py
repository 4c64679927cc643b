"""Who may do what: asked below the screen, by every use case that changes something."""

import functools
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
from otop_pos.services.setting import read_settings_of, write_setting

P = ParamSpec("P")
T = TypeVar("T")

KEY = "rights"
_ROLE = select(UserRow.role, UserRow.active).where(UserRow.id == bindparam("id"))


def needs(right: Right) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The use case runs only for who has the right, or brings an `approval` for it.

    It takes `user` and `at` by name. Refuses NotAllowed, NeedsApproval, ApprovalInvalid, NotWorking.
    """

    def guard(use_case: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(use_case)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            session, given = cast(Session, args[0]), cast("dict[str, Any]", kwargs)
            permit(session, Ask(right), user=given["user"], at=given["at"], approval=given.get("approval"))
            return use_case(*args, **kwargs)

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
def save_matrix(session: Session, matrix: Matrix, *, user: User, at: datetime) -> Matrix:
    """From today on. Refuses LastManager where nobody could put it right any more."""
    if matrix.grant(Role.MANAGER, Right.KEEP_STAFF) is not Grant.ALLOWED:
        raise LastManager
    text = json.dumps(
        {
            "grants": sorted([role, right, grant] for (role, right), grant in matrix.grants.items()),
            "caps": sorted([right, cap] for right, cap in matrix.caps.items()),
        }
    )
    write_setting(session, KEY, text, local_date(at))
    return matrix


def _fits(row: ApprovalRow, ask: Ask, user: User, at: datetime) -> bool:
    """For a bill: to the letter, however long it was held. Else for this person, and now."""
    if ask.bill is not None:
        return row.bill == ask.bill and row.what == ask.what
    return row.bill is None and row.asked_by == user.id and at - row.at <= VALID_FOR
