"""Stock notes that a person posts: put aside, given back, written off, donated, put right, and taken back."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotMoveRow, ProducerRow, StockNoteLineRow, StockNoteRow
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import (
    AlreadyReversed,
    BadQuantity,
    CannotReverse,
    EmptyBasket,
    GoodsOfSeveral,
    Missing,
    NotFound,
    StaysThere,
    WholePiecesOnly,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.quantity import ONE, UNIT_TH, format_quantity
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import LOSS_CAUSES, NoteKind, NoteWish, StockAct, StockNote, compensation_of
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import checks, permit
from otop_pos.services.stock.finding import found_line, lost_pieces
from otop_pos.services.stock.note_reading import notes_where
from otop_pos.services.stock.noting import By, DraftLine, NoteDraft, hold_till, write_note
from otop_pos.services.stock.shelf import HeldLot, hold_shelf, read_lots

_RIGHTS = {
    NoteKind.TRANSFER: Right.MOVE_STOCK,
    NoteKind.RETURN: Right.RETURN_GOODS,
    NoteKind.LOSS: Right.WRITE_OFF,
    NoteKind.DONATION: Right.WRITE_OFF,
    NoteKind.CORRECTION: Right.REVERSE_DELIVERY,
}
_CAUSES = {
    NoteKind.TRANSFER: MoveKind.TRANSFER,
    NoteKind.RETURN: MoveKind.SUPPLIER_RETURN,
    NoteKind.DONATION: MoveKind.DONATE,
    NoteKind.CORRECTION: MoveKind.RECEIVE,
}
"""Of a loss the line says itself what happened."""


@checks(Right.MOVE_STOCK, Right.RETURN_GOODS, Right.WRITE_OFF, Right.REVERSE_DELIVERY)
def post_note(
    session: Session, act: StockAct, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> StockNote:
    """The note as posted: the goods have moved, and a loss that the shop answers for is credited. Twice with
    one key: once. A correction's quantity may be negative: more came than was noted.

    Refuses EmptyBasket (no line), Missing (reason, cause, place), NotFound (lot), GoodsOfSeveral, BadQuantity,
    WholePiecesOnly, StaysThere, NotEnoughThere, Unwritable, NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    if (before := _posted(session, act)) is not None:
        return before
    act = clean(act)
    if not act.lines:
        raise EmptyBasket
    if act.kind not in _RIGHTS:
        raise NotFound(_("Stock note"), act.kind)
    lots = read_lots(session, (wish.lot_id for wish in act.lines))
    ask = Ask(_RIGHTS[act.kind], _what(act, lots))
    used = permit(session, ask, user=user, at=at, approval=approval)
    _check(session, act, lots)
    hold_till(session, till)
    spots = [(w.lot_id, bucket) for w in act.lines for bucket in (w.bucket, w.moved_to) if bucket is not None]
    shelf = hold_shelf(session, lots, spots)
    if (before := _posted(session, act)) is not None:
        return before
    lines = tuple(_line(act.kind, wish, lots[wish.lot_id]) for wish in act.lines)
    return write_note(session, NoteDraft(act.key, act.kind, act.reason, lines), shelf, By(till, user, at, used))


@checks(Right.MOVE_STOCK, Right.RETURN_GOODS, Right.WRITE_OFF, Right.REVERSE_DELIVERY)
def reverse_note(
    session: Session,
    doc_no: str,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> StockNote:
    """The note that takes another back: its goods go where they came from. What was lost (also in a count) is
    found, comes to the shelf, and its credit is taken back; pieces that a count found before stay found.

    Refuses NotFound, Missing (reason), AlreadyReversed, CannotReverse, NotEnoughThere, Unwritable, NotAllowed,
    NeedsApproval, ApprovalInvalid.
    """
    hold_till(session, till)
    row = _held_note(session, doc_no)
    reason = writable_text(reason) if reason else reason
    right = _RIGHTS.get(row.kind, Right.WRITE_OFF)
    used = permit(session, Ask(right, f"{row.doc_no} ↺"), user=user, at=at, approval=approval)
    if not reason.strip():
        raise Missing(_("reason"))
    _check_reversible(session, row)
    by = By(till, user, at, used)
    if row.kind in (NoteKind.LOSS, NoteKind.COUNT):
        return _find(session, row, reason, by)
    return _turn_round(session, row, reason, by)


def _posted(session: Session, act: StockAct) -> StockNote | None:
    found = notes_where(session, StockNoteRow.id == act.key, limit=1)
    return found[0] if found else None


def _what(act: StockAct, lots: dict[int, HeldLot]) -> str:
    """Read aloud to who is asked: the same for the same act."""
    goods = (f"{lots[w.lot_id].product.sku} × {format_quantity(w.qty, lots[w.lot_id].product.unit)}" for w in act.lines)
    return f"{act.kind} {', '.join(goods)}"[:200]


def _check(session: Session, act: StockAct, lots: dict[int, HeldLot]) -> None:
    if not act.reason.strip():
        raise Missing(_("reason"))
    if len({lot.producer_id for lot in lots.values()}) > 1:
        names = session.scalars(
            select(ProducerRow.name_th)
            .where(ProducerRow.id.in_({lot.producer_id for lot in lots.values()}))
            .order_by(ProducerRow.code)
        )
        raise GoodsOfSeveral(", ".join(names))
    for wish in act.lines:
        _check_wish(act.kind, wish, lots[wish.lot_id])


def _check_wish(kind: NoteKind, wish: NoteWish, lot: HeldLot) -> None:
    unit = lot.product.unit
    if wish.qty == 0 or (wish.qty < 0 and kind is not NoteKind.CORRECTION):
        raise BadQuantity(format_quantity(wish.qty, unit), UNIT_TH[unit])
    if unit.is_whole and wish.qty % ONE:
        raise WholePiecesOnly(format_quantity(wish.qty, unit), UNIT_TH[unit])
    if kind is NoteKind.LOSS and wish.cause not in LOSS_CAUSES:
        raise Missing(_("what happened to the goods"))
    if kind is NoteKind.TRANSFER and wish.moved_to is None:
        raise Missing(_("place the goods go to"))
    if kind is NoteKind.TRANSFER and wish.moved_to is wish.bucket:
        raise StaysThere(lot.product.name_th)


def _line(kind: NoteKind, wish: NoteWish, lot: HeldLot) -> DraftLine:
    is_loss = kind is NoteKind.LOSS
    return DraftLine(
        lot=lot,
        bucket=wish.bucket,
        cause=wish.cause if is_loss else _CAUSES[kind],
        qty=wish.qty,
        compensation=compensation_of(wish.qty, lot.agreed_value, lot.loss_policy) if is_loss else 0,
        moved_to=wish.moved_to if kind is NoteKind.TRANSFER else None,
    )


def _held_note(session: Session, doc_no: str) -> StockNoteRow:
    """Held until the commit, so that two people cannot take it back. Refuses NotFound."""
    doc_no = visible_text(doc_no).upper()
    row = session.scalars(
        select(StockNoteRow).where(StockNoteRow.doc_no == doc_no).with_for_update(key_share=True)
    ).first()
    if row is None:
        raise NotFound(_("Stock note"), doc_no)
    return row


def _check_reversible(session: Session, row: StockNoteRow) -> None:
    by = session.execute(select(StockNoteRow.doc_no).where(StockNoteRow.reverses == row.id)).scalar()
    if by is not None:
        raise AlreadyReversed(row.doc_no, by)
    if row.reverses is not None:
        raise CannotReverse(row.doc_no, _("it takes another note back itself"))
    if row.kind in (NoteKind.FOUND, NoteKind.RESOLUTION):
        raise CannotReverse(row.doc_no, _("what was sold or found stays so"))


def _find(session: Session, row: StockNoteRow, reason: str, by: By) -> StockNote:
    lot_ids = set(session.scalars(select(StockNoteLineRow.lot_id).where(StockNoteLineRow.note_id == row.id)))
    lots = read_lots(session, lot_ids)
    shelf = hold_shelf(session, lots, ((lot_id, Bucket.SELLABLE) for lot_id in lot_ids))
    lost = [each for each in lost_pieces(session, lot_ids) if each.note_id == row.id]
    lines = tuple(found_line(lots[each.lot_id], each, each.left) for each in lost)
    if not lines:
        raise CannotReverse(row.doc_no, _("nothing of it is missing any more"))
    return write_note(session, NoteDraft(new_id(), NoteKind.FOUND, reason, lines, row.id), shelf, by)


def _turn_round(session: Session, row: StockNoteRow, reason: str, by: By) -> StockNote:
    rows = session.scalars(
        select(StockNoteLineRow).where(StockNoteLineRow.note_id == row.id).order_by(StockNoteLineRow.line_no)
    ).all()
    moves: dict[int, list[tuple[Bucket, LotMoveRow]]] = {}
    for move in session.scalars(select(LotMoveRow).where(LotMoveRow.document_id == row.id)):
        moves.setdefault(move.line_no, []).append((move.bucket, move))
    lots = read_lots(session, (each.lot_id for each in rows))
    spots = [(each.lot_id, bucket) for each in rows for bucket in (each.bucket, each.moved_to) if bucket is not None]
    shelf = hold_shelf(session, lots, spots)
    lines = tuple(
        DraftLine(
            lot=lots[each.lot_id],
            bucket=each.bucket,
            cause=each.cause,
            qty=-each.qty,
            moved_to=each.moved_to,
            reverses=tuple((bucket, move.id) for bucket, move in moves[each.line_no]),
        )
        for each in rows
    )
    return write_note(session, NoteDraft(new_id(), row.kind, reason, lines, row.id), shelf, by)
