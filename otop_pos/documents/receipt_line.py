"""One line of the slip: the goods and their price, quantity and discount, maker and lot."""

from collections.abc import Iterator

from otop_pos.documents.block import Block, Pair, Stack, Text
from otop_pos.documents.slip import Slip
from otop_pos.documents.thai_text import NO_BREAK_SPACE
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, Unit, format_quantity
from otop_pos.domain.sale import SaleLine
from otop_pos.domain.vat import VatClass

_INDENT = 8.0


def line_block(line: SaleLine, slip: Slip, shows_exempt: bool) -> Block:
    """Amounts and quantities without sign: a return slip says in its title which way they go.

    `shows_exempt`: goods without VAT are marked, because others on the paper have it.
    """
    blocks: list[Block] = [Pair(slip.name(line.name_th, line.name_en), format_baht(abs(line.net)), slip.body)]
    if slip.language == "th-en" and line.name_en and line.name_en != line.name_th:
        blocks.append(Text(line.name_en, slip.small))
    blocks += [_small(text, slip) for text in (_count(line, slip, shows_exempt), _origin(line, slip)) if text]
    return Stack(blocks)


def _small(text: str, slip: Slip) -> Block:
    return Pair(text, "", slip.small, indent=_INDENT)


def _count(line: SaleLine, slip: Slip, shows_exempt: bool) -> str:
    """'2 ชิ้น × 890.00  ลด 89.00'; in English pieces need no unit: '2 × 890.00  less 89.00'."""
    unit = Unit(line.unit)
    count = format_quantity(abs(line.qty), unit)
    name = UNIT_TH[unit] if slip.language != "en" else "" if unit.is_whole else UNIT_EN[unit]
    parts = [f"{f'{count} {name}'.strip()} × {format_baht(line.unit_price)}"]
    if line.discount:
        parts.append(f"{slip.say('ลด', 'less')} {format_baht(abs(line.discount))}")
    if shows_exempt and line.vat_class is not VatClass.V7:
        parts.append(slip.say("(ไม่มี VAT)", "(no VAT)"))
    return "  ".join(parts)


def _origin(line: SaleLine, slip: Slip) -> str:
    return " · ".join(_origin_parts(line, slip))


def _origin_parts(line: SaleLine, slip: Slip) -> Iterator[str]:
    if maker := slip.name(line.producer_name, line.producer_name_en):
        yield maker
    if line.lot_codes:
        codes = [human_digits(code).replace(" ", NO_BREAK_SPACE) for code in line.lot_codes]
        yield f"{slip.say('ล็อต', 'lot')} {', '.join(codes)}"
