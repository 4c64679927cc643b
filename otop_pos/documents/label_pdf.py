"""Lot labels: price, goods and maker for the customer, the lot's barcode for the till; never the split."""

from collections.abc import Sequence

from otop_pos.documents.label_drawing import LabelDrawing
from otop_pos.documents.label_template import TEMPLATES
from otop_pos.documents.sheet import MM, Imprint, Sheet
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.label import LotLabel
from otop_pos.domain.shop import Shop


def lot_labels_pdf(labels: Sequence[LotLabel], shop: Shop, template: str = "roll-40x30", start: int = 1) -> bytes:
    """One label for each value, in their order; the same value may come many times.

    `template` is a key of TEMPLATES, `start` the first free label of the first sheet, from 1.
    """
    paper = TEMPLATES[template]
    if not 1 <= start <= paper.per_page:
        raise ValueError(f"a sheet of {template} has labels 1 to {paper.per_page}, not {start}")
    sheet = Sheet(Imprint(f"ป้ายสินค้า {len(labels)} ดวง", shop.name_th, "th", mark=training_mark(shop)))
    drawing = LabelDrawing(sheet, paper)
    drawn: dict[LotLabel, str] = {}
    page_no = -1
    for label, (page, left, top) in zip(labels, paper.places(start, len(labels)), strict=True):
        if page != page_no:
            sheet.new_page(paper.page[0] * MM, paper.page[1] * MM)
            page_no = page
        operators = drawn.get(label)
        if operators is None:
            operators = drawn[label] = "\n".join(drawing.operators(label))
        up = sheet.height - (top + paper.label[1]) * MM
        sheet.operators(f"q 1 0 0 1 {left * MM:.3f} {up:.3f} cm\n{operators}\nQ")
    return sheet.finish()
