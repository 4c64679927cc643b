"""The key card, การ์ดปุ่มลัด: A4 sheets for the till, the goods and the makers, folded to stand there."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, groupby, pairwise

from otop_pos.documents.block import Text, fitted
from otop_pos.documents.palette import (
    DEEP_INDIGO,
    INDIGO,
    INDIGO_SOFT,
    INDIGO_TINT,
    INK,
    INK_2,
    LINE,
    MARIGOLD,
    PAPER,
    WHITE,
)
from otop_pos.documents.paper_language import Say, speaker
from otop_pos.documents.sheet import A4, Imprint, Sheet, Style
from otop_pos.documents.thai_text import text_width
from otop_pos.domain.key_act import Place
from otop_pos.domain.key_row import Desk, KeyRow, desk_of
from otop_pos.i18n import Language

PLACE_NAMES: dict[Place, tuple[str, str]] = {
    "sell": ("ขาย", "Sell"),
    "pay": ("ชำระเงิน", "Pay"),
    "done": ("หลังการขาย", "After the sale"),
    "return": ("รับคืน", "Returns"),
    "day": ("รอบขาย", "Day"),
    "everywhere": ("ใช้ได้ทุกหน้า", "On every screen"),
    "receive": ("รับฝากขาย", "Receive"),
    "receive_list": ("รับฝากขาย: เลือกผู้ผลิต", "Receive, choosing the maker"),
    "receive_ask": ("รูปถ่าย แก้ใบรับฝาก", "Photo, putting right"),
    "stock": ("สต็อก", "Stock"),
    "stock_board": ("สต็อกที่ต้องดูแล", "Stock to look after"),
    "stock_act": ("ย้าย คืน ตัดสินค้า", "Moving goods"),
    "stock_count": ("ตรวจนับ", "Counting"),
    "stock_note": ("ใบสต็อกและป้ายราคา", "Stock notes and labels"),
    "maker": ("ผู้ผลิต", "Makers"),
    "maker_form": ("แบบฟอร์มผู้ผลิต", "Forms of a maker"),
    "settlement": ("จ่ายเงินผู้ผลิต", "Payouts"),
    "report": ("รายงาน", "Reports"),
    "import": ("นำเข้ารายการ", "Bring in a list"),
}
DESKS: dict[Desk, tuple[str, str]] = {
    "till": ("เครื่องขาย", "the till"),
    "goods": ("รับฝากและสต็อก", "goods"),
    "makers": ("ผู้ผลิตและรายงาน", "makers and reports"),
}
_HEIGHT, _WIDTH = A4
_FOLD = _WIDTH / 2
_EDGE, _BAND, _FOOT = 26.0, 56.0, 26.0
_COLUMNS = 4
_GUTTER = 12.0
_COLUMN = (_FOLD - 2 * _EDGE - _GUTTER) / 2
_PADDING, _GAP, _MOST_ROW = 9.0, 10.0, 23.0
_HEAD_ROWS = 1.3
"""A group's heading, in rows."""
_KEY = 14.5
_SHADE = "#CFC8BA"
_CAP = Style(8.5, "semibold", DEEP_INDIGO)
_TITLE = Style(9.5, colour=INK)
_GROUP = Style(11, "bold", INDIGO)

Group = tuple[Place, list[KeyRow]]


def key_card_pdf(rows: Sequence[KeyRow], shop_name: str, language: Language = "th") -> bytes:
    """A4 across, a page for each desk of the shop that has keys in `rows`, however many; they are in the language
    of the card, each screen's together."""
    say = speaker(language)
    title = say("การ์ดปุ่มลัด", "Key card")
    sheet = Sheet(Imprint(title, shop_name, language))
    for desk, names in DESKS.items():
        mine = [row for row in rows if desk_of(row.place) == desk]
        if mine or (desk == "till" and not rows):
            _paint_side(sheet, mine, (f"{title} · {say(*names)}", shop_name), say)
    return sheet.finish()


def _paint_side(sheet: Sheet, rows: Sequence[KeyRow], heads: tuple[str, str], say: Say) -> None:
    sheet.new_page(_WIDTH, _HEIGHT)
    _paint_band(sheet, *heads, say)
    columns = _columns([(place, list(group)) for place, group in groupby(rows, key=lambda row: row.place)])
    height = _row_height(columns)
    for number, groups in enumerate(columns):
        x = _EDGE + number * (_COLUMN + _GUTTER) + (2 * _EDGE - _GUTTER if number >= _COLUMNS // 2 else 0)
        y = _BAND + 16
        for group in groups:
            y += _paint_group(sheet, group, (x, y), height, say) + _GAP
    _paint_fold(sheet, say)


def _columns(groups: Sequence[Group]) -> list[list[Group]]:
    """In their order, so that the fullest column is as short as it can be."""
    ways = (
        [list(groups[start:end]) for start, end in pairwise((0, *cuts, len(groups)))]
        for cuts in combinations_with_replacement(range(len(groups) + 1), _COLUMNS - 1)
    )
    return min(ways, key=lambda columns: sorted((sum(map(_length, each)) for each in columns), reverse=True))


def _length(group: Group) -> float:
    """In rows."""
    return len(group[1]) + _HEAD_ROWS


def _row_height(columns: Sequence[Sequence[Group]]) -> float:
    """As tall as the fullest column allows."""
    room = _HEIGHT - _BAND - 16 - _FOOT
    heights = [
        (room - len(groups) * (2 * _PADDING + _GAP) + _GAP) / sum(map(_length, groups)) for groups in columns if groups
    ]
    return min([_MOST_ROW, *heights])


def _paint_band(sheet: Sheet, title: str, shop_name: str, say: Say) -> None:
    sheet.box(0, 0, _WIDTH, _BAND, DEEP_INDIGO)
    sheet.box(0, _BAND, _WIDTH, 3, MARIGOLD)
    sheet.text(_EDGE, 28, title, Style(19, "bold", WHITE))
    sheet.text(_EDGE, 45, shop_name, fitted(shop_name, Style(10, colour=INDIGO_SOFT), _FOLD - 2 * _EDGE))
    right = _WIDTH - _EDGE
    sheet.text(right, 28, "OTOP POS", Style(14, "bold", WHITE), "right")
    hint = say("ปุ่มสีเข้มคือปุ่มที่เหมือนเดิมเสมอ", "Dark keys are always the same")
    sheet.text(right, 45, hint, Style(9, colour=INDIGO_SOFT), "right")


def _paint_group(sheet: Sheet, group: Group, corner: tuple[float, float], row: float, say: Say) -> float:
    """Its height."""
    (place, rows), (x, y) = group, corner
    height = 2 * _PADDING + _length(group) * row
    sheet.box(x, y, _COLUMN, height, PAPER, radius=6)
    sheet.frame(x, y, _COLUMN, height, LINE, radius=6)
    sheet.text(x + _PADDING, y + _PADDING + 10, say(*PLACE_NAMES[place]), _GROUP)
    sheet.line((x + _PADDING, y + _PADDING + 17), (x + _PADDING + 22, y + _PADDING + 17), MARIGOLD, 1.6)
    top = y + _PADDING + _HEAD_ROWS * row
    caps = max(_caps_width(each) for each in rows) + 8
    for number, each in enumerate(rows):
        _paint_row(sheet, each, (x + _PADDING, top + number * row), row, caps)
    return height


def _paint_row(sheet: Sheet, row: KeyRow, corner: tuple[float, float], height: float, caps: float) -> None:
    x, y = corner
    left, side = x, min(_KEY, height - 3)
    for cap in row.caps:
        _paint_cap(sheet, cap, (left, y + (height - side) / 2), side, is_fixed=not row.act)
        left += _cap_width(cap) + 3
    room = _COLUMN - 2 * _PADDING - caps
    title = Text(row.title, fitted(row.title, _TITLE, room, smallest=7.5), most=1)
    title.draw(sheet, x + caps, y + (height - title.height(room)) / 2, room)


def _paint_cap(sheet: Sheet, cap: str, corner: tuple[float, float], side: float, *, is_fixed: bool) -> None:
    """A key seen from above: its front edge in shade."""
    x, y = corner
    width = _cap_width(cap)
    sheet.box(x, y, width, side, _SHADE if not is_fixed else DEEP_INDIGO, radius=3.2)
    sheet.box(x, y, width, side - 1.8, WHITE if not is_fixed else INDIGO, radius=3.2)
    sheet.frame(x, y, width, side, _SHADE if not is_fixed else DEEP_INDIGO, radius=3.2)
    style = _CAP if not is_fixed else Style(_CAP.size, _CAP.weight, INDIGO_TINT)
    sheet.text(x + width / 2, y + (side - 1.8) / 2 + style.size * 0.35, cap, style, "centre")


def _cap_width(cap: str) -> float:
    return max(text_width(cap, _CAP.weight, _CAP.size) + 9, _KEY + 2)


def _caps_width(row: KeyRow) -> float:
    return sum(_cap_width(cap) + 3 for cap in row.caps) - 3


def _paint_fold(sheet: Sheet, say: Say) -> None:
    top, bottom = _BAND + 10, _HEIGHT - 10
    y = top
    while y < bottom:
        sheet.line((_FOLD, y), (_FOLD, min(y + 4, bottom)), _SHADE, 0.5)
        y += 8
    small = Style(7.5, colour=INK_2)
    sheet.text(_FOLD - 6, _HEIGHT - 10, say("พับตามเส้นนี้", "Fold here"), small, "right")
    changed = say("เปลี่ยนปุ่มได้ที่หน้าตั้งค่า แล้วพิมพ์การ์ดใหม่", "Change keys in the settings, then print this card again")
    sheet.text(_WIDTH - _EDGE, _HEIGHT - 10, changed, small, "right")
