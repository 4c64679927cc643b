"""The groupings of one business day, built once; `day` is their only parameter.

Each starts at the index on the business date, so that a day costs the same inside any history.
"""

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import aliased

from otop_pos.db.models import (
    CashMovementRow,
    LotBalanceRow,
    LotRow,
    NightlyBatchRow,
    PaymentRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
    TillEventRow,
    TillSessionRow,
    UserRow,
)
from otop_pos.db.rows import total
from otop_pos.domain.till_event import TOLD

_ON_DAY = SaleRow.business_date == bindparam("day")
_SHARES = ("net", "due", "commission", "fee", "vat_centre")

_opener, _closer = aliased(UserRow), aliased(UserRow)
SESSIONS = (
    select(TillSessionRow, _opener.name, func.coalesce(_closer.name, ""))
    .join(_opener, _opener.id == TillSessionRow.opened_by)
    .outerjoin(_closer, _closer.id == TillSessionRow.closed_by)
    .where(TillSessionRow.business_date == bindparam("day"))
    .order_by(TillSessionRow.till_code, TillSessionRow.epoch, TillSessionRow.z_no)
)
"""By till and Z number."""

HEADS = (
    select(
        SaleRow.doc_type,
        SaleRow.local_hour,
        func.count().label("documents"),
        total(SaleRow.gross).label("gross"),
        total(SaleRow.discount).label("discount"),
        total(SaleRow.net).label("net"),
        total(SaleRow.vat).label("vat"),
        total(SaleRow.rounding).label("rounding"),
    )
    .where(_ON_DAY)
    .group_by(SaleRow.doc_type, SaleRow.local_hour)
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
    .where(_ON_DAY, SaleAllocRow.note_id.is_(None))
)
"""What found its lot later stands under AWAITING on its sale's day, as it was closed."""

AWAITING = select(total(StockExceptionRow.net)).join(SaleRow, SaleRow.id == StockExceptionRow.sale_id).where(_ON_DAY)

TENDERS = (
    select(
        SaleRow.till_session_id,
        PaymentRow.method,
        func.count().label("payments"),
        total(PaymentRow.amount).label("amount"),
    )
    .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
    .where(_ON_DAY)
    .group_by(SaleRow.till_session_id, PaymentRow.method)
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

EXPIRING = select(func.count()).where(
    LotRow.expires_on <= bindparam("until"),
    exists().where(LotBalanceRow.lot_id == LotRow.id, LotBalanceRow.qty > 0),
)
"""Lots with goods on the shelf that expire by then, or have expired."""

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

MOVED = (
    select(
        CashMovementRow.till_session_id,
        CashMovementRow.kind,
        func.count().label("count"),
        total(CashMovementRow.amount).label("amount"),
    )
    .join(TillSessionRow, TillSessionRow.id == CashMovementRow.till_session_id)
    .where(TillSessionRow.business_date == bindparam("day"))
    .group_by(CashMovementRow.till_session_id, CashMovementRow.kind)
)

EVENTS = (
    select(TillEventRow.kind, UserRow.name, func.count(), total(TillEventRow.amount))
    .join(UserRow, UserRow.id == TillEventRow.user_id)
    .where(TillEventRow.business_date == bindparam("day"), TillEventRow.kind.in_(TOLD))
    .group_by(TillEventRow.kind, UserRow.name)
    .order_by(TillEventRow.kind, UserRow.name)
)
"""What the day's people did beside selling."""

SENT = select(NightlyBatchRow.manifest_sha256).where(NightlyBatchRow.business_date == bindparam("day"))
