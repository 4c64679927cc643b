"""The payment in rows: bill, tenders, rounding, change, open; and which paper the customer wants."""

from functools import partial

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.sale.tender import Tender
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.choice_list import ChoiceList
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.wording import method_name

NO_PAPER = "none"


class PaySummary(Card):
    """`show_tender(tender, change, left)`."""

    def __init__(self) -> None:
        super().__init__(padding=22, spacing=2)
        self.rows = FactList(ruled=True, row_height=36)
        self.paper = ChoiceList(
            [
                ("th", lambda: _("Receipt in Thai")),
                ("en", lambda: _("Receipt in English")),
                (NO_PAPER, lambda: _("No paper")),
            ]
        )
        self.column.addWidget(Label(lambda: _("Payment"), "heading"))
        self.column.addSpacing(px(4))
        self.column.addWidget(self.rows)
        self.column.addSpacing(px(14))
        self.column.addWidget(Label(lambda: _("Paper"), "heading"))
        self.column.addWidget(self.paper)
        self.column.addStretch(1)

    def show_tender(self, tender: Tender, change: int, left: int) -> None:
        given = [FactRow(partial(method_name, each.method), format_baht(each.amount)) for each in tender.given]
        self.rows.show_rows(
            [
                FactRow(lambda: _("Bill"), format_baht(tender.net)),
                *given,
                FactRow(lambda: _("Change"), format_baht(change)),
                FactRow(lambda: _("Left to pay"), format_baht(left), strong=True),
            ]
        )
