"""Database errors told apart: try again, tell the user, or a bug."""

from sqlalchemy.exc import DBAPIError

from otop_pos.domain.errors import Refusal, StoreUnreachable
from otop_pos.i18n import _

_SERIALIZATION_FAILURE, _DEADLOCK, _LOCK_TIMEOUT = "40001", "40P01", "55P03"
_UNIQUE_VIOLATION = "23505"
_DISK_FULL, _READ_ONLY_TRANSACTION, _TOO_MANY = "53100", "25006", "53300"


def is_collision(error: DBAPIError) -> bool:
    """Another till was quicker; nothing was written, the same act may be tried again at once."""
    if getattr(error.orig, "sqlstate", None) in (_SERIALIZATION_FAILURE, _DEADLOCK, _LOCK_TIMEOUT):
        return True
    return _sqlite_code(error) in ("SQLITE_BUSY", "SQLITE_LOCKED")


def is_used_key(error: DBAPIError) -> bool:
    """The key was free when the use case looked. Never on SQLite, where a writer looks under lock."""
    return getattr(error.orig, "sqlstate", None) == _UNIQUE_VIOLATION


def refusal_for(error: DBAPIError) -> Refusal | None:
    """The sentence for a fault of the surroundings; None for a bug of ours."""
    code, sqlstate = _sqlite_code(error), getattr(error.orig, "sqlstate", None)
    if code == "SQLITE_FULL" or sqlstate == _DISK_FULL:
        return StoreUnreachable(_("the disk is full"))
    if code == "SQLITE_READONLY" or sqlstate == _READ_ONLY_TRANSACTION:
        return StoreUnreachable(_("the folder is read-only"))
    if code == "SQLITE_CANTOPEN":
        return StoreUnreachable(_("the file cannot be opened"))
    if code == "SQLITE_IOERR":
        return StoreUnreachable(_("the disk reports an error"))
    if code in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
        return StoreUnreachable(_("the file is damaged; restore the last backup"))
    if is_collision(error):
        return StoreUnreachable(_("another till is busy"))
    if error.connection_invalidated or _is_connection_loss(error, sqlstate):
        return StoreUnreachable(_("the server does not answer"))
    return None


def _sqlite_code(error: DBAPIError) -> str | None:
    """The primary result code's name: SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY."""
    name = getattr(error.orig, "sqlite_errorname", None)
    return "_".join(name.split("_")[:2]) if name else None


def _is_connection_loss(error: DBAPIError, sqlstate: str | None) -> bool:
    if sqlstate is not None:
        return sqlstate.startswith(("08", "57P")) or sqlstate == _TOO_MANY
    # psycopg raises OperationalError without a state when it never reached a server.
    return type(error.orig).__module__.startswith("psycopg") and type(error.orig).__name__ == "OperationalError"
