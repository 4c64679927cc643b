"""All answers once more, before anything is written."""

from otop_pos.domain.tax_id import format_tax_id
from otop_pos.i18n import _
from otop_pos.ui.setup.page import Page
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.wording import shop_name


class ReadyPage(Page):
    def __init__(self) -> None:
        super().__init__(
            lambda: _("Ready"),
            lambda: _("Ready to open"),
            lambda: _("All of it can be changed later in the settings, except the codes."),
        )
        self.facts = FactList(ruled=True)
        card = Card(padding=18, spacing=0)
        card.column.addWidget(self.facts)
        card.column.addStretch(1)
        self.column.addWidget(card, 1)

    def next_text(self) -> str:
        return _("Open my shop")

    def arrive(self, plan: Plan) -> None:
        shop, till = plan.shop, plan.till
        self.facts.show_rows(
            [
                FactRow(lambda: _("Shop"), lambda: f"{shop.code} · {shop_name(shop)}"),
                FactRow(lambda: _("Tax ID"), format_tax_id(shop.tax_id)),
                FactRow(lambda: _("VAT"), lambda: _("Registered") if shop.vat_registered else _("Not registered")),
                FactRow(
                    lambda: _("Till"), " · ".join(part for part in (till.code, till.name, till.machine_no) if part)
                ),
                FactRow(lambda: _("Manager"), plan.manager),
                FactRow(lambda: _("Team"), ", ".join(each.person.name for each in plan.team) or "–"),
                FactRow(lambda: _("Printer"), lambda: plan.printer or _("No printer, files only")),
            ]
        )
