"""The payment in rows: who buys, bill, tenders, change, open; and which paper the customer wants."""

from collections.abc import Sequence
from functools import partial

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import Given
from otop_pos.i18n import _
from otop_pos.ui.sale.customer_row import CustomerRow
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.sale.paper_choice import PaperChoice
from otop_pos.ui.sale.tender import Tender
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.wording import method_name


class PaySummary(Card):
    """`show_tender(tender, left, kept)`; `take_off` takes the last of the `kept` payments back."""

    def __init__(self) -> None:
        super().__init__(padding=16 if is_large() else 22, spacing=2)
        self.customer = CustomerRow()
        self.rows = FactList(ruled=True, row_height=36)
        self.take_off = KeyButton("", act="take_off", tone="plain")
        self.take_off.hide()
        self.paper = PaperChoice()
        self.column.addWidget(self.customer)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.take_off)
        self.column.addSpacing(px(4 if is_large() else 10))
        self.column.addWidget(Label(lambda: _("Paper"), "strong" if is_large() else "heading"))
        self.column.addWidget(self.paper)
        self.column.addStretch(1)

    def show_customer(self, customer: Customer | None) -> None:
        """A tourist can read the paper without being asked."""
        self.customer.show_customer(customer)
        is_tourist = customer is not None and customer.kind is CustomerKind.TOURIST
        if is_tourist and self.paper.choice() == "th":
            self.paper.choose("th-en")

    def show_tender(self, tender: Tender, left: int, kept: int) -> None:
        """`kept`: so many of the tenders were taken, the one behind them is still being typed."""
        rows = _given_rows(tender.given)
        if not (is_large() and rows):  # it also stands above the ways to pay, in the largest type
            rows.insert(0, FactRow(lambda: _("Bill"), format_baht(tender.net)))
        if not left:
            rows.append(FactRow(lambda: _("Change"), format_baht(tender.change)))
        self.rows.show_rows([*rows, FactRow(lambda: _("Left to pay"), format_baht(left), strong=True)])
        self.take_off.setVisible(kept > 0)
        if kept:
            last = tender.given[kept - 1]
            self.take_off.say(lambda: _("Take back: {payment}").format(payment=method_name(last.method)))


def _given_rows(given: Sequence[Given]) -> list[FactRow]:
    """All there is room for; of many the first ones are told as a sum."""
    most = 2 if is_large() else 3
    folded = given[: len(given) - most + 1] if len(given) > most else ()
    rows = [FactRow(partial(_given_text, each), format_baht(each.amount)) for each in given[len(folded) :]]
    if folded:
        amount, count = sum(each.amount for each in folded), len(folded)
        rows.insert(0, FactRow(lambda: _("{count} payments before").format(count=count), format_baht(amount)))
    return rows


def _given_text(given: Given) -> str:
    return " · ".join(part for part in (method_name(given.method), given.reference) if part)
