"""Slips of what came back: a return, a void, the two papers of an exchange."""

import pytest

from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.receipt_pdf import receipt_pdf
from tests.documents.papers import exchange_papers, refund, shop, till, vat_shop, void
from tests.documents.reading import squeezed

LANGUAGES: tuple[PaperLanguage, ...] = ("th", "en", "th-en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_void_names_the_receipt_it_undoes_and_why(language: PaperLanguage) -> None:
    words = squeezed(receipt_pdf(void(), shop(), till(), language))
    for said in ("ยกเลิกใบเสร็จ/VOID", "CM01-1-690004512", "CM01-1-R690000013", "กดสินค้าผิด", "014-ABC123"):
        assert said in words
    assert ("ยกเลิกใบเสร็จเลขที่" if language != "en" else "Voidsreceiptno.") in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slip_of_what_came_back_calls_itself_a_tax_invoice(language: PaperLanguage) -> None:
    for slip in (void(vat_bp=700), refund(vat_bp=700), exchange_papers(vat_bp=700)[0]):
        words = squeezed(receipt_pdf(slip, vat_shop(), till(), language))
        assert "ใบกำกับภาษี" not in words
        assert "TAXINVOICE" not in words


@pytest.mark.parametrize(("language", "tender"), [("th", "แลกสินค้า"), ("en", "Exchange")])
def test_the_two_papers_of_an_exchange_name_each_other(language: PaperLanguage, tender: str) -> None:
    for slip, other in (exchange_papers(), reversed(exchange_papers())):
        words = squeezed(receipt_pdf(slip, shop(), till(), language))
        assert f"{tender}800.99" in words
        assert other.doc_no in words


def test_coins_that_nobody_handed_over_are_not_on_the_paper() -> None:
    words = squeezed(receipt_pdf(exchange_papers()[0], shop(), till()))
    assert "เงินสด" not in words
    assert "ปัดเศษ−0.01" in words
