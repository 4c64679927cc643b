"""The large box that holds what the customer hands over."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from otop_pos.ui.style import CARD_RADIUS, Role, px
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.number_edit import MoneyEdit


class AmountBox(QFrame):
    """A title in the corner, the amount at the right in large type."""

    def __init__(self, title: Said, role: Role = "amount") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("radius", CARD_RADIUS)
        self.setMinimumHeight(px(92 if role == "amount" else 76))
        self.title = Label(title, "secondary", "ink2")
        self.edit = MoneyEdit("0.00", role)
        self.edit.setProperty("kind", "code")
        self.edit.setProperty("ring", "parent")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(2), px(18), px(2))
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
