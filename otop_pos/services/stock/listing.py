"""The shelf by product or by producer."""

from typing import Any, Literal

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import GrnLineRow, LotBalanceRow, LotRow, ProducerRow, ProductRow
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.quantity import times
from otop_pos.domain.search import fold
from otop_pos.domain.stock import Bucket
from otop_pos.domain.stock_row import StockRow
from otop_pos.services.stock.due import dues_now

_HERE = total(LotBalanceRow.qty)
_AT_FIRST = total(case((LotRow.price == GrnLineRow.price, LotBalanceRow.qty * GrnLineRow.due_per_unit), else_=0))


@query
def list_stock(session: Session, by: Literal["product", "producer"], text: str = "") -> tuple[StockRow, ...]:
    """What is here, by name; `text` is any part of a product, producer or lot code."""
    which = _found(fold(text))
    dues = _dues_of_new_prices(session, by, which)
    rows = _by_product(session, which) if by == "product" else _by_producer(session, which)
    return tuple(_row(row, dues.get(row.id, 0)) for row in rows)


def _found(typed: str) -> ColumnElement[bool]:
    return ProductRow.search.contains(typed, autoescape=True) | LotRow.code.startswith(typed, autoescape=True)


def _sums() -> list[ColumnElement[int]]:
    return [
        func.count(func.distinct(LotRow.id)).label("lots"),
        *(total(case((LotBalanceRow.bucket == each, LotBalanceRow.qty), else_=0)).label(each.value) for each in Bucket),
        total(LotBalanceRow.qty * LotRow.price).label("value"),
        _AT_FIRST.label("due"),
    ]


def _by_product(session: Session, which: ColumnElement[bool]) -> list[AnyRow]:
    own = [
        ProductRow.id,
        ProductRow.sku.label("code"),
        ProductRow.name_th,
        ProductRow.name_en,
        ProducerRow.name_th.label("producer"),
        ProducerRow.name_en.label("producer_en"),
        ProductRow.unit,
        ProductRow.photo_id,
    ]
    return _rows(session, own, which)


def _by_producer(session: Session, which: ColumnElement[bool]) -> list[AnyRow]:
    own = [
        ProducerRow.id,
        ProducerRow.code.label("code"),
        ProducerRow.name_th,
        ProducerRow.name_en,
        ProducerRow.name_th.label("producer"),
        ProducerRow.name_en.label("producer_en"),
    ]
    return _rows(session, own, which)


def _rows(session: Session, own: list[Any], which: ColumnElement[bool]) -> list[AnyRow]:
    return list(
        session.execute(
            select(*own, *_sums())
            .select_from(LotRow)
            .join(LotBalanceRow, (LotBalanceRow.lot_id == LotRow.id) & (LotBalanceRow.qty > 0))
            .join(ProductRow, ProductRow.id == LotRow.product_id)
            .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
            .join(GrnLineRow, (GrnLineRow.grn_id == LotRow.grn_id) & (GrnLineRow.line_no == LotRow.grn_line_no))
            .where(which)
            .group_by(*own)
            .order_by(own[2], own[0])
        )
    )


def _dues_of_new_prices(session: Session, by: str, which: ColumnElement[bool]) -> dict[int, int]:
    """Satang for lots that cost something else than at their delivery, by product or producer."""
    rows = session.execute(
        select(LotRow, _HERE)
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(GrnLineRow, (GrnLineRow.grn_id == LotRow.grn_id) & (GrnLineRow.line_no == LotRow.grn_line_no))
        .where(which, LotRow.price != GrnLineRow.price)
        .group_by(LotRow.id)
        .having(_HERE > 0)
    ).all()
    per_unit = dues_now(session, [lot for lot, _qty in rows])
    dues: dict[int, int] = {}
    for lot, qty in rows:
        key = lot.product_id if by == "product" else lot.producer_id
        dues[key] = dues.get(key, 0) + times(qty, per_unit[lot.id])
    return dues


def _row(row: AnyRow, due_of_new_prices: int) -> StockRow:
    return StockRow(
        id=row.id,
        code=row.code,
        name_th=row.name_th,
        name_en=row.name_en,
        producer=row.producer,
        producer_en=row.producer_en,
        lots=row.lots,
        on_hand=row.sellable,
        quarantine=row.quarantine,
        to_return=row.to_return,
        value=times(row.value, 1),
        due=times(row.due, 1) + due_of_new_prices,
        unit=getattr(row, "unit", None),
        photo_id=getattr(row, "photo_id", None),
    )
