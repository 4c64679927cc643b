"""Posts a stock note: its number, lines, movements, what it credits its producer, its paper, its event."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import PayableRow, StockNoteLineRow, StockNoteRow, TillSessionRow
from otop_pos.domain.approval import Approval
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.quantity import times
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NOTE_SERIES, NoteKind, StockNote
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.services.numbering import take_numbers
from otop_pos.services.paper import keep_paper
from otop_pos.services.shop import goods_day, read_shop
from otop_pos.services.stock.note_reading import read_note
from otop_pos.services.stock.shelf import HeldLot, Shelf, write_moves
from otop_pos.services.till_event import Happening, note

_PAYABLES = insert(PayableRow.metadata.tables["payable"])


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, where and when (UTC), and who allowed it. `is_told`: another event tells of the approval."""

    till: str
    user: User
    at: datetime
    approval: Approval | None = None
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class DraftLine:
    """`qty` leaves the bucket, negative comes into it. `reverses`: movements that it takes back, by bucket."""

    lot: HeldLot
    bucket: Bucket
    cause: MoveKind
    qty: int
    compensation: int = 0
    moved_to: Bucket | None = None
    found_of: UUID | None = None
    reverses: tuple[tuple[Bucket, UUID], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteDraft:
    id: UUID
    kind: NoteKind
    reason: str
    lines: tuple[DraftLine, ...]
    reverses: UUID | None = None
    count_id: UUID | None = None

    @property
    def value(self) -> int:
        """Satang on the labels of what left; negative for what came back."""
        return sum(times(line.qty, line.lot.price) for line in self.lines)


def hold_till(session: Session, till: str) -> None:
    """Before any goods are held: a sale has its till first, and the event of this act will stand in its day."""
    opened = select(TillSessionRow.id).where(TillSessionRow.till_code == till, TillSessionRow.closed_at.is_(None))
    session.execute(opened.with_for_update(read=True, key_share=True))


def write_note(session: Session, draft: NoteDraft, shelf: Shelf, by: By) -> StockNote:
    """As posted. The caller holds the shelf. Refuses NotEnoughThere."""
    for line in draft.lines:
        shelf.take((line.lot.id, line.bucket), line.qty)
        if line.moved_to is not None:
            shelf.take((line.lot.id, line.moved_to), -line.qty)
    today = local_date(by.at)
    shop, day = read_shop(session, today), goods_day(session, today)
    doc_no = _next_no(session, shop.code, draft.kind, day)
    session.add(_head(draft, doc_no, day, by))
    session.flush()
    session.execute(insert(StockNoteLineRow), [_line(draft.id, *each) for each in enumerate(draft.lines, start=1)])
    write_moves(session, shelf, [move for each in enumerate(draft.lines, 1) for move in _moves(draft, day, by, *each)])
    payables = [_payable(draft.id, day, by, *each) for each in enumerate(draft.lines, 1) if each[1].compensation]
    if payables:
        session.connection().execute(_PAYABLES, payables)
    posted = read_note(session, doc_no)
    keep_paper(session, doc_no, draft.id, posted, shop, at=by.at)
    approval = None if by.is_told else by.approval
    what = f"{doc_no} · {draft.reason}"
    happening = Happening(EventKind.STOCK, what, draft.value, approval, document_id=draft.id)
    note(session, happening, till=by.till, user=by.user, at=by.at)
    return posted


def _next_no(session: Session, shop_code: str, kind: NoteKind, day: date) -> str:
    series, year = DOCUMENT_SERIES[NOTE_SERIES[kind]], series_year(day)
    (number,) = take_numbers(session, shop_code, series.kind, year=year)
    return shop_document_no(series, shop_code, year, number)


def _head(draft: NoteDraft, doc_no: str, day: date, by: By) -> StockNoteRow:
    return StockNoteRow(
        id=draft.id,
        doc_no=doc_no,
        kind=draft.kind,
        producer_id=draft.lines[0].lot.producer_id,
        at=by.at,
        business_date=day,
        user_id=by.user.id,
        approval_id=by.approval.id if by.approval else None,
        reason=draft.reason,
        reverses=draft.reverses,
        count_id=draft.count_id,
    )


def _line(note_id: UUID, line_no: int, line: DraftLine) -> dict[str, Any]:
    return {
        "note_id": note_id,
        "line_no": line_no,
        "lot_id": line.lot.id,
        "bucket": line.bucket,
        "moved_to": line.moved_to,
        "cause": line.cause,
        "qty": line.qty,
        "price": line.lot.price,
        "agreed_value": line.lot.agreed_value,
        "compensation": line.compensation,
        "found_of": line.found_of,
    }


def _moves(draft: NoteDraft, day: date, by: By, line_no: int, line: DraftLine) -> list[dict[str, Any]]:
    ways = [(line.bucket, -line.qty)] + ([(line.moved_to, line.qty)] if line.moved_to is not None else [])
    taken_back = dict(line.reverses)
    return [
        {
            "lot_id": line.lot.id,
            "bucket": bucket,
            "kind": line.cause,
            "qty": qty,
            "at": by.at,
            "business_date": day,
            "user_id": by.user.id,
            "document_id": draft.id,
            "line_no": line_no,
            "reverses": taken_back.get(bucket),
        }
        # What leaves first: in no order of the movements was a bucket ever below zero.
        for bucket, qty in sorted(ways, key=lambda way: way[1])
    ]


def _payable(note_id: UUID, day: date, by: By, line_no: int, line: DraftLine) -> dict[str, Any]:
    return {
        "id": new_id(),
        "producer_id": line.lot.producer_id,
        "kind": EntryKind.LOSS_COMP.value,
        "amount": line.compensation,
        "at": by.at,
        "business_date": day,
        "source_id": note_id,
        "source_line": line_no,
        "source_part": 1,
    }
