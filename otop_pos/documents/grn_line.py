"""One received product on the goods received note."""

from collections.abc import Iterator

from otop_pos.documents.block import Block, Facts, Figure, Stack, Text
from otop_pos.documents.palette import GREEN, INK, INK_2, RED
from otop_pos.documents.picture import Photos, Picture, photo_of, pictured
from otop_pos.documents.sheet import Style
from otop_pos.documents.table import Column, Row
from otop_pos.documents.wording import Wording
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.money import format_baht
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH
from otop_pos.domain.quantity import ONE, format_quantity
from otop_pos.domain.receiving import GrnLine
from otop_pos.domain.thai_date import format_date

COLUMNS = (
    Column("#", 12, "right"),
    Column("สินค้า", english="Goods"),
    Column("ส่งมา", 32, "right", "Brought"),
    Column("รับ", 44, "right", "Accepted"),
    Column("ไม่รับ", 30, "right", "Rejected"),
    Column("ราคาขาย", 46, "right", "Price"),
    Column("ผู้ผลิตได้/หน่วย", 52, "right", "Producer gets"),
    Column("ตกลงชดใช้", 46, "right", "Agreed value"),
    Column("ล็อต · ป้าย", 50, "right", "Lot · labels"),
)
_MOST_LINES = 6
"""Of each text in a row: the longest that can be stored must not push a row off its page."""
_BODY = Style(9.5, colour=INK)
_STRONG = Style(9.5, "semibold", INK)
_SMALL = Style(8, colour=INK_2)


def line_row(line: GrnLine, photos: Photos, words: Wording) -> Row:
    product, unit = line.product, line.product.unit
    rejected = Style(9.5, "semibold", RED) if line.rejected else _BODY
    picture = Picture(product.name_th, photo_of(photos, line.photo_id or product.photo_id))
    name = words.block(product.name_th, product.name_en, _STRONG, most=_MOST_LINES)
    return Row(
        COLUMNS,
        (
            str(line.line_no),
            pictured(picture, name, *_details(line, words)),
            format_quantity(line.declared, unit),
            Figure(f"{format_quantity(line.accepted, unit)} {words.unit(unit)}", _STRONG),
            Figure(format_quantity(line.rejected, unit) if line.rejected else "–", rejected),
            format_baht(line.price),
            Figure(format_baht(line.due_per_unit), Style(9.5, "semibold", GREEN)),
            format_baht(line.agreed_value) if line.agreed_value else "–",
            _lot(line, words),
        ),
        _BODY,
    )


def labels_of_line(line: GrnLine) -> int:
    """One per piece that was accepted; of what is weighed or measured one per box or roll."""
    if not line.lot_code:
        return 0
    return line.accepted // ONE if line.product.unit.is_whole else max(line.pieces, 1)


def _lot(line: GrnLine, words: Wording) -> Block:
    if not line.lot_code:
        return Figure("–", _BODY)
    labels = f"ป้าย {labels_of_line(line):,} ดวง"
    return Stack((Figure(human_digits(line.lot_code), _BODY), Figure(labels, _SMALL)))


def _details(line: GrnLine, words: Wording) -> Iterator[Block]:
    yield Facts(tuple(_facts(line, words)), _SMALL, _MOST_LINES)
    if line.rejected:
        said = f"{words.line('ไม่รับ', 'rejected')}: {line.reject_reason}"
        yield Text(said, Style(8, colour=RED), most=_MOST_LINES)


def _facts(line: GrnLine, words: Wording) -> Iterator[str]:
    yield words.line(CATEGORY_TH[line.product.category], CATEGORY_EN[line.product.category])
    yield from dict.fromkeys(text for text in (line.product.standard, *line.standards) if text)
    if line.batch:
        yield f"รุ่น {line.batch}"
    if line.made_on:
        yield f"ผลิต {format_date(line.made_on)}"
    if line.expires_on:
        yield f"หมดอายุ {format_date(line.expires_on)}"
    if line.pieces > 1 and not line.product.unit.is_whole:
        yield f"{line.pieces} ม้วน/กล่อง"
