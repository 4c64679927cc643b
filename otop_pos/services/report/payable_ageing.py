"""What is owed to each producer, and since when."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import and_, case, select
from sqlalchemy.orm import Session

from otop_pos.db.models import PayableRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, sum_row
from otop_pos.domain.period import Period
from otop_pos.services.report.sources import CODE, PRODUCER, TOTAL, makers_of

LAST_DAYS = (30, 60, 90)
_PAYMENTS = (EntryKind.PAYOUT, EntryKind.PAYOUT_REVERSAL, EntryKind.WHT)
_NOTES = (
    Words(
        "เงินที่จ่ายและของที่ลูกค้าคืนหักจากยอดที่ค้างนานที่สุดก่อน",
        "Payments and returns are taken off the oldest dues first.",
    ),
    Words(
        "ยอดติดลบคือจ่ายเกินหรือคืนของหลังจ่ายแล้ว หักจากยอดถัดไป",
        "A negative balance (goods came back after they were paid) is taken off what comes next.",
    ),
)


@query
def payable_ageing(session: Session, _period: Period, on: date) -> Listing:
    """The balance of each producer at the end of the day, split by the age of what is unpaid."""
    makers = makers_of(session)
    headings = (
        PRODUCER,
        CODE,
        *(Heading(Words(f"{band} วัน", f"{band} days"), Kind.MONEY) for band in ("0–30", "31–60", "61–90", "> 90")),
        Heading(Words("ค้างจ่ายรวม", "Owed"), Kind.MONEY),
    )
    unpaid = {key: unpaid_bands(accrued, -paid) for key, *accrued, paid in _sums(session, on)}
    longest_first = sorted(unpaid, key=lambda key: (-unpaid[key][-1], -sum(unpaid[key]), key))
    rows: list[Row] = [
        (makers[key].name, makers[key].code, *unpaid[key], sum(unpaid[key]))
        for key in longest_first
        if any(unpaid[key])
    ]
    totals = sum_row(headings, rows, TOTAL) if rows else ()
    title = Words("อายุยอดค้างจ่ายผู้ผลิต", "Ageing of what is owed")
    return Listing("payable_ageing", title, on, headings, tuple(rows), None, totals, Chart(0, 6), notes=_NOTES)


def unpaid_bands(accrued: Sequence[int], paid: int) -> tuple[int, ...]:
    """What is left of each band, the youngest first, when payments and returns settle the oldest first. What
    they settle beyond all dues makes the youngest negative. Together they are the balance."""
    left = [max(amount, 0) for amount in accrued]
    settled = paid - sum(min(amount, 0) for amount in accrued)
    for number in range(len(left) - 1, 0, -1):
        part = min(left[number], max(settled, 0))
        left[number] -= part
        settled -= part
    left[0] -= settled
    return tuple(left)


def _sums(session: Session, on: date) -> list[tuple[int, ...]]:
    """(producer, accrued per band from the youngest, payments) as signed sums of the ledger."""
    is_payment = PayableRow.kind.in_(_PAYMENTS)
    day = PayableRow.business_date
    first, second, third = (on - timedelta(days=days) for days in LAST_DAYS)
    bands = (day >= first, and_(day < first, day >= second), and_(day < second, day >= third), day < third)
    accrued = (total(case((and_(band, ~is_payment), PayableRow.amount), else_=0)) for band in bands)
    paid = total(case((is_payment, PayableRow.amount), else_=0))
    rows = session.execute(
        select(PayableRow.producer_id, *accrued, paid)
        .where(day <= on)
        .group_by(PayableRow.producer_id)
        .order_by(PayableRow.producer_id)
    )
    return [tuple(row) for row in rows]
