"""Why: typed, or one of the usual answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.number_edit import PlainEdit

Reasons = Sequence[Callable[[], str]]


class ReasonBox(QWidget):
    """`offer(reasons)`, `read()`; a usual reason fills the line, where it may be said more exactly."""

    given = Signal()
    """Enter."""
    focused = Signal()
    """The hands are here now."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self.edit = PlainEdit(lambda: _("Reason"), "body")
        self.edit.setMinimumHeight(px(46))
        self.buttons: list[KeyButton] = []
        self._choices = QGridLayout()
        self._choices.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._choices)
        column.addWidget(self.edit)
        self.edit.returnPressed.connect(self.given)

    def offer(self, reasons: Reasons) -> None:
        for button in self.buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [KeyButton(reason) for reason in reasons]
        for number, button in enumerate(self.buttons):
            button.use_role("secondary")
            button.clicked.connect(lambda _checked=False, button=button: self._take(button.words()))
            self._choices.addWidget(button, number // self._columns, number % self._columns)

    def clear(self) -> None:
        self.edit.clear()

    def read(self) -> str:
        """Refuses Missing."""
        reason = self.edit.text().strip()
        if not reason:
            self.take_focus()
            raise Missing(_("reason"))
        return reason

    def take_focus(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit()

    def _take(self, text: str) -> None:
        self.edit.setText(text)
        self.take_focus()
