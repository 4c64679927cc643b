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
WIDTH, HALF = 600, 268


class ReasonBox(QWidget):
    """A line to type the reason, and buttons that fill it in. `given` on Enter."""

    given = Signal()

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self.edit = PlainEdit(lambda: _("Reason"), "body")
        self.edit.setMinimumHeight(px(46))
        self.buttons: list[KeyButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(8))
        self._grid.addWidget(self.edit, 0, 0, 1, columns)
        self.edit.returnPressed.connect(self.given)

    def offer(self, reasons: Reasons) -> None:
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = [KeyButton(reason) for reason in reasons]
        is_long = any(button.sizeHint().width() > px(HALF) for button in self.buttons)
        columns = 1 if is_long else self._columns
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, button=button: self._take(button))
            self._grid.addWidget(
                button, 1 + number // columns, number % columns, 1, self._columns if columns == 1 else 1
            )

    def read(self) -> str:
        """Refuses Missing."""
        reason = self.edit.text().strip()
        if not reason:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Missing(_("reason"))
        return reason

    def _take(self, button: KeyButton) -> None:
        self.edit.setText(button.words())
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class ReasonOverlay(Overlay):
    """`ask(title, hint, reasons, answer)`: answer(reason); it stays open until closed or refused."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=WIDTH)
        self._answer: Callable[[str], None] | None = None
        self.title = Paragraph("", "heading")
        self.hint = Paragraph("", "body", "ink2")
        self.reason = ReasonBox()
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("With this reason"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.ok)
        for widget in (self.title, self.hint, self.reason, self.message):
            self.card.column.addWidget(widget)
        self.card.column.addLayout(foot)
        self.reason.given.connect(self._give)
        self.ok.clicked.connect(self._give)
        self.back.clicked.connect(self.give_up)

    def ask(self, title: Said, hint: Said, reasons: Reasons, answer: Callable[[str], None]) -> None:
        self._answer = answer
        self.title.say(title)
        self.hint.say(hint)
        self.reason.offer(reasons)
        self.reason.edit.clear()
        self.message.clear()
        self.ok.setEnabled(True)
        self.open(self.reason.edit)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

    def _give(self) -> None:
        if not self.ok.isEnabled() or self._answer is None:
            return
        try:
            reason = self.reason.read()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.message.clear()
        self.ok.setEnabled(False)
        self._answer(reason)
