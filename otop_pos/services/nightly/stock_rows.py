"""Movements of the day, and where every lot stood before and after."""

from collections.abc import Iterator

from sqlalchemy import CTE, ColumnElement, case, func, literal, or_, select
from sqlalchemy.orm import aliased

from otop_pos.db.models import ApprovalRow, LotBalanceRow, LotMoveRow, LotRow, SaleRow, StockNoteRow, UserRow
from otop_pos.db.rows import total
from otop_pos.services.nightly.day import Day, word
from otop_pos.sync.stock_level import StockLevel
from otop_pos.sync.stock_movement import StockMovement

_Approver = aliased(UserRow)


def movements(day: Day) -> Iterator[StockMovement]:
    rows = day.stream(
        select(
            LotMoveRow.id,
            LotRow.code,
            word(LotMoveRow.bucket),
            word(LotMoveRow.kind),
            LotMoveRow.qty,
            LotMoveRow.at,
            LotMoveRow.business_date,
            UserRow.code,
            _Approver.code,
            func.coalesce(SaleRow.id, StockNoteRow.id),
            StockNoteRow.reason,
        )
        .join(LotRow, LotRow.id == LotMoveRow.lot_id)
        .join(UserRow, UserRow.id == LotMoveRow.user_id)
        .outerjoin(SaleRow, SaleRow.id == LotMoveRow.document_id)
        .outerjoin(StockNoteRow, StockNoteRow.id == LotMoveRow.document_id)
        .outerjoin(ApprovalRow, ApprovalRow.id == StockNoteRow.approval_id)
        .outerjoin(_Approver, _Approver.id == ApprovalRow.given_by)
        .where(LotMoveRow.business_date > day.after, LotMoveRow.business_date <= day.business_date)
        .order_by(LotMoveRow.id)
    )
    for move_id, lot_code, bucket, kind, qty, at, business_date, user_code, approver_code, doc_id, reason in rows:
        yield StockMovement(
            movement_id=str(move_id),
            shop_id=day.shop_code,
            lot_code=lot_code,
            bucket=bucket,
            kind=kind,
            qty=qty,
            at=at,
            business_date=business_date,
            operator_id=user_code,
            approver_id=approver_code,
            doc_id=doc_id,
            reason_code=reason or None,
        )


def levels(day: Day) -> Iterator[StockLevel]:
    """Worked back from today's balances by what moved on and after the day: no history is scanned."""
    since = (
        select(LotMoveRow.lot_id, LotMoveRow.bucket, LotMoveRow.business_date, LotMoveRow.qty)
        .where(LotMoveRow.business_date > day.after)
        .cte("since")
        # Found by date first: asked to group by lot, SQLite would walk all moves in the order of their lots.
        .prefix_with("MATERIALIZED")
    )
    is_later = since.c.business_date > day.business_date
    moved = (
        select(
            since.c.lot_id,
            since.c.bucket,
            _moved(since, is_later).label("later"),
            _moved(since, ~is_later & (since.c.qty > 0)).label("came"),
            _moved(since, ~is_later & (since.c.qty < 0)).label("went"),
        )
        .group_by(since.c.lot_id, since.c.bucket)
        .subquery()
    )
    came, went = func.coalesce(moved.c.came, 0), -func.coalesce(moved.c.went, 0)
    closing = LotBalanceRow.qty - func.coalesce(moved.c.later, 0)
    return day.rows(
        StockLevel,
        select(
            literal(day.shop_code).label("shop_id"),
            LotRow.code.label("lot_code"),
            word(LotBalanceRow.bucket).label("bucket"),
            (closing - came + went).label("opening"),
            came.label("in_"),
            went.label("out"),
            closing.label("closing"),
        )
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .outerjoin(moved, (moved.c.lot_id == LotBalanceRow.lot_id) & (moved.c.bucket == LotBalanceRow.bucket))
        .where(or_(closing != 0, came != 0, went != 0))
        .order_by(day.by_code(LotRow.code), day.by_code(LotBalanceRow.bucket)),
    )


def _moved(since: CTE, when: ColumnElement[bool]) -> ColumnElement[int]:
    return total(case((when, since.c.qty), else_=0))
