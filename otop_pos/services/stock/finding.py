"""Lost pieces that nobody has found yet, and their lines in the note that finds them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import StockNoteLineRow, StockNoteRow
from otop_pos.db.rows import total
from otop_pos.domain.money import portion
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import LOSS_CAUSES
from otop_pos.services.stock.noting import DraftLine
from otop_pos.services.stock.shelf import HeldLot


@dataclass(frozen=True, slots=True)
class Lost:
    """What a note lost of a lot for one cause: quantity, what was credited for all of it, what was found."""

    note_id: UUID
    lot_id: int
    cause: MoveKind
    qty: int
    compensation: int
    found: int

    @property
    def left(self) -> int:
        return self.qty - self.found


def lost_pieces(session: Session, lot_ids: Collection[int]) -> list[Lost]:
    """Of these lots, what is still missing, the newest loss first. The caller holds the lots."""
    back = aliased(StockNoteLineRow)
    lost = StockNoteLineRow
    found = (
        select(total(-back.qty))
        .where(back.found_of == lost.note_id, back.lot_id == lost.lot_id, back.cause == lost.cause)
        .correlate(lost)
        .scalar_subquery()
    )
    rows = session.execute(
        select(lost.note_id, lost.lot_id, lost.cause, total(lost.qty), total(lost.compensation), found)
        .join(StockNoteRow, StockNoteRow.id == lost.note_id)
        .where(lost.lot_id.in_(lot_ids), lost.cause.in_(LOSS_CAUSES), lost.found_of.is_(None))
        .group_by(lost.note_id, lost.lot_id, lost.cause, StockNoteRow.at)
        .order_by(StockNoteRow.at.desc(), lost.note_id.desc(), lost.lot_id, lost.cause)
    )
    return [each for each in (Lost(*row) for row in rows) if each.left > 0]


def found_line(lot: HeldLot, lost: Lost, qty: int) -> DraftLine:
    """Pieces come back to the shelf. The credit is taken back in stretches that add up to it exactly."""
    return DraftLine(
        lot=lot,
        bucket=Bucket.SELLABLE,
        cause=lost.cause,
        qty=-qty,
        compensation=-portion(lost.compensation, lost.found, lost.found + qty, lost.qty),
        found_of=lost.note_id,
    )
