"""Glyphs stand where HarfBuzz puts them, and are drawn where they stand."""

import io
from typing import Any

import pytest
import uharfbuzz
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.typeface import WEIGHTS, face, measure, shape
from tests.documents.papers import HARD_THAI
from tests.documents.reading import picture

SMALLEST_MARK = 40
"""Pixels of a tone mark at the size these tests draw."""


class OutlinePen:
    """Takes HarfBuzz's own outlines and writes them as PDF curves."""

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.code: list[str] = []
        self.at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:
        self.at = to
        self.code.append(f"{self._point(to)} m")

    def lineTo(self, to: tuple[float, float]) -> None:
        self.at = to
        self.code.append(f"{self._point(to)} l")

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:
        first = tuple(a + (c - a) * 2 / 3 for a, c in zip(self.at, control, strict=True))
        second = tuple(b + (c - b) * 2 / 3 for b, c in zip(to, control, strict=True))
        self.code.append(f"{self._point(first)} {self._point(second)} {self._point(to)} c")
        self.at = to

    def curveTo(self, first: tuple[float, float], second: tuple[float, float], to: tuple[float, float]) -> None:
        self.code.append(f"{self._point(first)} {self._point(second)} {self._point(to)} c")
        self.at = to

    def closePath(self) -> None:
        self.code.append("h")

    def _point(self, point: tuple[float, ...]) -> str:
        return f"{self.x + point[0]:.3f} {self.y + point[1]:.3f}"


def reference_glyphs(text: str) -> list[tuple[int, int, int]]:
    """(glyph, x, y) of a whole text, straight from HarfBuzz."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    uharfbuzz.shape(face("regular").hb_font, buffer)
    glyphs, pen = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append((info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return glyphs


def reference_page(text: str) -> bytes:
    """The same line as outlines, without any font in the file."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(600, 60))
    code = ["q 0.03 0 0 0.03 10 20 cm 0 g"]
    for glyph, x, y in reference_glyphs(text):
        pen: Any = OutlinePen(x, y)
        face("regular").hb_font.draw_glyph_with_pen(glyph, pen)
        code += pen.code
    canvas.addLiteral("\n".join([*code, "f Q"]))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def page_of(text: str) -> bytes:
    sheet = Sheet(Imprint("", "", "th"))
    sheet.new_page(600, 60)
    sheet.text(10, 40, text, Style(30, colour="#000000"))
    return sheet.finish()


def astray(ours: Image.Image, reference: Image.Image) -> int:
    """Pixels that are plainly ink in one picture and plainly paper in the other."""
    return sum(1 for grey in ImageChops.difference(ours, reference).tobytes() if grey > 128)


@pytest.mark.parametrize("text", HARD_THAI)
def test_clusters_hold_every_glyph_where_harfbuzz_puts_it(text: str) -> None:
    glyphs, pen = [], 0
    for cluster in shape(text, "regular"):
        glyphs += [(glyph, pen + x, y) for glyph, x, y in cluster.parts]
        pen += cluster.advance
    assert glyphs == reference_glyphs(text)
    assert measure(text, "regular") == pen


@pytest.mark.parametrize("text", HARD_THAI)
def test_the_page_shows_what_harfbuzz_would_draw(text: str) -> None:
    ours, reference = picture(page_of(text), dpi=144), picture(reference_page(text), dpi=144)
    assert astray(ours, reference) <= SMALLEST_MARK / 4


def test_a_lost_tone_mark_would_be_seen() -> None:
    lost = picture(page_of("ที่ปรุงนำพริก"), dpi=144)
    assert astray(lost, picture(reference_page("ที่ปรุงน้ำพริก"), dpi=144)) > SMALLEST_MARK


def test_a_tone_mark_is_not_drawn_on_its_vowel() -> None:
    """Unshaped, the mark of ปั้น would stand at the height of one over a bare consonant."""
    (cluster,) = shape("ปั้", "regular")
    (bare,) = shape("ป้", "regular")
    assert cluster.parts[-1] != bare.parts[-1]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("น้ำ", ["น้ำ"]),
        ("กี่ปั้น", ["กี่", "ปั้", "น"]),
        ("OTOP น้ำ", ["O", "T", "O", "P", " ", "น้ำ"]),
        ("", []),
    ],
)
def test_a_cluster_is_what_a_reader_sees_as_one_sign(text: str, clusters: list[str]) -> None:
    assert [cluster.text for cluster in shape(text, "regular")] == clusters


def test_figures_have_one_width_in_every_weight() -> None:
    for weight in WEIGHTS:
        assert len({measure(digit, weight) for digit in "0123456789"}) == 1
