"""Which entries of the ledger are settled, which are parked, and the newest statement of a producer."""

from datetime import date, timedelta

from sqlalchemy import ColumnClause, ColumnElement, and_, exists, false, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import PayableHoldRow, PayableRow, ProducerRow, SaleRow, StatementLineRow, StatementRow
from otop_pos.domain.errors import NotFound
from otop_pos.domain.ledger import WAITS
from otop_pos.i18n import _

# As the index on the live lines says it: SQLite takes `is_live = 1` for another condition and reads every line.
IS_LIVE: ColumnClause[bool] = literal_column("statement_line.is_live")


def unclaimed() -> ColumnElement[bool]:
    """In no live statement."""
    return ~exists().where(StatementLineRow.payable_id == PayableRow.id, IS_LIVE)


def parked() -> ColumnElement[bool]:
    """By a dispute that is not settled yet."""
    return exists().where(PayableHoldRow.payable_id == PayableRow.id, PayableHoldRow.released_at.is_(None))


def waiting(hold_days: dict[int, int], cutoff: date) -> ColumnElement[bool]:
    """Sales whose goods may still come back, and what came back of them: a return waits exactly as long as its
    sale, or the sale would be paid while the return is still to come. `hold_days` by producer."""
    by_days: dict[int, list[int]] = {}
    for producer_id, days in hold_days.items():
        if days:
            by_days.setdefault(days, []).append(producer_id)
    each = (
        and_(PayableRow.producer_id.in_(producers), _sold_on() > cutoff - timedelta(days=days))
        for days, producers in by_days.items()
    )
    return and_(PayableRow.kind.in_([kind.value for kind in WAITS]), or_(false(), *each))


def _sold_on() -> ColumnElement[date]:
    """The day of the sale, also for what was returned of it."""
    returned, sold = aliased(SaleRow), aliased(SaleRow)
    day_of_sale = (
        select(sold.business_date)
        .join(returned, returned.ref_sale_id == sold.id)
        .where(returned.id == PayableRow.source_id)
        .scalar_subquery()
    )
    return func.coalesce(day_of_sale, PayableRow.business_date)


def lock_producer(session: Session, producer_id: int) -> ProducerRow:
    """Nobody else settles with the producer, or sells its goods, until the commit. Refuses NotFound."""
    row = session.scalars(select(ProducerRow).where(ProducerRow.id == producer_id).with_for_update()).first()
    if row is None:
        raise NotFound(_("Producer"), str(producer_id))
    return row


def newest_statement(session: Session, producer_id: int) -> StatementRow | None:
    """The last one that stands."""
    return session.scalars(
        select(StatementRow)
        .where(StatementRow.producer_id == producer_id, StatementRow.reversed_at.is_(None))
        .order_by(StatementRow.number.desc())
        .limit(1)
    ).first()


def newest_statements(session: Session) -> dict[int, StatementRow]:
    """Of every producer that has one."""
    numbers = (
        select(StatementRow.producer_id, func.max(StatementRow.number).label("number"))
        .where(StatementRow.reversed_at.is_(None))
        .group_by(StatementRow.producer_id)
        .subquery()
    )
    rows = session.scalars(
        select(StatementRow).join(
            numbers,
            (numbers.c.producer_id == StatementRow.producer_id) & (numbers.c.number == StatementRow.number),
        )
    )
    return {row.producer_id: row for row in rows}


def payment_hold(session: Session, producer_id: int) -> PayableHoldRow | None:
    """Why nothing is paid to the producer for now, if so."""
    return session.scalars(
        select(PayableHoldRow).where(
            PayableHoldRow.producer_id == producer_id,
            PayableHoldRow.payable_id.is_(None),
            PayableHoldRow.released_at.is_(None),
        )
    ).first()
