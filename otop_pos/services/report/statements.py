"""The groupings of one business day, built once; `day` is their only parameter.

Each starts at the index on the business date, so that a day costs the same inside any history.
"""

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from otop_pos.db.models import (
    NightlyBatchRow,
    PaymentRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
)
from otop_pos.db.rows import total

_ON_DAY = SaleRow.business_date == bindparam("day")
_SHARES = ("net", "due", "commission", "fee", "vat_centre")

HEADS = (
    select(
        SaleRow.doc_type,
        func.count().label("documents"),
        total(SaleRow.gross).label("gross"),
        total(SaleRow.discount).label("discount"),
        total(SaleRow.net).label("net"),
        total(SaleRow.vat).label("vat"),
        total(SaleRow.rounding).label("rounding"),
    )
    .where(_ON_DAY)
    .group_by(SaleRow.doc_type)
)

GOODS = (
    select(
        SaleLineRow.product_id,
        SaleLineRow.producer_id,
        SaleLineRow.category,
        func.min(SaleLineRow.name_th).label("name_th"),
        func.min(SaleLineRow.name_en).label("name_en"),
        total(SaleLineRow.net).label("net"),
        total(SaleLineRow.qty).label("qty"),
    )
    .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
    .where(_ON_DAY)
    .group_by(SaleLineRow.product_id, SaleLineRow.producer_id, SaleLineRow.category)
)
"""One row per product, from which categories, producers and products are ranked."""

SHARES = (
    select(*(total(getattr(SaleAllocRow, name)).label(name) for name in _SHARES))
    .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
    .where(_ON_DAY)
)

AWAITING = select(total(StockExceptionRow.net)).join(SaleRow, SaleRow.id == StockExceptionRow.sale_id).where(_ON_DAY)

TENDERS = (
    select(PaymentRow.method, func.count().label("payments"), total(PaymentRow.amount).label("amount"))
    .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
    .where(_ON_DAY)
    .group_by(PaymentRow.method)
    .order_by(total(PaymentRow.amount).desc())
)

VATS = (
    select(
        SaleVatRow.vat_class,
        SaleVatRow.rate_bp,
        total(SaleVatRow.gross).label("gross"),
        total(SaleVatRow.vat).label("vat"),
    )
    .join(SaleRow, SaleRow.id == SaleVatRow.sale_id)
    .where(_ON_DAY)
    .group_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
    .order_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
)

HOURS = (
    select(SaleRow.local_hour, total(SaleRow.net).label("net"))
    .where(_ON_DAY)
    .group_by(SaleRow.local_hour)
    .order_by(SaleRow.local_hour)
)

_Back = aliased(StockExceptionRow)
_BROUGHT_BACK = (
    select(total(_Back.qty))
    .join(SaleLineRow, (SaleLineRow.sale_id == _Back.sale_id) & (SaleLineRow.line_no == _Back.line_no))
    .where(
        SaleLineRow.ref_sale_id == StockExceptionRow.sale_id,
        SaleLineRow.ref_line_no == StockExceptionRow.line_no,
    )
    .correlate(StockExceptionRow)
    .scalar_subquery()
)
# What the customer brought back whole needs no lot any more.
OPEN_EXCEPTIONS = select(func.count()).where(
    StockExceptionRow.resolved_at.is_(None), StockExceptionRow.qty > 0, StockExceptionRow.qty + _BROUGHT_BACK > 0
)

SENT = select(NightlyBatchRow.manifest_sha256).where(NightlyBatchRow.business_date == bindparam("day"))
