"""Whole papers as text, kept in tests/golden: `python -m tests.documents.golden` writes them anew."""

from collections.abc import Callable
from pathlib import Path

from otop_pos.documents.count_sheet_pdf import count_sheet_pdf
from otop_pos.documents.daily_summary_pdf import daily_summary_pdf
from otop_pos.documents.grn_pdf import grn_pdf
from otop_pos.documents.key_card_pdf import key_card_pdf
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.documents.statement_pdf import statement_pdf
from otop_pos.documents.stock_note_pdf import stock_note_pdf
from otop_pos.documents.till_report_pdf import till_report_pdf
from otop_pos.documents.voucher_pdf import voucher_pdf
from otop_pos.documents.withholding_pdf import withholding_pdf
from otop_pos.domain.stock_note import NoteKind
from tests.documents.key_rows import key_rows_en, key_rows_th
from tests.documents.papers import (
    COMPANY,
    TOURIST,
    day,
    exchange_papers,
    grn,
    mixed_labels,
    refund,
    sale,
    shop,
    till,
    training_shop,
    vat_shop,
    void,
)
from tests.documents.reading import text
from tests.documents.statements import (
    certificate,
    count,
    full_statement,
    returned_statement,
    shared_voucher,
    stock_note,
    voucher,
)
from tests.documents.till_reports import x_report, z_report

FOLDER = Path(__file__).parents[1] / "golden"
PAPERS: dict[str, Callable[[], bytes]] = {
    "receipt_th": lambda: receipt_pdf(sale(), shop(), till()),
    "receipt_vat_th": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th", 1),
    "receipt_vat_en": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "en"),
    "receipt_vat_both_58mm": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th-en", width_mm=58),
    "receipt_company_th": lambda: receipt_pdf(sale(vat_bp=700, customer=COMPANY), vat_shop(), till()),
    "receipt_tourist_both": lambda: receipt_pdf(sale(vat_bp=700, customer=TOURIST), vat_shop(), till(), "th-en"),
    "refund_vat_th": lambda: receipt_pdf(refund(vat_bp=700), vat_shop(), till()),
    "void_vat_th": lambda: receipt_pdf(void(vat_bp=700), vat_shop(), till()),
    "void_en": lambda: receipt_pdf(void(), shop(), till(), "en", 1),
    "exchange_return_vat_th": lambda: receipt_pdf(exchange_papers(vat_bp=700)[0], vat_shop(), till()),
    "exchange_sale_vat_th": lambda: receipt_pdf(exchange_papers(vat_bp=700)[1], vat_shop(), till()),
    "exchange_return_en": lambda: receipt_pdf(exchange_papers()[0], shop(), till(), "en"),
    "receipt_training": lambda: receipt_pdf(sale(vat_bp=700), training_shop(), till()),
    "grn": lambda: grn_pdf(grn(), shop()),
    "grn_both": lambda: grn_pdf(grn(), shop(), "สำเนา 1", language="th-en"),
    "statement": lambda: statement_pdf(full_statement(), vat_shop()),
    "statement_both": lambda: statement_pdf(full_statement(), vat_shop(), language="th-en"),
    "statement_returned": lambda: statement_pdf(returned_statement(), vat_shop()),
    "statement_negative": lambda: statement_pdf(returned_statement(has_new_sales=False), vat_shop()),
    "voucher": lambda: voucher_pdf(voucher(), vat_shop()),
    "voucher_members_both": lambda: voucher_pdf(shared_voucher(), vat_shop(), "th-en"),
    "withholding": lambda: withholding_pdf(certificate(), vat_shop()),
    "note_return": lambda: stock_note_pdf(stock_note(NoteKind.RETURN), shop()),
    "note_loss_both": lambda: stock_note_pdf(stock_note(), shop(), language="th-en"),
    "note_count": lambda: stock_note_pdf(stock_note(NoteKind.COUNT), shop()),
    "count_sheet": lambda: count_sheet_pdf(count(), shop()),
    "labels_70x37": lambda: lot_labels_pdf(mixed_labels(4), shop(), "a4-3x8"),
    "key_card_th": lambda: key_card_pdf(key_rows_th(), "ศูนย์ OTOP Select เชียงใหม่"),
    "key_card_en": lambda: key_card_pdf(key_rows_en(), "OTOP Select Chiang Mai", "en"),
    "z_th": lambda: till_report_pdf(z_report(), vat_shop(), till()),
    "z_copy_en": lambda: till_report_pdf(z_report(copy_no=2), vat_shop(), till(), "en"),
    "z_x_blind_th": lambda: till_report_pdf(x_report(is_blind=True), vat_shop(), till()),
    "daily_summary": lambda: daily_summary_pdf(day(), shop()),
}


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


if __name__ == "__main__":
    for name, paper in PAPERS.items():
        path_of(name).write_text(text(paper()), encoding="utf-8")
