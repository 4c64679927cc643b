"""Voiding a receipt: the one decision of a return that is asked about."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.return_reason import VOID_REASONS, kept_reason
from otop_pos.domain.sale import Sale
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import method_name, named


class VoidPrompt(Overlay):
    """`ask_about(sale)` → answered(sale, reason); it stays open until `close_over()`, to try again."""

    answered = Signal(object, str)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=600)
        self._sale: Sale | None = None
        self.title = Label("", "heading", elides=True)
        self.hint = Paragraph(
            lambda: _("Goods, money and dues go back to where they were. The number stays, marked as void."),
            "body",
            "ink2",
        )
        self.money = FactList(ruled=True)
        self.reason = PlainEdit(lambda: _("Why it is voided"), "body")
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Void the receipt"), "Enter", tone="danger")
        self.cancel = KeyButton(lambda: _("Keep the receipt"), "Esc")
        self._build()
        self._connect()

    def _build(self) -> None:
        reasons = QHBoxLayout()
        reasons.setSpacing(px(8))
        for reason in VOID_REASONS:
            button = KeyButton(partial(named, reason.th, reason.en))
            button.use_role("secondary")
            button.clicked.connect(lambda _checked=False, button=button: self._take(button.words()))
            reasons.addWidget(button, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        for widget in (self.title, self.hint, self.money):
            self.card.column.addWidget(widget)
        self.card.column.addLayout(reasons)
        self.card.column.addWidget(self.reason)
        self.card.column.addWidget(self.message)
        self.card.column.addLayout(buttons)

    def _connect(self) -> None:
        self.reason.returnPressed.connect(self._answer)
        self.ok.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.give_up)

    def ask_about(self, sale: Sale) -> None:
        self._sale = sale
        self.title.say(lambda: _("Void {number}?").format(number=sale.doc_no))
        back = [FactRow(partial(method_name, each.method), format_baht(each.amount)) for each in sale.payments]
        self.money.show_rows([*back, FactRow(lambda: _("Give back"), format_baht(sale.total), strong=True)])
        self.message.clear()
        self.reason.clear()
        self.waits(False)
        self.open(self.reason)

    def waits(self, is_waiting: bool) -> None:
        """While it is being saved nothing here can be pressed a second time."""
        self.ok.setEnabled(not is_waiting)
        self.cancel.setEnabled(not is_waiting)

    def refuse(self, refusal: Refusal) -> None:
        self.waits(False)
        self.message.refuse(refusal)
        self.reason.setFocus()

    def _take(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setFocus()

    def _answer(self) -> None:
        if self._sale is None or not self.ok.isEnabled():
            return
        if not self.reason.text().strip():
            self.refuse(Missing(_("reason of the void")))
            return
        self.waits(True)
        self.answered.emit(self._sale, kept_reason(self.reason.text()))
