"""A charge or a credit written by hand: how much, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.producer import Producer
from otop_pos.i18n import _
from otop_pos.ui.settlement.reason_overlay import ReasonBox
from otop_pos.ui.settlement.words import ADJUST_REASONS
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import producer_name

CHARGE, CREDIT = "charge", "credit"


class AdjustOverlay(Overlay):
    """`ask(producer)` → wanted(LedgerAdjustment); tried again after an error it keeps its key."""

    wanted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=600)
        self._producer: Producer | None = None
        self._last: LedgerAdjustment | None = None
        self.title = Paragraph("", "heading")
        self.kind = Segments(
            ((CHARGE, lambda: _("Charge the producer")), (CREDIT, lambda: _("Credit the producer"))), columns=2
        )
        self.amount = MoneyEdit("0.00", "action")
        self.amount.setMinimumHeight(px(60))
        self.reason = ReasonBox()
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Write it down"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.ok)
        column = self.card.column
        baht = Label(lambda: _("Baht"), "secondary", "ink2")
        widgets: tuple[QWidget, ...] = (self.title, self.kind, baht, self.amount, self.reason, self.message)
        for widget in widgets:
            column.addWidget(widget)
        column.addLayout(foot)
        self.kind.changed.connect(lambda _key: self.amount.setFocus(Qt.FocusReason.OtherFocusReason))
        self.amount.returnPressed.connect(lambda: self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.reason.given.connect(self._save)
        self.ok.clicked.connect(self._save)
        self.back.clicked.connect(self.give_up)

    def ask(self, producer: Producer) -> None:
        self._producer, self._last = producer, None
        self.title.say(lambda: producer_name(producer))
        self.kind.choose(CHARGE)
        self.amount.clear()
        self.reason.offer(ADJUST_REASONS)
        self.reason.edit.clear()
        self.message.clear()
        self.ok.setEnabled(True)
        self.open(self.amount)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

    def _save(self) -> None:
        if not self.ok.isEnabled() or self._producer is None:
            return
        try:
            wanted = self._read(self._producer)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.message.clear()
        self.ok.setEnabled(False)
        self.wanted.emit(wanted)

    def _read(self, producer: Producer) -> LedgerAdjustment:
        amount = self.amount.read()
        if not amount:
            raise Missing(_("amount"))
        is_charge = self.kind.choice() == CHARGE
        kind = EntryKind.FEE if is_charge else EntryKind.ADJUST
        new = LedgerAdjustment(producer.id, kind, -amount if is_charge else amount, self.reason.read())
        old = self._last
        is_same = old is not None and (old.kind, old.amount, old.reason) == (new.kind, new.amount, new.reason)
        self._last = old if is_same else new
        return self._last or new
