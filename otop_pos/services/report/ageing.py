"""How long goods have been lying here, and which of them nobody buys any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotBalanceRow, LotMoveRow, LotRow, ProductRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, share_of, sum_row
from otop_pos.domain.period import Period
from otop_pos.domain.quantity import times
from otop_pos.domain.stock import MoveKind
from otop_pos.services.report.sources import PRODUCER, TOTAL, makers_of

LAST_DAYS = (30, 60, 90, 180)
DEAD_AFTER = 90
_BANDS = (*(f"{since}–{until}" for since, until in zip((0, 31, 61, 91), LAST_DAYS, strict=True)), "> 180")
_PRICES = Words(
    "มูลค่าตามราคาป้ายปัจจุบัน รวมของที่กันไว้และรอคืนผู้ผลิต",
    "Values by today's price labels; goods put aside or waiting for their producer are in them.",
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A lot of which something was here on the day; `sold_on` when a customer last took some of it."""

    code: str
    name: Words
    producer_id: int
    received_on: date
    qty: int
    price: int
    sold_on: date | None

    @property
    def value(self) -> int:
        return times(self.qty, self.price)

    def quiet_days(self, on: date) -> int:
        return (on - max(self.sold_on or self.received_on, self.received_on)).days


@query
def stock_ageing(session: Session, _period: Period, on: date) -> Listing:
    """Value on hand per producer, by how many days ago it came in."""
    makers = makers_of(session)
    values: dict[int, list[int]] = {}
    for lot in _held(session, on):
        bands = values.setdefault(lot.producer_id, [0] * len(_BANDS))
        bands[_band((on - lot.received_on).days)] += lot.value
    headings = (
        PRODUCER,
        *(Heading(Words(f"{band} วัน", f"{band} days"), Kind.MONEY) for band in _BANDS),
        Heading(Words("รวม", "Total"), Kind.MONEY),
        Heading(Words("เกิน 90 วัน", "Over 90 days"), Kind.PERCENT),
    )
    rows: list[Row] = [
        (makers[key].name, *bands, sum(bands), share_of(sum(bands[3:]), sum(bands)))
        for key, bands in sorted(values.items(), key=lambda each: (-sum(each[1][3:]), -sum(each[1]), each[0]))
    ]
    totals = _ageing_totals(headings, rows)
    title = Words("อายุสินค้าคงเหลือ", "Ageing of stock")
    return Listing("stock_ageing", title, on, headings, tuple(rows), None, totals, Chart(0, 6), notes=(_PRICES,))


@query
def dead_stock(session: Session, _period: Period, on: date) -> Listing:
    """Lots of which nobody bought anything for 90 days, the most money first."""
    makers = makers_of(session)
    lots = [lot for lot in _held(session, on) if lot.quiet_days(on) >= DEAD_AFTER]
    headings = (
        Heading(Words("สินค้า", "Product"), share=4),
        PRODUCER,
        Heading(Words("ล็อต", "Lot")),
        Heading(Words("รับเมื่อ", "Came on"), Kind.DATE),
        Heading(Words("ขายล่าสุด", "Last sold"), Kind.DATE),
        Heading(Words("เงียบ (วัน)", "Quiet (days)"), Kind.COUNT),
        Heading(Words("คงเหลือ", "On hand"), Kind.QUANTITY),
        Heading(Words("มูลค่า", "Value"), Kind.MONEY),
    )
    rows: list[Row] = [
        (
            lot.name,
            makers[lot.producer_id].name,
            human_digits(lot.code),
            lot.received_on,
            lot.sold_on,
            lot.quiet_days(on),
            lot.qty,
            lot.value,
        )
        for lot in sorted(lots, key=lambda lot: (-lot.value, lot.code))
    ]
    totals: Row = (TOTAL, *[None] * 6, sum(lot.value for lot in lots)) if rows else ()
    note = Words("สินค้าที่ไม่มีใครซื้อมา 90 วันขึ้นไป", "Nothing of these lots was sold for 90 days or more.")
    title = Words("สินค้าไม่เคลื่อนไหว", "Dead stock")
    return Listing("dead_stock", title, on, headings, tuple(rows), None, totals, notes=(note, _PRICES))


def _ageing_totals(headings: Sequence[Heading], rows: Sequence[Row]) -> Row:
    if not rows:
        return ()
    totals = sum_row(headings, rows, TOTAL)
    bands = [cell for cell in totals[1:6] if isinstance(cell, int)]
    return (*totals[:-1], share_of(sum(bands[3:]), sum(bands)))


def _band(days: int) -> int:
    return sum(days > last for last in LAST_DAYS)


def _held(session: Session, on: date) -> list[_Held]:
    """On hand at the end of the day: today's balance, less what moved since."""
    held = select(LotBalanceRow.lot_id, total(LotBalanceRow.qty).label("qty")).group_by(LotBalanceRow.lot_id).subquery()
    since = (
        select(LotMoveRow.lot_id, total(LotMoveRow.qty).label("qty"))
        .where(LotMoveRow.business_date > on)
        .group_by(LotMoveRow.lot_id)
        .subquery()
    )
    qty = held.c.qty - func.coalesce(since.c.qty, 0)
    rows = session.execute(
        select(
            LotRow.id,
            LotRow.code,
            ProductRow.name_th,
            ProductRow.name_en,
            LotRow.producer_id,
            LotRow.received_on,
            qty,
            LotRow.price,
        )
        .join(held, held.c.lot_id == LotRow.id)
        .outerjoin(since, since.c.lot_id == LotRow.id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(qty > 0)
    ).all()
    last = _last_sold(session, on)
    return [
        _Held(code, Words(name_th, name_en), producer, received_on, on_hand, price, last.get(number))
        for number, code, name_th, name_en, producer, received_on, on_hand, price in rows
    ]


def _last_sold(session: Session, on: date) -> dict[int, date]:
    """Of the lots that are still here. What was sold in the last 90 days is found by its date; only the lots
    without it are asked for their whole story."""
    recent = _last_sales(session, LotMoveRow.business_date.between(on - timedelta(days=DEAD_AFTER), on))
    here = select(LotBalanceRow.lot_id).where(LotBalanceRow.qty > 0)
    quiet = [number for number in session.scalars(here.distinct()) if number not in recent]
    for start in range(0, len(quiet), 500):
        some = LotMoveRow.lot_id.in_(quiet[start : start + 500])
        recent |= _last_sales(session, some, LotMoveRow.business_date <= on)
    return recent


def _last_sales(session: Session, *where: object) -> dict[int, date]:
    rows = session.execute(
        select(LotMoveRow.lot_id, func.max(LotMoveRow.business_date))
        .where(LotMoveRow.kind == MoveKind.SALE, *where)  # type: ignore[arg-type]
        .group_by(LotMoveRow.lot_id)
    )
    return dict(rows.all())
