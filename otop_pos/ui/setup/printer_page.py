"""Which printer, and whether it can write Thai."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.devices.system_printer import list_printers
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.services.printing import Paper
from otop_pos.services.trial_slip import print_trial_slip
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import utc_now
from otop_pos.ui.setup.page import Page
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.printer_choice import PrinterChoice


class PrinterPage(Page):
    """None is a good answer too: every paper is kept as a file."""

    def __init__(self, backend: Door, papers: Path) -> None:
        super().__init__(
            lambda: _("Printer"),
            lambda: _("Which printer prints the receipts?"),
            lambda: _("Those that this computer knows. It can be changed at any time."),
        )
        self._backend = backend
        self._papers = papers
        self._plan = Plan()
        self._build()
        self.test.clicked.connect(self._print)

    def _build(self) -> None:
        self.printer = PrinterChoice()
        self.test = KeyButton(lambda: _("Print a test slip"), tone="soft", icon="printer")
        self.message_bar = MessageBar()
        left, right = Card(padding=18, spacing=6), Card(padding=18, spacing=8)
        left.column.addWidget(self.printer)
        left.column.addStretch(1)
        right.column.addWidget(
            Paragraph(lambda: _("The slip has every Thai tone mark, lines to both edges, a barcode and a QR code."))
        )
        right.column.addWidget(self.test)
        right.column.addWidget(self.message_bar)
        right.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        column = QVBoxLayout()
        column.addLayout(row, 1)
        self.column.addLayout(column, 1)

    def arrive(self, plan: Plan) -> None:
        self._plan = plan
        self._backend.send(list_printers, done=self.show_printers, owner=self)
        self.printer.take_focus()

    def refuse(self, refusal: Refusal) -> None:
        self.test.setEnabled(True)
        self.message_bar.refuse(refusal)

    def take(self, plan: Plan) -> None:
        plan.printer = self.printer.printer()

    def show_printers(self, names: Sequence[str]) -> None:
        self.printer.show_printers(names, self.printer.printer())
        self.printer.take_focus()

    def _print(self) -> None:
        self.test.setEnabled(False)
        paper, at = Paper(self._papers, self.printer.printer()), utc_now()
        self._backend.send(_trial, self._plan, paper, at, done=self._printed, owner=self)

    def _printed(self, file: Path) -> None:
        self.test.setEnabled(True)
        self.message_bar.say(lambda: _("The test slip is made: {file}").format(file=file), "good")


def _trial(plan: Plan, paper: Paper, at: datetime) -> Path:
    return print_trial_slip(plan.shop, plan.till, paper, at)
