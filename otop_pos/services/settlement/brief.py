"""Statements in a list, each with what was paid of it."""

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, StatementRow, UserRow, VoucherRow
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.domain.voucher import VoucherState
from otop_pos.services.producer import producer_of
from otop_pos.services.settlement.claim import newest_statements

COUNTS = (VoucherState.PREPARED, VoucherState.APPROVED, VoucherState.PAID)
"""States of a voucher that was not given up."""


def briefs_where(
    session: Session, which: ColumnElement[bool] | None = None, limit: int = 200
) -> tuple[StatementBrief, ...]:
    """The newest first."""
    rows = session.execute(
        select(StatementRow, ProducerRow, UserRow.name)
        .join(ProducerRow, ProducerRow.id == StatementRow.producer_id)
        .join(UserRow, UserRow.id == StatementRow.issued_by)
        .where(true() if which is None else which)
        .order_by(StatementRow.issued_at.desc(), StatementRow.doc_no)
        .limit(limit)
    ).all()
    newest = {row.id for row in newest_statements(session).values()}
    vouchers = _vouchers(session)
    return tuple(_brief(row, producer, name, row.id in newest, vouchers.get(row.id)) for row, producer, name in rows)


def _vouchers(session: Session) -> dict[object, VoucherRow]:
    rows = session.scalars(select(VoucherRow).where(VoucherRow.state.in_(COUNTS)).order_by(VoucherRow.prepared_at))
    return {row.statement_id: row for row in rows}


def _brief(
    row: StatementRow, producer: ProducerRow, issued_by: str, is_newest: bool, voucher: VoucherRow | None
) -> StatementBrief:
    return StatementBrief(
        id=row.id,
        doc_no=row.doc_no,
        number=row.number,
        producer=producer_of(producer),
        period_from=row.period_from,
        cutoff=row.cutoff,
        opening=row.opening,
        closing=row.closing,
        on_hold=row.on_hold,
        issued_at=row.issued_at,
        issued_by=issued_by,
        is_newest=is_newest,
        is_reversed=row.reversed_at is not None,
        reverse_reason=row.reverse_reason,
        voucher_no=voucher.doc_no if voucher else "",
        voucher_state=voucher.state if voucher else None,
    )
