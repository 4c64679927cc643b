"""What stands for goods without a photograph: their initials on a dye that always is the same for the same name."""

from zlib import crc32

from otop_pos.documents.palette import Colour

COLOURS: tuple[Colour, ...] = (
    "#7A4B2E",
    "#946508",
    "#4F7569",
    "#355C7D",
    "#7C6448",
    "#6B4C7A",
    "#8A4A4A",
    "#5C6B2F",
    "#3F6F8C",
    "#6E5A52",
)
"""Dyes as on the screens: dark enough for white letters (contrast ≥ 4.5)."""


def tile_colour(name: str) -> Colour:
    return COLOURS[crc32(name.encode(errors="replace")) % len(COLOURS)]


def initials(name: str) -> str:
    """'น้ำผึ้งรวง' → 'นผ', 'Indigo shawl' → 'IS'. Thai vowels and marks cannot stand alone: consonants only."""
    words = [letters for word in name.split() if (letters := _letters(word))]
    if not words:
        return "?"
    if len(words) > 1 and not _is_thai(words[0][0]):
        return (words[0][0] + words[1][0]).upper()
    return "".join(words[0][:2]) if _is_thai(words[0][0]) else words[0][0].upper()


def _letters(word: str) -> list[str]:
    return [letter for letter in word if _is_thai(letter) or (letter.isascii() and letter.isalnum())]


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e2e"
