"""Where a month stands, worked out from the books alone: every step can be left and taken up again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from otop_pos.domain.draft_row import DraftRow
from otop_pos.domain.ledger_hold import LedgerHold
from otop_pos.domain.producer_balance import ProducerBalance
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.domain.voucher import LIVE, Voucher, VoucherState
from otop_pos.ui.settlement.month_row import MonthRow, draft_month_row, in_order
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.pay_row import in_order as in_pay_order

COUNTS = (*LIVE, VoucherState.PAID)
"""Of a voucher that was not given up."""


@dataclass(frozen=True)
class Month:
    """As read. `issued`: figures of this cut-off's statements by number; `chosen`: what was taken in or left out
    by hand, by producer."""

    cutoff: date
    drafts: tuple[DraftRow, ...] = ()
    statements: tuple[StatementBrief, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
    balances: tuple[ProducerBalance, ...] = ()
    holds: tuple[LedgerHold, ...] = ()
    issued: Mapping[str, MonthRow] = field(default_factory=dict)
    chosen: Mapping[int, bool] = field(default_factory=dict)

    @cached_property
    def own(self) -> tuple[StatementBrief, ...]:
        """This cut-off's statements that stand."""
        return tuple(each for each in self.statements if each.cutoff == self.cutoff and not each.is_reversed)

    @cached_property
    def rows(self) -> tuple[MonthRow, ...]:
        """Everybody, what needs a look first."""
        done = {brief.producer.id: self._issued(brief) for brief in self.own if brief.doc_no in self.issued}
        drafts = (
            draft_month_row(draft, is_chosen=self.chosen.get(draft.producer.id))
            for draft in self.drafts
            if draft.producer.id not in done
        )
        return in_order((*done.values(), *drafts))

    @cached_property
    def payments(self) -> tuple[PayRow, ...]:
        """What is on its way in any month, and all of this one."""
        numbers = {brief.doc_no for brief in self.own}
        rows = [
            PayRow(voucher.producer, voucher.statement_no, voucher.gross, voucher)
            for voucher in self.vouchers
            if voucher.state in LIVE or voucher.statement_no in numbers
        ]
        return in_pay_order((*rows, *self._unprepared()))

    def of_month(self, *states: VoucherState) -> tuple[Voucher, ...]:
        """Vouchers of this cut-off's statements."""
        numbers = {brief.doc_no for brief in self.own}
        return tuple(each for each in self.vouchers if each.state in states and each.statement_no in numbers)

    def in_state(self, *states: str) -> tuple[PayRow, ...]:
        return tuple(row for row in self.payments if row.state in states)

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)

    def with_choice(self, producer_id: int, is_in: bool) -> "Month":
        return replace(self, chosen={**self.chosen, producer_id: is_in})

    def _issued(self, brief: StatementBrief) -> MonthRow:
        row = self.issued[brief.doc_no]
        voucher = next((each for each in self.vouchers if each.doc_no == brief.voucher_no), None)
        return replace(row, is_payable=self._is_payable(row), voucher=voucher)

    def _is_payable(self, row: MonthRow) -> bool:
        """As things are now: a hold may have come or gone since the statement was issued."""
        stopped = {balance.producer.id for balance in self.balances if balance.is_on_hold}
        return row.closing > 0 and row.closing >= row.least and row.producer.id not in stopped

    def _unprepared(self) -> list[PayRow]:
        newest = {brief.doc_no: brief for brief in self.own if brief.is_newest and not brief.voucher_no}
        return [
            PayRow(row.producer, row.statement_no, row.closing)
            for row in self.rows
            if row.statement_no in newest and row.is_payable
        ]
