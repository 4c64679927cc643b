"""What the close found: expected, counted, and the difference in words as well as figures."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout

from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary, TenderTotal
from otop_pos.domain.till import TillSession
from otop_pos.i18n import _
from otop_pos.ui.style import Tone, px, wear
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import Figure, Label, rule
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import date_text, method_name, time_text


class ResultPanel(Card):
    """`show_session(session, summary)` of a closed till."""

    def __init__(self) -> None:
        super().__init__(padding=20, spacing=4)
        self.title = Label("", "heading")
        self.when = Paragraph("", "secondary", "ink2")
        self.float_amount = Fact(lambda: _("Float in the morning"))
        self.expected = Fact(lambda: _("Should be in the drawer"))
        self.counted = Fact(lambda: _("Counted"))
        self.ground = QFrame()
        self.verdict = Label("", "name")
        self.difference = Figure("amount")
        row = QHBoxLayout(self.ground)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.addWidget(self.verdict)
        row.addWidget(self.difference, 1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.when)
        self.column.addWidget(rule())
        for fact in (self.float_amount, self.expected, self.counted):
            self.column.addWidget(fact)
        self.column.addWidget(self.ground)
        self.tenders = FactList()
        self.column.addSpacing(px(8))
        self.column.addWidget(Label(lambda: _("Paid by, all tills"), "strong"))
        self.column.addWidget(rule())
        self.column.addWidget(self.tenders)
        self.column.addStretch(1)

    def show_session(self, session: TillSession, summary: DaySummary) -> None:
        self.title.say(lambda: _("Closed · Z {number}").format(number=session.z_no))
        closed_at = session.closed_at or session.opened_at
        self.when.say(
            lambda: _("{day} {time} · by {name}").format(
                day=date_text(session.business_date), time=time_text(closed_at), name=session.closed_by
            )
        )
        self.float_amount.show_value(format_baht(session.float_amount))
        self.expected.show_value(format_baht(session.cash_expected or 0))
        self.counted.show_value(format_baht(session.cash_counted or 0))
        self._show_difference(session.cash_difference)
        self._show_tenders(summary)

    def _show_tenders(self, summary: DaySummary) -> None:
        self.tenders.show_rows(
            [FactRow(partial(_tender_title, each), format_baht(each.amount)) for each in summary.tenders]
        )

    def _show_difference(self, difference: int) -> None:
        tone: Tone = "good" if difference == 0 else "warn" if difference > 0 else "danger"
        self.verdict.say(lambda: _verdict(difference), tone)
        self.difference.show_text(format_baht(difference), tone)
        wear(self.ground, ground=tone)


def _tender_title(tender: TenderTotal) -> str:
    return _("{method} · {count} times").format(method=method_name(tender.method), count=tender.count)


def _verdict(difference: int) -> str:
    if difference == 0:
        return _("Exact")
    return _("Too much") if difference > 0 else _("Missing")
