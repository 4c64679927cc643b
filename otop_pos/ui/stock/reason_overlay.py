"""One question before something is taken back: why?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.ui.stock.reason_box import ReasonBox, Reasons
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph


class ReasonOverlay(Overlay):
    """`ask(title, hint)` → answered(reason). It stays open until the caller closes it or refuses."""

    answered = Signal(str)

    def __init__(self, host: QWidget, body: QWidget, reasons: Reasons, ok: Said) -> None:
        super().__init__(host, body, width=600)
        self.title = Paragraph("", "heading")
        self.hint = Paragraph("", "body", "ink2")
        self.reason = ReasonBox()
        self.reason.offer(reasons)
        self.message = MessageBar()
        self.ok = KeyButton(ok, "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.ok)
        for widget in (self.title, self.hint, self.reason, self.message):
            self.card.column.addWidget(widget)
        self.card.column.addLayout(buttons)
        self.reason.given.connect(self._answer)
        self.ok.clicked.connect(self._answer)
        self.back.clicked.connect(self.give_up)

    def ask(self, title: Said, hint: Said) -> None:
        self.title.say(title)
        self.hint.say(hint)
        self.message.clear()
        self.reason.clear()
        self.wait(False)
        self.open(self.reason.edit)

    def refuse(self, refusal: Refusal) -> None:
        self.wait(False)
        self.message.refuse(refusal)

    def wait(self, is_waiting: bool) -> None:
        self.ok.setEnabled(not is_waiting)
        self.back.setEnabled(not is_waiting)

    def _answer(self) -> None:
        if not self.ok.isEnabled():
            return
        try:
            reason = self.reason.read()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.message.clear()
        self.answered.emit(reason)
