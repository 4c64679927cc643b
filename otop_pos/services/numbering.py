"""Takes running numbers inside the transaction that uses them, so that a rollback leaves no gap."""

from sqlalchemy import text
from sqlalchemy.orm import Session

_TAKE = text(
    "INSERT INTO document_series (owner, epoch, kind, year, last_no) VALUES (:owner, :epoch, :kind, :year, :count) "
    "ON CONFLICT (owner, epoch, kind, year) DO UPDATE SET last_no = document_series.last_no + :count "
    "RETURNING last_no"
)


def take_numbers(session: Session, owner: str, kind: str, *, epoch: int = 1, year: int = 0, count: int = 1) -> range:
    """The next `count` numbers of the series; other writers of the same series wait until the commit."""
    values = {"owner": owner, "epoch": epoch, "kind": kind, "year": year, "count": count}
    last: int = session.execute(_TAKE, values).scalar_one()
    return range(last - count + 1, last + 1)
