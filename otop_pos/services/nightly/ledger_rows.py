"""What the day made the shop owe each producer."""

from collections.abc import Iterator

from sqlalchemy import func, select

from otop_pos.db.models import PayableRow, ProducerRow, SaleRow, StockNoteRow, VoucherRow
from otop_pos.db.rows import total
from otop_pos.services.nightly.day import Day
from otop_pos.sync.ledger_entry import LedgerEntry


def entries(day: Day) -> Iterator[LedgerEntry]:
    """In the order of the ledger, each with the producer's balance after it. The source is the number of the
    document, note or voucher; a fee or correction by hand has no number and is named by its id."""
    balance = _opening(day)
    rows = day.stream(
        select(
            PayableRow.id,
            PayableRow.producer_id,
            ProducerRow.code,
            PayableRow.kind,
            PayableRow.amount,
            func.coalesce(SaleRow.doc_no, StockNoteRow.doc_no, VoucherRow.doc_no, ""),
            PayableRow.source_id,
            PayableRow.at,
        )
        .join(ProducerRow, ProducerRow.id == PayableRow.producer_id)
        .outerjoin(SaleRow, SaleRow.id == PayableRow.source_id)
        .outerjoin(StockNoteRow, StockNoteRow.id == PayableRow.source_id)
        .outerjoin(VoucherRow, VoucherRow.id == PayableRow.source_id)
        .where(PayableRow.business_date > day.after, PayableRow.business_date <= day.business_date)
        .order_by(PayableRow.id)
    )
    for entry_id, producer_id, producer_code, kind, amount, doc_no, source_id, at in rows:
        balance[producer_id] = balance.get(producer_id, 0) + amount
        yield LedgerEntry(
            entry_id=str(entry_id),
            producer_id=producer_code,
            kind=kind,
            amount=amount,
            balance_after=balance[producer_id],
            source=doc_no or str(source_id),
            at=at,
        )


def _opening(day: Day) -> dict[int, int]:
    """What was owed to each producer before the day."""
    rows = day.session.execute(
        select(PayableRow.producer_id, total(PayableRow.amount).label("owed"))
        .where(PayableRow.business_date <= day.after)
        .group_by(PayableRow.producer_id)
    )
    return dict(rows.all())
