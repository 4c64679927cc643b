"""Papers of what is already saved: drawn, kept as a file, handed to the printer. Never undoes anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from otop_pos.devices.paper_folder import keep_paper
from otop_pos.devices.system_printer import print_file
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.domain.count import Count
from otop_pos.domain.key_row import KeyRow
from otop_pos.domain.key_scan import ScanRow
from otop_pos.domain.receiving import Grn
from otop_pos.domain.report import DaySummary
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.statement import Statement
from otop_pos.domain.stock_note import StockNote
from otop_pos.domain.thai_date import local_date, to_local
from otop_pos.domain.till_report import TillReport
from otop_pos.domain.voucher import Voucher, VoucherState
from otop_pos.domain.withholding import WithholdingCertificate
from otop_pos.i18n import Language
from otop_pos.services.label import labels_of
from otop_pos.services.paper import Issued

LABEL_TEMPLATE = "roll-40x30"
NO_PHOTOS: Mapping[UUID, bytes] = MappingProxyType({})


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


def print_grn(
    grn: Grn,
    shop: Shop,
    paper: Paper,
    *,
    photos: Mapping[UUID, bytes] = NO_PHOTOS,
    language: PaperLanguage = "th",
    copy_no: int = 0,
) -> Path:
    """The goods received note; `copy_no` > 0 says สำเนา. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.grn_pdf import grn_pdf

    said, mark = _copy(copy_no)
    pdf = grn_pdf(grn, shop, said, photos, language)
    return paper.put_out(grn.business_date, f"deliveries/{grn.doc_no}{mark}.pdf", pdf)


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


def print_statement(
    issued: Issued[Statement],
    paper: Paper,
    *,
    photos: Mapping[UUID, bytes] = NO_PHOTOS,
    language: PaperLanguage = "th",
    is_reversed: bool = False,
) -> Path:
    """A producer's statement as it was issued, or a draft. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.statement_pdf import statement_pdf

    statement = issued.value
    pdf = statement_pdf(statement, issued.shop, photos, language, is_reversed=is_reversed)
    name = statement.doc_no or f"{statement.producer.code}-draft"
    return paper.put_out(local_date(statement.issued_at), f"statements/{name}.pdf", pdf)


def print_voucher(
    issued: Issued[Voucher],
    paper: Paper,
    *,
    language: PaperLanguage = "th",
    copy_no: int = 0,
    state: VoucherState | None = None,
) -> Path:
    """`state`: what became of it since the paper was kept, e.g. reversed. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.voucher_pdf import voucher_pdf

    voucher = replace(issued.value, state=state or issued.value.state)
    said, mark = _copy(copy_no)
    pdf = voucher_pdf(voucher, issued.shop, language, said)
    day = voucher.paid_on or local_date(voucher.prepared_at)
    return paper.put_out(day, f"vouchers/{voucher.doc_no}{mark}.pdf", pdf)


def print_certificate(issued: Issued[WithholdingCertificate], paper: Paper, *, is_reversed: bool = False) -> Path:
    """Both copies of the certificate of tax withheld. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.withholding_pdf import withholding_pdf

    certificate = issued.value
    pdf = withholding_pdf(certificate, issued.shop, is_reversed=is_reversed)
    return paper.put_out(certificate.paid_on, f"vouchers/{certificate.doc_no}.pdf", pdf)


def print_note(
    note: StockNote,
    shop: Shop,
    paper: Paper,
    *,
    photos: Mapping[UUID, bytes] = NO_PHOTOS,
    language: PaperLanguage = "th",
    copy_no: int = 0,
) -> Path:
    """Any stock note: return, loss, donation, transfer, count, correction. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.stock_note_pdf import stock_note_pdf

    said, mark = _copy(copy_no)
    pdf = stock_note_pdf(note, shop, photos, language, said)
    return paper.put_out(note.business_date, f"stock-notes/{note.doc_no}{mark}.pdf", pdf)


def print_count_sheet(count: Count, shop: Shop, paper: Paper, *, language: PaperLanguage = "th") -> Path:
    """The blind sheet to count with. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.count_sheet_pdf import count_sheet_pdf

    pdf = count_sheet_pdf(count, shop, language)
    return paper.put_out(local_date(count.started_at), f"counts/{count.doc_no}.pdf", pdf)


def _copy(copy_no: int) -> tuple[str, str]:
    """What stands on the paper, and in its file's name."""
    return (f"สำเนา ครั้งที่ {copy_no}", f"-copy{copy_no}") if copy_no else ("ต้นฉบับ", "")
