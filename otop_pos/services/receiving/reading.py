"""Reads goods received notes: as they stand in the books, and as their papers were issued."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    AgreementRow,
    GrnLineRow,
    GrnRow,
    LotRow,
    PaperRow,
    ProducerRow,
    ProductRow,
    StockNoteLineRow,
    StockNoteRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.errors import NotFound
from otop_pos.domain.receiving import DeliveryLine, Grn, GrnBrief, GrnLine, GrnState
from otop_pos.domain.stock_note import NoteKind
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.writable import visible_text
from otop_pos.i18n import _
from otop_pos.services.paper import Issued, read_paper
from otop_pos.services.producer import agreements_of, producer_of
from otop_pos.services.product import product_of
from otop_pos.services.shop import read_shop


@query
def read_grn(session: Session, doc_no: str) -> Grn:
    """With names and prices of products as they are now. Refuses NotFound."""
    doc_no, taker, reverser = visible_text(doc_no).upper(), aliased(UserRow), aliased(UserRow)
    found = session.execute(
        select(GrnRow, ProducerRow, AgreementRow, taker.name, func.coalesce(reverser.name, ""))
        .join(ProducerRow, ProducerRow.id == GrnRow.producer_id)
        .join(AgreementRow, AgreementRow.id == GrnRow.agreement_id)
        .join(taker, taker.id == GrnRow.user_id)
        .outerjoin(reverser, reverser.id == GrnRow.reversed_by)
        .where(GrnRow.doc_no == doc_no)
    ).first()
    if found is None:
        raise NotFound(_("Goods received note"), doc_no)
    grn, producer, agreement, user_name, reversed_by = found
    return Grn(
        id=grn.id,
        doc_no=grn.doc_no,
        posted_at=grn.posted_at,
        business_date=grn.business_date,
        received_by=user_name,
        producer=producer_of(producer),
        agreement=agreements_of(session, [agreement])[agreement.id],
        lines=_with_pieces(session, grn.doc_no, lines_of(session, grn.id)),
        reversed_at=grn.reversed_at,
        reversed_by=reversed_by,
        reverse_reason=grn.reverse_reason,
    )


@query
def issued_grn(session: Session, doc_no: str) -> Issued[Grn]:
    """As it was issued, with the mark of a reversal since then. A note from before papers were kept is read
    from the books. Refuses NotFound."""
    now = read_grn(session, doc_no)
    if session.get(PaperRow, now.doc_no) is None:
        return Issued(now, read_shop(session, local_date(now.posted_at)))
    issued = read_paper(session, now.doc_no, Grn)
    mark = {name: getattr(now, name) for name in ("reversed_at", "reversed_by", "reverse_reason")}
    return Issued(replace(issued.value, **mark), issued.shop)


@query
def list_grns(session: Session, limit: int = 50, producer_id: int = 0) -> tuple[GrnBrief, ...]:
    """Newest first, of one producer or (0) of all."""
    value = total(GrnLineRow.accepted * GrnLineRow.price) // 1000
    state = case((_was_corrected(), GrnState.CORRECTED), else_=GrnRow.state)
    rows = session.execute(
        select(GrnRow.doc_no, GrnRow.posted_at, ProducerRow.name_th, ProducerRow.name_en, func.count(), value, state)
        .join(ProducerRow, ProducerRow.id == GrnRow.producer_id)
        .join(GrnLineRow, GrnLineRow.grn_id == GrnRow.id)
        .where(*([GrnRow.producer_id == producer_id] if producer_id else []))
        .group_by(GrnRow.id, GrnRow.doc_no, GrnRow.posted_at, ProducerRow.name_th, ProducerRow.name_en, GrnRow.state)
        .order_by(GrnRow.posted_at.desc(), GrnRow.doc_no.desc())
        .limit(limit)
    )
    return tuple(
        GrnBrief(doc_no, posted_at, name, count, value, GrnState(state), name_en)
        for doc_no, posted_at, name, name_en, count, value, state in rows
    )


@query
def repeat_last_delivery(session: Session, producer_id: int) -> tuple[DeliveryLine, ...]:
    """The lines of the producer's last delivery to start from, each with its picture; without batch and
    dates, which are new."""
    last: UUID | None = session.execute(
        select(GrnRow.id)
        .where(GrnRow.producer_id == producer_id, GrnRow.state == GrnState.POSTED)
        .order_by(GrnRow.posted_at.desc(), GrnRow.doc_no.desc())
        .limit(1)
    ).scalar()
    rows = session.scalars(select(GrnLineRow).where(GrnLineRow.grn_id == last).order_by(GrnLineRow.line_no))
    return tuple(
        DeliveryLine(
            row.product_id,
            row.declared,
            row.declared,
            row.price,
            agreed_value=row.agreed_value,
            photo_id=row.photo_id,
        )
        for row in rows
    )


def lines_of(session: Session, grn_id: UUID) -> tuple[GrnLine, ...]:
    """A note's lines with their lots, in their order; pieces are not known here."""
    rows: Sequence[tuple[GrnLineRow, ProductRow, str | None]] = [
        (line, product, code)
        for line, product, code in session.execute(
            select(GrnLineRow, ProductRow, LotRow.code)
            .join(ProductRow, ProductRow.id == GrnLineRow.product_id)
            .outerjoin(LotRow, (LotRow.grn_id == GrnLineRow.grn_id) & (LotRow.grn_line_no == GrnLineRow.line_no))
            .where(GrnLineRow.grn_id == grn_id)
            .order_by(GrnLineRow.line_no)
        )
    ]
    return tuple(
        GrnLine(
            line_no=line.line_no,
            product=product_of(product),
            declared=line.declared,
            accepted=line.accepted,
            rejected=line.rejected,
            reject_reason=line.reject_reason,
            batch=line.batch,
            made_on=line.made_on,
            expires_on=line.expires_on,
            price=line.price,
            due_per_unit=line.due_per_unit,
            agreed_value=line.agreed_value,
            lot_code=code or "",
            photo_id=line.photo_id,
        )
        for line, product, code in rows
    )


def _with_pieces(session: Session, doc_no: str, lines: tuple[GrnLine, ...]) -> tuple[GrnLine, ...]:
    """Of rolls and boxes only the paper tells; until it is issued there are none."""
    if all(line.product.unit.is_whole for line in lines) or session.get(PaperRow, doc_no) is None:
        return lines
    pieces = {line.line_no: line.pieces for line in read_paper(session, doc_no, Grn).value.lines}
    return tuple(replace(line, pieces=pieces.get(line.line_no, 0)) for line in lines)


def _was_corrected() -> ColumnElement[bool]:
    of_grn = (LotRow.id == StockNoteLineRow.lot_id) & (LotRow.grn_id == GrnRow.id)
    note = (StockNoteRow.id == StockNoteLineRow.note_id) & (StockNoteRow.kind == NoteKind.CORRECTION)
    return exists(select(StockNoteLineRow.note_id).join(StockNoteRow, note).join(LotRow, of_grn).correlate(GrnRow))
