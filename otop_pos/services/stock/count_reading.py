"""Counts as values."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from otop_pos.db.models import CountLineRow, CountSessionRow, LotRow, ProducerRow, ProductRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.count import Count, CountLine, CountState
from otop_pos.domain.errors import CountEnded, NotFound
from otop_pos.i18n import _
from otop_pos.services.product import product_of


@query
def read_count(session: Session, count_id: UUID) -> Count:
    """Refuses NotFound."""
    found = _counts(session, CountSessionRow.id == count_id, limit=1)
    if not found:
        raise NotFound(_("Count"), str(count_id))
    return found[0]


@query
def list_counts(session: Session, limit: int = 50) -> tuple[Count, ...]:
    """The newest first; those that go on before those that ended."""
    return _counts(session, CountSessionRow.id.is_not(None), limit=limit)


def held_count(session: Session, count_id: UUID) -> CountSessionRow:
    """Held until the commit: it is posted once, and nobody counts on meanwhile. Refuses NotFound."""
    which = CountSessionRow.id == count_id
    row = session.scalars(
        select(CountSessionRow).where(which).with_for_update(key_share=True).execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound(_("Count"), str(count_id))
    return row


def open_count(session: Session, count_id: UUID) -> CountSessionRow:
    """Held until the commit. Refuses NotFound, CountEnded."""
    row = held_count(session, count_id)
    if row.state is not CountState.OPEN:
        raise CountEnded(row.doc_no)
    return row


def lines_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[CountLine]]:
    """By count, in the order of the shelf list: by producer, product, then the oldest lot."""
    lines: dict[UUID, list[CountLine]] = {each: [] for each in ids}
    rows = session.execute(
        select(CountLineRow, LotRow, ProductRow, ProducerRow)
        .join(LotRow, LotRow.id == CountLineRow.lot_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
        .where(CountLineRow.count_id.in_(ids))
        .order_by(ProducerRow.code, ProductRow.name_th, LotRow.received_on, LotRow.id, CountLineRow.bucket)
    )
    for line, lot, product, producer in rows:
        lines[line.count_id].append(_line(line, lot, product, producer))
    return lines


def _counts(session: Session, which: ColumnElement[bool], *, limit: int) -> tuple[Count, ...]:
    has_ended = CountSessionRow.state != CountState.OPEN
    rows = session.execute(
        select(CountSessionRow, UserRow.name)
        .join(UserRow, UserRow.id == CountSessionRow.started_by)
        .where(which)
        .order_by(has_ended, CountSessionRow.started_at.desc(), CountSessionRow.id.desc())
        .limit(limit)
    ).all()
    lines = lines_of(session, [row.id for row, _name in rows])
    return tuple(
        Count(
            id=row.id,
            doc_no=row.doc_no,
            name=row.name,
            state=row.state,
            started_at=row.started_at,
            started_by=name,
            lines=tuple(lines[row.id]),
            producer_id=row.producer_id or 0,
            ended_at=row.ended_at,
        )
        for row, name in rows
    )


def _line(line: CountLineRow, lot: LotRow, product: ProductRow, producer: ProducerRow) -> CountLine:
    return CountLine(
        lot_id=lot.id,
        lot_code=lot.code,
        product=product_of(product),
        producer_name=producer.name_th,
        producer_name_en=producer.name_en,
        bucket=line.bucket,
        expected=line.expected,
        counted=line.counted,
        moved=line.moved,
        price=lot.price,
        agreed_value=lot.agreed_value,
    )
