"""An issued paper in the list of past ones: a statement or a voucher."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.producer import Producer
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.voucher import Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.ui.settlement.month import Month
from otop_pos.ui.settlement.words import STATE_TONES, STATES
from otop_pos.ui.style import Tone


@dataclass(frozen=True, slots=True)
class PaperRow:
    """Exactly one of `statement` and `voucher` is there."""

    statement: StatementBrief | None = None
    voucher: Voucher | None = None
    is_of_month: bool = False

    @property
    def producer(self) -> Producer:
        return self._paper.producer

    @property
    def doc_no(self) -> str:
        return self._paper.doc_no

    @property
    def kind_text(self) -> str:
        return _("Statement") if self.statement else _("Voucher")

    @property
    def day(self) -> date:
        if self.statement is not None:
            return self.statement.cutoff
        voucher = self.voucher
        return voucher.paid_on or local_date(voucher.prepared_at) if voucher else date.min

    @property
    def amount(self) -> int:
        if self.statement is not None:
            return self.statement.closing
        return self.voucher.net if self.voucher else 0

    @property
    def can_print(self) -> bool:
        """Statements once issued, vouchers once paid."""
        return self.voucher is None or self.voucher.paid_at is not None

    @property
    def state_text(self) -> str:
        if self.voucher is not None:
            return STATES[self.voucher.state]()
        brief = self.statement
        if brief is None or brief.is_reversed:
            return _("withdrawn")
        return (
            STATES[brief.voucher_state]()
            if brief.voucher_state
            else _("carried")
            if brief.closing <= 0
            else _("issued")
        )

    @property
    def tone(self) -> Tone:
        if self.voucher is not None:
            return STATE_TONES[self.voucher.state]
        brief = self.statement
        if brief is None or brief.is_reversed:
            return "danger"
        return STATE_TONES[brief.voucher_state] if brief.voucher_state else "ink2"

    @property
    def words(self) -> str:
        """What it is found by: also its state."""
        producer, voucher = self.producer, self.voucher
        numbers = f"{voucher.statement_no} {voucher.batch_no} {voucher.reference}" if voucher else ""
        return f"{self.doc_no} {producer.code} {producer.name_th} {producer.name_en} {self.state_text} {numbers}"

    @property
    def _paper(self) -> StatementBrief | Voucher:
        paper = self.statement or self.voucher
        if paper is None:
            raise ValueError("a row of papers shows a paper")
        return paper


def paper_rows(month: Month) -> tuple[PaperRow, ...]:
    """The newest first; of one day the statements before the vouchers."""
    own = {brief.doc_no for brief in month.own}
    rows = [PaperRow(statement=brief, is_of_month=brief.doc_no in own) for brief in month.statements]
    rows += [PaperRow(voucher=each, is_of_month=each.statement_no in own) for each in month.vouchers]
    rows.sort(key=lambda row: (row.day, row.doc_no), reverse=True)
    return tuple(rows)


def month_papers(rows: tuple[PaperRow, ...]) -> tuple[PaperRow, ...]:
    """What is handed out at the end of this month: statements that stand, vouchers that were paid."""
    return tuple(
        row
        for row in rows
        if row.is_of_month and row.can_print and (row.voucher is None or row.voucher.state is VoucherState.PAID)
    )
