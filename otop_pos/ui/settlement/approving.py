"""Vouchers approved by another person than who prepared them: signed in, or here with a PIN."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import NeedsApproval, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.right import Grant, Right
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.settlement.vouching import approve_voucher, cancel_voucher
from otop_pos.services.user import list_users
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.issuing import round_text
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.progress import ProgressOverlay
from otop_pos.ui.settlement.reason_overlay import ReasonOverlay
from otop_pos.ui.settlement.rounds import Outcome, Round
from otop_pos.ui.settlement.words import REVERSE_REASONS
from otop_pos.ui.wording import producer_name


class Approving(Act):
    """`approve(rows)`, `cancel(row)`."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk, reason: ReasonOverlay) -> None:
        super().__init__(host, backend, desk)
        self.progress = ProgressOverlay(host, body)
        self.round = Round(self)
        self._reason = reason
        self.round.stepped.connect(self.progress.show_step)
        self.round.ended.connect(self._ended)
        self.progress.stop_wanted.connect(self.round.cancel)
        backend.crashed.connect(lambda _bug: self.round.give_up())

    def approve(self, rows: Sequence[PayRow]) -> None:
        """Who may, and prepared none of them, approves at once; else another person proves who she is."""
        is_own = any(row.voucher is not None and row.voucher.prepared_by == self.desk.user.name for row in rows)
        grant = self.desk.matrix.grant(self.desk.user.role, Right.APPROVE_VOUCHER)
        if grant is Grant.ALLOWED and not is_own:
            self._start(rows, self.desk.user)
            return
        total = format_baht(sum(row.net for row in rows))
        ask = Ask(Right.APPROVE_VOUCHER, _("{count} vouchers · {total}").format(count=len(rows), total=total))
        self.desk.approvals.ask(ask, partial(self._find_approver, rows))

    def cancel(self, row: PayRow) -> None:
        voucher = row.voucher
        if voucher is None:
            return
        self._reason.ask(
            lambda: _("Cancel voucher {number}?").format(number=voucher.doc_no),
            lambda: f"{producer_name(voucher.producer)} · {format_baht(voucher.net)}",
            REVERSE_REASONS,
            lambda reason: self.ask_books(
                cancel_voucher, voucher.doc_no, reason, done=self._cancelled, refuse=self._reason.refuse
            ),
        )

    def _find_approver(self, rows: Sequence[PayRow], approval: Approval) -> None:
        """Every voucher is signed by the person who has just proved to be there: one approval serves one act, and
        nobody types a PIN forty times."""
        self.backend.call(list_users, done=partial(self._start_as, rows, approval.given_by), owner=self)

    def _start_as(self, rows: Sequence[PayRow], user_id: int, users: Sequence[User]) -> None:
        approver = next((user for user in users if user.id == user_id), None)
        if approver is not None:
            self._start(rows, approver)

    def _start(self, rows: Sequence[PayRow], approver: User) -> None:
        numbers = [row.voucher.doc_no for row in rows if row.voucher is not None]
        if numbers and not self.round.is_running:
            self.progress.begin(lambda: _("Approving vouchers"))
            self.round.start(numbers, partial(self._ask, approver))

    def _ask(
        self, approver: User, number: str, done: Callable[[Any], None], refused: Callable[[Refusal], None]
    ) -> None:
        here = {**self.desk.here(), "user": approver}
        self.backend.work(approve_voucher, number, **here, done=done, refused=refused, owner=self)

    def _ended(self, outcome: Outcome) -> None:
        self.progress.close_over()
        self.changed.emit()
        refusals = [refusal for _item, refusal in outcome.refused]
        if refusals and isinstance(refusals[0], NeedsApproval):
            self.refused.emit(refusals[0])
            return
        count = len(outcome.done)
        self.tell(
            lambda: round_text(_("{count} vouchers approved.").format(count=count), refusals, outcome.left),
            "warn" if refusals or outcome.left else "good",
        )

    def _cancelled(self, _voucher: object) -> None:
        self._reason.close_over()
        self.changed.emit()
        self.tell(lambda: _("The voucher is cancelled. Another one may be prepared."))
