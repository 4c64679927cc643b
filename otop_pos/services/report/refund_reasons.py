"""Why customers brought goods back, for the producer who can do something about it."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleLineRow, SaleRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, share_of, sum_row
from otop_pos.domain.period import Period
from otop_pos.domain.return_reason import RETURN_REASONS
from otop_pos.domain.sale import DocumentType
from otop_pos.services.report.sources import PRODUCER, TOTAL, makers_of, within

_HEADINGS = (
    PRODUCER,
    Heading(Words("เหตุผลที่คืน", "Reason"), share=4),
    Heading(Words("รายการ", "Lines"), Kind.COUNT),
    Heading(Words("จำนวน", "Quantity"), Kind.QUANTITY),
    Heading(Words("คืนเงิน", "Paid back"), Kind.MONEY),
    Heading(Words("ต่อยอดขาย", "Of sales"), Kind.PERCENT),
)
_NOTE = Words(
    "ไม่รวมใบเสร็จที่ยกเลิก “ต่อยอดขาย” เทียบกับยอดขายก่อนหักคืนของผู้ผลิตในช่วงเดียวกัน",
    "Voided receipts are not in it. “Of sales” compares with the producer's sales in the same time before returns.",
)


@query
def refund_reasons(session: Session, period: Period, on: date) -> Listing:
    """Per producer and reason; producers with the most money paid back first."""
    makers = makers_of(session)
    reasons = {(each.both): Words(each.th, each.en) for each in RETURN_REASONS}
    found = session.execute(
        select(
            SaleLineRow.producer_id,
            SaleRow.reason,
            func.count(),
            -total(SaleLineRow.qty),
            -total(SaleLineRow.net),
        )
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .where(SaleRow.doc_type == DocumentType.REFUND, SaleRow.is_void.is_(False))
        .where(within(SaleRow.business_date, period))
        .group_by(SaleLineRow.producer_id, SaleRow.reason)
    ).all()
    sold = _sold(session, period)
    returned: dict[int, int] = {}
    for key, _reason, _lines, _qty, amount in found:
        returned[key] = returned.get(key, 0) + amount
    rows: list[Row] = [
        (makers[key].name, reasons.get(reason) or Words(reason), lines, qty, amount, share_of(amount, sold.get(key, 0)))
        for key, reason, lines, qty, amount in sorted(found, key=lambda row: (-returned[row[0]], row[0], -row[4]))
    ]
    totals = sum_row(_HEADINGS, rows, TOTAL) if rows else ()
    title = Words("เหตุผลที่ลูกค้าคืนสินค้า", "Why goods came back")
    return Listing("refund_reasons", title, on, _HEADINGS, tuple(rows), period, totals, Chart(1, 4), notes=(_NOTE,))


def _sold(session: Session, period: Period) -> dict[int, int]:
    """Sales alone, without what was taken back."""
    rows = session.execute(
        select(SaleLineRow.producer_id, total(SaleLineRow.net))
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .where(SaleRow.doc_type == DocumentType.SALE, within(SaleRow.business_date, period))
        .group_by(SaleLineRow.producer_id)
    )
    return dict(rows.all())
