"""Registrations and certificates of makers and goods, and which of them lapse soon."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, ProductRow, StandardRow
from otop_pos.db.query import query
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Missing, NotFound
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.standard import Standard
from otop_pos.i18n import _
from otop_pos.services.permission import needs


@needs(Right.KEEP_PRODUCER)
def save_standard(session: Session, standard: Standard, *, till: str, user: User, at: datetime) -> Standard:
    """A new one (id 0), or another number or expiry of one that is there.

    Refuses Missing (number), NotFound (producer, a product of it, the standard), Unwritable.
    """
    standard = clean(standard)
    if not standard.number:
        raise Missing(_("number"))
    _check_owner(session, standard)
    row = _row(session, standard.id) if standard.id else StandardRow(producer_id=standard.producer_id)
    row.product_id = standard.product_id or None
    row.kind, row.number, row.expires_on = standard.kind, standard.number, standard.expires_on
    session.add(row)
    session.flush()
    return replace(standard, id=row.id)


@needs(Right.KEEP_PRODUCER)
def forget_standard(session: Session, standard_id: int, *, till: str, user: User, at: datetime) -> None:
    """Papers already issued keep it. Refuses NotFound."""
    session.delete(_row(session, standard_id))
    session.flush()


@query
def list_standards(session: Session, producer_id: int = 0, product_id: int = 0) -> tuple[Standard, ...]:
    """Of a producer with all its goods, or of one product alone; the first to lapse first."""
    wanted = [StandardRow.producer_id == producer_id] if producer_id else []
    wanted += [StandardRow.product_id == product_id] if product_id else []
    return _listed(session, *wanted)


@query
def list_lapsing(session: Session, on: date, within_days: int = 60) -> tuple[Standard, ...]:
    """What has lapsed or does so within the days, of makers and goods the shop still works with."""
    working = ProducerRow.active & or_(StandardRow.product_id.is_(None), ProductRow.active)
    return _listed(session, StandardRow.expires_on <= on + timedelta(days=within_days), working)


def _listed(session: Session, *wanted: ColumnElement[bool]) -> tuple[Standard, ...]:
    rows = session.scalars(
        select(StandardRow)
        .join(ProducerRow, ProducerRow.id == StandardRow.producer_id)
        .outerjoin(ProductRow, ProductRow.id == StandardRow.product_id)
        .where(*wanted)
        .order_by(StandardRow.expires_on.is_(None), StandardRow.expires_on, StandardRow.id)
    )
    return tuple(_standard(row) for row in rows)


def _check_owner(session: Session, standard: Standard) -> None:
    if session.get(ProducerRow, standard.producer_id) is None:
        raise NotFound(_("Producer"), str(standard.producer_id))
    product = session.get(ProductRow, standard.product_id) if standard.product_id else None
    if standard.product_id and (product is None or product.producer_id != standard.producer_id):
        raise NotFound(_("Product"), str(standard.product_id))


def _row(session: Session, standard_id: int) -> StandardRow:
    row = session.get(StandardRow, standard_id)
    if row is None:
        raise NotFound(_("Standard"), str(standard_id))
    return row


def _standard(row: StandardRow) -> Standard:
    return Standard(row.producer_id, row.kind, row.number, row.expires_on, row.product_id or 0, row.id)
