"""New labels for what is still on the shelf of a lot."""

from dataclasses import replace

from otop_pos.domain.receiving import Grn
from otop_pos.domain.shop import Shop
from otop_pos.domain.stock import Lot
from otop_pos.services.label import labels_of
from otop_pos.services.printing import LABEL_TEMPLATE, Paper


def print_lot_labels(grn: Grn, lot: Lot, shop: Shop, paper: Paper) -> int:
    """As many as are on the shelf, at the price of now; their number. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.label_pdf import lot_labels_pdf

    mine = (line for line in grn.lines if line.lot_code == lot.code)
    lines = tuple(replace(line, accepted=lot.on_hand, price=lot.price) for line in mine)
    labels = labels_of(replace(grn, lines=lines))
    # A file of its own: the labels of the whole delivery stay as they were printed.
    paper.put_out(grn.business_date, f"labels/{lot.code}-{LABEL_TEMPLATE}.pdf", lot_labels_pdf(labels, shop))
    return len(labels)
