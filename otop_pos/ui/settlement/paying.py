"""Paying: cash from the drawer, a file for the bank, and what the bank made of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from otop_pos.devices.paper_folder import keep_paper
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NotFound, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.voucher import PaymentBatch, PayoutMethod, Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.services.settlement.batch import confirm_batch, list_batches, make_batch
from otop_pos.services.settlement.vouching import fail_voucher, pay_voucher, reverse_voucher
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.cash_overlay import CashOverlay
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.reason_overlay import ReasonOverlay
from otop_pos.ui.settlement.result_overlay import ResultOverlay
from otop_pos.ui.settlement.words import FAIL_REASONS, REVERSE_REASONS
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.wording import producer_name

BANK_FOLDER = "bank"


class Paying(Act):
    """`pay_cash(row)`, `make_file(rows)`, `ask_result(batch number)`, `fail(row)`, `reverse(voucher)`.

    `paid(voucher)`: the producer stands here, and signs the paper.
    """

    paid = Signal(object)
    file_saved = Signal(object, object)
    """The PaymentBatch, and the file it was written to."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk, reason: ReasonOverlay) -> None:
        super().__init__(host, backend, desk)
        self._reason = reason
        self.cash = CashOverlay(host, body)
        self.result = ResultOverlay(host, body)
        self.cash.confirmed.connect(self._pay_cash)
        self.result.answered.connect(self._confirm)

    def pay_cash(self, row: PayRow) -> None:
        if row.voucher is not None:
            self.cash.ask(row.voucher)

    def make_file(self, rows: Sequence[PayRow]) -> None:
        numbers = tuple(row.voucher.doc_no for row in rows if row.voucher is not None)
        self.ask_books(make_batch, numbers, done=self._save_file)

    def ask_result(self, batch_no: str) -> None:
        self.backend.work(list_batches, done=partial(self._ask_result, batch_no), owner=self)

    def fail(self, row: PayRow) -> None:
        voucher = row.voucher
        if voucher is not None:
            self._ask_why(
                lambda: _("Voucher {number} was not paid?").format(number=voucher.doc_no), voucher, fail_voucher
            )

    def reverse(self, voucher: Voucher) -> None:
        """A payment that came back: the ledger owes it again."""
        self._ask_why(lambda: _("Take payment {number} back?").format(number=voucher.doc_no), voucher, reverse_voucher)

    def save_elsewhere(self, batch: PaymentBatch) -> None:
        folder = QFileDialog.getExistingDirectory(self.window(), _("Where the file for the bank goes"))
        if folder:
            self._write(batch, Path(folder))

    def _ask_why(self, title: Said, voucher: Voucher, act: Callable[..., Any]) -> None:
        reasons = REVERSE_REASONS if act is reverse_voucher else FAIL_REASONS
        self._reason.ask(
            title,
            lambda: f"{producer_name(voucher.producer)} · {format_baht(voucher.net)}",
            reasons,
            lambda why: self.ask_books(act, voucher.doc_no, why, done=self._ended, refuse=self._reason.refuse),
        )

    def _pay_cash(self, voucher: Voucher) -> None:
        self.ask_books(pay_voucher, voucher.doc_no, done=self._paid_cash, refuse=self.cash.refuse)

    def _paid_cash(self, voucher: Voucher) -> None:
        """In the books; now the drawer may open."""
        self.cash.close_over()
        self.backend.send(Papers(self.desk).open_drawer, refused=self.refused.emit, owner=self)
        self.desk.announcements.day_changed.emit()
        self.changed.emit()
        self.tell(
            lambda: _("Paid {amount} to {name}.").format(
                amount=format_baht(voucher.net), name=producer_name(voucher.producer)
            )
        )
        self.paid.emit(voucher)

    def _save_file(self, batch: PaymentBatch) -> None:
        self.changed.emit()
        self._write(batch, Path(self.desk.settings.outbox) / BANK_FOLDER)

    def _write(self, batch: PaymentBatch, folder: Path) -> None:
        self.backend.send(
            keep_paper,
            folder,
            batch.file_name,
            batch.content.encode("utf-8"),
            done=partial(self.file_saved.emit, batch),
            refused=self.refused.emit,
            owner=self,
        )

    def _ask_result(self, batch_no: str, batches: Sequence[PaymentBatch]) -> None:
        batch = next((each for each in batches if each.doc_no == batch_no), None)
        if batch is None:
            self.refused.emit(NotFound(_("File for the bank"), batch_no))
        else:
            self.result.ask(batch)

    def _confirm(self, batch_no: str, failed: Mapping[str, str], reference: str) -> None:
        def attempt(approval: Approval | None = None) -> None:
            self.backend.batch(
                partial(confirm_batch, **self.desk.here(), approval=approval),
                batch_no,
                failed,
                reference,
                done=self._confirmed,
                refused=self.desk.approvals.or_refuse(attempt, self._not_confirmed),
                owner=self,
            )

        attempt()

    def _not_confirmed(self, refusal: Refusal) -> None:
        """Some of it may be in the books already; the rest can be entered again."""
        self.changed.emit()
        self.result.refuse(refusal)

    def _confirmed(self, batch: PaymentBatch) -> None:
        self.result.close_over()
        self.changed.emit()
        paid = tuple(each for each in batch.vouchers if each.state is VoucherState.PAID)
        failed = len(batch.vouchers) - len(paid)
        total = format_baht(sum(each.net for each in paid))
        self.tell(
            lambda: _("{count} paid by bank · {total}; {failed} did not go through.").format(
                count=len(paid), total=total, failed=failed
            ),
            "warn" if failed else "good",
        )

    def _ended(self, voucher: Voucher) -> None:
        self._reason.close_over()
        self.changed.emit()
        if voucher.method is PayoutMethod.CASH and voucher.paid_at is not None:
            self.backend.send(Papers(self.desk).open_drawer, refused=self.refused.emit, owner=self)
        self.tell(lambda: _("Voucher {number}: {reason}").format(number=voucher.doc_no, reason=voucher.remark), "warn")
