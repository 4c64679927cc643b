"""What the bank made of a file: all paid, or these did not go through, each with its reason."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.voucher import PaymentBatch, Voucher
from otop_pos.i18n import _
from otop_pos.ui.settlement.reason_overlay import ReasonBox
from otop_pos.ui.settlement.words import FAIL_REASONS, way_text
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import producer_name

WIDTH, HEIGHT = 1000, 640
_MARGIN = 20


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`reason` "" where the bank paid."""

    voucher: Voucher
    reason: str = ""


class ResultOverlay(Overlay):
    """`ask(batch)` → answered(batch number, {voucher number: reason}, reference)."""

    answered = Signal(str, object, str)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self._batch_no = ""
        self._rows: list[ResultRow] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label("", "heading", elides=True)
        self.reference = PlainEdit(lambda: _("As on the bank's list"), "body")
        self.reference.setMinimumHeight(px(46))
        self.table: RowsTable[ResultRow] = RowsTable(_columns(), row_height=52)
        self.reason = ReasonBox(columns=3)
        self.reason.offer(FAIL_REASONS)
        self.failed = KeyButton(lambda: _("Did not go through"), act="settle_choose", tone="danger")
        self.message = MessageBar()
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.ok = KeyButton("", act="finish", tone="primary")
        self.ok.use_role("heading")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        why = QHBoxLayout()
        why.setSpacing(px(12))
        why.addWidget(self.reason, 1)
        why.addWidget(self.failed, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.ok)
        head = QHBoxLayout()
        head.setSpacing(px(20))
        head.addWidget(self.title, 1)
        head.addWidget(Field(lambda: _("Reference of the transfers"), self.reference), 1)
        column = self.card.column
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(frame, 1)
        column.addWidget(Label(lambda: _("Selected payment: why it did not go through"), "secondary", "ink2"))
        column.addLayout(why)
        column.addWidget(self.message)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.give_up)
        self.failed.clicked.connect(self._toggle)
        self.reason.given.connect(self._toggle)
        self.reference.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.chosen.connect(lambda _row: self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.moved.connect(self._show_failed)
        self.ok.clicked.connect(self._answer)

    def ask(self, batch: PaymentBatch) -> None:
        self._batch_no = batch.doc_no
        self._rows = [ResultRow(voucher) for voucher in batch.vouchers]
        self.title.say(lambda: _("The bank's result of {number}").format(number=batch.doc_no))
        self.reference.clear()
        self.reason.edit.clear()
        self.message.clear()
        self.ok.setEnabled(True)
        self._show(0)
        room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
        self.open(self.reference)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

    def _show(self, select: int | None = None) -> None:
        self.table.show_rows(self._rows, select=select)
        paid = [row for row in self._rows if not row.reason]
        failed, total = len(self._rows) - len(paid), format_baht(sum(row.voucher.net for row in paid))
        if failed:
            self.ok.say(
                lambda: _("{count} paid · {total}; {failed} not").format(count=len(paid), total=total, failed=failed)
            )
        else:
            self.ok.say(lambda: _("All {count} paid · {total}").format(count=len(paid), total=total))
        self._show_failed()

    def _show_failed(self) -> None:
        row = self.table.selected()
        has_failed = row is not None and bool(row.reason)
        self.failed.say(lambda: _("It was paid after all") if has_failed else _("Did not go through"))

    def _toggle(self) -> None:
        number = self.table.selected_number()
        if not 0 <= number < len(self._rows):
            return
        row = self._rows[number]
        try:
            reason = "" if row.reason else self.reason.read()
        except Missing as refusal:
            self.message.refuse(refusal)
            return
        self.message.clear()
        self._rows[number] = replace(row, reason=reason)
        self.reason.edit.clear()
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        if not self.ok.isEnabled():
            return
        failed = {row.voucher.doc_no: row.reason for row in self._rows if row.reason}
        self.ok.setEnabled(False)
        self.answered.emit(self._batch_no, failed, self.reference.text().strip())


def _columns() -> tuple[Column[ResultRow], ...]:
    def tone(row: ResultRow) -> Tone:
        return "danger" if row.reason else "good"

    return (
        Column(
            lambda: _("Producer"),
            lambda row: producer_name(row.voucher.producer),
            role="name",
            second=lambda row: row.voucher.doc_no,
        ),
        Column(lambda: _("To"), lambda row: way_text(row.voucher), width=220),
        Column(lambda: _("Amount"), lambda row: format_baht(row.voucher.net), width=130, align="right", role="strong"),
        Column(lambda: _("Bank"), lambda row: row.reason or _("paid"), width=230, tone=tone),
    )
