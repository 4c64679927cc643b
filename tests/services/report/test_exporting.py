"""Reports leave the program as files in the papers folder of the day."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from otop_pos.domain.errors import FolderUnwritable
from otop_pos.domain.period import month_of
from otop_pos.services.printing import Paper
from otop_pos.services.report.exporting import print_listing, save_listing_xlsx
from otop_pos.services.report.running import read_listing
from tests.factories import NOW, SHOP, TODAY, SmallShop


def test_a_report_is_kept_as_paper_and_as_spreadsheet(sqlite_shop: SmallShop, tmp_path: Path) -> None:
    sqlite_shop.sell(("P000001", 1_000))
    listing = sqlite_shop.database.run(read_listing, "top_sales", month_of(TODAY), TODAY)
    pdf = print_listing(listing, SHOP, Paper(tmp_path), NOW)
    xlsx = save_listing_xlsx(listing, SHOP, tmp_path, NOW, "en")
    assert pdf == tmp_path / "2026-11-22/reports/top-sales-2026-11-01-2026-11-30-th.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert load_workbook(xlsx).active.cell(5, 3).value == 1_070


def test_a_folder_that_cannot_be_written_is_a_refusal(sqlite_shop: SmallShop, tmp_path: Path) -> None:
    listing = sqlite_shop.database.run(read_listing, "turnover", month_of(TODAY), TODAY)
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(FolderUnwritable):
        save_listing_xlsx(listing, SHOP, blocked, NOW)
