"""Sarabun shaped by HarfBuzz: a text becomes clusters, with the exact place of every glyph in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

Weight = Literal["regular", "semibold", "bold"]
Parts = tuple[tuple[int, int, int], ...]
EM = 1000
"""Sarabun is drawn on 1000 units per em, which are also PDF's glyph units: nothing is ever rescaled."""
ASCENT, DESCENT = 1068, 232
"""Sarabun's own line, em/1000 above and below the baseline: room for a vowel with its tone mark."""

_FILES: dict[Weight, str] = {
    "regular": "Sarabun-Regular.ttf",
    "semibold": "Sarabun-SemiBold.ttf",
    "bold": "Sarabun-Bold.ttf",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a reader sees as one sign, e.g. a consonant with its vowel and tone mark.

    `parts` are (glyph id, x, y) from the cluster's origin; `width` is the sum of the glyphs' own widths,
    `advance` what HarfBuzz made of it (kerning included). All in em/1000.
    """

    text: str
    parts: Parts
    width: int
    advance: int


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of Sarabun, opened by HarfBuzz."""

    weight: Weight
    file: Path
    hb_face: Any
    hb_font: Any


@cache
def face(weight: Weight) -> Face:
    import fontpkg_sarabun
    import uharfbuzz

    file = fontpkg_sarabun.ROOT / "files" / _FILES[weight]
    hb_face = uharfbuzz.Face(uharfbuzz.Blob(file.read_bytes()))
    return Face(weight, file, hb_face, uharfbuzz.Font(hb_face))


@lru_cache(maxsize=8192)
def shape(text: str, weight: Weight) -> tuple[Cluster, ...]:
    """Clusters in reading order. A character Sarabun lacks becomes glyph 0, its replacement box."""
    import uharfbuzz

    if not text:
        return ()
    font = face(weight).hb_font
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    # Never guessed: a line that begins with Latin would lose Thai's rules for ำ, one with Hebrew its order.
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    uharfbuzz.shape(font, buffer)
    return tuple(_clusters(text, buffer, font))


@lru_cache(maxsize=8192)
def measure(text: str, weight: Weight) -> int:
    """Width in em/1000."""
    return sum(cluster.advance for cluster in shape(text, weight))


def _clusters(text: str, buffer: Any, font: Any) -> Iterator[Cluster]:
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    groups = [(start, list(members)) for start, members in groupby(glyphs, key=lambda glyph: glyph[0].cluster)]
    ends = [start for start, _members in groups[1:]] + [len(text)]
    for (start, members), end in zip(groups, ends, strict=True):
        pen, width, parts = 0, 0, []
        for info, position in members:
            parts.append((info.codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
            width += font.get_glyph_h_advance(info.codepoint)
        yield Cluster(text[start:end], tuple(parts), width, pen)
