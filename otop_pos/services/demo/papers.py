"""Every paper of a demo day as a PDF, in a folder a person can leaf through."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from otop_pos.documents.daily_summary_pdf import daily_summary_pdf
from otop_pos.documents.grn_pdf import grn_pdf
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.domain.receiving import Grn
from otop_pos.domain.report import DaySummary
from otop_pos.domain.sale import Sale
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.label import labels_of

_ROLL, _SHEET = "roll-40x30", "a4-3x8"
_LANGUAGES: tuple[PaperLanguage, ...] = ("th", "th", "th", "th", "th-en", "th", "th", "en")
"""Of one receipt after the other: two in eight go to a visitor from abroad."""
_COPIES = {"original": "ต้นฉบับ", "copy": "สำเนา"}


def write_papers(
    folder: Path, shop: DemoShop, documents: Sequence[Sale], grns: Sequence[Grn], summary: DaySummary
) -> int:
    """How many PDFs were written below `folder`, one folder per kind."""
    count = 0
    for name, content in _papers(shop, documents, grns, summary):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    return count


def _papers(
    shop: DemoShop, documents: Sequence[Sale], grns: Sequence[Grn], summary: DaySummary
) -> Iterator[tuple[str, bytes]]:
    yield "daily-summary.pdf", daily_summary_pdf(summary, shop.shop)
    tills = {till.code: till for till in shop.tills}
    for number, document in enumerate(documents):
        language = _LANGUAGES[number % len(_LANGUAGES)]
        kind = "refunds" if document.refers_to else "receipts"
        pdf = receipt_pdf(document, shop.shop, tills[document.till_code], language)
        yield f"{kind}/{document.doc_no}.pdf", pdf
    for grn in grns:
        for name, copy in _COPIES.items():
            yield f"grns/{grn.doc_no}-{name}.pdf", grn_pdf(grn, shop.shop, copy)
        labels = labels_of(grn)
        for template in (_ROLL, _SHEET):
            yield f"labels/{grn.doc_no}-{template}.pdf", lot_labels_pdf(labels, shop.shop, template)
