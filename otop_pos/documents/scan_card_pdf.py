"""The scan card, การ์ดบาร์โค้ดคำสั่ง: one A4 sheet of barcodes that press the till's keys."""

from collections.abc import Sequence

from otop_pos.documents.block import fitted
from otop_pos.documents.label_bars import label_bars
from otop_pos.documents.palette import DEEP_INDIGO, INK, INK_2, LINE, MARIGOLD, WHITE
from otop_pos.documents.paper_language import speaker
from otop_pos.documents.sheet import A4, MM, Imprint, Sheet, Style
from otop_pos.domain.key_scan import ScanRow
from otop_pos.i18n import Language

_WIDTH, _HEIGHT = A4
_BAND, _EDGE, _GAP = 58.0, 28.0, 10.0
_COLUMNS = 3
_CELL = (_WIDTH - 2 * _EDGE - (_COLUMNS - 1) * _GAP) / _COLUMNS
_MOST_CELL = 92.0
_BARS = 11 * MM
_NAME = Style(12, "semibold", INK)
_CODE = Style(8, colour=INK_2)


def scan_card_pdf(rows: Sequence[ScanRow], shop_name: str, language: Language = "th") -> bytes:
    """One page; each barcode in a frame of its own, far enough apart that a scanner reads just one."""
    say = speaker(language)
    title = say("การ์ดบาร์โค้ดคำสั่ง", "Scan card")
    sheet = Sheet(Imprint(title, shop_name, language))
    sheet.new_page(_WIDTH, _HEIGHT)
    sheet.box(0, 0, _WIDTH, _BAND, DEEP_INDIGO)
    sheet.box(0, _BAND, _WIDTH, 3, MARIGOLD)
    sheet.text(_EDGE, 26, title, Style(17, "bold", WHITE))
    hint = say("สแกนแทนการกดปุ่ม", "Scan instead of pressing a key")
    below = f"{hint} · {shop_name}"
    sheet.text(_EDGE, 44, below, fitted(below, Style(10, colour=WHITE), _WIDTH - 2 * _EDGE))
    lines = -(-len(rows) // _COLUMNS)
    height = min((_HEIGHT - _BAND - 2 * _EDGE - (lines - 1) * _GAP) / max(lines, 1), _MOST_CELL)
    for number, row in enumerate(rows):
        line, column = divmod(number, _COLUMNS)
        _paint_cell(sheet, row, (_EDGE + column * (_CELL + _GAP), _BAND + _EDGE + line * (height + _GAP)), height)
    return sheet.finish()


def _paint_cell(sheet: Sheet, row: ScanRow, corner: tuple[float, float], height: float) -> None:
    x, y = corner
    sheet.frame(x, y, _CELL, height, LINE, radius=6)
    sheet.text(x + _CELL / 2, y + 20, row.title, fitted(row.title, _NAME, _CELL - 16), "centre")
    top = y + 30
    sheet.operators(label_bars(row.code, (x + 8, sheet.height - top - _BARS), _CELL - 16, _BARS))
    sheet.text(x + _CELL / 2, top + _BARS + 12, row.code, _CODE, "centre")
