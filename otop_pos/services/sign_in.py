"""Proving who stands at the till: PINs and passwords, counted tries, and a second person's approval.

Proving takes a tenth of a second and happens between two short transactions, so that no other till waits.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import ApprovalRow, TillRow, UserRow
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import (
    CannotApprove,
    ForeignPepper,
    LockedOut,
    NoSecretYet,
    NotFound,
    SecretTaken,
    WrongSecret,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.right import Grant, Role
from otop_pos.domain.secret import LOCK_MINUTES, TRIES, check_secret, typed_secret
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.pepper import FILE_NAME
from otop_pos.services.permission import read_matrix
from otop_pos.services.secret import opens, pepper_mark, seal
from otop_pos.services.setting import drop_setting, read_settings_of, write_setting
from otop_pos.services.till_event import Happening, note

_MARK = "pepper_mark"


@dataclass(frozen=True, slots=True)
class Door:
    """Where somebody wants to be let in: the till, the shop's pepper, and the moment (UTC)."""

    till: str
    pepper: bytes
    at: datetime


def sign_in(database: Database, code: str, secret: str, door: Door) -> User:
    """The person of this code, once proved. Refuses NotFound, NoSecretYet, WrongSecret, LockedOut,
    ForeignPepper."""
    user = _prove(database, code, secret, door)
    database.run(_note_sign_in, user, door)
    return user


def choose_secret(database: Database, code: str, secret: str, door: Door) -> User:
    """A person's first PIN or password. Refuses WeakPin, WeakPassword, SecretTaken, NotFound, ForeignPepper."""
    user = database.run(_unsealed, code, door)
    secret = typed_secret(secret)
    check_secret(user.role, secret)
    return database.run(_keep_secret, code, seal(secret, door.pepper), door)


def change_secret(database: Database, code: str, old: str, new: str, door: Door) -> User:
    """A new PIN for who knows the old one. Refuses as `sign_in` and `choose_secret`."""
    user = _prove(database, code, old, door)
    new = typed_secret(new)
    check_secret(user.role, new)
    return database.run(_replace_secret, code, seal(new, door.pepper))


def forget_everybody(session: Session, *, at: datetime) -> int:
    """For a lost key: all PINs and passwords are taken away, and each person chooses a new one. By a command
    of the IT person, who has the database in hand anyway; told as the first manager's act. How many there were.
    """
    rows = session.scalars(select(UserRow).where(UserRow.active).order_by(UserRow.id).with_for_update()).all()
    for row in rows:
        row.secret, row.failed_tries, row.locked_until = "", 0, None
    drop_setting(session, _MARK)
    manager = next((row for row in rows if row.role is Role.MANAGER), None)
    till = session.scalars(select(TillRow.code).order_by(TillRow.code)).first()
    if manager is not None and till is not None:
        note(session, Happening(EventKind.STAFF, "PIN – (*)"), till=till, user=_user(manager), at=at)
    return len(rows)


def approve(database: Database, ask: Ask, code: str, secret: str, door: Door, *, asked_by: User) -> Approval:
    """The second person's yes, kept in the books. Refuses CannotApprove, and as `sign_in`."""
    approver = _prove(database, code, secret, door)
    return database.run(keep_approval, ask, approver, asked_by, door)


def _prove(database: Database, code: str, secret: str, door: Door) -> User:
    """The try is counted before it is judged: who asks often and at once gains nothing."""
    user, sealed = database.run(_count_try, code, door)
    if not opens(sealed, typed_secret(secret), door.pepper):
        raise database.run(_tell_failure, user, door)
    database.run(_clear_tries, user)
    return user


def _count_try(session: Session, code: str, door: Door) -> tuple[User, str]:
    _check_pepper(session, door)
    row = _row(session, code)
    if not row.secret:
        raise NoSecretYet(row.name)
    if row.locked_until is not None and row.locked_until > door.at:
        raise LockedOut(row.name, _minutes(row.locked_until - door.at))
    row.failed_tries += 1
    row.locked_until = door.at + timedelta(minutes=LOCK_MINUTES) if row.failed_tries >= TRIES else None
    return _user(row), row.secret


def _tell_failure(session: Session, user: User, door: Door) -> WrongSecret | LockedOut:
    """After the last try the door stays shut and the count begins anew."""
    row = _row(session, user.code)
    note(session, Happening(EventKind.SIGN_IN_FAILED, user.code), till=door.till, user=user, at=door.at)
    if row.locked_until is not None:
        row.failed_tries = 0
        return LockedOut(row.name, LOCK_MINUTES)
    return WrongSecret(max(TRIES - row.failed_tries, 1))


def _clear_tries(session: Session, user: User) -> None:
    row = _row(session, user.code)
    row.failed_tries, row.locked_until = 0, None


def _note_sign_in(session: Session, user: User, door: Door) -> None:
    note(session, Happening(EventKind.SIGN_IN, user.code), till=door.till, user=user, at=door.at)


def _unsealed(session: Session, code: str, door: Door) -> User:
    _check_pepper(session, door)
    row = _row(session, code)
    if row.secret:
        raise SecretTaken(row.name)
    return _user(row)


def _keep_secret(session: Session, code: str, sealed: str, door: Door) -> User:
    row = _row(session, code)
    if row.secret:
        raise SecretTaken(row.name)
    row.secret = sealed
    _keep_mark(session, door)
    return _user(row)


def _replace_secret(session: Session, code: str, sealed: str) -> User:
    row = _row(session, code)
    row.secret = sealed
    return _user(row)


def keep_approval(session: Session, ask: Ask, approver: User, asked_by: User, door: Door) -> Approval:
    """Of an approver who was proved before (or plays one in the demo). Refuses CannotApprove."""
    grant = read_matrix(session, local_date(door.at)).grant(approver.role, ask.right)
    if approver.id == asked_by.id or grant is not Grant.ALLOWED:
        raise CannotApprove(approver.name, ask.right)
    approval = Approval(new_id(), ask, asked_by.id, approver.id, approver.name, door.at)
    session.add(
        ApprovalRow(
            id=approval.id,
            permission=ask.right,
            what=ask.what,
            bill=ask.bill,
            asked_by=asked_by.id,
            given_by=approver.id,
            till_code=door.till,
            at=door.at,
        )
    )
    return approval


def _check_pepper(session: Session, door: Door) -> None:
    """With another pepper no PIN would ever be right: say so before anybody is locked out."""
    mark = read_settings_of(session, local_date(door.at)).get(_MARK)
    if mark is not None and json.loads(mark) != pepper_mark(door.pepper):
        raise ForeignPepper(FILE_NAME)


def _keep_mark(session: Session, door: Door) -> None:
    if _MARK not in read_settings_of(session, local_date(door.at)):
        since = date(2000, 1, 1)
        write_setting(session, _MARK, json.dumps(pepper_mark(door.pepper)), since)


def _row(session: Session, code: str) -> UserRow:
    row = session.scalars(select(UserRow).where(UserRow.code == code, UserRow.active).with_for_update()).first()
    if row is None:
        raise NotFound(_("User"), code)
    return row


def _user(row: UserRow) -> User:
    return User(id=row.id, code=row.code, name=row.name, role=row.role, has_secret=bool(row.secret))


def _minutes(left: timedelta) -> int:
    return max(ceil(left.total_seconds() / 60), 1)
