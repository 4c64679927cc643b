"""TOPOTOP goods and creative ones: what the programmes behind them ask for."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotBalanceRow, LotRow, ProductRow, SaleLineRow, SaleRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, sum_row
from otop_pos.domain.period import Period
from otop_pos.services.report.sources import PRODUCER, TOTAL, makers_of, sales_by, within

_HEADINGS = (
    Heading(Words("สินค้า", "Product"), share=4),
    PRODUCER,
    Heading(Words("กลุ่ม", "Programme")),
    Heading(Words("ดาว", "Stars"), Kind.COUNT),
    Heading(Words("ขายสุทธิ (จำนวน)", "Sold"), Kind.QUANTITY),
    Heading(Words("ยอดขายสุทธิ", "Net sales"), Kind.MONEY),
    Heading(Words("คงเหลือ", "On hand"), Kind.QUANTITY),
)
_BOTH, _TOPOTOP = Words("TOPOTOP · สร้างสรรค์", "TOPOTOP · creative"), Words("TOPOTOP", "TOPOTOP")
_CREATIVE = Words("สร้างสรรค์", "Creative")


@query
def featured(session: Session, period: Period, on: date) -> Listing:
    """Every marked product, also one that sold nothing; the best first."""
    makers = makers_of(session)
    products = session.execute(
        select(
            ProductRow.id,
            ProductRow.name_th,
            ProductRow.name_en,
            ProductRow.producer_id,
            ProductRow.topotop,
            ProductRow.creative,
            ProductRow.stars,
        ).where(or_(ProductRow.topotop, ProductRow.creative))
    ).all()
    sales = sales_by(session, SaleLineRow.product_id, period)
    sold, here = _sold(session, period), _on_hand(session)
    rows: list[Row] = []
    for row in sorted(products, key=lambda row: (-sales.get(row.id, (0,))[0], row.name_th, row.id)):
        mark = _BOTH if row.topotop and row.creative else _TOPOTOP if row.topotop else _CREATIVE
        rows.append(
            (
                Words(row.name_th, row.name_en),
                makers[row.producer_id].name,
                mark,
                row.stars,
                sold.get(row.id, 0),
                sales.get(row.id, (0,))[0],
                here.get(row.id, 0),
            )
        )
    added = sum_row(_HEADINGS, rows, TOTAL)
    totals: Row = (*added[:3], None, *added[4:]) if rows else ()
    title = Words("สินค้า TOPOTOP และสินค้าสร้างสรรค์", "TOPOTOP and creative goods")
    note = Words("คงเหลือ ณ ตอนนี้", "On hand is as of now.")
    listed = tuple(rows)
    return Listing("featured", title, on, _HEADINGS, listed, period, totals, Chart(0, 5), notes=(note,))


def _sold(session: Session, period: Period) -> dict[int, int]:
    rows = session.execute(
        select(SaleLineRow.product_id, total(SaleLineRow.qty))
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(within(SaleRow.business_date, period), or_(ProductRow.topotop, ProductRow.creative))
        .group_by(SaleLineRow.product_id)
    )
    return dict(rows.all())


def _on_hand(session: Session) -> dict[int, int]:
    rows = session.execute(
        select(LotRow.product_id, total(LotBalanceRow.qty))
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(or_(ProductRow.topotop, ProductRow.creative))
        .group_by(LotRow.product_id)
    )
    return dict(rows.all())
