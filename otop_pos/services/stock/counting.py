"""Counting the shelf, lot by lot, while the shop goes on selling."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, or_, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    CountLineRow,
    CountSessionRow,
    GrnRow,
    LotBalanceRow,
    LotRow,
    ProducerRow,
    ProductCodeRow,
    ProductRow,
)
from otop_pos.domain.approval import Approval
from otop_pos.domain.count import Count, CountLine, CountState
from otop_pos.domain.errors import (
    BadQuantity,
    CountDisturbed,
    Missing,
    NotFound,
    NotInCount,
    ScanItsLabel,
    UnknownCode,
    WholePiecesOnly,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import LARGEST_QUANTITY, ONE, UNIT_TH, Unit, format_quantity
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_numbers
from otop_pos.services.permission import needs
from otop_pos.services.shop import goods_day, read_shop
from otop_pos.services.stock.count_posting import post_count
from otop_pos.services.stock.count_reading import lines_of, list_counts, open_count, read_count
from otop_pos.services.till_event import Happening, note

__all__ = ["cancel_count", "count_lot", "list_counts", "post_count", "read_count", "start_count"]


@needs(Right.COUNT_STOCK)
def start_count(
    session: Session,
    name: str,
    producer_id: int = 0,
    category: Category | None = None,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Count:
    """What lies for sale now is frozen as expected: of the whole shelf, of one producer, of one category.

    Refuses Missing (name), NotFound (producer), Unwritable.
    """
    name = writable_text(name) if name else name
    if not name.strip():
        raise Missing(_("name of the count"))
    if producer_id and session.get(ProducerRow, producer_id) is None:
        raise NotFound(_("Producer"), str(producer_id))
    today = local_date(at)
    shop, series, year = read_shop(session, today), DOCUMENT_SERIES["COUNT"], series_year(goods_day(session, today))
    (number,) = take_numbers(session, shop.code, series.kind, year=year)
    row = CountSessionRow(
        id=new_id(),
        doc_no=shop_document_no(series, shop.code, year, number),
        name=name,
        producer_id=producer_id or None,
        state=CountState.OPEN,
        started_at=at,
        started_by=user.id,
        remark=category or "",
    )
    session.add(row)
    session.flush()
    _freeze(session, row.id, producer_id, category)
    happening = Happening(EventKind.STOCK, f"{row.doc_no} · {name}", approval=approval, document_id=row.id)
    note(session, happening, till=till, user=user, at=at)
    return read_count(session, row.id)


@needs(Right.COUNT_STOCK)
def count_lot(
    session: Session,
    count_id: UUID,
    code: str,
    qty: int,
    *,
    is_total: bool = False,
    till: str,
    user: User,
    at: datetime,
) -> CountLine:
    """Adds what was just scanned (negative: one scan too many), or sets the total of the lot. `code` is its
    label; a product's code serves where only one lot of it is in the count.

    Refuses NotFound, CountEnded, UnknownCode, NotInCount, ScanItsLabel, CountDisturbed, BadQuantity,
    WholePiecesOnly.
    """
    head = open_count(session, count_id)
    lot, product = _counted_lot(session, head, visible_text(code))
    key = (count_id, lot.id, Bucket.SELLABLE)
    row = session.get(CountLineRow, key, populate_existing=True)
    if row is None:
        row = CountLineRow(count_id=count_id, lot_id=lot.id, bucket=Bucket.SELLABLE, expected=0, moved=0)
        session.add(row)
    # What was sold, came back or was moved since the beginning is no difference.
    moved = _lies_there(session, lot.id) - row.expected
    if row.counted and not is_total and moved != row.moved:
        raise CountDisturbed(product.name_th)
    row.counted = _checked(qty if is_total else (row.counted or 0) + qty, product.unit)
    row.moved = moved
    row.counted_at, row.counted_by = at, user.id
    session.flush()
    return next(each for each in lines_of(session, [count_id])[count_id] if each.lot_id == lot.id)


@needs(Right.COUNT_STOCK)
def cancel_count(
    session: Session, count_id: UUID, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Count:
    """As if nobody had counted. Refuses NotFound, CountEnded."""
    row = open_count(session, count_id)
    row.state, row.ended_at, row.ended_by = CountState.CANCELLED, at, user.id
    session.flush()
    happening = Happening(EventKind.STOCK, f"{row.doc_no} ✕", approval=approval, document_id=row.id)
    note(session, happening, till=till, user=user, at=at)
    return read_count(session, count_id)


def _freeze(session: Session, count_id: UUID, producer_id: int, category: Category | None) -> None:
    """One statement: all of it as at one moment."""
    here = (
        select(LotBalanceRow.lot_id, LotBalanceRow.qty)
        .join(LotRow, LotRow.id == LotBalanceRow.lot_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(LotBalanceRow.bucket == Bucket.SELLABLE, LotBalanceRow.qty > 0)
    )
    if producer_id:
        here = here.where(LotRow.producer_id == producer_id)
    if category is not None:
        here = here.where(ProductRow.category == category)
    lines = [
        {"count_id": count_id, "lot_id": lot_id, "bucket": Bucket.SELLABLE, "expected": qty, "moved": 0}
        for lot_id, qty in session.execute(here)
    ]
    if lines:
        session.execute(insert(CountLineRow), lines)


def _counted_lot(session: Session, head: CountSessionRow, code: str) -> tuple[LotRow, ProductRow]:
    lots = select(LotRow, ProductRow).join(ProductRow, ProductRow.id == LotRow.product_id)
    found = session.execute(lots.where(LotRow.code == code)).first()
    if found is None:
        return _only_lot(session, head, code)
    lot, product = found
    is_of_it = head.producer_id in (None, lot.producer_id) and head.remark in ("", product.category)
    if not is_of_it or session.get_one(GrnRow, lot.grn_id).state == "reversed":
        raise NotInCount(product.name_th)
    return lot, product


def _only_lot(session: Session, head: CountSessionRow, code: str) -> tuple[LotRow, ProductRow]:
    """By a product's or maker's code."""
    coded = select(ProductCodeRow.product_id).where(ProductCodeRow.code == code)
    is_coded = or_(ProductRow.sku == code.upper(), ProductRow.id.in_(coded))
    product = session.scalars(select(ProductRow).where(is_coded).limit(1)).first()
    if product is None:
        raise UnknownCode(code)
    found = session.execute(
        select(LotRow, ProductRow)
        .join(CountLineRow, CountLineRow.lot_id == LotRow.id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(CountLineRow.count_id == head.id, is_coded)
    ).all()
    if not found:
        raise NotInCount(product.name_th)
    if len(found) > 1:
        raise ScanItsLabel(product.name_th)
    return found[0].LotRow, found[0].ProductRow


def _checked(qty: int, unit: Unit) -> int:
    if not 0 <= qty <= LARGEST_QUANTITY:
        raise BadQuantity(format_quantity(qty, unit), UNIT_TH[unit])
    if unit.is_whole and qty % ONE:
        raise WholePiecesOnly(format_quantity(qty, unit), UNIT_TH[unit])
    return qty


def _lies_there(session: Session, lot_id: int) -> int:
    here = select(LotBalanceRow.qty).where(LotBalanceRow.lot_id == lot_id, LotBalanceRow.bucket == Bucket.SELLABLE)
    return session.execute(here).scalar() or 0
