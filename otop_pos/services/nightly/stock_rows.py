"""Movements of the day, and where every lot stood before and after."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from otop_pos.db.models import LotBalanceRow, LotMoveRow, LotRow, SaleRow, UserRow
from otop_pos.db.rows import total
from otop_pos.services.nightly.day import Day
from otop_pos.sync.stock_level import StockLevel
from otop_pos.sync.stock_movement import StockMovement


def movements(day: Day) -> Iterator[StockMovement]:
    rows = day.stream(
        select(LotMoveRow, LotRow.code, UserRow.code, SaleRow.id)
        .join(LotRow, LotRow.id == LotMoveRow.lot_id)
        .join(UserRow, UserRow.id == LotMoveRow.user_id)
        .outerjoin(SaleRow, SaleRow.id == LotMoveRow.document_id)
        .where(LotMoveRow.business_date > day.after, LotMoveRow.business_date <= day.business_date)
        .order_by(LotMoveRow.id)
    )
    for move, lot_code, user_code, sale_id in rows:
        yield StockMovement(
            movement_id=str(move.id),
            shop_id=day.shop_code,
            lot_code=lot_code,
            bucket=move.bucket,
            kind=move.kind,
            qty=move.qty,
            at=move.at,
            business_date=move.business_date,
            operator_id=user_code,
            doc_id=sale_id,
        )


def levels(day: Day) -> Iterator[StockLevel]:
    """Worked back from today's balances by what moved on and after the day: no history is scanned."""
    moved = (
        select(
            LotMoveRow.lot_id,
            LotMoveRow.bucket,
            _moved(LotMoveRow.business_date > day.business_date).label("later"),
            _moved(and_(LotMoveRow.business_date <= day.business_date, LotMoveRow.qty > 0)).label("came"),
            _moved(and_(LotMoveRow.business_date <= day.business_date, LotMoveRow.qty < 0)).label("went"),
        )
        .where(LotMoveRow.business_date > day.after)
        .group_by(LotMoveRow.lot_id, LotMoveRow.bucket)
        .subquery()
    )
    at_close = LotBalanceRow.qty - func.coalesce(moved.c.later, 0)
    rows = day.stream(
        select(LotRow.code, LotBalanceRow.bucket, at_close.label("closing"), moved.c.came, moved.c.went)
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .outerjoin(moved, (moved.c.lot_id == LotBalanceRow.lot_id) & (moved.c.bucket == LotBalanceRow.bucket))
        .where(or_(at_close != 0, moved.c.came != 0, moved.c.went != 0))
        .order_by(day.by_code(LotRow.code), day.by_code(LotBalanceRow.bucket))
    )
    for lot_code, bucket, closing, came, went in rows:
        entered, left = came or 0, -(went or 0)
        yield StockLevel(
            shop_id=day.shop_code,
            lot_code=lot_code,
            bucket=bucket,
            opening=closing - entered + left,
            in_=entered,
            out=left,
            closing=closing,
        )


def _moved(when: ColumnElement[bool]) -> ColumnElement[int]:
    return total(case((when, LotMoveRow.qty), else_=0))
