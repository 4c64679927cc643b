"""The account of every lot of a producer over a period."""

from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotMoveRow, LotRow, ProductRow
from otop_pos.db.rows import total
from otop_pos.domain.statement import LotAccount
from otop_pos.domain.stock import MoveKind

Moved = dict[MoveKind, int]


def lot_accounts(session: Session, producer_id: int, since: date, until: date) -> tuple[LotAccount, ...]:
    """Of each lot that was there or moved within the period, both days included, the oldest first."""
    openings, moved = _movements(session, producer_id, since, until)
    rows = session.execute(
        select(LotRow, ProductRow)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(LotRow.producer_id == producer_id, LotRow.received_on <= until)
        .order_by(LotRow.received_on, LotRow.id)
    )
    return tuple(
        _account(lot, product, openings.get(lot.id, 0), moved.get(lot.id, {}), until)
        for lot, product in rows
        if openings.get(lot.id) or lot.id in moved
    )


def _movements(session: Session, producer_id: int, since: date, until: date) -> tuple[dict[int, int], dict[int, Moved]]:
    """What each lot held before the period, and what moved in it by kind; between its buckets nothing moves."""
    is_before = LotMoveRow.business_date < since
    rows = session.execute(
        select(
            LotMoveRow.lot_id,
            LotMoveRow.kind,
            total(case((is_before, LotMoveRow.qty), else_=0)),
            total(case((is_before, 0), else_=LotMoveRow.qty)),
            func.max(LotMoveRow.business_date),
        )
        .join(LotRow, LotRow.id == LotMoveRow.lot_id)
        .where(LotRow.producer_id == producer_id, LotMoveRow.business_date <= until)
        .group_by(LotMoveRow.lot_id, LotMoveRow.kind)
    )
    openings: dict[int, int] = {}
    moved: dict[int, Moved] = {}
    for lot_id, kind, before, within, last in rows:
        openings[lot_id] = openings.get(lot_id, 0) + before
        if last >= since and kind is not MoveKind.TRANSFER:
            moved.setdefault(lot_id, {})[kind] = within
    return openings, moved


def _account(lot: LotRow, product: ProductRow, opening: int, moved: Moved, until: date) -> LotAccount:
    def gone(kind: MoveKind) -> int:
        return -moved.get(kind, 0)

    return LotAccount(
        lot_code=lot.code,
        product_id=product.id,
        name_th=product.name_th,
        name_en=product.name_en,
        unit=product.unit.value,
        photo_id=lot.photo_id or product.photo_id,
        price=lot.price,
        opening=opening,
        received=moved.get(MoveKind.RECEIVE, 0),
        sold=gone(MoveKind.SALE),
        customer_returns=moved.get(MoveKind.SALE_RETURN, 0),
        returned_to_producer=gone(MoveKind.SUPPLIER_RETURN),
        damaged=gone(MoveKind.DAMAGE),
        lost=gone(MoveKind.LOSS),
        expired=gone(MoveKind.EXPIRE),
        donated=gone(MoveKind.DONATE),
        counted=moved.get(MoveKind.COUNT, 0),
        closing=opening + sum(moved.values()),
        days_here=(until - lot.received_on).days,
        expires_on=lot.expires_on,
    )
