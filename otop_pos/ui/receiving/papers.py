"""The papers of a posted delivery: the note both sign, and its labels."""

from otop_pos.domain.receiving import Grn
from otop_pos.domain.shop import Shop
from otop_pos.services.printing import Paper, print_grn, print_labels
from otop_pos.ui.receiving.words import labels_printed


def print_delivery(grn: Grn, shop: Shop, paper: Paper) -> int:
    """Note and labels; the number of labels. Refuses FolderUnwritable, PrinterSilent."""
    print_grn(grn, shop, paper)
    count = labels_printed(grn)
    if count:
        print_labels(grn, shop, paper)
    return count
