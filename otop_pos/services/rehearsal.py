"""Other terms tried on a producer's past sales, before anybody signs them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    AgreementRow,
    LotPriceRow,
    LotRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockNoteRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow
from otop_pos.domain.agreement import Agreement, Rate, Share
from otop_pos.domain.errors import PeriodBackwards
from otop_pos.domain.money import portion
from otop_pos.domain.quantity import times
from otop_pos.domain.rehearsal import PastSale, Rehearsal, rehearse
from otop_pos.services.vat_status import VatStatus, list_vat_statuses

Key = tuple[object, int | None, int | None]
"""An allocation: sale, line, part."""
Stretch = tuple[int, int]

# Goods sold without a lot belong to the day on which somebody found it.
_DAY: ColumnElement[date] = func.coalesce(StockNoteRow.business_date, SaleRow.business_date)


@query
def rehearse_terms(session: Session, producer_id: int, agreement: Agreement, since: date, until: date) -> Rehearsal:
    """Sales and refunds of the days, both inclusive, as posted and as they would be. Changes nothing.

    Refuses PeriodBackwards.
    """
    if until < since:
        raise PeriodBackwards
    returns = _returns(session, producer_id, since, until)
    found = _allocations(session, producer_id, since, until)
    prices = _price_changes(session, producer_id)
    statuses = list_vat_statuses(session)
    sales = [
        _past_sale(row, reached, prices, statuses, (since, until), returns.get(_key(row.SaleAllocRow), ()))
        for row, reached in _reaching(found)
    ]
    return rehearse([sale for sale in sales if sale.counts or sale.taken_back], agreement, since, until)


def _returns(session: Session, producer_id: int, since: date, until: date) -> dict[Key, tuple[Stretch, ...]]:
    """Which stretches of which allocations came back within the days."""
    rows = session.execute(
        select(SaleAllocRow, SaleRow.business_date)
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .where(SaleAllocRow.producer_id == producer_id, SaleAllocRow.ref_sale_id.is_not(None))
        .where(SaleRow.business_date <= until)
        .order_by(SaleRow.at, SaleAllocRow.sale_id, SaleAllocRow.line_no, SaleAllocRow.alloc_no)
    )
    reached: dict[Key, int] = defaultdict(int)
    found: dict[Key, tuple[Stretch, ...]] = {}
    for row, day in rows:
        key = (row.ref_sale_id, row.ref_line_no, row.ref_alloc_no)
        before, reached[key] = reached[key], reached[key] - row.qty
        if day >= since:
            found[key] = (*found.get(key, ()), (before, reached[key]))
    return found


def _allocations(session: Session, producer_id: int, since: date, until: date) -> Sequence[AnyRow]:
    """With their lines, lots and agreements: all of every bill of the days, and of what came back."""
    of_days = (
        select(func.coalesce(SaleAllocRow.ref_sale_id, SaleAllocRow.sale_id))
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .outerjoin(StockNoteRow, StockNoteRow.id == SaleAllocRow.note_id)
        .where(SaleAllocRow.producer_id == producer_id, _DAY.between(since, until))
    )
    return session.execute(
        select(
            SaleAllocRow,
            SaleLineRow,
            LotRow,
            AgreementRow.discount_policy,
            SaleRow.at,
            SaleRow.business_date,
            _DAY.label("day"),
        )
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .join(
            SaleLineRow,
            (SaleLineRow.sale_id == SaleAllocRow.sale_id) & (SaleLineRow.line_no == SaleAllocRow.line_no),
        )
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .join(AgreementRow, AgreementRow.id == SaleAllocRow.agreement_id)
        .outerjoin(StockNoteRow, StockNoteRow.id == SaleAllocRow.note_id)
        .where(SaleAllocRow.producer_id == producer_id, SaleAllocRow.sale_id.in_(of_days))
        .order_by(SaleRow.at, SaleAllocRow.sale_id, SaleAllocRow.line_no, SaleAllocRow.alloc_no)
    ).all()


def _price_changes(session: Session, producer_id: int) -> dict[int, list[AnyRow]]:
    changes: dict[int, list[AnyRow]] = defaultdict(list)
    for row in session.execute(
        select(LotPriceRow.lot_id, LotPriceRow.before, LotPriceRow.at)
        .join(LotRow, LotRow.id == LotPriceRow.lot_id)
        .where(LotRow.producer_id == producer_id)
        .order_by(LotPriceRow.at)
    ):
        changes[row.lot_id].append(row)
    return changes


def _reaching(rows: Sequence[AnyRow]) -> Iterator[tuple[AnyRow, int]]:
    """Each allocation with how much of its line the ones before it took."""
    reached: dict[tuple[object, int], int] = defaultdict(int)
    for row in rows:
        line = (row.SaleAllocRow.sale_id, row.SaleAllocRow.line_no)
        yield row, reached[line]
        reached[line] += row.SaleAllocRow.qty


def _past_sale(
    row: AnyRow,
    reached: int,
    prices: dict[int, list[AnyRow]],
    statuses: Sequence[VatStatus],
    days: tuple[date, date],
    taken_back: tuple[Stretch, ...],
) -> PastSale:
    alloc, line = row.SaleAllocRow, row.SaleLineRow
    # Goods that found their lot late: the discount was split once, as a whole.
    by_line = 0 if alloc.note_id else portion(line.line_discount, reached, reached + alloc.qty, line.qty)
    price = next((each.before for each in prices.get(row.LotRow.id, ()) if each.at > row.at), row.LotRow.price)
    return PastSale(
        product_id=line.product_id,
        name_th=line.name_th,
        name_en=line.name_en,
        category=line.category,
        vat_class=line.vat_class,
        on=row.business_date,
        vat_registered=_is_registered(statuses, row.business_date),
        qty=alloc.qty,
        posted=_share(alloc),
        tax_mode=alloc.tax_mode,
        rate=Rate(alloc.rate_method, alloc.rate_basis_points, alloc.rate_amount, alloc.rate_base),
        policy=row.discount_policy,
        line_discount=by_line,
        bill_discount=alloc.disc_centre + alloc.disc_producer - by_line,
        set_value=times(alloc.qty, price) if line.unit_price < price else None,
        lot_rate=_own_rate(row.LotRow),
        counts=days[0] <= row.day <= days[1],
        taken_back=taken_back,
    )


def _share(alloc: SaleAllocRow) -> Share:
    return Share(
        alloc.gross,
        alloc.disc_centre,
        alloc.disc_producer,
        alloc.net,
        alloc.vat_centre,
        alloc.commission,
        alloc.fee,
        alloc.due,
    )


def _own_rate(lot: LotRow) -> Rate | None:
    if lot.rate_method is None or lot.rate_base is None:
        return None
    return Rate(lot.rate_method, lot.rate_basis_points or 0, lot.rate_amount or 0, lot.rate_base)


def _is_registered(statuses: Sequence[VatStatus], day: date) -> bool:
    return next((each.is_registered for each in reversed(statuses) if each.since <= day), False)


def _key(alloc: SaleAllocRow) -> Key:
    return alloc.sale_id, alloc.line_no, alloc.alloc_no
