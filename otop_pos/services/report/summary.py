"""Puts the groupings of a day together into one value."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import TillSessionRow
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.report import DaySummary, Proof, TenderTotal
from otop_pos.domain.sale import DocumentType, VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventTotal
from otop_pos.services.report import statements
from otop_pos.services.report.ranking import by_category, top_producers, top_products
from otop_pos.services.till import session_value

EXPIRES_WITHIN = timedelta(days=30)


@query
def summarise_day(session: Session, business_date: date) -> DaySummary:
    """All tills of one business day. A day without a sale has its zeros."""
    # Columns only: on the bare connection a statement costs half of what the session makes of it.
    run, day = session.connection().execute, {"day": business_date}
    heads = run(statements.HEADS, day).all()
    sold = [row for row in heads if row.doc_type is DocumentType.SALE]
    returned = [row for row in heads if row.doc_type is DocumentType.REFUND]
    goods, payments = run(statements.GOODS, day).all(), run(statements.TENDERS, day).all()
    shares, awaiting = run(statements.SHARES, day).one(), run(statements.AWAITING, day).scalar_one()
    sessions = tuple(session_value(*row) for row in session.execute(statements.SESSIONS, day))
    net, rounding = _sum(heads, "net"), _sum(heads, "rounding")
    moved = run(statements.MOVED, day).all()
    divided = shares.due + shares.commission + shares.fee + shares.vat_centre + awaiting
    return DaySummary(
        business_date=business_date,
        sessions=sessions,
        gross=_sum(sold, "gross"),
        discounts=_sum(sold, "discount"),
        refunds=_sum(returned, "net"),
        net=net,
        rounding=rounding,
        vats=tuple(VatTotal(*row) for row in run(statements.VATS, day)),
        vat=_sum(heads, "vat"),
        tenders=_tenders(payments),
        receipt_count=_sum(sold, "documents"),
        refund_count=_sum(returned, "documents"),
        commission=shares.commission,
        due=shares.due,
        fee=shares.fee,
        awaiting_lot=awaiting,
        by_hour=_by_hour(heads),
        by_category=by_category(goods),
        top_producers=top_producers(session, goods),
        top_products=top_products(goods),
        expiring_lots=run(statements.EXPIRING, {"until": business_date + EXPIRES_WITHIN}).scalar_one(),
        open_exceptions=run(statements.OPEN_EXCEPTIONS).scalar_one(),
        is_sent=run(statements.SENT, day).scalar() is not None,
        proofs=(
            Proof("lines", _sum(goods, "net"), net),
            Proof("tenders", _sum(payments, "amount") - rounding, net),
            Proof("shares", divided, net),
            _drawer(sessions, payments, moved),
        ),
        paid_in=sum(row.amount for row in moved if row.amount > 0),
        paid_out=sum(row.amount for row in moved if row.amount < 0),
        events=tuple(EventTotal(*row) for row in run(statements.EVENTS, day)),
        payouts=sum(row.amount for row in moved if row.kind is CashKind.PAYOUT),
    )


@query
def list_days(session: Session, limit: int = 60) -> tuple[date, ...]:
    """Business days that have a till session, newest first."""
    days = select(TillSessionRow.business_date).distinct().order_by(TillSessionRow.business_date.desc())
    return tuple(session.scalars(days.limit(limit)))


def _sum(rows: Iterable[AnyRow], name: str) -> int:
    return sum(getattr(row, name) for row in rows)


def _tenders(payments: Sequence[AnyRow]) -> tuple[TenderTotal, ...]:
    """The largest first."""
    methods = {row.method: [each for each in payments if each.method == row.method] for row in payments}
    tenders = [TenderTotal(method, _sum(own, "payments"), _sum(own, "amount")) for method, own in methods.items()]
    return tuple(sorted(tenders, key=lambda tender: -tender.amount))


def _by_hour(heads: Sequence[AnyRow]) -> tuple[tuple[int, int], ...]:
    hours = sorted({row.local_hour for row in heads})
    return tuple((hour, sum(row.net for row in heads if row.local_hour == hour)) for hour in hours)


def _drawer(sessions: Sequence[TillSession], payments: Sequence[AnyRow], moved: Sequence[AnyRow]) -> Proof:
    """What the closed drawers should hold, worked out again from their documents and movements."""
    closed = {each.id: each for each in sessions if not each.is_open}
    taken = [row for row in payments if row.till_session_id in closed and PAYMENT_METHODS[row.method].gives_change]
    beside = [row for row in moved if row.till_session_id in closed]
    again = sum(each.float_amount for each in closed.values()) + _sum(taken, "amount") + _sum(beside, "amount")
    return Proof("drawer", again, sum(each.cash_expected or 0 for each in closed.values()))
