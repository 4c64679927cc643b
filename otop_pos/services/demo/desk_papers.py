"""Papers of the desk on a demo day: statements, vouchers, certificates, notes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from otop_pos.documents.statement_pdf import statement_pdf
from otop_pos.documents.stock_note_pdf import stock_note_pdf
from otop_pos.documents.voucher_pdf import voucher_pdf
from otop_pos.documents.withholding_pdf import withholding_pdf
from otop_pos.domain.statement import Statement
from otop_pos.domain.stock_note import StockNote
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.voucher import VoucherState
from otop_pos.services.demo.settling import Office
from otop_pos.services.settlement.vouching import list_vouchers, read_certificate


def write_desk_papers(folder: Path, office: Office, statements: Sequence[Statement], notes: Sequence[StockNote]) -> int:
    """How many PDFs were written below `folder`: what was issued in the morning, and what was paid that day."""
    count = 0
    for name, content in _papers(office, statements, notes):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    return count


def _papers(office: Office, statements: Sequence[Statement], notes: Sequence[StockNote]) -> Iterator[tuple[str, bytes]]:
    shop = office.shop.shop
    for statement in statements:
        yield f"statements/{statement.doc_no}.pdf", statement_pdf(statement, shop)
    for note in notes:
        yield f"notes/{note.doc_no}.pdf", stock_note_pdf(note, shop)
    for voucher in office.database.run(list_vouchers, states=(VoucherState.PAID,)):
        if voucher.paid_at is None or local_date(voucher.paid_at) != local_date(office.at):
            continue
        yield f"vouchers/{voucher.doc_no}.pdf", voucher_pdf(voucher, shop)
        if voucher.certificate_no:
            issued = office.database.run(read_certificate, voucher.certificate_no)
            yield f"certificates/{voucher.certificate_no}.pdf", withholding_pdf(issued.value, issued.shop)
