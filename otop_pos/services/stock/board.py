"""What of the shelf asks for attention: expiring lots, goods whose agreed time ends, what runs low."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, LotBalanceRow, LotRow, ProducerRow, ProductRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.agreement import EndAction
from otop_pos.domain.board import Board, BringList, EndingLot, ExpiringLot, LowProduct, Urgency, term_ends
from otop_pos.domain.producer import Producer
from otop_pos.domain.stock import Bucket, Lot
from otop_pos.services.producer import producer_of
from otop_pos.services.product import product_of
from otop_pos.services.stock.reading import lots_where

_HERE = select(LotBalanceRow.lot_id).where(LotBalanceRow.qty > 0)


@query
def read_board(session: Session, on: date) -> Board:
    """As it stands on a day: only lots of which something is here, and products that are still sold."""
    terms = _terms(session, on)
    until = on + timedelta(days=Urgency.MONTH)
    expiring = select(LotRow.id).where(LotRow.expires_on <= until, LotRow.id.in_(_HERE))
    lots = _lots(session, {*terms, *session.scalars(expiring)})
    return Board(on, _expiring(lots, on, until), _ending(lots, terms, on), _bring(session))


def _lots(session: Session, ids: Collection[int]) -> dict[int, Lot]:
    return {lot.id: lot for lot in lots_where(session, LotRow.id.in_(ids))} if ids else {}


def _expiring(lots: dict[int, Lot], on: date, until: date) -> tuple[ExpiringLot, ...]:
    found = [
        ExpiringLot(lot, lot.expires_on, (lot.expires_on - on).days)
        for lot in lots.values()
        if lot.expires_on is not None and lot.expires_on <= until
    ]
    return tuple(sorted(found, key=lambda each: (each.days, each.lot.product.name_th, each.lot.id)))


def _terms(session: Session, on: date) -> dict[int, tuple[date, int, EndAction]]:
    """Lots whose agreed time ends within a month or has ended: last day, days of grace, what then."""
    rows = session.execute(
        select(LotRow.id, LotRow.received_on, AgreementRow.term_days, AgreementRow.grace_days, AgreementRow.end_action)
        .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
        .where(LotRow.id.in_(_HERE))
    )
    limit = on + timedelta(days=Urgency.MONTH)
    return {
        lot_id: (term_ends(received_on, term_days), grace_days, action)
        for lot_id, received_on, term_days, grace_days, action in rows
        if term_ends(received_on, term_days) <= limit
    }


def _ending(lots: dict[int, Lot], terms: dict[int, tuple[date, int, EndAction]], on: date) -> tuple[EndingLot, ...]:
    found = [
        EndingLot(lots[lot_id], ends_on, ends_on + timedelta(days=grace_days), (ends_on - on).days, action)
        for lot_id, (ends_on, grace_days, action) in terms.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.days, each.lot.product.name_th, each.lot.id)))


def _bring(session: Session) -> tuple[BringList, ...]:
    """By producer; what is most missing first. Goods that nobody sells any more are not asked for."""
    on_hand = (
        select(LotRow.product_id, total(LotBalanceRow.qty).label("qty"))
        .join(LotBalanceRow, (LotBalanceRow.lot_id == LotRow.id) & (LotBalanceRow.bucket == Bucket.SELLABLE))
        .group_by(LotRow.product_id)
        .subquery()
    )
    qty = func.coalesce(on_hand.c.qty, 0)
    rows = session.execute(
        select(ProductRow, ProducerRow, qty)
        .join(ProducerRow, ProducerRow.id == ProductRow.producer_id)
        .outerjoin(on_hand, on_hand.c.product_id == ProductRow.id)
        .where(ProductRow.active, ProducerRow.active, ProductRow.low_stock > qty)
        .order_by(ProducerRow.code, qty, ProductRow.name_th, ProductRow.id)
    )
    lists: dict[Producer, list[LowProduct]] = {}
    for product, producer, here in rows:
        low = LowProduct(product_of(product), here, product.low_stock)
        lists.setdefault(producer_of(producer), []).append(low)
    return tuple(BringList(producer, tuple(products)) for producer, products in lists.items())
