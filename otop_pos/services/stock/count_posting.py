"""Ends a count: what is missing is lost, what is too much is found, or gained."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import CountSessionRow, GrnRow, LotRow, StockNoteRow
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.count import CountLine, CountState
from otop_pos.domain.errors import NotAllowed, NothingCounted
from otop_pos.domain.identity import new_id
from otop_pos.domain.right import Grant, Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, StockNote, compensation_of
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import checks, permit, read_matrix, role_of
from otop_pos.services.stock.count_reading import held_count, lines_of, open_count
from otop_pos.services.stock.finding import Lost, found_line, lost_pieces
from otop_pos.services.stock.note_reading import notes_where
from otop_pos.services.stock.noting import By, DraftLine, NoteDraft, hold_till, write_note
from otop_pos.services.stock.shelf import HeldLot, hold_shelf, read_lots
from otop_pos.services.till_event import Happening, note


@checks(Right.COUNT_STOCK, Right.WRITE_OFF)
def post_count(
    session: Session, count_id: UUID, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> tuple[StockNote, ...]:
    """One note per producer with a difference; () when everything is there. What was not counted stays as it
    is. Again: the notes of the first time. Where pieces are missing it is a write-off.

    Refuses NotFound, CountEnded (cancelled), NothingCounted, NotEnoughThere (sold since, though it was not
    counted), NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    hold_till(session, till)
    if held_count(session, count_id).state is CountState.POSTED:
        return _notes(session, count_id)
    head = open_count(session, count_id)
    counted = [line for line in lines_of(session, [count_id])[count_id] if line.counted is not None]
    gone = _taken_back(session, counted)
    off = [line for line in counted if line.difference and line.lot_id not in gone]
    used = _allowed(session, head, off, user=user, at=at, approval=approval)
    if not counted:
        raise NothingCounted(head.doc_no)
    lots = read_lots(session, (line.lot_id for line in off))
    shelf = hold_shelf(session, lots, ((line.lot_id, Bucket.SELLABLE) for line in off))
    lost = lost_pieces(session, lots)
    by_producer: dict[int, list[DraftLine]] = {}
    for line in off:
        drafted = _draft_lines(line, lots[line.lot_id], [each for each in lost if each.lot_id == line.lot_id])
        by_producer.setdefault(lots[line.lot_id].producer_id, []).extend(drafted)
    for lines in by_producer.values():
        draft = NoteDraft(new_id(), NoteKind.COUNT, f"{head.doc_no} · {head.name}", tuple(lines), count_id=count_id)
        write_note(session, draft, shelf, By(till, user, at, used, is_told=True))
    head.state, head.ended_at, head.ended_by = CountState.POSTED, at, user.id
    session.flush()
    what = f"{head.doc_no} ± {len(off)}"
    happening = Happening(EventKind.STOCK, what, approval=used, document_id=head.id)
    note(session, happening, till=till, user=user, at=at)
    return _notes(session, count_id)


def _taken_back(session: Session, counted: list[CountLine]) -> set[int]:
    """Lots whose delivery was reversed while they were counted: nothing of them is here any more."""
    ids = [line.lot_id for line in counted]
    reversed_ones = select(LotRow.id).join(GrnRow, GrnRow.id == LotRow.grn_id).where(GrnRow.state == "reversed")
    return set(session.scalars(reversed_ones.where(LotRow.id.in_(ids))))


def _notes(session: Session, count_id: UUID) -> tuple[StockNote, ...]:
    return tuple(reversed(notes_where(session, StockNoteRow.count_id == count_id, limit=10_000)))


def _allowed(
    session: Session,
    head: CountSessionRow,
    off: list[CountLine],
    *,
    user: User,
    at: datetime,
    approval: Approval | None,
) -> Approval | None:
    """A write-off is asked for instead of the count, never beside it: one yes is enough for one act."""
    is_short = any((line.difference or 0) < 0 for line in off)
    if not is_short:
        return permit(session, Ask(Right.COUNT_STOCK, head.doc_no), user=user, at=at, approval=approval)
    if read_matrix(session, local_date(at)).grant(role_of(session, user), Right.COUNT_STOCK) is Grant.DENIED:
        raise NotAllowed(Right.COUNT_STOCK)
    return permit(session, Ask(Right.WRITE_OFF, head.doc_no), user=user, at=at, approval=approval)


def _draft_lines(line: CountLine, lot: HeldLot, lost: list[Lost]) -> Iterator[DraftLine]:
    """What is too much was lost before, the newest loss first; the rest nobody ever missed."""
    difference = line.difference or 0
    if difference < 0:
        credit = compensation_of(-difference, lot.agreed_value, lot.loss_policy)
        yield DraftLine(lot, Bucket.SELLABLE, MoveKind.LOSS, -difference, credit)
        return
    for each in lost:
        if each.cause is MoveKind.LOSS and difference:
            found = min(difference, each.left)
            yield found_line(lot, each, found)
            difference -= found
    if difference:
        yield DraftLine(lot, Bucket.SELLABLE, MoveKind.COUNT, -difference)
