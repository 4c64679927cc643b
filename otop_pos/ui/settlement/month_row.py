"""A producer in the month that is settled: the draft as it stands, or the statement that was issued."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from otop_pos.domain.draft_row import DraftRow
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.producer import Producer
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import Voucher
from otop_pos.ui.settlement.advice import is_ordinary

RowState = Literal["stopped", "look", "ready", "left_out", "issued", "nothing"]
"""stopped: it cannot be issued; look: it can, but there is something to know first."""
ORDER: tuple[RowState, ...] = ("stopped", "look", "ready", "left_out", "issued", "nothing")
OTHER = (EntryKind.FEE, EntryKind.ADJUST, EntryKind.LOSS_COMP)
PAID = (EntryKind.PAYOUT, EntryKind.WHT, EntryKind.PAYOUT_REVERSAL)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Satang: opening + sales + refunds + other + paid = closing. `statement_no` "" while it is a draft."""

    producer: Producer
    opening: int
    sales: int
    refunds: int
    other: int
    paid: int
    closing: int
    held: int
    state: RowState
    is_payable: bool
    problems: tuple[str, ...] = ()
    statement_no: str = ""
    voucher: Voucher | None = None
    least: int = 0
    """What was agreed as the least to pay out; of a statement."""

    @property
    def is_in(self) -> bool:
        """It is issued with the next press."""
        return self.state in ("look", "ready")

    @property
    def made(self) -> int:
        """What the closing comes to when it is added up."""
        return self.opening + self.sales + self.refunds + self.other + self.paid


def draft_month_row(draft: DraftRow, *, is_chosen: bool | None = None) -> MonthRow:
    """`is_chosen`: taken in or left out by hand."""
    return MonthRow(
        draft.producer,
        draft.opening,
        draft.sales,
        draft.refunds,
        draft.other,
        draft.paid,
        draft.closing,
        draft.held,
        _state(draft, is_chosen),
        draft.is_payable,
        draft.problems,
    )


def issued_month_row(statement: Statement) -> MonthRow:
    return MonthRow(
        statement.producer,
        statement.opening,
        statement.total(EntryKind.SALE),
        statement.total(EntryKind.REFUND),
        statement.total(*OTHER),
        statement.total(*PAID),
        statement.closing,
        statement.on_hold,
        "issued",
        statement.is_payable,
        statement_no=statement.doc_no,
        least=statement.agreement.min_payout,
    )


def _state(draft: DraftRow, is_chosen: bool | None) -> RowState:
    is_empty = not draft.entries and not draft.opening
    if is_empty and len(draft.problems) <= 1:
        return "nothing"
    if not draft.can_issue:
        return "stopped"
    if is_chosen is False:
        return "left_out"
    return "ready" if all(is_ordinary(problem) for problem in draft.problems) else "look"


def in_order(rows: Iterable[MonthRow]) -> tuple[MonthRow, ...]:
    """What keeps somebody's statement back first, then what to look at; each by the producer's code."""
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.state), row.producer.code)))
