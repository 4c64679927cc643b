"""Prices that change on the shelf, and the labels that must follow."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import InstrumentedAttribute

from otop_pos.db.models import GrnLineRow, LabelPrintRow, LotBalanceRow, LotPriceRow, LotRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import BadPrice, Missing, NotFound, OutOfRange
from otop_pos.domain.identity import new_id
from otop_pos.domain.label_need import LabelNeed
from otop_pos.domain.money import LARGEST_AMOUNT, format_baht
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Lot
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.product import codes_of, product_of
from otop_pos.services.shop import goods_day
from otop_pos.services.stock.noting import By
from otop_pos.services.stock.reading import lots_where
from otop_pos.services.till_event import Happening, note

MOST_LABELS = 10_000
_PRINTED = func.coalesce(
    select(LabelPrintRow.price)
    .where(LabelPrintRow.lot_id == LotRow.id)
    .order_by(LabelPrintRow.id.desc())
    .limit(1)
    .correlate(LotRow)
    .scalar_subquery(),
    GrnLineRow.price,
)
"""What the labels of a lot say: the first ones were printed from its delivery."""


@needs(Right.CHANGE_PRICE)
def change_lot_price(
    session: Session,
    lot_id: int,
    price: int,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Lot:
    """The lot at its new price (satang); bills and papers of before keep theirs. The same price changes nothing.

    Refuses NotFound, BadPrice, Missing (reason), Unwritable.
    """
    _check_price(price)
    by = By(till, user, at, approval)
    reason = writable_text(reason) if reason else reason
    if not reason.strip():
        raise Missing(_("reason"))
    row = _held_lot(session, lot_id)
    if row.price != price:
        what = f"{row.code} {format_baht(row.price)} → {format_baht(price)} · {reason}"
        _change(session, row, price, reason, by)
        _tell(session, what, price, by)
    return lots_where(session, LotRow.id == lot_id)[0]


@needs(Right.CHANGE_PRICE)
def change_product_price(
    session: Session,
    product_id: int,
    price: int,
    is_for_lots: bool,
    reason: str = "",
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Product:
    """For deliveries to come, and where `is_for_lots` also for what of it is here now.

    Refuses NotFound, BadPrice, Unwritable.
    """
    _check_price(price)
    by = By(till, user, at, approval)
    reason = writable_text(reason) if reason else reason
    row = session.scalars(select(ProductRow).where(ProductRow.id == product_id).with_for_update(key_share=True)).first()
    if row is None:
        raise NotFound(_("Product"), str(product_id))
    what = f"{row.sku} {format_baht(row.price)} → {format_baht(price)}"
    row.price = price
    if is_for_lots:
        for lot in _held_lots(session, product_id):
            if lot.price != price:
                _change(session, lot, price, reason, by)
    session.flush()
    _tell(session, f"{what} · {reason}" if reason else what, price, by)
    return product_of(row, codes_of(session, [product_id]).get(product_id, ()))


@query
def labels_to_reprint(session: Session) -> tuple[LabelNeed, ...]:
    """Lots of which something is here under a label that says another price than the till."""
    here = LotRow.id.in_(select(LotBalanceRow.lot_id).where(LotBalanceRow.qty > 0))
    rows = session.execute(
        select(LotRow.id, _PRINTED)
        .join(GrnLineRow, (GrnLineRow.grn_id == LotRow.grn_id) & (GrnLineRow.line_no == LotRow.grn_line_no))
        .where(here, LotRow.price != _PRINTED)
    )
    old: dict[int, int] = dict(rows.all())
    lots = lots_where(session, LotRow.id.in_(old))
    return tuple(LabelNeed(lot, lot.on_hand + lot.quarantine + lot.to_return, old[lot.id], lot.price) for lot in lots)


@needs(Right.RECEIVE)
def count_labels(
    session: Session,
    lot_id: int,
    count: int,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> None:
    """So many labels of a lot were printed, at its price of now. Refuses NotFound, OutOfRange, Unwritable."""
    if not 0 < count <= MOST_LABELS:
        raise OutOfRange(str(count), 1, MOST_LABELS)
    lot, reason = _held_lot(session, lot_id), writable_text(reason) if reason else reason
    session.add(
        LabelPrintRow(
            id=_next_id(session, LabelPrintRow.id, LabelPrintRow.lot_id == lot.id),
            lot_id=lot.id,
            count=count,
            price=lot.price,
            at=at,
            user_id=user.id,
            reason=reason,
        )
    )
    what = f"{lot.code} × {count}"
    happening = Happening(EventKind.STOCK, f"{what} · {reason}" if reason else what, approval=approval)
    note(session, happening, till=till, user=user, at=at)


def _check_price(price: int) -> None:
    if not 0 < price <= LARGEST_AMOUNT:
        raise BadPrice(format_baht(price))


def _held_lot(session: Session, lot_id: int) -> LotRow:
    """Until the commit: its prices follow each other. Refuses NotFound."""
    row = session.scalars(select(LotRow).where(LotRow.id == lot_id).with_for_update(key_share=True)).first()
    if row is None:
        raise NotFound(_("Lot"), str(lot_id))
    return row


def _held_lots(session: Session, product_id: int) -> Sequence[LotRow]:
    """Those of which something is here."""
    here = select(LotBalanceRow.lot_id).where(LotBalanceRow.qty > 0)
    return session.scalars(
        select(LotRow)
        .where(LotRow.product_id == product_id, LotRow.id.in_(here))
        .order_by(LotRow.id)
        .with_for_update(of=LotRow, key_share=True)
    ).all()


def _change(session: Session, lot: LotRow, price: int, reason: str, by: By) -> None:
    session.add(
        LotPriceRow(
            id=_next_id(session, LotPriceRow.id, LotPriceRow.lot_id == lot.id),
            lot_id=lot.id,
            price=price,
            before=lot.price,
            at=by.at,
            business_date=goods_day(session, local_date(by.at)),
            user_id=by.user.id,
            reason=reason,
        )
    )
    lot.price = price
    session.flush()


def _next_id(session: Session, column: InstrumentedAttribute[UUID], which: ColumnElement[bool]) -> UUID:
    """After every one there is, also when another till's clock runs ahead. The caller holds the lot."""
    last: UUID | None = session.execute(select(column).where(which).order_by(column.desc()).limit(1)).scalar()
    fresh = new_id()
    return fresh if last is None or fresh > last else UUID(int=last.int + 1)


def _tell(session: Session, what: str, price: int, by: By) -> None:
    happening = Happening(EventKind.PRICE_CHANGE, what, price, by.approval)
    note(session, happening, till=by.till, user=by.user, at=by.at)
