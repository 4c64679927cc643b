"""The list of all statements that could be issued: a few questions to the books, however many producers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    AgreementRow,
    PayableHoldRow,
    PayableRow,
    ProducerBankRow,
    ProducerRow,
    SaleLineRow,
    StatementRow,
    StockExceptionRow,
    TillSessionRow,
    VoucherRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.draft_row import DraftRow
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.voucher import LIVE
from otop_pos.i18n import _
from otop_pos.services.producer import producer_of
from otop_pos.services.settlement.claim import newest_statements, parked, unclaimed, waiting

_PAID = (EntryKind.PAYOUT, EntryKind.PAYOUT_REVERSAL, EntryKind.WHT)
_Back = aliased(StockExceptionRow)


@dataclass(frozen=True, slots=True)
class Sums:
    """Of one producer's entries up to the cut-off, by kind; `held` in none of them. `count` of what is settled."""

    by_kind: Mapping[str, int]
    held: int
    count: int

    def of(self, *kinds: EntryKind) -> int:
        return sum(self.by_kind.get(kind, 0) for kind in kinds)

    @property
    def settled(self) -> int:
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class Board:
    """All that is looked up once for the whole list, by producer."""

    cutoff: date
    today: date
    agreements: Mapping[int, AgreementRow]
    last: Mapping[int, StatementRow]
    holds: Mapping[int, str]
    vouchers: Mapping[int, str]
    unresolved: Mapping[int, int]
    with_account: frozenset[int]
    open_tills: tuple[str, ...]


@query
def draft_all(session: Session, cutoff: date, *, at: datetime) -> tuple[DraftRow, ...]:
    """Every producer with something to settle, or something that stands against it, by code."""
    board = _board(session, cutoff, local_date(at))
    hold_days = {producer_id: row.hold_days for producer_id, row in board.agreements.items()}
    sums = _sums(session, cutoff, hold_days)
    concerned = {*sums, *board.unresolved, *(key for key, row in board.last.items() if row.closing)}
    rows = session.scalars(select(ProducerRow).order_by(ProducerRow.code))
    return tuple(_draft(row, sums.get(row.id, Sums({}, 0, 0)), board) for row in rows if row.id in concerned)


def _draft(row: ProducerRow, sums: Sums, board: Board) -> DraftRow:
    last, agreement = board.last.get(row.id), board.agreements.get(row.id)
    opening = last.closing if last else 0
    closing = opening + sums.settled
    stopping = _stopping(row.id, board, is_empty=not sums.count and opening == 0)
    least = agreement.min_payout if agreement else 0
    return DraftRow(
        producer=producer_of(row),
        opening=opening,
        sales=sums.of(EntryKind.SALE),
        refunds=sums.of(EntryKind.REFUND),
        other=sums.of(EntryKind.FEE, EntryKind.ADJUST, EntryKind.LOSS_COMP),
        paid=sums.of(*_PAID),
        closing=closing,
        held=sums.held,
        problems=(*stopping, *_remarks(row.id, board, closing, least)),
        is_payable=closing > 0 and closing >= least and row.id not in board.holds,
        can_issue=not stopping,
        entries=sums.count,
        last_statement=last.doc_no if last else "",
    )


def _stopping(producer_id: int, board: Board, *, is_empty: bool) -> tuple[str, ...]:
    """What keeps a statement from being issued."""
    problems = []
    last = board.last.get(producer_id)
    if board.cutoff > board.today:
        problems.append(_("the cut-off is after today"))
    if board.open_tills:
        problems.append(_("till still open: {tills}").format(tills=", ".join(board.open_tills)))
    if producer_id not in board.agreements:
        problems.append(_("no agreement"))
    if last is not None and last.cutoff >= board.cutoff:
        problems.append(_("settled already: {number}").format(number=last.doc_no))
    elif is_empty:
        problems.append(_("nothing to settle"))
    return tuple(problems)


def _remarks(producer_id: int, board: Board, closing: int, least: int) -> tuple[str, ...]:
    """What to know before it is paid."""
    problems = []
    if count := board.unresolved.get(producer_id):
        problems.append(_("{count} sales still without a lot").format(count=count))
    agreement = board.agreements.get(producer_id)
    if agreement is not None and agreement.valid_to is not None and agreement.valid_to < board.cutoff:
        problems.append(_("the agreement has ended"))
    if producer_id in board.holds:
        problems.append(_("payments on hold: {reason}").format(reason=board.holds[producer_id]))
    if producer_id in board.vouchers:
        problems.append(_("payment {number} not finished").format(number=board.vouchers[producer_id]))
    if closing < 0:
        problems.append(_("negative, is carried on"))
    elif 0 < closing < least:
        problems.append(_("less than the least payment of {amount}").format(amount=format_baht(least)))
    elif closing > 0 and producer_id not in board.with_account:
        problems.append(_("no approved bank account"))
    return tuple(problems)


def _sums(session: Session, cutoff: date, hold_days: dict[int, int]) -> dict[int, Sums]:
    is_held = case((parked() | waiting(hold_days, cutoff), 1), else_=0).label("is_held")
    up_to = (
        select(PayableRow.producer_id, PayableRow.kind, PayableRow.amount, is_held)
        .where(PayableRow.business_date <= cutoff, unclaimed())
        .subquery()
    )
    columns = (up_to.c.producer_id, up_to.c.kind, up_to.c.is_held)
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for producer_id, kind, held, amount, count in session.execute(
        select(*columns, total(up_to.c.amount), func.count()).group_by(*columns)
    ):
        found.setdefault(producer_id, []).append((kind, held, amount, count))
    return {
        producer_id: Sums(
            {kind: amount for kind, held, amount, _count in each if not held},
            sum(amount for _kind, held, amount, _count in each if held),
            sum(count for _kind, held, _amount, count in each if not held),
        )
        for producer_id, each in found.items()
    }


def _board(session: Session, cutoff: date, today: date) -> Board:
    open_tills = select(TillSessionRow.till_code).where(
        TillSessionRow.closed_at.is_(None), TillSessionRow.business_date <= cutoff
    )
    accounts = select(ProducerBankRow.producer_id).where(
        ProducerBankRow.approved_by.is_not(None), ProducerBankRow.ended_at.is_(None)
    )
    holds = select(PayableHoldRow.producer_id, PayableHoldRow.reason).where(
        PayableHoldRow.payable_id.is_(None), PayableHoldRow.released_at.is_(None)
    )
    vouchers = select(VoucherRow.producer_id, VoucherRow.doc_no).where(VoucherRow.state.in_(LIVE))
    return Board(
        cutoff=cutoff,
        today=today,
        agreements=_agreements(session, cutoff),
        last=newest_statements(session),
        holds=dict(session.execute(holds).all()),
        vouchers=dict(session.execute(vouchers).all()),
        unresolved=_unresolved(session, cutoff),
        with_account=frozenset(session.scalars(accounts)),
        open_tills=tuple(session.scalars(open_tills.order_by(TillSessionRow.till_code))),
    )


def _agreements(session: Session, cutoff: date) -> dict[int, AgreementRow]:
    """The one whose terms a statement of that day has: see `drafting.ground_of`."""
    rows = session.scalars(
        select(AgreementRow).order_by((AgreementRow.valid_from > cutoff).desc(), AgreementRow.version)
    )
    return {row.producer_id: row for row in rows}


def _unresolved(session: Session, cutoff: date) -> dict[int, int]:
    """Sales of the days settled that still await their lot, less what the customer brought back whole."""
    brought_back = (
        select(total(_Back.qty))
        .join(SaleLineRow, (SaleLineRow.sale_id == _Back.sale_id) & (SaleLineRow.line_no == _Back.line_no))
        .where(
            SaleLineRow.ref_sale_id == StockExceptionRow.sale_id,
            SaleLineRow.ref_line_no == StockExceptionRow.line_no,
        )
        .correlate(StockExceptionRow)
        .scalar_subquery()
    )
    rows = session.execute(
        select(StockExceptionRow.producer_id, func.count())
        .where(
            StockExceptionRow.resolved_at.is_(None),
            StockExceptionRow.business_date <= cutoff,
            StockExceptionRow.qty > 0,
            StockExceptionRow.qty + brought_back > 0,
        )
        .group_by(StockExceptionRow.producer_id)
    )
    return dict(rows.all())
