"""The payment in rows: bill, tenders, rounding, change, open; and which paper the customer wants."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.sale.tender import Tender
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.choice_list import ChoiceList
from otop_pos.ui.widgets.label import Label, Said, rule
from otop_pos.ui.wording import method_name

NO_PAPER = "none"


class PaySummary(Card):
    """`show_tender(tender, change, left)`."""

    def __init__(self) -> None:
        super().__init__(padding=22, spacing=4)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(px(4))
        self.paper = ChoiceList(
            [
                ("th", lambda: _("Receipt in Thai")),
                ("en", lambda: _("Receipt in English")),
                (NO_PAPER, lambda: _("No paper")),
            ]
        )
        self.column.addWidget(Label(lambda: _("Payment"), "heading"))
        self.column.addSpacing(px(4))
        self.column.addLayout(self.rows)
        self.column.addSpacing(px(14))
        self.column.addWidget(Label(lambda: _("Paper"), "heading"))
        self.column.addWidget(self.paper)
        self.column.addStretch(1)

    def show_tender(self, tender: Tender, change: int, left: int) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._row(lambda: _("Bill"), tender.net)
        for given in tender.given:
            self._row(partial(method_name, given.method), given.amount)
        self._row(lambda: _("Change"), change)
        self._row(lambda: _("Left to pay"), left, is_last=True)

    def _row(self, title: Said, satang: int, is_last: bool = False) -> None:
        fact = Fact(title, "strong" if is_last else "body", "strong" if is_last else "body")
        fact.show_value(format_baht(satang))
        fact.title.setProperty("tone", "ink")
        fact.setMinimumHeight(px(32))
        self.rows.addWidget(fact)
        if not is_last:
            self.rows.addWidget(rule())
