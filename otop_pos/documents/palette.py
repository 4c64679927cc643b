"""Colours of the papers, the shop's own (design tokens); slips and labels are black only."""

from functools import cache

Colour = str
"""'#RRGGBB'."""

BLACK = "#000000"
WHITE = "#FFFFFF"
INDIGO = "#27427A"
DEEP_INDIGO = "#1B2F59"
INDIGO_TINT = "#E9EDF6"
INDIGO_SOFT = "#9DAFD6"
MARIGOLD = "#E5A11F"
PAPER = "#FBF9F5"
LINE = "#E4DFD5"
HEAD = "#F6F3EC"
INK = "#22252B"
INK_2 = "#5B6069"
GREEN = "#1E7B4F"
GREEN_TINT = "#E5F3EB"
RED = "#B3362B"
RED_TINT = "#FBEAE8"
WARNING = "#6B4A00"
WARNING_TINT = "#FDF4E0"


def rgb(colour: Colour) -> tuple[float, float, float]:
    """'#27427A' → each of red, green, blue in 0..1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


@cache
def fill_operator(colour: Colour) -> str:
    """PDF's operator that fills with it."""
    red, green, blue = rgb(colour)
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"
