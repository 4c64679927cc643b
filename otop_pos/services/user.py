"""The people who use the program: registered by a manager, each with a role and a secret of their own."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import UserRow
from otop_pos.db.query import query
from otop_pos.domain.code import code_of
from otop_pos.domain.errors import AlreadyExists, LastManager, NotFound
from otop_pos.domain.right import Right, Role
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.till_event import Happening, note


@needs(Right.KEEP_STAFF)
def register_user(session: Session, new: User, *, till: str, user: User, at: datetime) -> User:
    """`new.id` is set here. The new person chooses a PIN at the first sign-in.

    Refuses AlreadyExists, BadCode, Unwritable.
    """
    added = add_user(session, new.code, new.name, new.role)
    note(
        session, Happening(EventKind.STAFF, f"+ {added.code} {added.name} · {added.role}"), till=till, user=user, at=at
    )
    return added


@needs(Right.KEEP_STAFF)
def change_user(
    session: Session, changed: User, *, is_active: bool = True, till: str, user: User, at: datetime
) -> User:
    """Name, role, and whether the person still works here. Who becomes manager chooses a password: a PIN
    was enough until then. Refuses NotFound, LastManager, Unwritable."""
    row = _row(session, changed.code)
    if changed.role is Role.MANAGER and row.role is not Role.MANAGER:
        _forget(row)
    row.name, row.role, row.active = writable_text(changed.name), changed.role, is_active
    session.flush()
    _check_managed(session)
    mark = "" if is_active else " ✗"
    note(session, Happening(EventKind.STAFF, f"{row.code} {row.name} · {row.role}{mark}"), till=till, user=user, at=at)
    return _user(row)


@needs(Right.KEEP_STAFF)
def forget_secret(session: Session, code: str, *, till: str, user: User, at: datetime) -> User:
    """The PIN is taken away and the door unlocked; the person chooses a new one. Refuses NotFound."""
    row = _row(session, code)
    _forget(row)
    note(session, Happening(EventKind.STAFF, f"{row.code} PIN –"), till=till, user=user, at=at)
    return _user(row)


@query
def list_users(session: Session) -> tuple[User, ...]:
    """Active users by code."""
    rows = session.scalars(select(UserRow).where(UserRow.active).order_by(UserRow.code))
    return tuple(_user(row) for row in rows)


@query
def list_former_users(session: Session) -> tuple[User, ...]:
    """Who no longer works here, by code."""
    rows = session.scalars(select(UserRow).where(UserRow.active.is_(False)).order_by(UserRow.code))
    return tuple(_user(row) for row in rows)


def add_user(session: Session, code: str, name: str, role: Role | str) -> User:
    """Without asking who does it: for the set-up. Refuses as `register_user`."""
    code = code_of(code)
    if session.execute(select(UserRow.id).where(UserRow.code == code)).first():
        raise AlreadyExists(_("User"), code)
    row = UserRow(code=code, name=writable_text(name), role=Role(role), active=True, secret="")
    session.add(row)
    session.flush()
    return _user(row)


def _row(session: Session, code: str) -> UserRow:
    row = session.scalars(select(UserRow).where(UserRow.code == code).with_for_update()).first()
    if row is None:
        raise NotFound(_("User"), code)
    return row


def _forget(row: UserRow) -> None:
    row.secret, row.failed_tries, row.locked_until = "", 0, None


def _check_managed(session: Session) -> None:
    managers = session.execute(select(func.count()).where(UserRow.active, UserRow.role == Role.MANAGER)).scalar_one()
    if not managers:
        raise LastManager


def _user(row: UserRow) -> User:
    return User(id=row.id, code=row.code, name=row.name, role=row.role, has_secret=bool(row.secret))
