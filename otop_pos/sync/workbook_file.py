"""Cells of a workbook as the texts that a person sees in them."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from otop_pos.domain.errors import UnreadableFile
from otop_pos.i18n import _
from otop_pos.sync.table_file import LARGEST_FILE, MOST_ROWS

LARGEST_UNPACKED = 200_000_000
"""Bytes: a small file can be made to fill a machine's memory."""
_MOST_COLUMNS = 200
_ZIP = b"PK\x03\x04"


def is_workbook(path: Path) -> bool:
    """By what is in it, not by its name. A file that cannot be read is none: reading it says why."""
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def read_workbook(path: Path) -> list[list[str]]:
    """The rows of the first sheet that has any. Refuses UnreadableFile (no workbook, locked, too large)."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    _check_size(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = (_records(sheet) for sheet in book.worksheets)
            records = next((records for records in sheets if records), [])
        finally:
            book.close()
    except (OSError, KeyError, ValueError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        # What openpyxl meets in a broken or foreign archive; its XML errors are SyntaxErrors.
        raise UnreadableFile(path.name, _("it is no Excel workbook; save it as XLSX or “CSV UTF-8” first")) from error
    if len(records) > MOST_ROWS + 1:
        raise UnreadableFile(path.name, _("it has more than {count} rows; split it").format(count=MOST_ROWS))
    return records


def _check_size(path: Path) -> None:
    try:
        is_large = path.stat().st_size > LARGEST_FILE
        with zipfile.ZipFile(path) as archive:
            is_large = is_large or sum(each.file_size for each in archive.infolist()) > LARGEST_UNPACKED
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableFile(path.name, _("it is no Excel workbook; save it as XLSX or “CSV UTF-8” first")) from error
    if is_large:
        size = LARGEST_FILE // 1_000_000
        raise UnreadableFile(path.name, _("it is larger than {size} MB; split it").format(size=size))


def _records(sheet: Any) -> list[list[str]]:
    """Without the empty rows that a spreadsheet drags along at its end."""
    # A sheet may claim a million rows: what it says of its size is not believed.
    sheet.reset_dimensions()
    records: list[list[str]] = []
    last = 0
    for cells in sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS, max_row=4 * MOST_ROWS):
        records.append(_trimmed([cell_text(cell) for cell in cells]))
        if records[-1]:
            last = len(records)
    return records[:last]


def cell_text(value: Any) -> str:
    """120 → '120', 120.5 → '120.5', a day as 2026-09-22; an EAN that became a number keeps its digits."""
    if value is None or value is False:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) or not hasattr(value, "is_integer"):
        return str(value)
    return str(int(value)) if value.is_integer() else repr(value)


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells
