"""Puts the open bill aside under a name; or the way to give it up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Missing
from otop_pos.i18n import _
from otop_pos.ui.sale.prompt import Prompt
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.number_edit import PlainEdit


class HoldPrompt(Prompt):
    """`ask_name(proposed)` → answered(str); `cancel_wanted` when the whole bill shall go."""

    cancel_wanted = Signal()

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, PlainEdit(lambda: _("Name of the bill")), _read_name)
        self.cancel_bill = KeyButton(lambda: _("Cancel the whole bill…"), act="cancel_bill", tone="danger")
        self.more.addWidget(self.cancel_bill)
        self.ok.say(lambda: _("Hold"))
        self.cancel_bill.clicked.connect(self._cancel_bill)

    def ask_name(self, proposed: str) -> None:
        self.ask(
            lambda: _("Hold this bill"),
            lambda: _("Under this name it waits at every till, and the next customer goes on."),
            proposed,
        )

    def _cancel_bill(self) -> None:
        self.close_over()
        self.cancel_wanted.emit()


def _read_name(text: str) -> str:
    """Refuses Missing."""
    if not text.strip():
        raise Missing(_("Name of the bill"))
    return text.strip()
