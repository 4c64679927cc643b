"""What the bill comes to: rows above, the one large figure below."""

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.sale import Basket, Priced, Sale
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.label import Figure, Label, rule
from otop_pos.ui.widgets.paragraph import Paragraph


class TotalsCard(Card):
    """`show_bill(basket, priced)`."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.goods = Fact("")
        self.discount = Fact(lambda: _("Discount"))
        self.vat = Fact(lambda: _("VAT 7% included"))
        self.last = Paragraph("", "secondary", "ink2")
        self.due = Label(lambda: _("To pay"), "body", "ink2")
        self.amount = Figure("total")
        for fact in (self.goods, self.discount, self.vat):
            self.column.addWidget(fact)
        self.column.addStretch(1)
        self.column.addWidget(self.last)
        self.column.addWidget(rule())
        self.column.addSpacing(px(4))
        self.column.addWidget(self.due)
        self.column.addWidget(self.amount)

    def show_bill(self, basket: Basket, priced: Priced) -> None:
        count, units = len(basket.lines), format_quantity(sum(line.qty for line in basket.lines))
        self.goods.title.say(lambda: _("{lines} lines · {units} units").format(lines=count, units=units))
        self.goods.show_value(format_baht(priced.gross))
        self.discount.show_value(format_baht(-priced.discount), "danger" if priced.discount else "ink")
        self.discount.setVisible(priced.discount > 0)
        self.vat.show_value(format_baht(priced.vat))
        self.vat.setVisible(priced.vat > 0)
        self.amount.show_text(format_baht(priced.net))

    def show_last(self, sale: Sale) -> None:
        """What the bill before came to, still to be seen when the next one has begun."""
        self.last.say(
            lambda: _("Last: {number} · {total} · change {change}").format(
                number=sale.doc_no, total=format_baht(sale.total), change=format_baht(sale.change)
            )
        )
