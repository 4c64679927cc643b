"""Papers of what is already saved: drawn, kept as a file, handed to the printer. Never undoes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otop_pos.devices.paper_folder import keep_paper
from otop_pos.devices.system_printer import print_file
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.domain.key_row import KeyRow
from otop_pos.domain.key_scan import ScanRow
from otop_pos.domain.receiving import Grn
from otop_pos.domain.report import DaySummary
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.thai_date import to_local
from otop_pos.domain.till_report import TillReport
from otop_pos.i18n import Language
from otop_pos.services.label import labels_of

LABEL_TEMPLATE = "roll-40x30"


@dataclass(frozen=True, slots=True)
class Paper:
    """Where papers go: a folder, and a printer of the system ("" for files only)."""

    folder: Path
    printer: str = ""

    def put_out(self, day: date, name: str, pdf: bytes) -> Path:
        path = keep_paper(self.folder / day.isoformat(), name, pdf)
        print_file(path, self.printer)
        return path


def print_receipt(
    sale: Sale, shop: Shop, till: Till, paper: Paper, *, language: PaperLanguage = "th", copy_no: int = 0
) -> Path:
    """A sale's or refund's slip; `copy_no` > 0 says สำเนา. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.receipt_pdf import receipt_pdf

    mark = f"-copy{copy_no}" if copy_no else ""
    pdf = receipt_pdf(sale, shop, till, language, copy_no)
    return paper.put_out(sale.business_date, f"receipts/{sale.doc_no}{mark}.pdf", pdf)


def print_grn(grn: Grn, shop: Shop, paper: Paper) -> Path:
    """The goods received note. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.grn_pdf import grn_pdf

    return paper.put_out(grn.business_date, f"deliveries/{grn.doc_no}.pdf", grn_pdf(grn, shop))


def print_labels(grn: Grn, shop: Shop, paper: Paper, *, template: str = LABEL_TEMPLATE, start: int = 1) -> Path:
    """The labels of a posted delivery, from its note only. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.label_pdf import lot_labels_pdf

    pdf = lot_labels_pdf(labels_of(grn), shop, template, start)
    return paper.put_out(grn.business_date, f"labels/{grn.doc_no}-{template}.pdf", pdf)


def print_summary(summary: DaySummary, shop: Shop, paper: Paper) -> Path:
    """The daily sales summary. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.daily_summary_pdf import daily_summary_pdf

    return paper.put_out(summary.business_date, "daily-summary.pdf", daily_summary_pdf(summary, shop))


def print_till_report(report: TillReport, shop: Shop, till: Till, paper: Paper, *, language: Language = "th") -> Path:
    """The slip of an X or a Z; each X is kept under its time. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.till_report_pdf import till_report_pdf

    pdf = till_report_pdf(report, shop, till, language)
    session, mark = report.session, f"-copy{report.copy_no}" if report.copy_no else ""
    taken = f"-{to_local(report.taken_at):%H%M%S}" if report.kind == "X" else ""
    return paper.put_out(
        session.business_date, f"tills/{session.till_code}-{report.kind}{session.z_no}{taken}{mark}.pdf", pdf
    )


def print_scan_card(
    rows: Sequence[ScanRow], shop_name: str, paper: Paper, day: date, language: Language = "th"
) -> Path:
    """The card of barcodes that press keys. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.scan_card_pdf import scan_card_pdf

    return paper.put_out(day, f"scan-card-{language}.pdf", scan_card_pdf(rows, shop_name, language))


def print_key_card(rows: Sequence[KeyRow], shop_name: str, paper: Paper, day: date, language: Language = "th") -> Path:
    """The card of the till's keys, `rows` in its language. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.key_card_pdf import key_card_pdf

    return paper.put_out(day, f"key-card-{language}.pdf", key_card_pdf(rows, shop_name, language))
