"""Does the scanner work? Any barcode tells."""

from PySide6.QtCore import Qt

from otop_pos.i18n import _
from otop_pos.ui.setup.page import Page
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.setup.scan_watch import ScanReport, ScanWatch
from otop_pos.ui.style import CARD_RADIUS, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import CENTRE, Figure
from otop_pos.ui.widgets.message_bar import MessageBar


class ScannerPage(Page):
    """Without a scanner it is passed over: everything can be typed."""

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Scanner"),
            lambda: _("Scan any barcode"),
            lambda: _("A bottle, a book, the test slip. Without a scanner just go on."),
        )
        self._watch: ScanWatch | None = None
        self.report: ScanReport | None = None
        self._build()

    def _build(self) -> None:
        self.card = card = Card(padding=24, spacing=8)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setProperty("radius", CARD_RADIUS)
        self.empty = EmptyState("barcode", lambda: _("Waiting for a scan"), lambda: _("What comes is shown here."))
        self.empty.setMinimumHeight(px(170))
        self.code = Figure("amount", align=CENTRE)
        self.facts = FactList()
        self.verdict = MessageBar()
        card.column.addWidget(self.empty, 8)
        card.column.addWidget(self.code)
        card.column.addWidget(self.facts)
        card.column.addWidget(self.verdict)
        card.column.addStretch(1)
        self.column.addWidget(card, 1)
        for widget in (self.code, self.facts):
            widget.hide()

    def next_text(self) -> str:
        return _("Next") if self.report else _("Go on without")

    def arrive(self, plan: Plan) -> None:
        handle = self.window().windowHandle()
        if handle is not None:
            self._watch = ScanWatch(handle)
            self._watch.seen.connect(self.show_report)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None

    def show_report(self, report: ScanReport) -> None:
        self.report = report
        self.empty.hide()
        self.code.show_text(report.code)
        self.code.show()
        rows = [
            FactRow(lambda: _("Characters"), str(len(report.text))),
            FactRow(lambda: _("Between two keys"), f"{report.gap} ms"),
            FactRow(lambda: _("Keyboard layout"), lambda: _("Thai") if report.is_thai else _("English")),
            FactRow(lambda: _("Ended by"), report.end or "–"),
        ]
        if report.text != report.code:
            rows.insert(0, FactRow(lambda: _("Typed as"), report.text))
        self.facts.show_rows(rows)
        self.facts.show()
        self._judge(report)

    def _judge(self, report: ScanReport) -> None:
        if report.is_scanner and report.is_thai:
            self.verdict.say(
                lambda: _("It works. The keyboard was Thai, and the code is understood all the same."), "good"
            )
        elif report.is_scanner:
            self.verdict.say(lambda: _("It works."), "good")
        elif not report.end:
            self.verdict.say(
                lambda: _("No Enter came at the end. Set the scanner to send Enter after the code."), "warn"
            )
        else:
            self.verdict.say(
                lambda: _("That was as slow as a hand. Was it typed? If not, set the scanner to send faster."), "warn"
            )
