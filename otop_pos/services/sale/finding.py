"""Finding a sale whose paper was lost: by what was bought."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProductRow, SaleLineRow, SaleRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType
from otop_pos.services.sale.offers import find_offers
from otop_pos.services.sale.reading import returned_quantities


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of an earlier sale. `left` thousandths may still come back; `net` is what all of it cost."""

    doc_no: str
    line_no: int
    at: datetime
    till_code: str
    operator: str
    name_th: str
    name_en: str
    unit: Unit
    qty: int
    left: int
    net: int


@query
def find_sold(session: Session, code: str, *, on: date, limit: int = 40) -> tuple[SoldLine, ...]:
    """Sales of what a scanned code stands for, of which something may still come back, newest first.

    Refuses UnknownCode.
    """
    products = {offer.product.id for offer in find_offers(session, code, on=on)}
    rows = session.execute(
        select(SaleLineRow, SaleRow, UserRow.name)
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(SaleLineRow.product_id.in_(products), SaleRow.doc_type == DocumentType.SALE)
        .order_by(SaleRow.at.desc(), SaleLineRow.line_no)
        .limit(limit)
    ).all()
    returned = returned_quantities(session, [sale.id for _line, sale, _name in rows])
    lines = [_sold(line, sale, name, returned.get((sale.id, line.line_no), 0)) for line, sale, name in rows]
    return tuple(line for line in lines if line.left > 0)


def _sold(line: SaleLineRow, sale: SaleRow, operator: str, returned: int) -> SoldLine:
    return SoldLine(
        doc_no=sale.doc_no,
        line_no=line.line_no,
        at=sale.at,
        till_code=sale.till_code,
        operator=operator,
        name_th=line.name_th,
        name_en=line.name_en,
        unit=line.unit,
        qty=line.qty,
        left=line.qty - returned,
        net=line.net,
    )
