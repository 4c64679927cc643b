"""How a slip from the roll speaks and looks: its language, its width, its few sizes of type, black."""

from dataclasses import dataclass

from otop_pos.documents.palette import BLACK
from otop_pos.documents.paper_language import PaperLanguage, Say, speaker
from otop_pos.documents.sheet import MM, Style
from otop_pos.documents.typeface import Weight

_PRINTED = {80: 72.0, 58: 48.0}
"""Roll width → what the print head covers, in mm: 576 and 384 dots at 203 dpi."""


@dataclass(frozen=True, slots=True)
class Slip:
    language: PaperLanguage
    width_mm: int

    @property
    def say(self) -> Say:
        return speaker(self.language)

    def name(self, thai: str, english: str) -> str:
        """A name in the reader's language; the other one where it is missing."""
        return english or thai if self.language == "en" else thai or english

    @property
    def width(self) -> float:
        return self.width_mm * MM

    @property
    def printed(self) -> float:
        return _PRINTED[self.width_mm] * MM

    @property
    def body(self) -> Style:
        return self._style(9.5)

    @property
    def strong(self) -> Style:
        return self._style(9.5, "semibold")

    @property
    def small(self) -> Style:
        return self._style(8)

    @property
    def title(self) -> Style:
        return self._style(12.5, "bold")

    @property
    def large(self) -> Style:
        return self._style(17, "bold")

    def _style(self, size: float, weight: Weight = "regular") -> Style:
        return Style(size if self.width_mm == 80 else size * 0.9, weight, BLACK)
