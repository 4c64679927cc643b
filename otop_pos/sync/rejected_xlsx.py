"""The rows that stayed out, as they were, with the reason beside each: mended, the file can be brought in."""

import io
from collections.abc import Sequence

from otop_pos.domain.import_list import ImportRow
from otop_pos.i18n import _
from otop_pos.sync.list_file import ListFile
from otop_pos.sync.sheet_text import put_text

_WIDTH, _REASON_WIDTH = 18, 70


def rejected_xlsx(file: ListFile, rows: Sequence[ImportRow]) -> bytes:
    """All cells are texts, so that no number loses a digit. The reason stands first, where it is seen."""
    from openpyxl import Workbook  # type: ignore[import-untyped]
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    book = Workbook()
    sheet = book.active
    sheet.title = _("To mend")
    headings = [_("What to mend"), _("Row in the file"), *file.headings]
    for number, heading in enumerate(headings, start=1):
        cell = put_text(sheet.cell(1, number), heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFF6F3EC")
        sheet.column_dimensions[get_column_letter(number)].width = _REASON_WIDTH if number == 1 else _WIDTH
    for line, row in enumerate((row for row in rows if row.problems), start=2):
        reason = put_text(sheet.cell(line, 1), "\n".join(row.problems))
        reason.font, reason.alignment = Font(color="FFB3362B"), Alignment(wrap_text=True, vertical="top")
        sheet.cell(line, 2).value = row.row_no
        for number, cell_text in enumerate(file.record(row.row_no), start=3):
            put_text(sheet.cell(line, number), cell_text)
    sheet.freeze_panes = "C2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
