"""Gives the whole bill up: the one decision that is asked about."""

from PySide6.QtWidgets import QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.sale import Basket, Priced
from otop_pos.i18n import _
from otop_pos.ui.sale.prompt import Prompt
from otop_pos.ui.widgets.number_edit import PlainEdit


class CancelPrompt(Prompt):
    """`ask_about(basket, priced)` → answered(reason), which may be empty."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, PlainEdit(lambda: _("Why (may stay empty)")), str.strip, "danger")
        self.edit.setProperty("role", "body")
        self.ok.say(lambda: _("Cancel the bill"))
        self.cancel.say(lambda: _("Keep it"))

    def ask_about(self, basket: Basket, priced: Priced) -> None:
        count, total = len(basket.lines), format_baht(priced.net)
        self.ask(
            lambda: _("Cancel the whole bill?"),
            lambda: _("{count} lines, {total} baht. It is written down with all that was on it.").format(
                count=count, total=total
            ),
            "",
        )
