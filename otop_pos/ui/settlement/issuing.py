"""Issuing the chosen statements and preparing their vouchers: a long run, one transaction each."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NeedsApproval, NoApprovedAccount, Refusal
from otop_pos.domain.voucher import PayoutMethod, Voucher
from otop_pos.i18n import _
from otop_pos.services.settlement.issuing import Outcome as Issue
from otop_pos.services.settlement.issuing import issue_all, issue_statement
from otop_pos.services.settlement.vouching import cancel_voucher, prepare_voucher
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.month_row import MonthRow
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.progress import ProgressOverlay
from otop_pos.ui.settlement.rounds import Outcome, Round
from otop_pos.ui.widgets.label import Said


class Issuing(Act):
    """`issue(rows, cutoff)`, `prepare(rows)`, `prepare_other_way(row)`. What is refused for one keeps no other back,
    and is told by name afterwards."""

    issued = Signal(object)
    """The Statements of a run: who has them in hand need not read them again."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, backend, desk)
        self.progress = ProgressOverlay(host, body)
        self.round = Round(self)
        self._ended: Callable[[Outcome], None] = lambda _outcome: None
        self.round.stepped.connect(self.progress.show_step)
        self.round.ended.connect(self._end)
        self.progress.stop_wanted.connect(self.round.cancel)
        backend.crashed.connect(lambda _bug: self.round.give_up())

    def issue(self, rows: Sequence[MonthRow], cutoff: date) -> None:
        producers = [row.producer.id for row in rows]
        ask = partial(self._ask, issue_statement, lambda producer_id: (producer_id, cutoff))
        self._begin(lambda: _("Issuing statements"), producers, ask, partial(self._issued, producers, cutoff))

    def prepare(self, rows: Sequence[PayRow]) -> None:
        numbers = [row.statement_no for row in rows]
        self._begin(lambda: _("Preparing vouchers"), numbers, self._ask_voucher, self._prepared)

    def prepare_other_way(self, row: PayRow) -> None:
        """Cash instead of bank, or the other way round: the voucher is cancelled, another one prepared."""
        voucher = row.voucher
        if voucher is None:
            return
        other = PayoutMethod.CASH if voucher.method is PayoutMethod.BANK else PayoutMethod.BANK
        self.ask_books(
            cancel_voucher,
            voucher.doc_no,
            _("paid another way"),
            done=lambda _cancelled: self.ask_books(
                prepare_voucher,
                voucher.statement_no,
                other,
                done=self._prepared_anew,
                refuse=self._not_prepared,
            ),
        )

    def _begin(
        self, title: Said, items: Sequence[Any], ask: Callable[..., None], ended: Callable[[Outcome], None]
    ) -> None:
        if items and not self.round.is_running:
            self._ended = ended
            self.progress.begin(title)
            self.round.start(items, ask)

    def _ask(
        self,
        use_case: Callable[..., Any],
        arguments: Callable[[Any], tuple[Any, ...]],
        item: Any,
        done: Callable[[Any], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        here = self.desk.here()
        self.backend.work(use_case, *arguments(item), **here, done=done, refused=refused, owner=self)

    def _ask_voucher(self, number: str, done: Callable[[Any], None], refused: Callable[[Refusal], None]) -> None:
        """By bank where there is an approved account, in cash where there is none."""

        def in_cash(refusal: Refusal) -> None:
            if isinstance(refusal, NoApprovedAccount):
                self._ask(prepare_voucher, lambda each: (each, PayoutMethod.CASH), number, done, refused)
            else:
                refused(refusal)

        self._ask(prepare_voucher, lambda each: (each, PayoutMethod.BANK), number, done, in_cash)

    def _end(self, outcome: Outcome) -> None:
        self.progress.close_over()
        self._ended(outcome)

    def _issued(self, producers: list[int], cutoff: date, outcome: Outcome) -> None:
        needed = next((refusal for _item, refusal in outcome.refused if isinstance(refusal, NeedsApproval)), None)
        if needed is not None:
            self.desk.approvals.ask(needed.ask, partial(self._issue_with, producers, cutoff))
            return
        self.issued.emit(outcome.done)
        self._tell_issued(len(outcome.done), [refusal for _item, refusal in outcome.refused], outcome.left)

    def _issue_with(self, producers: list[int], cutoff: date, approval: Approval) -> None:
        """One yes for all of them: they go in one job, as the services have it."""
        job = partial(issue_all, **self.desk.here(), approval=approval)
        self.backend.batch(job, producers, cutoff, done=self._issued_all, refused=self.refused.emit, owner=self)

    def _issued_all(self, issues: tuple[Issue, ...]) -> None:
        refusals = [each.refusal for each in issues if each.refusal is not None]
        self._tell_issued(sum(each.statement is not None for each in issues), refusals, 0)

    def _tell_issued(self, count: int, refusals: list[Refusal], left: int) -> None:
        self._tell_round(lambda: _("{count} statements issued.").format(count=count), refusals, left)

    def _prepared(self, outcome: Outcome) -> None:
        count = len(outcome.done)
        refusals = [refusal for _item, refusal in outcome.refused]
        self._tell_round(lambda: _("{count} vouchers prepared.").format(count=count), refusals, outcome.left)

    def _tell_round(self, text: Callable[[], str], refusals: list[Refusal], left: int) -> None:
        self.changed.emit()
        self.tell(lambda: round_text(text(), refusals, left), "warn" if refusals or left else "good")

    def _prepared_anew(self, voucher: Voucher) -> None:
        self.changed.emit()
        self.tell(lambda: _("Voucher {number} is prepared instead.").format(number=voucher.doc_no))

    def _not_prepared(self, refusal: Refusal) -> None:
        self.changed.emit()
        self.refused.emit(refusal)


def round_text(told: str, refusals: Sequence[Refusal], left: int) -> str:
    """What was done, the first thing that was refused, and what was left when somebody stopped it."""
    parts = [told]
    if refusals:
        parts.append(_("{count} not: {reason}").format(count=len(refusals), reason=refusals[0].sentence))
    if left:
        parts.append(_("{count} left for later.").format(count=left))
    return " ".join(parts)
