"""The slip that proves a printer, read back from its picture."""

import pytest

from otop_pos.documents.trial_slip_pdf import CODE, trial_slip_pdf
from otop_pos.domain.shop import Till
from tests.documents.reading import barcodes, letters_outside, pages, text
from tests.factories import NOW, SHOP


@pytest.mark.parametrize("width", [80, 58])
def test_both_codes_can_be_read_and_nothing_leaves_the_paper(width):
    slip = trial_slip_pdf(SHOP, Till("CM01"), "EPSON_TM-T82", NOW, width)
    assert pages(slip) == 1
    assert {found for _kind, found in barcodes(slip)} == {CODE}
    assert len(barcodes(slip)) == 2
    assert not list(letters_outside(slip))


def test_every_mark_of_thai_is_on_it():
    found = text(trial_slip_pdf(SHOP, Till("CM01"), "", NOW))
    assert set("่้๊๋็์ํัิีึืุู") <= set(found)
