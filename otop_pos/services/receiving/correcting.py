"""Puts a delivery note right whose goods were touched already: by movements, the paper stays as it was."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import GrnRow, LotMoveRow, LotRow
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import BadQuantity, NotFound, NothingToCorrect
from otop_pos.domain.quantity import UNIT_TH, format_quantity
from otop_pos.domain.receiving import Correction
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.i18n import _
from otop_pos.services.permission import checks
from otop_pos.services.receiving.reading import lines_of
from otop_pos.services.receiving.reversing import locked_grn, reason_of
from otop_pos.services.stock.moving import post_note


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
    standing = _standing(session, grn)
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


def _standing(session: Session, grn: GrnRow) -> dict[int, tuple[int, int]]:
    """Line → its lot, and what came with it as far as is known now."""
    rows = session.execute(
        select(LotRow.grn_line_no, LotRow.id, total(LotMoveRow.qty))
        .join(LotMoveRow, (LotMoveRow.lot_id == LotRow.id) & (LotMoveRow.kind == MoveKind.RECEIVE))
        .where(LotRow.grn_id == grn.id)
        .group_by(LotRow.grn_line_no, LotRow.id)
    )
    return {line_no: (lot_id, came) for line_no, lot_id, came in rows}
