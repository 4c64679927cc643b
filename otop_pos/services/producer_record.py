"""What the shop knows of a producer, put right: everything but the code."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Select, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, ProducerRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Missing, NotFound
from otop_pos.domain.producer import Producer
from otop_pos.domain.producer_brief import ProducerBrief
from otop_pos.domain.right import Right
from otop_pos.domain.search import fold
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.bank_account import waiting_banks
from otop_pos.services.permission import needs
from otop_pos.services.producer import producer_columns, producer_of
from otop_pos.services.product import codes_of, maker_names, product_columns, product_of
from otop_pos.services.standard import list_lapsing

# On the table: the ORM takes an update by a column that is not its key for something else.
_PRODUCT = ProductRow.metadata.tables["product"]
_SEARCH = update(_PRODUCT).where(_PRODUCT.c.id == bindparam("product")).values(search=bindparam("found_by"))


@needs(Right.KEEP_PRODUCER)
def change_producer(session: Session, producer: Producer, *, till: str, user: User, at: datetime) -> Producer:
    """As it is now; the code stays what it was, whatever the value says. Issued papers keep what they say.

    Refuses NotFound, Missing (name), Unwritable.
    """
    producer = clean(producer)
    row = session.get(ProducerRow, producer.id)
    if row is None:
        raise NotFound(_("Producer"), str(producer.id))
    if not producer.name_th:
        raise Missing(_("name"))
    before = maker_names(producer_of(row))
    for name, value in producer_columns(replace(producer, code=row.code)).items():
        setattr(row, name, value)
    session.flush()
    changed = producer_of(row)
    if maker_names(changed) != before:
        _find_products_by(session, changed)
    return changed


@query
def list_producers(session: Session, text: str, on: date, limit: int = 500) -> tuple[ProducerBrief, ...]:
    """Any part of a name, the code or the tambon, by code; also those the shop works with no longer, last."""
    rows = session.scalars(
        select(ProducerRow)
        .where(ProducerRow.search.contains(fold(text), autoescape=True))
        .order_by(ProducerRow.active.desc(), ProducerRow.code)
        .limit(limit)
    ).all()
    lapsing = {standard.producer_id for standard in list_lapsing(session, on)}
    waiting = {account.producer_id for account in waiting_banks(session)}
    agreed = set(session.scalars(_agreed(on)))
    counts = _product_counts(session)
    return tuple(
        ProducerBrief(
            producer_of(row), counts.get(row.id, 0), row.id in lapsing, row.id in waiting, row.id not in agreed
        )
        for row in rows
    )


def _product_counts(session: Session) -> dict[int, int]:
    rows = session.execute(
        select(ProductRow.producer_id, func.count()).where(ProductRow.active).group_by(ProductRow.producer_id)
    )
    return {row[0]: row[1] for row in rows}


def _agreed(on: date) -> Select[int]:
    until = or_(AgreementRow.valid_to.is_(None), AgreementRow.valid_to >= on)
    return select(AgreementRow.producer_id).where(AgreementRow.valid_from <= on, until)


def _find_products_by(session: Session, maker: Producer) -> None:
    """Its products are found by the maker's new names."""
    rows = session.scalars(select(ProductRow).where(ProductRow.producer_id == maker.id)).all()
    codes = codes_of(session, [row.id for row in rows])
    names = maker_names(maker)
    found_by = [
        {"product": row.id, "found_by": product_columns(product_of(row, codes.get(row.id, ())), names)["search"]}
        for row in rows
    ]
    if found_by:
        session.connection().execute(_SEARCH, found_by)
        session.expire_all()
