"""A square in place of a photograph: initials on a colour that always is the same for the same name."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otop_pos.ui.style import font, px

COLOURS = ("#7A4B2E", "#946508", "#4F7569", "#355C7D", "#7C6448", "#6B4C7A", "#8A4A4A", "#5C6B2F", "#3F6F8C", "#6E5A52")
"""Dyes: dark enough for white letters (contrast ≥ 4.5)."""


def tile_colour(name: str) -> QColor:
    return QColor(COLOURS[crc32(name.encode()) % len(COLOURS)])


def initials(name: str) -> str:
    """'น้ำผึ้งรวง' → 'นผ', 'Indigo shawl' → 'IS'. Thai vowels and marks cannot stand alone: consonants only."""
    words = [letters for word in name.split() if (letters := _letters(word))]
    if not words:
        return "?"
    if len(words) > 1 and not _is_thai(words[0][0]):
        return (words[0][0] + words[1][0]).upper()
    return "".join(words[0][:2]) if _is_thai(words[0][0]) else words[0][0].upper()


def paint_tile(painter: QPainter, area: QRectF, name: str) -> None:
    """The tile of a name, filling the area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tile_colour(name))
    painter.drawRoundedRect(area, 7, 7)
    face = font("name")
    face.setPixelSize(max(round(area.height() * 0.38), 8))
    face.setWeight(QFont.Weight.DemiBold)
    painter.setFont(face)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), initials(name))
    painter.restore()


class Tile(QWidget):
    """The tile as a widget, `side` in drawing pixels."""

    def __init__(self, side: int = 64) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(QSize(px(side), px(side)))

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            paint_tile(QPainter(self), QRectF(self.rect()), self._name)


def _letters(word: str) -> list[str]:
    return [letter for letter in word if "\u0e01" <= letter <= "\u0e2e" or (letter.isascii() and letter.isalnum())]


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e2e"
