"""Another price for the goods of one line."""

from PySide6.QtWidgets import QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.sale import BasketLine
from otop_pos.i18n import _
from otop_pos.ui.sale.prompt import Prompt
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit
from otop_pos.ui.wording import product_name, unit_name


class PricePrompt(Prompt):
    """`ask_price(line)` → answered(satang per unit); why it is another one is in `reason()`."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        box = MoneyEdit("0.00")
        super().__init__(host, body, box, lambda _text: box.read())
        self.reason_edit = PlainEdit(lambda: _("For example: a stain, the last piece"))
        self.more.addWidget(Label(lambda: _("Why (may stay empty)"), "secondary", "ink2"))
        self.more.addWidget(self.reason_edit)
        self.reason_edit.returnPressed.connect(self._answer)

    def ask_price(self, line: BasketLine) -> None:
        product, shelf = line.offer.product, format_baht(line.offer.unit_price)
        self.reason_edit.clear()
        self.ask(
            lambda: product_name(product),
            lambda: _("Price on the shelf: {price} per {unit}").format(price=shelf, unit=unit_name(product.unit)),
            format_baht(line.unit_price),
            "฿",
        )

    def reason(self) -> str:
        return self.reason_edit.text().strip()
