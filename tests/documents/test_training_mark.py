"""Papers of the training say so, on every page and however they are cut."""

from dataclasses import replace

import pytest

from otop_pos.documents.count_sheet_pdf import count_sheet_pdf
from otop_pos.documents.daily_summary_pdf import daily_summary_pdf
from otop_pos.documents.grn_pdf import grn_pdf
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.documents.statement_pdf import statement_pdf
from otop_pos.documents.stock_note_pdf import stock_note_pdf
from otop_pos.documents.till_report_pdf import till_report_pdf
from otop_pos.documents.voucher_pdf import voucher_pdf
from otop_pos.documents.withholding_pdf import withholding_pdf
from tests.documents.papers import day, grn, lot_label, sale, shop, till, training_shop
from tests.documents.reading import page_texts, picture, text
from tests.documents.statements import certificate, count, full_statement, stock_note, voucher
from tests.documents.till_reports import z_report

PAPERS = {
    "receipt": lambda shop: receipt_pdf(sale(), shop, till()),
    "narrow receipt": lambda shop: receipt_pdf(sale(), shop, till(), "en", width_mm=58),
    "delivery": lambda shop: grn_pdf(grn(), shop),
    "statement": lambda shop: statement_pdf(full_statement(), shop),
    "voucher": lambda shop: voucher_pdf(voucher(), shop),
    "certificate": lambda shop: withholding_pdf(certificate(), shop),
    "note": lambda shop: stock_note_pdf(stock_note(), shop),
    "count": lambda shop: count_sheet_pdf(count(40), shop),
    "labels": lambda shop: lot_labels_pdf([lot_label()] * 3, shop),
    "label sheet": lambda shop: lot_labels_pdf([lot_label()] * 30, shop, "a4-3x8"),
    "summary": lambda shop: daily_summary_pdf(day(), shop),
    "z": lambda shop: till_report_pdf(z_report(), shop, till()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_of_training_says_so(name):
    pages = page_texts(PAPERS[name](training_shop()))
    assert pages
    assert all("TRAINING" in page for page in pages)


@pytest.mark.parametrize("name", PAPERS)
def test_no_real_paper_says_so(name):
    assert "TRAINING" not in text(PAPERS[name](shop()))


def test_a_training_receipt_says_above_and_below_that_it_is_none():
    found = text(receipt_pdf(sale(), training_shop(), till()))
    assert found.count("not a receipt") == 2
    assert found.index("not a receipt") < found.index(till().code) < found.rindex("not a receipt")


def test_the_mark_is_seen_across_the_paper():
    real = picture(receipt_pdf(sale(), replace(training_shop(), is_training=False), till()))
    marked = picture(receipt_pdf(sale(), training_shop(), till()))
    middle = marked.convert("L").crop((0, marked.height // 3, marked.width, marked.height * 2 // 3))
    grey = sum(count for count, shade in middle.getcolors(256) if 170 < shade < 215)
    same = real.convert("L").crop((0, real.height // 3, real.width, real.height * 2 // 3))
    assert grey > 3 * sum(count for count, shade in same.getcolors(256) if 170 < shade < 215)
