"""Thai on paper: what of a text is drawn, how wide it is, where it is cut."""

import unicodedata
from functools import lru_cache

from otop_pos.documents.typeface import EM, Weight, measure, shape

ELLIPSIS = "…"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LEADING_VOWELS = "เแโใไ"
_UNDRAWN = frozenset(("Cc", "Cf", "Cs"))


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """The text as it is drawn, on one line: a name is only ever text, never markup.

    Line ends and odd spaces become a space. Control characters, marks that turn the direction of writing,
    zero-width ones and halves of a surrogate pair are left out: nothing on paper may hide or swap. A no-break
    space stays one until it is drawn.
    """
    if text.replace(NO_BREAK_SPACE, " ").isprintable():
        return text
    return "".join(map(_drawn, text))


def _drawn(character: str) -> str:
    category = unicodedata.category(character)
    if character == NO_BREAK_SPACE:
        return character
    if character in "\t\n\r" or category.startswith("Z"):
        return " "
    return "" if category in _UNDRAWN or _is_noncharacter(ord(character)) else character


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def text_width(text: str, weight: Weight, size: float) -> float:
    """Points."""
    return measure(clean(text), weight) * size / EM


def shorten(text: str, weight: Weight, size: float, width: float) -> str:
    """The text, or as much of it as fits in `width` points with an ellipsis; whole clusters only.

    A leading vowel (เ แ โ ใ ไ) never stands alone before the ellipsis either.
    """
    text = clean(text)
    if measure(text, weight) * size <= width * EM:
        return text
    left = width * EM / size - measure(ELLIPSIS, weight)
    kept = ""
    for cluster in shape(text, weight):
        left -= cluster.advance
        if left < 0:
            break
        kept += cluster.text
    return kept.rstrip().rstrip(_LEADING_VOWELS).rstrip() + ELLIPSIS
