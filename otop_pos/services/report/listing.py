"""What stands behind the figures of a till session or a day: its documents and its events, one by one."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import PaymentRow, SaleRow, TillEventRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.report import DocumentBrief
from otop_pos.domain.till_event import TillEvent
from otop_pos.services.till_event import events_of


@query
def list_documents(session: Session, session_ids: Sequence[int]) -> tuple[DocumentBrief, ...]:
    """Every receipt, return and void of these till sessions, the newest first."""
    of_sessions = SaleRow.till_session_id.in_(session_ids)
    paid: dict[object, list[tuple[str, int]]] = {}
    for sale_id, method, amount in session.execute(
        select(PaymentRow.sale_id, PaymentRow.method, PaymentRow.amount)
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(of_sessions)
        .order_by(PaymentRow.pay_no)
    ):
        paid.setdefault(sale_id, []).append((method, amount))
    rows = session.execute(
        select(SaleRow, UserRow.name)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .where(of_sessions)
        .order_by(SaleRow.at.desc(), SaleRow.doc_no.desc())
    )
    return tuple(_brief(row, name, tuple(paid.get(row.id, ()))) for row, name in rows)


@query
def list_session_events(session: Session, session_ids: Sequence[int]) -> tuple[TillEvent, ...]:
    """Everything told in these till sessions, the newest first."""
    return events_of(session, TillEventRow.till_session_id.in_(session_ids))


def _brief(row: SaleRow, operator: str, paid: tuple[tuple[str, int], ...]) -> DocumentBrief:
    return DocumentBrief(
        doc_no=row.doc_no,
        doc_type=row.doc_type,
        is_void=row.is_void,
        till_code=row.till_code,
        at=row.at,
        operator=operator,
        discount=row.discount,
        net=row.net,
        paid=paid,
    )
