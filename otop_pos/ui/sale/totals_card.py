"""What the bill comes to: rows above, the bills that wait, the one large figure below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.sale import Basket, Priced, Sale
from otop_pos.i18n import _
from otop_pos.ui.sale.customer_row import CustomerRow
from otop_pos.ui.sale.held_chips import HeldChips
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.label import Figure, Label, rule
from otop_pos.ui.widgets.paragraph import Paragraph


class TotalsCard(Card):
    """`show_bill(basket, priced)`; `held` are the bills put aside, `customer` asks who buys."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.goods = Fact("")
        self.discount = Fact(lambda: _("Discount"))
        self.vat = Fact(lambda: _("VAT 7% inside") if is_large() else _("VAT 7% included"))
        self.returned = Fact(lambda: _("Comes back"))
        self.customer = CustomerRow()
        self.held = HeldChips()
        self.last = Paragraph("", "secondary", "ink2", most_lines=1 if is_large() else 2)
        self.due = Label(lambda: _("To pay"), "body", "ink2")
        self.amount = Figure("amount" if is_large() else "total")
        for row in (self.goods, self.discount, self.vat, self.returned, self.customer):
            self.column.addWidget(row)
        self.returned.hide()
        self.column.addWidget(self.held)
        self.column.addStretch(1)
        self.column.addWidget(self.last)
        self.column.addWidget(rule())
        self.column.addSpacing(px(4))
        foot = QHBoxLayout() if is_large() else QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.due)
        foot.addWidget(self.amount, 1)
        self.column.addLayout(foot)

    def show_bill(self, basket: Basket, priced: Priced) -> None:
        count, units = len(basket.lines), format_quantity(sum(line.qty for line in basket.lines))
        self.goods.title.say(lambda: _("{lines} lines · {units} units").format(lines=count, units=units))
        self.goods.show_value(format_baht(priced.gross))
        self.discount.show_value(format_baht(-priced.discount), "danger" if priced.discount else "ink")
        self.discount.setVisible(priced.discount > 0)
        self.last.setVisible(not (is_large() and priced.discount))
        self.vat.show_value(format_baht(priced.vat))
        self.vat.setVisible(priced.vat > 0)
        self.customer.show_customer(basket.customer)
        self.amount.show_text(format_baht(priced.net))

    def show_return(self, credit: int | None, priced: Priced) -> None:
        """Satang that goods coming back count for, None where nothing does: the large figure is the difference."""
        self.returned.setVisible(credit is not None)
        if credit is None:
            self.due.say(lambda: _("To pay"))
            return
        difference = priced.net - credit
        self.returned.show_value(format_baht(-credit), "primary")
        self.due.say(lambda: _("Give back") if difference < 0 else _("Difference to pay"))
        self.amount.show_text(format_baht(abs(difference)))

    def show_last(self, sale: Sale) -> None:
        """What the bill before came to, still to be seen when the next one has begun."""
        self.last.say(
            lambda: _("Last: {number} · {total} · change {change}").format(
                number=sale.doc_no, total=format_baht(sale.total), change=format_baht(sale.change)
            )
        )
