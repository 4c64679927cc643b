"""Puts a delivery note right whose goods were touched already: by movements, the paper stays as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import GrnRow, LotBalanceRow, LotMoveRow, LotRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import BadQuantity, NotFound, NothingToCorrect
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import UNIT_TH, format_quantity
from otop_pos.domain.receiving import Correction
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.i18n import _
from otop_pos.services.permission import checks
from otop_pos.services.receiving.reading import lines_of, read_grn
from otop_pos.services.receiving.reversing import locked_grn, reason_of
from otop_pos.services.stock.moving import post_note


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of which something was accepted: what came after all corrections, and what of it is on the
    shelf; thousandths."""

    line_no: int
    product: Product
    accepted: int
    on_hand: int


@query
def list_standing(session: Session, doc_no: str) -> tuple[Standing, ...]:
    """The lines that can be put right. Refuses NotFound."""
    grn = read_grn(session, doc_no)
    came = _standing(session, grn.id)
    held = {
        row.lot_id: row.qty
        for row in session.execute(
            select(LotBalanceRow.lot_id, LotBalanceRow.qty)
            .join(LotRow, LotRow.id == LotBalanceRow.lot_id)
            .where(LotRow.grn_id == grn.id, LotBalanceRow.bucket == Bucket.SELLABLE)
        )
    }
    return tuple(
        Standing(line.line_no, line.product, came[line.line_no][1], held.get(came[line.line_no][0], 0))
        for line in grn.lines
        if line.line_no in came
    )


@checks(Right.REVERSE_DELIVERY)
def correct_delivery(
    session: Session,
    doc_no: str,
    corrections: Sequence[Correction],
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> StockNote:
    """The note of correction that brings each named line to what was really accepted, counting earlier
    corrections. Lines that are right already move nothing.

    Refuses NotFound (note, or a line without a lot), GrnReversed, Missing (reason), NothingToCorrect,
    BadQuantity (below zero), WholePiecesOnly, NotEnoughThere, and as `post_note`.
    """
    grn, reason = locked_grn(session, doc_no), reason_of(reason)
    wishes = tuple(_wishes(session, grn, corrections))
    if not wishes:
        raise NothingToCorrect(grn.doc_no)
    act = StockAct(NoteKind.CORRECTION, wishes, f"{grn.doc_no}: {reason}")
    return post_note(session, act, till=till, user=user, at=at, approval=approval)


def _wishes(session: Session, grn: GrnRow, corrections: Sequence[Correction]) -> Iterator[NoteWish]:
    """What each line has too much (positive) or too little of."""
    standing = _standing(session, grn.id)
    lines = {line.line_no: line for line in lines_of(session, grn.id)}
    for wanted in corrections:
        if wanted.line_no not in standing:
            raise NotFound(_("Lot"), f"{grn.doc_no} #{wanted.line_no}")
        unit = lines[wanted.line_no].product.unit
        if wanted.accepted < 0:
            raise BadQuantity(format_quantity(wanted.accepted, unit), UNIT_TH[unit])
        lot_id, came = standing[wanted.line_no]
        if came != wanted.accepted:
            yield NoteWish(lot_id, came - wanted.accepted, MoveKind.RECEIVE)


def _standing(session: Session, grn_id: UUID) -> dict[int, tuple[int, int]]:
    """Line → its lot, and what came with it as far as is known now."""
    rows = session.execute(
        select(LotRow.grn_line_no, LotRow.id, total(LotMoveRow.qty))
        .join(LotMoveRow, (LotMoveRow.lot_id == LotRow.id) & (LotMoveRow.kind == MoveKind.RECEIVE))
        .where(LotRow.grn_id == grn_id)
        .group_by(LotRow.grn_line_no, LotRow.id)
    )
    return {line_no: (lot_id, came) for line_no, lot_id, came in rows}
