"""Alcohol is sold to people of 20 and older: somebody looks, and says so once per bill."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.product import Product
from otop_pos.domain.restriction import OLD_ENOUGH
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import product_name


class AgeQuestion(Overlay):
    """`ask(product)` → answered(True) or answered(False), one key each."""

    answered = Signal(bool)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=560)
        self.product = Paragraph("", "body", "ink2")
        self.yes = KeyButton(lambda: _("Yes, {age} or older").format(age=OLD_ENOUGH), "Enter", tone="soft")
        self.no = KeyButton(lambda: _("No, not sold"), "Esc")
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.no, 1)
        row.addWidget(self.yes, 1)
        title = Label(lambda: _("Is the customer {age} or older?").format(age=OLD_ENOUGH), "heading")
        for widget in (title, self.product):
            self.card.column.addWidget(widget)
        hint = Paragraph(lambda: _("Look at the ID card if you are not sure. It is asked once per bill."), tone="ink2")
        self.card.column.addWidget(hint)
        self.card.column.addSpacing(px(4))
        self.card.column.addLayout(row)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self.give_up)
        self.cancelled.connect(lambda: self.answered.emit(False))

    def ask(self, product: Product) -> None:
        self.product.say(lambda: product_name(product))
        self.open(self.yes)

    def _say_yes(self) -> None:
        self.close_over()
        self.answered.emit(True)
