"""Reports on paper and in spreadsheets."""

from datetime import datetime
from pathlib import Path

from otop_pos.devices.paper_folder import keep_paper
from otop_pos.domain.listing import Listing
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import Language
from otop_pos.services.printing import Paper

FOLDER = "reports"


def print_listing(listing: Listing, shop: Shop, paper: Paper, at: datetime, language: Language = "th") -> Path:
    """A PDF in the papers folder of the day, and out of the printer. Refuses FolderUnwritable, PrinterSilent."""
    from otop_pos.documents.listing_pdf import listing_pdf

    name = f"{FOLDER}/{file_name(listing, language)}.pdf"
    return paper.put_out(local_date(at), name, listing_pdf(listing, shop, at, language))


def save_listing_xlsx(listing: Listing, shop: Shop, folder: Path, at: datetime, language: Language = "th") -> Path:
    """An XLSX beside it. Refuses FolderUnwritable."""
    from otop_pos.sync.listing_xlsx import listing_xlsx

    name = f"{FOLDER}/{file_name(listing, language)}.xlsx"
    return keep_paper(folder / local_date(at).isoformat(), name, listing_xlsx(listing, shop, at, language))


def file_name(listing: Listing, language: Language) -> str:
    """'top-sales-2026-11-01-2026-11-30-th': the same question asked again replaces its answer."""
    days = (listing.period.since, listing.period.until) if listing.period else (listing.on,)
    return "-".join((listing.key.replace("_", "-"), *(day.isoformat() for day in days), language))
