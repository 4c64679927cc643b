"""What lies where: lots with their standing, and the movements behind it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    GrnLineRow,
    GrnRow,
    LotBalanceRow,
    LotMoveRow,
    LotRow,
    ProducerRow,
    ProductRow,
    SaleRow,
    StockNoteRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.search import fold
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.services.producer import producer_of
from otop_pos.services.product import product_of
from otop_pos.services.stock.due import dues_now


@dataclass(frozen=True, slots=True)
class LotMove:
    """One movement of a lot, with the paper behind it."""

    at: datetime
    business_date: date
    kind: MoveKind
    bucket: Bucket
    qty: int
    user: str
    doc_no: str


@query
def list_lots(session: Session, text: str = "", limit: int = 500) -> tuple[Lot, ...]:
    """Lots by product, oldest first within one; `text` is any part of a product, producer or lot code."""
    typed = fold(text)
    found = ProductRow.search.contains(typed, autoescape=True) | LotRow.code.startswith(typed, autoescape=True)
    return lots_where(session, found, limit=limit)


def lots_where(session: Session, which: ColumnElement[bool], *, limit: int | None = None) -> tuple[Lot, ...]:
    """Lots of which product, lot or producer fit, by product, the oldest first within one."""
    rows = session.execute(
        select(LotRow, ProductRow, ProducerRow, GrnLineRow.due_per_unit, GrnLineRow.price)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
        .join(GrnLineRow, (GrnLineRow.grn_id == LotRow.grn_id) & (GrnLineRow.line_no == LotRow.grn_line_no))
        .where(which)
        .order_by(ProductRow.name_th, LotRow.received_on, LotRow.id)
        .limit(limit)
    ).all()
    ids = [row.LotRow.id for row in rows]
    balances, moved = _balances(session, ids), _moved(session, ids)
    dues = dues_now(session, [row.LotRow for row in rows if row.LotRow.price != row.price])
    return tuple(_lot(row, balances, moved, dues) for row in rows)


@query
def list_moves(session: Session, lot_id: int) -> tuple[LotMove, ...]:
    """The story of a lot, from its delivery on."""
    rows = session.execute(
        select(LotMoveRow, UserRow.name, func.coalesce(SaleRow.doc_no, GrnRow.doc_no, StockNoteRow.doc_no, ""))
        .join(UserRow, UserRow.id == LotMoveRow.user_id)
        .outerjoin(SaleRow, SaleRow.id == LotMoveRow.document_id)
        .outerjoin(GrnRow, GrnRow.id == LotMoveRow.document_id)
        .outerjoin(StockNoteRow, StockNoteRow.id == LotMoveRow.document_id)
        .where(LotMoveRow.lot_id == lot_id)
        .order_by(LotMoveRow.id)
    )
    return tuple(
        LotMove(move.at, move.business_date, move.kind, move.bucket, move.qty, user, doc_no)
        for move, user, doc_no in rows
    )


def _balances(session: Session, lot_ids: list[int]) -> dict[tuple[int, Bucket], int]:
    rows = session.execute(
        select(LotBalanceRow.lot_id, LotBalanceRow.bucket, LotBalanceRow.qty).where(LotBalanceRow.lot_id.in_(lot_ids))
    )
    return {(lot_id, bucket): qty for lot_id, bucket, qty in rows}


def _moved(session: Session, lot_ids: list[int]) -> dict[tuple[int, MoveKind], int]:
    rows = session.execute(
        select(LotMoveRow.lot_id, LotMoveRow.kind, total(LotMoveRow.qty))
        .where(LotMoveRow.lot_id.in_(lot_ids), LotMoveRow.kind.in_((MoveKind.SALE, MoveKind.SALE_RETURN)))
        .group_by(LotMoveRow.lot_id, LotMoveRow.kind)
    )
    return {(lot_id, kind): qty for lot_id, kind, qty in rows}


def _lot(
    row: AnyRow,
    balances: dict[tuple[int, Bucket], int],
    moved: dict[tuple[int, MoveKind], int],
    dues: dict[int, int],
) -> Lot:
    lot, product, producer, due_per_unit, _first_price = row
    return Lot(
        id=lot.id,
        code=lot.code,
        product=product_of(product),
        producer=producer_of(producer),
        received_on=lot.received_on,
        qty_received=lot.qty_received,
        price=lot.price,
        on_hand=balances.get((lot.id, Bucket.SELLABLE), 0),
        quarantine=balances.get((lot.id, Bucket.QUARANTINE), 0),
        to_return=balances.get((lot.id, Bucket.TO_RETURN), 0),
        sold=-moved.get((lot.id, MoveKind.SALE), 0),
        returned=moved.get((lot.id, MoveKind.SALE_RETURN), 0),
        batch=lot.batch,
        made_on=lot.made_on,
        expires_on=lot.expires_on,
        due_per_unit=dues.get(lot.id, due_per_unit),
        agreed_value=lot.agreed_value,
    )
