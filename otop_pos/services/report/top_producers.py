"""Who sold most, and of whom the centre earned most."""

from datetime import date

from sqlalchemy.orm import Session

from otop_pos.db.models import SaleLineRow
from otop_pos.db.query import query
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, share_of, sum_row
from otop_pos.domain.period import Period
from otop_pos.services.report.sources import CODE, PRODUCER, TOTAL, makers_of, sales_by, shares_by

_HEADINGS = (
    PRODUCER,
    CODE,
    Heading(Words("ยอดขายสุทธิ", "Net sales"), Kind.MONEY),
    Heading(Words("% ยอดขาย", "% of sales"), Kind.PERCENT),
    Heading(Words("ค่าฝากขาย", "Commission"), Kind.MONEY),
    Heading(Words("% ค่าฝากขาย", "% of commission"), Kind.PERCENT),
    Heading(Words("ผู้ผลิตได้", "Due to producer"), Kind.MONEY),
)
_SALES, _COMMISSION = 2, 4
_NOTE = Words("หักของคืนแล้ว ค่าฝากขายรวมค่าธรรมเนียม", "Returns are taken off. The commission has the fees in it.")


@query
def top_by_sales(session: Session, period: Period, on: date) -> Listing:
    """Every producer with a sale or a return, the largest net sales first."""
    return _ranking(session, period, on, "top_sales", Words("ผู้ผลิตขายดี", "Top producers by sales"), _SALES)


@query
def top_by_commission(session: Session, period: Period, on: date) -> Listing:
    """The same, what the centre keeps first."""
    title = Words("ผู้ผลิตที่ให้ค่าฝากขายสูงสุด", "Top producers by commission")
    return _ranking(session, period, on, "top_commission", title, _COMMISSION)


def _ranking(session: Session, period: Period, on: date, key: str, title: Words, by: int) -> Listing:
    makers = makers_of(session)
    sales = {number: net for number, (net,) in sales_by(session, SaleLineRow.producer_id, period).items()}
    shares = shares_by(session, "producer_id", period)
    earned = {number: row.commission + row.fee for number, row in shares.items()}
    whole, whole_earned = sum(sales.values()), sum(earned.values())
    order = sales if by == _SALES else earned
    keys = sorted({*sales, *earned}, key=lambda number: (-order.get(number, 0), makers[number].code))
    rows: list[Row] = []
    for number in keys:
        net, fee = sales.get(number, 0), earned.get(number, 0)
        due = shares[number].due if number in shares else 0
        maker = makers[number]
        rows.append((maker.name, maker.code, net, share_of(net, whole), fee, share_of(fee, whole_earned), due))
    totals = sum_row(_HEADINGS, rows, TOTAL) if rows else ()
    return Listing(key, title, on, _HEADINGS, tuple(rows), period, totals, Chart(0, by), notes=(_NOTE,))
