"""Puts the groupings of a day together into one value."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotBalanceRow, LotRow, TillSessionRow
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow
from otop_pos.domain.report import DaySummary, Proof, TenderTotal
from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.services.report import statements
from otop_pos.services.report.ranking import by_category, by_producer, by_product, top
from otop_pos.services.till import cash_taken, sessions_where

EXPIRES_WITHIN = timedelta(days=30)


@query
def summarise_day(session: Session, business_date: date) -> DaySummary:
    """All tills of one business day. A day without a sale has its zeros."""
    day = {"day": business_date}
    heads = {row.doc_type: row for row in session.execute(statements.HEADS, day)}
    sold, returned = heads.get(DocumentType.SALE), heads.get(DocumentType.REFUND)
    goods = session.execute(statements.GOODS, day).all()
    shares = session.execute(statements.SHARES, day).one()
    tenders = _tenders(session, day)
    sessions = sessions_where(session, TillSessionRow.business_date == business_date)
    net, rounding = _sum(heads.values(), "net"), _sum(heads.values(), "rounding")
    awaiting = session.execute(statements.AWAITING, day).scalar_one()
    divided = shares.due + shares.commission + shares.fee + shares.vat_centre + awaiting
    return DaySummary(
        business_date=business_date,
        sessions=sessions,
        gross=sold.gross if sold else 0,
        discounts=sold.discount if sold else 0,
        refunds=returned.net if returned else 0,
        net=net,
        rounding=rounding,
        vats=_vats(session, day),
        vat=_sum(heads.values(), "vat"),
        tenders=tenders,
        receipt_count=sold.documents if sold else 0,
        refund_count=returned.documents if returned else 0,
        commission=shares.commission,
        due=shares.due,
        fee=shares.fee,
        awaiting_lot=awaiting,
        by_hour=tuple((row.local_hour, row.net) for row in session.execute(statements.HOURS, day)),
        by_category=by_category(goods),
        top_producers=top(by_producer(session, goods)),
        top_products=top(by_product(goods)),
        expiring_lots=_expiring(session, business_date),
        open_exceptions=session.execute(statements.OPEN_EXCEPTIONS).scalar_one(),
        is_sent=session.execute(statements.SENT, day).scalar() is not None,
        proofs=(
            Proof("lines", _sum(goods, "net"), net),
            Proof("tenders", sum(tender.amount for tender in tenders) - rounding, net),
            Proof("shares", divided, net),
            _drawer(session, sessions),
        ),
    )


@query
def list_days(session: Session, limit: int = 60) -> tuple[date, ...]:
    """Business days that have a till session, newest first."""
    days = select(TillSessionRow.business_date).distinct().order_by(TillSessionRow.business_date.desc())
    return tuple(session.scalars(days.limit(limit)))


def _sum(rows: Iterable[AnyRow], name: str) -> int:
    return sum(getattr(row, name) for row in rows)


def _tenders(session: Session, day: dict[str, date]) -> tuple[TenderTotal, ...]:
    rows = session.execute(statements.TENDERS, day)
    return tuple(TenderTotal(row.method, row.payments, row.amount) for row in rows)


def _vats(session: Session, day: dict[str, date]) -> tuple[VatTotal, ...]:
    rows = session.execute(statements.VATS, day)
    return tuple(VatTotal(row.vat_class, row.rate_bp, row.gross, row.vat) for row in rows)


def _expiring(session: Session, on: date) -> int:
    """Lots with goods on the shelf that expire within 30 days (or have expired)."""
    return session.execute(
        select(func.count(LotRow.id.distinct()))
        .join(LotBalanceRow, LotBalanceRow.lot_id == LotRow.id)
        .where(LotBalanceRow.qty > 0, LotRow.expires_on <= on + EXPIRES_WITHIN)
    ).scalar_one()


def _drawer(session: Session, sessions: Sequence[TillSession]) -> Proof:
    """What the closed drawers should hold, worked out again from their documents."""
    closed = [each for each in sessions if not each.is_open]
    again = sum(each.float_amount + cash_taken(session, each.id) for each in closed)
    return Proof("drawer", again, sum(each.cash_expected or 0 for each in closed))
