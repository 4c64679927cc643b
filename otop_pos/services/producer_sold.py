"""How a producer's goods sell."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProductRow, SaleAllocRow, SaleLineRow, SaleRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.producer_sold import ProducerSold, SoldProduct


@query
def read_sold(session: Session, producer_id: int, since: date, until: date) -> ProducerSold:
    """Days inclusive, refunds on their own day. Goods whose lot nobody knows yet are not in it."""
    mine = (SaleAllocRow.producer_id == producer_id) & SaleRow.business_date.between(since, until)
    days = session.execute(
        select(SaleRow.business_date, total(SaleAllocRow.net), total(SaleAllocRow.due))
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .where(mine)
        .group_by(SaleRow.business_date)
        .order_by(SaleRow.business_date)
    ).all()
    net = total(SaleAllocRow.net)
    products = session.execute(
        select(ProductRow.id, ProductRow.name_th, ProductRow.name_en, total(SaleAllocRow.qty), net)
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .join(
            SaleLineRow,
            (SaleLineRow.sale_id == SaleAllocRow.sale_id) & (SaleLineRow.line_no == SaleAllocRow.line_no),
        )
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(mine)
        .group_by(ProductRow.id, ProductRow.name_th, ProductRow.name_en)
        .order_by(func.sum(SaleAllocRow.net).desc(), ProductRow.id)
    ).all()
    return ProducerSold(
        tuple((row[0], row[1]) for row in days),
        tuple(SoldProduct(*row) for row in products),
        sum(row[2] for row in days),
    )
