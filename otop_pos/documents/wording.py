"""What stands on papers in Thai alone or with English beside or below it, for a reader who wants both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from otop_pos.documents.block import Block, Stack, Text
from otop_pos.documents.palette import INK_2
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.sheet import Style
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, Unit, format_quantity
from otop_pos.domain.thai_date import format_long, format_long_en


@dataclass(frozen=True, slots=True)
class Wording:
    """A4 papers are Thai, or Thai with English; English alone is for customers' slips."""

    language: PaperLanguage = "th"

    @property
    def is_both(self) -> bool:
        return self.language != "th"

    def line(self, thai: str, english: str) -> str:
        """'ยกมา', 'ยกมา · Brought forward'."""
        return f"{thai} · {english}" if self.is_both and english and english != thai else thai

    def block(self, thai: str, english: str, style: Style, most: int = 0) -> Block:
        """English smaller, on lines of its own."""
        text = Text(thai, style, most=most)
        if not (self.is_both and english and english != thai):
            return text
        return Stack((text, Text(english, Style(style.size * 0.86, colour=INK_2, leading=style.leading), most=most)))

    def day(self, day: date) -> str:
        return self.line(format_long(day), format_long_en(day))

    def quantity(self, qty: int, unit: str) -> str:
        """'2 ชิ้น', '2.50 ม. (m)'; `unit` is a value of Unit, "" a piece."""
        return f"{format_quantity(qty, unit_of(unit))} {self.unit(unit)}"

    def unit(self, unit: str) -> str:
        kind = unit_of(unit)
        return f"{UNIT_TH[kind]} ({UNIT_EN[kind]})" if self.is_both else UNIT_TH[kind]


def unit_of(unit: str) -> Unit:
    """The unit of a value that was kept as text; "" is a piece."""
    return Unit(unit) if unit else Unit.PIECE


def period_of(first: date, last: date) -> tuple[str, str]:
    """'1 – 30 กันยายน 2569', '1 – 30 September 2026'; a month that both days share is said once."""
    return _period(first, last, format_long), _period(first, last, format_long_en)


def _period(first: date, last: date, say: Callable[[date], str]) -> str:
    if first == last:
        return say(last)
    shared = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if shared else say(first)
    return f"{start} – {say(last)}"
