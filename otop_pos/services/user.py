"""The people who use the program."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import UserRow
from otop_pos.db.query import query
from otop_pos.domain.code import code_of
from otop_pos.domain.errors import AlreadyExists
from otop_pos.domain.shop import User
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _


def register_user(session: Session, code: str, name: str, role: str) -> User:
    """`role` is cashier, clerk or manager. Refuses AlreadyExists, BadCode, Unwritable."""
    code = code_of(code)
    if session.execute(select(UserRow.id).where(UserRow.code == code)).first():
        raise AlreadyExists(_("User"), code)
    row = UserRow(code=code, name=writable_text(name), role=role, active=True)
    session.add(row)
    session.flush()
    return _user(row)


@query
def list_users(session: Session) -> tuple[User, ...]:
    """Active users by code."""
    rows = session.scalars(select(UserRow).where(UserRow.active).order_by(UserRow.code))
    return tuple(_user(row) for row in rows)


def _user(row: UserRow) -> User:
    return User(id=row.id, code=row.code, name=row.name, role=row.role)
