"""A voucher looked at: its figures, who did what, and its paper."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.voucher import Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.ui.settlement.voucher_facts import voucher_facts, voucher_story
from otop_pos.ui.style import px
from otop_pos.ui.widgets.fact_list import FactList
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import producer_name


class VoucherOverlay(Overlay):
    """`show_voucher(voucher)`; print_wanted(Voucher), reverse_wanted(Voucher)."""

    print_wanted = Signal(object)
    reverse_wanted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=980)
        self.voucher: Voucher | None = None
        self.title = Paragraph("", "heading", most_lines=2)
        self.facts = FactList(row_height=30)
        self.story = FactList(row_height=30)
        self.message = MessageBar()
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.print = KeyButton(lambda: _("Print it"), act="settle_print", icon="printer")
        self.reverse = KeyButton(lambda: _("Take it back"), act="settle_reverse", tone="danger")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.reverse)
        foot.addWidget(self.print)
        sides = QHBoxLayout()
        sides.setSpacing(px(40))
        for facts in (self.facts, self.story):
            sides.addWidget(facts, 1, Qt.AlignmentFlag.AlignTop)
        self.card.column.addWidget(self.title)
        self.card.column.addLayout(sides)
        self.card.column.addWidget(self.message)
        self.card.column.addLayout(foot)
        self.back.clicked.connect(self.give_up)
        self.print.clicked.connect(lambda: self._with_voucher(self.print_wanted))
        self.reverse.clicked.connect(lambda: self._with_voucher(self.reverse_wanted))

    def show_voucher(self, voucher: Voucher) -> None:
        self.voucher = voucher
        self.title.say(lambda: producer_name(voucher.producer))
        self.facts.show_rows(voucher_facts(voucher))
        self.story.show_rows(voucher_story(voucher))
        self.message.clear()
        self.print.setVisible(voucher.state in (VoucherState.PAID, VoucherState.REVERSED))
        self.reverse.setVisible(voucher.state is VoucherState.PAID)
        self.open(self.back)

    def refuse(self, refusal: Refusal) -> None:
        self.message.refuse(refusal)

    def _with_voucher(self, signal: SignalInstance) -> None:
        if self.voucher is not None:
            signal.emit(self.voucher)
