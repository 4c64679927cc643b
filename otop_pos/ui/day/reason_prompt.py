"""One question: why? Typed, or one of the usual answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph

Reasons = Sequence[Callable[[], str]]
HALF = 248
"""Drawing pixels of the half of the narrowest prompt: longer reasons stand below each other."""


class ReasonBox(QWidget):
    """A line to type the reason, and buttons that fill it in."""

    given = Signal()
    """Enter, or a usual reason was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = PlainEdit(lambda: _("Reason"), "body")
        self.edit.setMinimumHeight(px(46))
        self.buttons: list[KeyButton] = []
        self._choices = QGridLayout()
        self._choices.setSpacing(px(8))
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.edit, 0, 0)
        column.addLayout(self._choices, 1, 0)
        self.edit.returnPressed.connect(self.given)

    def offer(self, reasons: Reasons) -> None:
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [KeyButton(reason) for reason in reasons]
        columns = 1 if any(button.sizeHint().width() > px(HALF) for button in self.buttons) else 2
        for number, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, button=button: self.edit.setText(button.words()))
            button.clicked.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
            self._choices.addWidget(button, number // columns, number % columns)

    def read(self) -> str:
        """Refuses Missing."""
        reason = self.edit.text().strip()
        if not reason:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Missing(_("reason"))
        return reason


class ReasonPrompt(Overlay):
    """`ask(title, hint)` → answered(reason). It stays open until the caller closes it or refuses."""

    answered = Signal(str)

    def __init__(self, host: QWidget, body: QWidget, reasons: Reasons, ok: Said, back: Said) -> None:
        super().__init__(host, body, width=560)
        self.title = Paragraph("", "heading")
        self.hint = Paragraph("", "body", "ink2")
        self.reason = ReasonBox()
        self.reason.offer(reasons)
        self.message = MessageBar()
        self.ok = KeyButton(ok, "Enter", tone="soft")
        self.back = KeyButton(back, "Esc")
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
        self.reason.edit.clear()
        self.ok.setEnabled(True)
        self.open(self.reason.edit)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

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
