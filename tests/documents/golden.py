"""Whole papers as text, kept in tests/golden: `python -m tests.documents.golden` writes them anew."""

from collections.abc import Callable
from pathlib import Path

from otop_pos.documents.daily_summary_pdf import daily_summary_pdf
from otop_pos.documents.grn_pdf import grn_pdf
from otop_pos.documents.key_card_pdf import key_card_pdf
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.receipt_pdf import receipt_pdf
from tests.documents.key_rows import key_rows_en, key_rows_th
from tests.documents.papers import day, grn, mixed_labels, refund, sale, shop, till, vat_shop
from tests.documents.reading import text

FOLDER = Path(__file__).parents[1] / "golden"
PAPERS: dict[str, Callable[[], bytes]] = {
    "receipt_th": lambda: receipt_pdf(sale(), shop(), till()),
    "receipt_vat_th": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th", 1),
    "receipt_vat_en": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "en"),
    "receipt_vat_both_58mm": lambda: receipt_pdf(sale(vat_bp=700), vat_shop(), till(), "th-en", width_mm=58),
    "refund_vat_th": lambda: receipt_pdf(refund(vat_bp=700), vat_shop(), till()),
    "grn": lambda: grn_pdf(grn(), shop()),
    "labels_70x37": lambda: lot_labels_pdf(mixed_labels(4), shop(), "a4-3x8"),
    "key_card_th": lambda: key_card_pdf(key_rows_th(), "ศูนย์ OTOP Select เชียงใหม่"),
    "key_card_en": lambda: key_card_pdf(key_rows_en(), "OTOP Select Chiang Mai", "en"),
    "daily_summary": lambda: daily_summary_pdf(day(), shop()),
}


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


if __name__ == "__main__":
    for name, paper in PAPERS.items():
        path_of(name).write_text(text(paper()), encoding="utf-8")
