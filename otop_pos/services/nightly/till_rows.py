"""The Zs of the day and the money that is in no document."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from otop_pos.db.models import ApprovalRow, CashMovementRow, SaleRow, TillSessionRow, UserRow
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.sale import DocumentType
from otop_pos.services.nightly.day import Day
from otop_pos.sync.cash_movement import CashMovement
from otop_pos.sync.closing import Closing


def closings(day: Day) -> Iterator[Closing]:
    for row, user_code in _sessions(day):
        figures = day.session.execute(
            select(
                func.count().label("documents"), total(SaleRow.net).label("gross"), total(SaleRow.vat).label("vat")
            ).where(SaleRow.till_session_id == row.id)
        ).one()
        first, last = _number_range(day, row.id)
        yield Closing(
            shop_id=day.shop_code,
            till_id=row.till_code,
            z_no=row.z_no,
            epoch=row.epoch,
            business_date=row.business_date,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            operator_id=user_code,
            first_doc_no=first,
            last_doc_no=last,
            doc_count=figures.documents,
            gross=figures.gross,
            vat=figures.vat,
            net=figures.gross - figures.vat,
            cash_expected=row.cash_expected,
            cash_counted=row.cash_counted,
            cash_diff=row.cash_counted - row.cash_expected,
        )


def cash_movements(day: Day) -> list[CashMovement]:
    """The counted float of every session, and its paid in and out; in the order of their ids."""
    rows = [row for opened in _sessions(day) for row in (_float(*opened), *_moved(day, opened.TillSessionRow))]
    return sorted(rows, key=lambda row: row.movement_id)


def _float(row: TillSessionRow, user_code: str) -> CashMovement:
    return CashMovement(
        movement_id=f"{row.till_code}-{row.epoch}-Z{row.z_no:06d}",
        till_id=row.till_code,
        z_no=row.z_no,
        kind="float",
        amount=row.float_amount,
        operator_id=user_code,
    )


def _moved(day: Day, opened: TillSessionRow) -> Iterator[CashMovement]:
    """Paid in and out."""
    approver = aliased(UserRow)
    rows = day.session.execute(
        select(CashMovementRow, UserRow.code, approver.code)
        .join(UserRow, UserRow.id == CashMovementRow.user_id)
        .outerjoin(ApprovalRow, ApprovalRow.id == CashMovementRow.approval_id)
        .outerjoin(approver, approver.id == ApprovalRow.given_by)
        .where(CashMovementRow.till_session_id == opened.id)
    )
    for move, user_code, approver_code in rows:
        yield CashMovement(
            movement_id=str(move.id),
            till_id=opened.till_code,
            z_no=opened.z_no,
            kind=move.kind,
            amount=move.amount,
            operator_id=user_code,
            reason_code=move.reason,
            approver_id=approver_code,
        )


def _sessions(day: Day) -> list[AnyRow]:
    closer = aliased(UserRow)
    return list(
        day.session.execute(
            select(TillSessionRow, closer.code)
            .join(closer, closer.id == TillSessionRow.closed_by)
            .where(TillSessionRow.business_date == day.business_date)
            .order_by(day.by_code(TillSessionRow.till_code), TillSessionRow.epoch, TillSessionRow.z_no)
        )
    )


def _number_range(day: Day, session_id: int) -> tuple[str | None, str | None]:
    """First and last receipt of the session: numbers of one series, so their order is the order of sale."""
    of_session = (SaleRow.till_session_id == session_id, SaleRow.doc_type == DocumentType.SALE)
    ordered = select(SaleRow.doc_no).where(*of_session)
    first = day.session.execute(ordered.order_by(SaleRow.year, SaleRow.number).limit(1)).scalar()
    last = day.session.execute(ordered.order_by(SaleRow.year.desc(), SaleRow.number.desc()).limit(1)).scalar()
    return first, last
