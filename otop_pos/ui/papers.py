"""The papers and the drawer of this till, on the lane of devices: the file first, then its picture for the screen."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from otop_pos.devices.drawer import open_drawer
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.qr_code import qr_modules
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.promptpay import promptpay_payload
from otop_pos.domain.report import DaySummary
from otop_pos.domain.sale import Sale
from otop_pos.domain.till_report import TillReport
from otop_pos.i18n import Language
from otop_pos.services.printing import Paper, print_receipt, print_summary, print_till_report
from otop_pos.ui.desk import Desk
from otop_pos.ui.paper_view import render_page


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that was made: where it lies, and its first page."""

    file: Path
    image: QImage


@dataclass(frozen=True, slots=True)
class Papers:
    """Each function writes a PDF into the papers folder and prints it where a printer is set.

    Refuses FolderUnwritable, PrinterSilent.
    """

    desk: Desk

    @property
    def place(self) -> Paper:
        return Paper(self.desk.settings.papers, self.desk.settings.printer)

    def receipt(self, sale: Sale, language: PaperLanguage, copy_no: int = 0) -> Printed:
        desk = self.desk
        return _printed(print_receipt(sale, desk.shop, desk.till, self.place, language=language, copy_no=copy_no))

    def till_report(self, report: TillReport, language: Language) -> Printed:
        desk = self.desk
        return _printed(print_till_report(report, desk.shop, desk.till, self.place, language=language))

    def summary(self, summary: DaySummary) -> Printed:
        return _printed(print_summary(summary, self.desk.shop, self.place))

    def open_drawer(self) -> None:
        """Where there is one, and never in training. Refuses DrawerSilent."""
        if not self.desk.shop.is_training:
            open_drawer(self.desk.settings.drawer)


def _printed(file: Path) -> Printed:
    return Printed(file, render_page(file))


def promptpay_code(target: str, amount: int) -> tuple[tuple[bool, ...], ...]:
    """The squares of the shop's PromptPay code for an amount in satang. Refuses BadPromptPayId."""
    return qr_modules(promptpay_payload(target, amount))


def opens_drawer(sale: Sale) -> bool:
    """Coins and notes go in or out with it."""
    return any(PAYMENT_METHODS[each.method].opens_drawer and each.tendered for each in sale.payments)
