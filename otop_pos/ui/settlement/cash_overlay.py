"""A producer is paid from the drawer: the sum large, who gets what of it, one key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.voucher import Voucher
from otop_pos.i18n import _
from otop_pos.ui.settlement.voucher_facts import voucher_facts
from otop_pos.ui.widgets.fact_list import FactList
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Figure, Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import producer_name


class CashOverlay(Overlay):
    """`ask(voucher)` → confirmed(Voucher); it stays open until closed or refused."""

    confirmed = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=600)
        self.voucher: Voucher | None = None
        self.title = Paragraph("", "heading", most_lines=2)
        self.amount = Figure("total", "figure")
        self.facts = FactList(row_height=30)
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Paid: save, then open the drawer"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.ok)
        column = self.card.column
        column.addWidget(Label(lambda: _("Pay in cash from the drawer"), "secondary", "ink2"))
        for widget in (self.title, self.amount, self.facts, self.message):
            column.addWidget(widget)
        column.addLayout(foot)
        self.ok.clicked.connect(self._confirm)
        self.back.clicked.connect(self.give_up)

    def ask(self, voucher: Voucher) -> None:
        self.voucher = voucher
        self.title.say(lambda: producer_name(voucher.producer))
        self.amount.show_text(format_baht(voucher.net))
        self.facts.show_rows(voucher_facts(voucher))
        self.message.clear()
        self.ok.setEnabled(True)
        self.open(self.ok)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

    def _confirm(self) -> None:
        if self.voucher is not None and self.ok.isEnabled():
            self.message.clear()
            self.ok.setEnabled(False)
            self.confirmed.emit(self.voucher)
