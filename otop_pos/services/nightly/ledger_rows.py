"""What the day made the shop owe each producer."""

from collections.abc import Iterator

from sqlalchemy import func, select

from otop_pos.db.models import PayableRow, ProducerRow, SaleRow
from otop_pos.db.rows import total
from otop_pos.services.nightly.day import Day
from otop_pos.sync.ledger_entry import LedgerEntry


def entries(day: Day) -> Iterator[LedgerEntry]:
    """In the order of the ledger, each with the producer's balance after it."""
    balance = _opening(day)
    rows = day.stream(
        select(PayableRow, ProducerRow.code, func.coalesce(SaleRow.doc_no, ""))
        .join(ProducerRow, ProducerRow.id == PayableRow.producer_id)
        .outerjoin(SaleRow, SaleRow.id == PayableRow.source_id)
        .where(PayableRow.business_date > day.after, PayableRow.business_date <= day.business_date)
        .order_by(PayableRow.id)
    )
    for entry, producer_code, doc_no in rows:
        balance[entry.producer_id] = balance.get(entry.producer_id, 0) + entry.amount
        yield LedgerEntry(
            entry_id=str(entry.id),
            producer_id=producer_code,
            kind=entry.kind,
            amount=entry.amount,
            balance_after=balance[entry.producer_id],
            source=doc_no or str(entry.source_id),
            at=entry.at,
        )


def _opening(day: Day) -> dict[int, int]:
    """What was owed to each producer before the day."""
    rows = day.session.execute(
        select(PayableRow.producer_id, total(PayableRow.amount).label("owed"))
        .where(PayableRow.business_date <= day.after)
        .group_by(PayableRow.producer_id)
    )
    return dict(rows.all())
