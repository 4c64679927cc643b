"""One lot label: as much of it as its paper has room for, the price, the bars and the digits always."""

from collections.abc import Iterator
from dataclasses import dataclass

from otop_pos.documents.label_bars import label_bars
from otop_pos.documents.label_template import LabelTemplate
from otop_pos.documents.line_break import pack_lines
from otop_pos.documents.palette import BLACK
from otop_pos.documents.sheet import MM, Align, Sheet, Style
from otop_pos.documents.star import stars_operators
from otop_pos.documents.thai_text import shorten, text_width
from otop_pos.documents.typeface import Weight
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.label import LotLabel
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import UNIT_TH
from otop_pos.domain.thai_date import format_date

_LEAST_BARS, _MOST_BARS = 5 * MM, 12 * MM
_EDGE = 0.5 * MM
"""Left free at each end of the barcode, beside its quiet zones: no cutter is exact."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The texts of a label in lines, and what height is left for the bars."""

    name: tuple[str, ...]
    maker: tuple[str, ...]
    details: tuple[str, ...]
    english: tuple[str, ...]
    bars: float


class LabelDrawing:
    """Draws labels of one template, in points from the label's lower left corner."""

    def __init__(self, sheet: Sheet, template: LabelTemplate) -> None:
        self._sheet = sheet
        self._width, self._height = template.label[0] * MM, template.label[1] * MM
        self._side, self._end = template.inset[0] * MM, template.inset[1] * MM
        self._inner = self._width - 2 * self._side
        scale = min(max(template.label[1] / 30, 0.8), 1.25)
        self._name = _style(8 * scale, "semibold", 1.3)
        self._price = _style(13 * scale, "bold", 1.1)
        self._small = _style(max(5.9 * scale, 5.0), "regular", 1.25)
        self._digits = _style(max(6.5 * scale, 5.5), "regular", 1.15)

    def operators(self, label: LotLabel) -> Iterator[str]:
        """PDF operators for the whole label."""
        rows = self._rows(label)
        up = self._height - self._end
        for lines, style in ((rows.name, self._name), (rows.english, self._small)):
            yield from self._lines(lines, style, up)
            up -= len(lines) * style.line_height
        yield from self._price_row(label, up)
        up -= self._price.line_height
        for lines in (rows.maker, rows.details):
            yield from self._lines(lines, self._small, up)
            up -= len(lines) * self._small.line_height
        bars_up = self._end + self._digits.line_height
        yield label_bars(label.lot_code, (_EDGE, bars_up), self._width - 2 * _EDGE, rows.bars)
        yield self._text(self._width / 2, bars_up, human_digits(label.lot_code), self._digits, "centre")

    def _rows(self, label: LotLabel) -> _Rows:
        """First two lines of the name (one, where the dates need the room), then maker, dates and batch, the
        English name: while there is room."""
        room = self._height - 2 * self._end
        room -= self._price.line_height + self._digits.line_height + _LEAST_BARS
        english = label.name_en if label.name_en != label.name_th else ""
        dated = (2 if label.expires_on or label.made_on else 0) * self._small.line_height
        name_most = 2 if room - dated >= 2 * self._name.line_height else 1
        taken: list[tuple[str, ...]] = []
        for facts, style, most in (
            ((label.name_th,), self._name, name_most),
            ((self._maker(label),), self._small, 1),
            (tuple(_details(label)), self._small, 3),
            ((english,), self._small, 1),
        ):
            most = min(most, int(room / style.line_height + 0.01))
            lines = pack_lines(facts, style.weight, style.size, self._inner, most) if any(facts) and most else ()
            taken.append(lines)
            room -= len(lines) * style.line_height
        name, maker, details, english_name = taken
        # A little air above the bars, once nothing else wants the room.
        return _Rows(name, maker, details, english_name, bars=min(_LEAST_BARS + max(room - 3, 0), _MOST_BARS))

    def _maker(self, label: LotLabel) -> str:
        """Producer and place; where both are too long the producer is cut, the village stays."""
        weight, size = self._small.weight, self._small.size
        if not (label.producer_name and label.place):
            return label.producer_name or label.place
        room = self._inner - text_width(f" · {label.place}", weight, size)
        return f"{shorten(label.producer_name, weight, size, max(room, self._inner / 3))} · {label.place}"

    def _price_row(self, label: LotLabel, up: float) -> Iterator[str]:
        price = format_baht(label.price)
        unit = " บาท" if label.unit.is_whole else f" บาท/{UNIT_TH[label.unit]}"
        baseline = up - self._price.baseline
        wide = text_width(price, self._price.weight, self._price.size)
        yield self._sheet.text_operators(self._side, baseline, price, self._price)
        yield self._sheet.text_operators(self._side + wide, baseline, unit, self._small)
        size = self._price.size * 0.5
        left = self._side + wide + text_width(unit, self._small.weight, self._small.size)
        if label.stars and left + label.stars * size * 1.05 < self._width - self._side:
            yield stars_operators(label.stars, size, self._width - self._side, baseline + size * 0.2)

    def _lines(self, lines: tuple[str, ...], style: Style, up: float) -> Iterator[str]:
        for index, line in enumerate(lines):
            yield self._text(self._side, up - index * style.line_height, line, style)

    def _text(self, x: float, top: float, text: str, style: Style, align: Align = "left") -> str:
        return self._sheet.text_operators(x, top - style.baseline, text, style, align)


def _style(size: float, weight: Weight, leading: float) -> Style:
    return Style(round(size, 1), weight, BLACK, leading)


def _details(label: LotLabel) -> Iterator[str]:
    """What the law wants first, first."""
    if label.expires_on:
        yield f"หมดอายุ {format_date(label.expires_on)}"
    if label.made_on:
        yield f"ผลิต {format_date(label.made_on)}"
    if label.batch:
        yield f"รุ่น {label.batch}"
    if label.standard:
        yield label.standard
