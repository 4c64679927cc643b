"""The day in figures, by index on its business date: what the screen, the paper and the proof read."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    LotBalanceRow,
    LotRow,
    NightlyBatchRow,
    PaymentRow,
    ProducerRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
    TillSessionRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category
from otop_pos.domain.report import DaySummary, Proof, Ranked, TenderTotal
from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.services.till import cash_taken, sessions_where

TOP = 5
EXPIRES_WITHIN = timedelta(days=30)


@query
def summarise_day(session: Session, business_date: date) -> DaySummary:
    """All tills of one business day. A day without a sale has its zeros."""
    on_day = SaleRow.business_date == business_date
    heads = {row.doc_type: row for row in _heads(session, on_day)}
    sold, returned = heads.get(DocumentType.SALE), heads.get(DocumentType.REFUND)
    goods = _goods(session, on_day)
    shares = _shares(session, on_day)
    tenders = _tenders(session, on_day)
    sessions = sessions_where(session, TillSessionRow.business_date == business_date)
    net, rounding = _sum(heads.values(), "net"), _sum(heads.values(), "rounding")
    awaiting = _awaiting(session, on_day)
    return DaySummary(
        business_date=business_date,
        sessions=sessions,
        gross=sold.gross if sold else 0,
        discounts=sold.discount if sold else 0,
        refunds=returned.net if returned else 0,
        net=net,
        rounding=rounding,
        vats=_vats(session, on_day),
        vat=_sum(heads.values(), "vat"),
        tenders=tenders,
        receipt_count=sold.documents if sold else 0,
        refund_count=returned.documents if returned else 0,
        commission=shares["commission"],
        due=shares["due"],
        fee=shares["fee"],
        awaiting_lot=awaiting,
        by_hour=_hours(session, on_day),
        by_category=_by_category(goods),
        top_producers=_top(_by_producer(session, goods)),
        top_products=_top(_by_product(goods)),
        expiring_lots=_expiring(session, business_date),
        open_exceptions=_open_exceptions(session),
        is_sent=_is_sent(session, business_date),
        proofs=_proofs(session, net, rounding, goods, tenders, shares, awaiting, sessions),
    )


@query
def list_days(session: Session, limit: int = 60) -> tuple[date, ...]:
    """Business days that have a till session, newest first."""
    return tuple(
        session.scalars(
            select(TillSessionRow.business_date).distinct().order_by(TillSessionRow.business_date.desc()).limit(limit)
        )
    )


def _heads(session: Session, on_day: ColumnElement[bool]) -> Iterable[AnyRow]:
    return session.execute(
        select(
            SaleRow.doc_type,
            func.count().label("documents"),
            *(total(getattr(SaleRow, name)).label(name) for name in ("gross", "discount", "net", "vat", "rounding")),
        )
        .where(on_day)
        .group_by(SaleRow.doc_type)
    ).all()


def _sum(rows: Iterable[AnyRow], name: str) -> int:
    return sum(getattr(row, name) for row in rows)


def _goods(session: Session, on_day: ColumnElement[bool]) -> list[AnyRow]:
    """One row per product, from which categories, producers and products are ranked."""
    return list(
        session.execute(
            select(
                SaleLineRow.product_id,
                SaleLineRow.producer_id,
                SaleLineRow.category,
                func.min(SaleLineRow.name_th).label("name_th"),
                func.min(SaleLineRow.name_en).label("name_en"),
                total(SaleLineRow.net).label("net"),
                total(SaleLineRow.qty).label("qty"),
            )
            .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
            .where(on_day)
            .group_by(SaleLineRow.product_id, SaleLineRow.producer_id, SaleLineRow.category)
        )
    )


def _shares(session: Session, on_day: ColumnElement[bool]) -> dict[str, int]:
    names = ("net", "due", "commission", "fee", "vat_centre")
    row = session.execute(
        select(*(total(getattr(SaleAllocRow, name)).label(name) for name in names))
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .where(on_day)
    ).one()
    return {name: getattr(row, name) for name in names}


def _awaiting(session: Session, on_day: ColumnElement[bool]) -> int:
    return session.execute(
        select(total(StockExceptionRow.net)).join(SaleRow, SaleRow.id == StockExceptionRow.sale_id).where(on_day)
    ).scalar_one()


def _tenders(session: Session, on_day: ColumnElement[bool]) -> tuple[TenderTotal, ...]:
    rows = session.execute(
        select(PaymentRow.method, func.count(), total(PaymentRow.amount))
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(on_day)
        .group_by(PaymentRow.method)
        .order_by(total(PaymentRow.amount).desc())
    )
    return tuple(TenderTotal(method, count, amount) for method, count, amount in rows)


def _vats(session: Session, on_day: ColumnElement[bool]) -> tuple[VatTotal, ...]:
    rows = session.execute(
        select(SaleVatRow.vat_class, SaleVatRow.rate_bp, total(SaleVatRow.gross), total(SaleVatRow.vat))
        .join(SaleRow, SaleRow.id == SaleVatRow.sale_id)
        .where(on_day)
        .group_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
        .order_by(SaleVatRow.vat_class, SaleVatRow.rate_bp)
    )
    return tuple(VatTotal(vat_class, rate_bp, gross, vat) for vat_class, rate_bp, gross, vat in rows)


def _hours(session: Session, on_day: ColumnElement[bool]) -> tuple[tuple[int, int], ...]:
    rows = session.execute(
        select(SaleRow.local_hour, total(SaleRow.net))
        .where(on_day)
        .group_by(SaleRow.local_hour)
        .order_by(SaleRow.local_hour)
    )
    return tuple((hour, net) for hour, net in rows)


def _by_category(goods: list[AnyRow]) -> tuple[Ranked, ...]:
    """All five categories, also those that sold nothing, the best first."""
    net = {category: sum(row.net for row in goods if row.category == category) for category in Category}
    ranked = sorted(Category, key=lambda category: -net[category])
    return tuple(Ranked(each.value, CATEGORY_TH[each], CATEGORY_EN[each], net[each]) for each in ranked)


def _by_product(goods: list[AnyRow]) -> list[Ranked]:
    return [Ranked(str(row.product_id), row.name_th, row.name_en, row.net, row.qty) for row in goods]


def _by_producer(session: Session, goods: list[AnyRow]) -> list[Ranked]:
    net: dict[int, int] = {}
    for row in goods:
        net[row.producer_id] = net.get(row.producer_id, 0) + row.net
    names = session.execute(
        select(ProducerRow.id, ProducerRow.code, ProducerRow.name_th, ProducerRow.name_en).where(
            ProducerRow.id.in_(net)
        )
    )
    return [Ranked(code, name_th, name_en, net[producer_id]) for producer_id, code, name_th, name_en in names]


def _top(ranked: list[Ranked]) -> tuple[Ranked, ...]:
    return tuple(sorted(ranked, key=lambda each: (-each.net, each.name_th))[:TOP])


def _expiring(session: Session, on: date) -> int:
    """Lots with goods on the shelf that expire within 30 days (or have expired)."""
    return session.execute(
        select(func.count(LotRow.id.distinct()))
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .where(LotBalanceRow.qty > 0, LotRow.expires_on <= on + EXPIRES_WITHIN)
    ).scalar_one()


def _open_exceptions(session: Session) -> int:
    open_now = select(func.count()).where(StockExceptionRow.resolved_at.is_(None), StockExceptionRow.qty > 0)
    return session.execute(open_now).scalar_one()


def _is_sent(session: Session, business_date: date) -> bool:
    batch = session.execute(
        select(NightlyBatchRow.manifest_sha256).where(NightlyBatchRow.business_date == business_date)
    ).first()
    return batch is not None and batch.manifest_sha256 is not None


def _proofs(
    session: Session,
    net: int,
    rounding: int,
    goods: list[AnyRow],
    tenders: tuple[TenderTotal, ...],
    shares: dict[str, int],
    awaiting: int,
    sessions: tuple[TillSession, ...],
) -> tuple[Proof, ...]:
    divided = shares["due"] + shares["commission"] + shares["fee"] + shares["vat_centre"] + awaiting
    closed = [each for each in sessions if not each.is_open]
    drawer = sum(each.float_amount + cash_taken(session, each.id) for each in closed)
    return (
        Proof("lines", _sum(goods, "net"), net),
        Proof("tenders", sum(tender.amount for tender in tenders) - rounding, net),
        Proof("shares", divided, net),
        Proof("drawer", drawer, sum(each.cash_expected or 0 for each in closed)),
    )
