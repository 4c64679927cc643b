"""Posted stock notes as values."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    AgreementRow,
    ApprovalRow,
    GrnRow,
    LotRow,
    ProducerRow,
    ProductRow,
    StockNoteLineRow,
    StockNoteRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.errors import NotFound
from otop_pos.domain.stock_note import NoteKind, StockNote, StockNoteLine
from otop_pos.domain.writable import visible_text
from otop_pos.i18n import _
from otop_pos.services.producer import producer_of
from otop_pos.services.product import product_of


@query
def read_note(session: Session, doc_no: str) -> StockNote:
    """By its printed number. Refuses NotFound."""
    doc_no = visible_text(doc_no).upper()
    found = notes_where(session, StockNoteRow.doc_no == doc_no, limit=1)
    if not found:
        raise NotFound(_("Stock note"), doc_no)
    return found[0]


@query
def list_notes(
    session: Session, producer_id: int = 0, kind: NoteKind | None = None, limit: int = 100
) -> tuple[StockNote, ...]:
    """The newest first; `producer_id` 0: of all producers, `kind` None: of all kinds."""
    which = (StockNoteRow.producer_id == producer_id) | (producer_id == 0)
    if kind is not None:
        which &= StockNoteRow.kind == kind
    return notes_where(session, which, limit=limit)


def notes_where(session: Session, which: ColumnElement[bool], *, limit: int) -> tuple[StockNote, ...]:
    """The newest first, whole."""
    back, taken, approver = aliased(StockNoteRow), aliased(StockNoteRow), aliased(UserRow)
    heads = session.execute(
        select(StockNoteRow, ProducerRow, UserRow.name, approver.name, taken.doc_no, back.doc_no)
        .join(ProducerRow, ProducerRow.id == StockNoteRow.producer_id)
        .join(UserRow, UserRow.id == StockNoteRow.user_id)
        .outerjoin(ApprovalRow, ApprovalRow.id == StockNoteRow.approval_id)
        .outerjoin(approver, approver.id == ApprovalRow.given_by)
        .outerjoin(taken, taken.id == StockNoteRow.reverses)
        .outerjoin(back, back.reverses == StockNoteRow.id)
        .where(which)
        .order_by(StockNoteRow.business_date.desc(), StockNoteRow.at.desc(), StockNoteRow.id.desc())
        .limit(limit)
    ).all()
    lines = _lines(session, [head.StockNoteRow.id for head in heads])
    return tuple(_note(head, lines[head.StockNoteRow.id]) for head in heads)


def _lines(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[AnyRow]]:
    lines: dict[UUID, list[AnyRow]] = {each: [] for each in ids}
    for row in session.execute(
        select(StockNoteLineRow, LotRow, ProductRow, GrnRow.doc_no, AgreementRow.loss_policy)
        .join(LotRow, LotRow.id == StockNoteLineRow.lot_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(GrnRow, GrnRow.id == LotRow.grn_id)
        .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
        .where(StockNoteLineRow.note_id.in_(ids))
        .order_by(StockNoteLineRow.note_id, StockNoteLineRow.line_no)
    ):
        lines[row.StockNoteLineRow.note_id].append(row)
    return lines


def _note(head: AnyRow, lines: Sequence[AnyRow]) -> StockNote:
    row, producer, posted_by, approved_by, reverses, reversed_by = head
    return StockNote(
        id=row.id,
        doc_no=row.doc_no,
        kind=row.kind,
        posted_at=row.at,
        business_date=row.business_date,
        posted_by=posted_by,
        approved_by=approved_by or "",
        producer=producer_of(producer),
        loss_policy=lines[0].loss_policy if lines else Bearer.CENTRE,
        reason=row.reason,
        lines=tuple(_line(row, *line) for line in lines),
        reverses=reverses or "",
        reversed_by=reversed_by or "",
    )


def _line(
    head: StockNoteRow, line: StockNoteLineRow, lot: LotRow, product: ProductRow, grn_no: str, _policy: Bearer
) -> StockNoteLine:
    return StockNoteLine(
        line_no=line.line_no,
        lot_code=lot.code,
        grn_no=grn_no,
        product=product_of(product),
        bucket=line.bucket,
        cause=line.cause,
        qty=line.qty,
        price=line.price,
        agreed_value=line.agreed_value,
        compensation=line.compensation,
        days_here=max((head.business_date - lot.received_on).days, 0),
        moved_to=line.moved_to,
    )
