"""Takes running numbers inside the transaction that uses them, so that a rollback leaves no gap."""

from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from otop_pos.db.models import LotMoveRow
from otop_pos.domain.identity import new_id

_TAKE = text(
    "INSERT INTO document_series (owner, epoch, kind, year, last_no) VALUES (:owner, :epoch, :kind, :year, :count) "
    "ON CONFLICT (owner, epoch, kind, year) DO UPDATE SET last_no = document_series.last_no + :count "
    "RETURNING last_no"
)
_LAST_MOVE = select(LotMoveRow.id).order_by(LotMoveRow.id.desc()).limit(1)


def take_numbers(session: Session, owner: str, kind: str, *, epoch: int = 1, year: int = 0, count: int = 1) -> range:
    """The next `count` numbers of the series; other writers of the same series wait until the commit."""
    values = {"owner": owner, "epoch": epoch, "kind": kind, "year": year, "count": count}
    last: int = session.execute(_TAKE, values).scalar_one()
    return range(last - count + 1, last + 1)


def take_move_ids(session: Session, count: int) -> list[UUID]:
    """Ids after those of every movement there is: a lot's story is read in their order, also when the
    clock was set back or another till's runs ahead. The caller holds the lots."""
    ids = [new_id() for _ in range(count)]
    last: UUID | None = session.execute(_LAST_MOVE).scalar()
    if last is not None and min(ids, default=last) <= last:
        return [UUID(int=last.int + step) for step in range(1, count + 1)]
    return ids
