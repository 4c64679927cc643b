"""How much of what came in was sold 30, 60 and 90 days after it came."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, select
from sqlalchemy.orm import Session

from otop_pos.db.days import days_between
from otop_pos.db.models import GrnLineRow, GrnRow, LotMoveRow, LotRow, ProductRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.listing import Cell, Chart, Heading, Kind, Listing, Row, Words, share_of
from otop_pos.domain.period import Period
from otop_pos.domain.quantity import times
from otop_pos.domain.stock import MoveKind
from otop_pos.services.report.sources import PRODUCER, TOTAL, Maker, makers_of, within

AGES = (30, 60, 90)
_SOLD = (MoveKind.SALE, MoveKind.SALE_RETURN)
_PRODUCT = Heading(Words("สินค้า", "Product"), share=4)
_AFTER = tuple(Heading(Words(f"{age} วัน", f"{age} days"), Kind.PERCENT) for age in AGES)
_NOTES = (
    Words(
        "นับเฉพาะล็อตที่รับเข้าในช่วงเวลานี้ หักของที่ลูกค้าคืนแล้ว",
        "Lots that came in during this time; what customers brought back is taken off.",
    ),
    Words(
        "แต่ละช่อง (30/60/90 วัน) นับเฉพาะล็อตที่อยู่มาครบจำนวนวันนั้นแล้ว",
        "Each of 30/60/90 days looks only at lots that have been here that long.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Lot:
    """`sold` until the day of the report, `after` within 30, 60, 90 days; None while it is too young for it."""

    code: str
    product_id: int
    producer_id: int
    name: Words
    received_on: date
    received: int
    price: int
    sold: int
    after: tuple[int | None, ...]


@query
def sell_through_by_producer(session: Session, period: Period, on: date) -> Listing:
    """By value at the delivery's price: cloth in metres and honey in bottles have no common quantity."""
    makers = makers_of(session)
    headings = (
        PRODUCER,
        Heading(Words("รับเข้า (บาท)", "Came in (baht)"), Kind.MONEY),
        Heading(Words("ขายแล้ว (บาท)", "Sold (baht)"), Kind.MONEY),
        *_AFTER,
        Heading(Words("ถึงวันนี้", "Until now"), Kind.PERCENT),
    )
    lots = _lots(session, period, on)
    groups = _grouped(lots, lambda lot: lot.producer_id)
    rows = [(_maker(makers, key).name, *_figures(group, _value)) for key, group in groups]
    return _listing(
        "sell_through_producer",
        Words("อัตราขายได้ ตามผู้ผลิต", "Sell-through by producer"),
        headings,
        rows,
        period,
        on,
        (TOTAL, *_figures(lots, _value)),
        Chart(0, 6),
    )


@query
def sell_through_by_product(session: Session, period: Period, on: date) -> Listing:
    """By quantity."""
    makers = makers_of(session)
    headings = (
        _PRODUCT,
        PRODUCER,
        Heading(Words("รับเข้า", "Came in"), Kind.QUANTITY),
        Heading(Words("ขายแล้ว", "Sold"), Kind.QUANTITY),
        *_AFTER,
        Heading(Words("ถึงวันนี้", "Until now"), Kind.PERCENT),
    )
    groups = _grouped(_lots(session, period, on), lambda lot: lot.product_id)
    rows = [
        (group[0].name, _maker(makers, group[0].producer_id).name, *_figures(group, _quantity))
        for _key, group in groups
    ]
    title = Words("อัตราขายได้ ตามสินค้า", "Sell-through by product")
    return _listing("sell_through_product", title, headings, rows, period, on, (), Chart(0, 7))


@query
def sell_through_by_lot(session: Session, period: Period, on: date) -> Listing:
    """By quantity, the newest delivery first."""
    makers = makers_of(session)
    headings = (
        _PRODUCT,
        PRODUCER,
        Heading(Words("ล็อต", "Lot")),
        Heading(Words("รับเมื่อ", "Came on"), Kind.DATE),
        Heading(Words("รับเข้า", "Came in"), Kind.QUANTITY),
        Heading(Words("ขายแล้ว", "Sold"), Kind.QUANTITY),
        *_AFTER,
        Heading(Words("ถึงวันนี้", "Until now"), Kind.PERCENT),
    )
    lots = sorted(_lots(session, period, on), key=lambda lot: (lot.received_on, lot.code), reverse=True)
    rows = [
        (
            lot.name,
            _maker(makers, lot.producer_id).name,
            human_digits(lot.code),
            lot.received_on,
            *_figures([lot], _quantity),
        )
        for lot in lots
    ]
    title = Words("อัตราขายได้ ตามล็อต", "Sell-through by lot")
    return _listing("sell_through_lot", title, headings, rows, period, on, (), None)


def _listing(
    key: str,
    title: Words,
    headings: tuple[Heading, ...],
    rows: Sequence[Row],
    period: Period,
    on: date,
    totals: Row,
    chart: Chart | None,
) -> Listing:
    return Listing(key, title, on, headings, tuple(rows), period, totals if rows else (), chart, notes=_NOTES)


def _lots(session: Session, period: Period, on: date) -> list[_Lot]:
    """Deliveries that were taken back count for nothing; nor do later days than `on`."""
    age = days_between(session, LotRow.received_on, LotMoveRow.business_date)
    sold_within = [total(case((age <= each, -LotMoveRow.qty), else_=0)) for each in AGES]
    rows = session.execute(
        select(
            LotRow.code,
            LotRow.product_id,
            LotRow.producer_id,
            ProductRow.name_th,
            ProductRow.name_en,
            LotRow.received_on,
            LotRow.qty_received,
            GrnLineRow.price,
            -total(LotMoveRow.qty),
            *sold_within,
        )
        .join(GrnRow, GrnRow.id == LotRow.grn_id)
        .join(GrnLineRow, and_(GrnLineRow.grn_id == LotRow.grn_id, GrnLineRow.line_no == LotRow.grn_line_no))
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .outerjoin(
            LotMoveRow,
            and_(LotMoveRow.lot_id == LotRow.id, LotMoveRow.kind.in_(_SOLD), LotMoveRow.business_date <= on),
        )
        .where(GrnRow.state == "posted", within(LotRow.received_on, period))
        .group_by(LotRow.id, ProductRow.id, GrnLineRow.price)
    )
    return [_lot(row, on) for row in rows]


def _lot(row: Any, on: date) -> _Lot:
    code, product, producer, name_th, name_en, received_on, received, price, sold, *after = row
    old = (on - received_on).days
    known = tuple(qty if old >= age else None for age, qty in zip(AGES, after, strict=True))
    return _Lot(code, product, producer, Words(name_th, name_en), received_on, received, price, sold, known)


def _quantity(_lot: _Lot, qty: int) -> int:
    return qty


def _value(lot: _Lot, qty: int) -> int:
    return times(qty, lot.price)


def _figures(lots: Sequence[_Lot], measure: Callable[[_Lot, int], int]) -> tuple[Cell, ...]:
    """Received, sold, the shares after 30, 60, 90 days and until now."""
    received = sum(measure(lot, lot.received) for lot in lots)
    sold = sum(measure(lot, lot.sold) for lot in lots)
    after = []
    for number in range(len(AGES)):
        old = [(lot, qty) for lot in lots if (qty := lot.after[number]) is not None]
        part = sum(measure(lot, qty) for lot, qty in old)
        after.append(share_of(part, sum(measure(lot, lot.received) for lot, _qty in old)))
    return received, sold, *after, share_of(sold, received)


def _grouped(lots: Iterable[_Lot], key: Callable[[_Lot], int]) -> list[tuple[int, list[_Lot]]]:
    """What came in for the most money first."""
    groups: dict[int, list[_Lot]] = {}
    for lot in lots:
        groups.setdefault(key(lot), []).append(lot)
    return sorted(groups.items(), key=lambda each: (-sum(_value(lot, lot.received) for lot in each[1]), each[0]))


def _maker(makers: dict[int, Maker], key: int) -> Maker:
    return makers[key]
