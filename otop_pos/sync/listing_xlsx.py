"""A report as a spreadsheet: numbers that can be added up, dates that can be sorted, texts that are only texts."""

import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from otop_pos.domain.listing import BASIS_POINTS, Cell, Kind, Listing, Row, Words
from otop_pos.domain.listing_text import cell_text, period_text
from otop_pos.domain.money import BAHT
from otop_pos.domain.quantity import ONE
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import to_local
from otop_pos.sync.sheet_text import put_text

HEAD_ROW = 4
"""Above it the report's name and its time, below it the rows."""
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_MONEY, _COUNT, _PERCENT, _MEASURED = "#,##0.00", "#,##0", "0.0%", "#,##0.00#"
_THAI_DATE = "[$-107041E]d mmm yyyy;@"
"""Excel's Thai words with the Buddhist calendar; the cell itself holds the day of the common era."""
_ENGLISH_DATE = "d mmm yyyy"
_INDIGO, _TINT, _HEAD = "FF1B2F59", "FFE9EDF6", "FFF6F3EC"
_WIDEST, _NARROWEST, _LOOKED_AT = 48, 9, 500


def listing_xlsx(listing: Listing, shop: Shop, at: datetime, language: str = "th") -> bytes:
    """The whole listing, however long. `at` is when the figures were read, aware."""
    from openpyxl import Workbook  # type: ignore[import-untyped]
    from openpyxl.styles import Font  # type: ignore[import-untyped]

    book = Workbook()
    book.properties.creator = "OTOP POS"
    book.properties.created = book.properties.modified = to_local(at).replace(tzinfo=None)
    sheet = book.active
    sheet.title = _FORBIDDEN_IN_NAME.sub(" ", listing.title.said(language))[:_LONGEST_NAME]
    put_text(sheet.cell(1, 1), listing.title.said(language)).font = Font(bold=True, size=14, color=_INDIGO)
    shop_name = Words(shop.name_th, shop.name_en).said(language)
    put_text(sheet.cell(2, 1), f"{shop_name} · {period_text(listing, language)}")
    _head(sheet, listing, language)
    for number, row in enumerate(listing.rows, start=HEAD_ROW + 1):
        _put_row(sheet, number, row, listing, language)
    last = HEAD_ROW + len(listing.rows)
    _foot(sheet, last, listing, language)
    _lay_out(sheet, last, listing, language)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Any, listing: Listing, language: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, heading in enumerate(listing.headings, start=1):
        cell = put_text(sheet.cell(HEAD_ROW, number), heading.title.said(language))
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment("right" if heading.kind.is_number else "left", "center", wrap_text=True)


def _put_row(sheet: Any, number: int, row: Row, listing: Listing, language: str) -> None:
    for column, (value, heading) in enumerate(zip(row, listing.headings, strict=True), start=1):
        if value is not None and value != "":
            _put(sheet.cell(number, column), value, heading.kind, language)


def _put(cell: Any, value: Cell, kind: Kind, language: str) -> None:
    if isinstance(value, Words):
        put_text(cell, value.said(language))
    elif isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, date):
        cell.value, cell.number_format = value, _THAI_DATE if language == "th" else _ENGLISH_DATE
    elif value is not None:
        cell.value, cell.number_format = _number(value, kind)


def _number(value: int, kind: Kind) -> tuple[int | Decimal, str]:
    """Exact decimals: a satang is not a binary fraction."""
    match kind:
        case Kind.MONEY:
            return Decimal(value) / BAHT, _MONEY
        case Kind.QUANTITY:
            return (Decimal(value) / ONE, _MEASURED) if value % ONE else (value // ONE, _COUNT)
        case Kind.PERCENT:
            return Decimal(value) / BASIS_POINTS, _PERCENT
        case _:
            return value, _COUNT


def _foot(sheet: Any, last: int, listing: Listing, language: str) -> None:
    from openpyxl.styles import Font, PatternFill

    if listing.totals:
        last += 1
        _put_row(sheet, last, listing.totals, listing, language)
        for column in range(1, len(listing.headings) + 1):
            cell = sheet.cell(last, column)
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_TINT)
    for number, note in enumerate(listing.notes, start=last + 2):
        put_text(sheet.cell(number, 1), note.said(language)).font = Font(italic=True, size=9)


def _lay_out(sheet: Any, last: int, listing: Listing, language: str) -> None:
    """Head frozen and repeated on paper, filters, widths by what stands in the columns."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2 if listing.headings[0].kind is Kind.TEXT else 1)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(listing.headings))}{max(last, HEAD_ROW)}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    rows = (*listing.rows[:_LOOKED_AT], *([listing.totals] if listing.totals else []))
    for number, heading in enumerate(listing.headings):
        texts = [cell_text(row[number], heading.kind, language) for row in rows]
        longest = max([len(heading.title.said(language)) * 2 // 3, *map(len, texts)])
        sheet.column_dimensions[get_column_letter(number + 1)].width = min(max(longest + 3, _NARROWEST), _WIDEST)
