"""One received product on the goods received note."""

from collections.abc import Iterator

from otop_pos.documents.block import Block, Facts, Figure, Stack, Text
from otop_pos.documents.palette import GREEN, INK, INK_2, RED
from otop_pos.documents.picture import Photos, Picture, photo_of, pictured
from otop_pos.documents.sheet import Style
from otop_pos.documents.table import Column, Row
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.money import format_baht
from otop_pos.domain.product import CATEGORY_TH
from otop_pos.domain.quantity import UNIT_TH, format_quantity
from otop_pos.domain.receiving import GrnLine
from otop_pos.domain.thai_date import format_date

COLUMNS = (
    Column("#", 14, "right"),
    Column("สินค้า"),
    Column("ส่งมา", 32, "right"),
    Column("รับ", 48, "right"),
    Column("ไม่รับ", 28, "right"),
    Column("ราคาขาย", 48, "right"),
    Column("ผู้ผลิตได้/หน่วย", 54, "right"),
    Column("ตกลงชดใช้", 46, "right"),
    Column("ล็อต", 50, "right"),
)
_MOST_LINES = 6
"""Of each text in a row: the longest that can be stored must not push a row off its page."""
_BODY = Style(9.5, colour=INK)
_STRONG = Style(9.5, "semibold", INK)
_SMALL = Style(8, colour=INK_2)


def line_row(line: GrnLine, photos: Photos) -> Row:
    product, unit = line.product, line.product.unit
    said = (Text(product.name_th, _STRONG, most=_MOST_LINES), *_details(line))
    picture = Picture(product.name_th, photo_of(photos, line.photo_id))
    rejected = Style(9.5, "semibold", RED) if line.rejected else _BODY
    return Row(
        COLUMNS,
        (
            str(line.line_no),
            pictured(picture, *said) if photos else Stack(said),
            format_quantity(line.declared, unit),
            Figure(f"{format_quantity(line.accepted, unit)} {UNIT_TH[unit]}", _STRONG),
            Figure(format_quantity(line.rejected, unit) if line.rejected else "–", rejected),
            format_baht(line.price),
            Figure(format_baht(line.due_per_unit), Style(9.5, "semibold", GREEN)),
            format_baht(line.agreed_value) if line.agreed_value else "–",
            human_digits(line.lot_code) if line.lot_code else "–",
        ),
        _BODY,
    )


def _details(line: GrnLine) -> Iterator[Block]:
    yield Facts(tuple(_facts(line)), _SMALL, _MOST_LINES)
    if line.rejected:
        yield Text(f"ไม่รับ: {line.reject_reason}", Style(8, colour=RED), most=_MOST_LINES)


def _facts(line: GrnLine) -> Iterator[str]:
    yield CATEGORY_TH[line.product.category]
    if line.product.standard:
        yield line.product.standard
    if line.batch:
        yield f"รุ่น {line.batch}"
    if line.made_on:
        yield f"ผลิต {format_date(line.made_on)}"
    if line.expires_on:
        yield f"หมดอายุ {format_date(line.expires_on)}"
    if line.pieces > 1 and not line.product.unit.is_whole:
        yield f"{line.pieces} ม้วน/กล่อง"
