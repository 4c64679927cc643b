"""The slip that proves a printer: is every Thai mark in its place, can every code be read."""

from datetime import datetime
from pathlib import Path

from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.thai_date import local_date
from otop_pos.services.printing import Paper


def print_trial_slip(shop: Shop, till: Till, paper: Paper, at: datetime) -> Path:
    """`at` UTC. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.trial_slip_pdf import trial_slip_pdf

    return paper.put_out(local_date(at), "test-slip.pdf", trial_slip_pdf(shop, till, paper.printer, at))
