"""Finding a sale whose paper was lost: by what was bought."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, select, union
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import LotRow, ProductCodeRow, ProductRow, SaleAllocRow, SaleLineRow, SaleRow, UserRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.barcode import is_lot_code
from otop_pos.domain.errors import UnknownCode
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType
from otop_pos.domain.writable import visible_text

_PRODUCTS = union(
    select(ProductRow.id).where(ProductRow.sku == bindparam("sku")),
    select(ProductCodeRow.product_id).where(ProductCodeRow.code == bindparam("code")),
    select(LotRow.product_id).where(LotRow.code == bindparam("code")),
)
_OF_LOT = (
    select(SaleAllocRow.sale_id)
    .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
    .where(SaleAllocRow.sale_id == SaleLineRow.sale_id, SaleAllocRow.line_no == SaleLineRow.line_no)
    .correlate(SaleLineRow)
)
_Back = aliased(SaleLineRow)
_LEFT = (
    SaleLineRow.qty
    + select(total(_Back.qty))
    .where(_Back.ref_sale_id == SaleLineRow.sale_id, _Back.ref_line_no == SaleLineRow.line_no)
    .correlate(SaleLineRow)
    .scalar_subquery()
)


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
def find_sold(session: Session, code: str, *, limit: int = 40) -> tuple[SoldLine, ...]:
    """Sales of what a scanned code stands for, of which something may still come back, newest first.

    A lot's label finds the sales of that lot; goods that are no longer sold are found too. Refuses UnknownCode.
    """
    code = visible_text(code)
    products = session.scalars(_PRODUCTS, {"code": code, "sku": code.upper()}).all()
    if not products:
        raise UnknownCode(code)
    lines = _lines(session, SaleLineRow.product_id.in_(products), limit)
    if not is_lot_code(code):
        return lines
    # Pieces that the books held in no lot are only known as the product.
    return _lines(session, _OF_LOT.where(LotRow.code == code).exists(), limit) or lines


def _lines(session: Session, which: ColumnElement[bool], limit: int) -> tuple[SoldLine, ...]:
    rows = session.execute(
        select(SaleLineRow, SaleRow, UserRow.name, _LEFT)
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .where(which, SaleRow.doc_type == DocumentType.SALE, _LEFT > 0)
        .order_by(SaleRow.at.desc(), SaleLineRow.line_no)
        .limit(limit)
    )
    return tuple(_sold(*row) for row in rows)


def _sold(line: SaleLineRow, sale: SaleRow, operator: str, left: int) -> SoldLine:
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
        left=left,
        net=line.net,
    )
