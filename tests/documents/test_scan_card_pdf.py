"""The card of barcodes that press keys: each can be read, and only it."""

import pytest

from otop_pos.documents.scan_card_pdf import scan_card_pdf
from otop_pos.domain.key_scan import SCANS, scan_rows
from otop_pos.i18n import use_language
from tests.documents.reading import barcodes, letters_outside, pages, squeezed


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_barcode_is_read_back(language):
    use_language(language)
    pdf = scan_card_pdf(scan_rows(), "ศูนย์ OTOP Select เชียงใหม่", language)
    assert pages(pdf) == 1
    assert sorted(barcodes(pdf)) == sorted(("Code128", code) for code in SCANS)
    assert list(letters_outside(pdf)) == []
    said = squeezed(pdf)
    assert all("".join(row.title.split()) in said for row in scan_rows())


def test_the_same_card_is_the_same_file():
    assert scan_card_pdf(scan_rows(), "ร้าน") == scan_card_pdf(scan_rows(), "ร้าน")
