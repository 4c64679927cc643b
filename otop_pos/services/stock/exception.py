"""Goods that were sold without a lot: listed next morning, and given the lot that they came from."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    LotBalanceRow,
    LotRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
    StockNoteRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import (
    BadQuantity,
    FewerWait,
    NothingToResolve,
    WholePiecesOnly,
    WrongLot,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.money import portion
from otop_pos.domain.quantity import ONE, UNIT_TH, format_quantity
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_exception import StockException
from otop_pos.domain.stock_note import NoteKind, StockNote
from otop_pos.services.permission import needs
from otop_pos.services.product import product_of
from otop_pos.services.stock.note_reading import notes_where
from otop_pos.services.stock.noting import By, DraftLine, NoteDraft, hold_till, write_note
from otop_pos.services.stock.reading import lots_where
from otop_pos.services.stock.resolving import Waiting, allocate_found, found_lot, read_waiting
from otop_pos.services.stock.shelf import hold_shelf, read_lots

_Back, _BackLine = aliased(StockExceptionRow), aliased(SaleLineRow)
_Found = aliased(SaleAllocRow)
_DONE = (
    select(total(_Found.qty))
    .where(
        _Found.sale_id == StockExceptionRow.sale_id,
        _Found.line_no == StockExceptionRow.line_no,
        _Found.note_id.is_not(None),
    )
    .correlate(StockExceptionRow)
    .scalar_subquery()
) - (
    select(total(_Back.qty))
    .join(_BackLine, (_BackLine.sale_id == _Back.sale_id) & (_BackLine.line_no == _Back.line_no))
    .where(
        _BackLine.ref_sale_id == StockExceptionRow.sale_id,
        _BackLine.ref_line_no == StockExceptionRow.line_no,
    )
    .correlate(StockExceptionRow)
    .scalar_subquery()
)
"""Thousandths that found a lot or came back."""


@query
def list_exceptions(session: Session) -> tuple[StockException, ...]:
    """What still waits for a lot, the oldest first."""
    rows = session.execute(
        select(StockExceptionRow, SaleRow, SaleLineRow, ProductRow, ProducerRow, UserRow.name, _DONE)
        .join(SaleRow, SaleRow.id == StockExceptionRow.sale_id)
        .join(
            SaleLineRow,
            (SaleLineRow.sale_id == StockExceptionRow.sale_id) & (SaleLineRow.line_no == StockExceptionRow.line_no),
        )
        .join(ProductRow, ProductRow.id == StockExceptionRow.product_id)
        .join(ProducerRow, ProducerRow.id == StockExceptionRow.producer_id)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .where(StockExceptionRow.resolved_at.is_(None), StockExceptionRow.qty > 0)
        .order_by(SaleRow.at, SaleRow.doc_no, StockExceptionRow.line_no)
    )
    return tuple(_exception(*row) for row in rows if row.StockExceptionRow.qty > row[-1])


@query
def suggest_lots(session: Session, sale_id: UUID, line_no: int) -> tuple[Lot, ...]:
    """Lots of these goods with something to sell, those at the price that was paid first, then the oldest.
    None under terms that make somebody else the seller. Refuses NotFound."""
    waiting = read_waiting(session, sale_id, line_no)
    has_some = LotRow.id.in_(
        select(LotBalanceRow.lot_id).where(LotBalanceRow.bucket == Bucket.SELLABLE, LotBalanceRow.qty > 0)
    )
    rows = session.scalars(select(LotRow).where(LotRow.product_id == waiting.line.product_id, has_some))
    fitting = [row.id for row in rows if found_lot(session, row, waiting) is not None]
    lots = lots_where(session, LotRow.id.in_(fitting))
    return tuple(sorted(lots, key=lambda lot: (lot.price != waiting.line.unit_price, lot.received_on, lot.id)))


@needs(Right.RESOLVE_SALE)
def resolve_exception(
    session: Session,
    sale_id: UUID,
    line_no: int,
    lot_id: int,
    qty: int,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
    key: UUID | None = None,
) -> StockNote:
    """So much of what was sold came from this lot: it leaves the books now, and its producer is owed what the
    sale's own price gives under the lot's terms. `key` makes it once.

    Refuses NotFound, NothingToResolve, FewerWait, BadQuantity, WholePiecesOnly, WrongLot, NotEnoughThere.
    """
    key = key or new_id()
    hold_till(session, till)
    waiting = read_waiting(session, sale_id, line_no, is_held=True)
    if before := notes_where(session, StockNoteRow.id == key, limit=1):
        return before[0]
    _check(waiting, qty)
    lots = read_lots(session, [lot_id])
    found = found_lot(session, session.get_one(LotRow, lot_id), waiting)
    if found is None:
        raise WrongLot(lots[lot_id].code, waiting.line.name_th)
    shelf = hold_shelf(session, lots, [(lot_id, Bucket.SELLABLE)])
    lines = (DraftLine(lots[lot_id], Bucket.SELLABLE, MoveKind.SALE, qty),)
    draft = NoteDraft(key, NoteKind.RESOLUTION, f"{waiting.sale.doc_no} · {line_no}", lines)
    by = By(till, user, at, approval)
    note = write_note(session, draft, shelf, by)
    allocate_found(session, waiting, found, qty, note, by)
    if qty == waiting.left:
        waiting.row.resolved_at = at
        session.flush()
    return note


def _check(waiting: Waiting, qty: int) -> None:
    unit = waiting.line.unit
    if waiting.left <= 0:
        raise NothingToResolve(waiting.sale.doc_no)
    if qty <= 0:
        raise BadQuantity(format_quantity(qty, unit), UNIT_TH[unit])
    if unit.is_whole and qty % ONE:
        raise WholePiecesOnly(format_quantity(qty, unit), UNIT_TH[unit])
    if qty > waiting.left:
        raise FewerWait(waiting.line.name_th, f"{format_quantity(waiting.left, unit)} {UNIT_TH[unit]}")


def _exception(
    row: StockExceptionRow,
    sale: SaleRow,
    line: SaleLineRow,
    product: ProductRow,
    producer: ProducerRow,
    operator: str,
    done: int,
) -> StockException:
    return StockException(
        sale_id=sale.id,
        line_no=line.line_no,
        doc_no=sale.doc_no,
        sold_at=sale.at,
        business_date=sale.business_date,
        till_code=sale.till_code,
        operator=operator,
        product=product_of(product),
        producer_id=producer.id,
        producer_name=producer.name_th,
        qty=row.qty - done,
        sold=row.qty,
        unit_price=line.unit_price,
        net=portion(row.net, done, row.qty, row.qty),
    )
