"""Green: the change to give back. Or, in words, what is still to be paid."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.style import Role, px, wear
from otop_pos.ui.widgets.label import Figure, Label


class ChangePanel(QFrame):
    """`show_change(satang)` or `show_missing(satang)`."""

    def __init__(self, role: Role = "amount", height: int = 76) -> None:
        super().__init__()
        self.setMinimumHeight(px(height))
        self.title = Label("", "heading")
        self.figure = Figure(role)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(4), px(18), px(4))
        row.addWidget(self.title)
        row.addWidget(self.figure, 1)
        self.show_change(0)

    def show_change(self, satang: int) -> None:
        self.title.say(lambda: _("Change"), "good")
        self.figure.show_text(format_baht(satang), "good")
        wear(self, ground="good")

    def show_missing(self, satang: int) -> None:
        self.title.say(lambda: _("Still to pay"), "warn")
        self.figure.show_text(format_baht(satang), "warn")
        wear(self, ground="warn")
