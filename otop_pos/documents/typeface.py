"""Sarabun shaped by HarfBuzz: a text becomes clusters, with the exact place of every glyph in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

Weight = Literal["regular", "semibold", "bold"]
Parts = tuple[tuple[int, int, int], ...]
WEIGHTS: tuple[Weight, ...] = ("regular", "semibold", "bold")
EM = 1000
"""Sarabun is drawn on 1000 units per em, which are also PDF's glyph units: nothing is ever rescaled."""
ASCENT, DESCENT = 1068, 232
"""Sarabun's own line, em/1000 above and below the baseline: room for a vowel with its tone mark."""

_FILES: dict[Weight, str] = {
    "regular": "Sarabun-Regular.ttf",
    "semibold": "Sarabun-SemiBold.ttf",
    "bold": "Sarabun-Bold.ttf",
}


class Cluster(NamedTuple):
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
    widths: dict[int, int]
    """Glyph id → its own width, filled as glyphs are met."""
    alone: dict[tuple[str, int, int], Cluster]
    """(text, glyph, advance) → the cluster of one glyph in its place: most of any text, and always the same."""


@cache
def face(weight: Weight) -> Face:
    import fontpkg_sarabun
    import uharfbuzz

    file = fontpkg_sarabun.ROOT / "files" / _FILES[weight]
    hb_face = uharfbuzz.Face(uharfbuzz.Blob(file.read_bytes()))
    return Face(weight, file, hb_face, uharfbuzz.Font(hb_face), {}, {})


@lru_cache(maxsize=8192)
def shape(text: str, weight: Weight) -> tuple[Cluster, ...]:
    """Clusters in reading order. A character Sarabun lacks becomes glyph 0, its replacement box."""
    import uharfbuzz

    if not text:
        return ()
    own = face(weight)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    # Never guessed: a line that begins with Latin would lose Thai's rules for ำ, one with Hebrew its order.
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    uharfbuzz.shape(own.hb_font, buffer)
    return tuple(_clusters(text, buffer, own))


@lru_cache(maxsize=8192)
def measure(text: str, weight: Weight) -> int:
    """Width in em/1000."""
    return sum(cluster.advance for cluster in shape(text, weight))


def _clusters(text: str, buffer: Any, own: Face) -> Iterator[Cluster]:
    infos = buffer.glyph_infos
    starts = [*(info.cluster for info in infos), len(text)]
    pen = width = 0
    parts: list[tuple[int, int, int]] = []
    for info, position, start, following in zip(infos, buffer.glyph_positions, starts, starts[1:], strict=False):
        glyph = info.codepoint
        x, y, advance, _y_advance = position.position
        ends = following != start
        if ends and not parts and x == y == 0:
            yield _alone(own, text[start:following], glyph, advance)
            continue
        parts.append((glyph, pen + x, y))
        pen += advance
        width += _width(own, glyph)
        if ends:
            yield Cluster(text[start:following], tuple(parts), width, pen)
            pen = width = 0
            parts = []


def _alone(own: Face, text: str, glyph: int, advance: int) -> Cluster:
    key = (text, glyph, advance)
    cluster = own.alone.get(key)
    if cluster is None:
        cluster = own.alone[key] = Cluster(text, ((glyph, 0, 0),), _width(own, glyph), advance)
    return cluster


def _width(own: Face, glyph: int) -> int:
    width = own.widths.get(glyph)
    if width is None:
        width = own.widths[glyph] = int(own.hb_font.get_glyph_h_advance(glyph))
    return width
