"""The papers of a posted delivery: the note both sign, its copies, and its labels."""

from otop_pos.domain.receiving import Grn
from otop_pos.domain.shop import Shop
from otop_pos.services.printing import Paper, print_labels
from otop_pos.services.receiving import PicturedGrn
from otop_pos.ui.receiving.words import labels_printed


def print_note(note: PicturedGrn, paper: Paper, copy_no: int = 0) -> None:
    """The original, or a copy with its count. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.grn_pdf import grn_pdf

    grn, shop = note.issued.value, note.issued.shop
    said, mark = (f"สำเนา {copy_no}", f"-copy{copy_no}") if copy_no else ("ต้นฉบับ", "")
    paper.put_out(grn.business_date, f"deliveries/{grn.doc_no}{mark}.pdf", grn_pdf(grn, shop, said, note.photos))


def print_delivery(note: PicturedGrn, paper: Paper) -> int:
    """Note and labels of what was just posted; the number of labels. Refuses FolderUnwritable, PrinterSilent."""
    print_note(note, paper)
    return print_all_labels(note.issued.value, note.issued.shop, paper)


def print_all_labels(grn: Grn, shop: Shop, paper: Paper) -> int:
    """Refuses FolderUnwritable, PrinterSilent."""
    count = labels_printed(grn)
    if count:
        print_labels(grn, shop, paper)
    return count
