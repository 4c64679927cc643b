"""A paper being drawn: pages with text and simple shapes, measured in points from the top left corner."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from otop_pos.documents.embedded_font import EmbeddedFont
from otop_pos.documents.palette import INK, RED, Colour, fill_operator, rgb
from otop_pos.documents.thai_text import NO_BREAK_SPACE, clean, text_width
from otop_pos.documents.typeface import ASCENT, DESCENT, EM, Weight
from otop_pos.domain.errors import NotAPicture, PictureTooLarge
from otop_pos.domain.jpeg import jpeg_size

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
Align = Literal["left", "centre", "right"]

MARK_WIDTH, MARK_HEIGHT = 100 * MM, 60 * MM
MARK_ALPHA = 0.24
STAMP_ALPHA = 0.4
MARK_SLOPE = "0.8829 0.4695 -0.4695 0.8829"
"""The cosine and sine of 28 degrees, as PDF turns things."""

_SHIFT: dict[Align, float] = {"centre": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks. `leading` is the line height in sizes: 1.35 or more wherever Thai lines follow."""

    size: float
    weight: Weight = "regular"
    colour: Colour = INK
    leading: float = 1.35

    @property
    def line_height(self) -> float:
        return self.size * self.leading

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline: Sarabun's own line is centred in it."""
        return (self.line_height + (ASCENT - DESCENT) * self.size / EM) / 2


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself. `at` is the document's own time, aware; without one the file has none.
    `mark` stands across every page, often and grey; `stamp` once on each, large and red: what the paper has
    become since (ยกเลิก)."""

    title: str
    author: str
    language: str
    at: datetime | None = None
    mark: str = ""
    stamp: str = ""


class Sheet:
    """Draws; `finish` gives the PDF. The same drawing gives the same bytes. `height` is the open page's."""

    def __init__(self, imprint: Imprint) -> None:
        from otop_pos.documents.plain_canvas import PlainCanvas

        self._file = io.BytesIO()
        self._canvas = PlainCanvas(self._file, imprint.language, imprint.at)
        self._canvas.setTitle(clean(imprint.title))
        self._canvas.setAuthor(clean(imprint.author))
        self._canvas.setCreator("OTOP POS")
        self._mark, self._stamp = imprint.mark, imprint.stamp
        self._fonts: dict[Weight, EmbeddedFont] = {}
        self._width, self.height = 0.0, 0.0
        self._has_page = False

    def new_page(self, width: float, height: float) -> None:
        if self._has_page:
            self._end_page()
        self._canvas.setPageSize((width, height))
        self.height, self._has_page = height, True
        self._width = width

    def finish(self) -> bytes:
        """The PDF; at least one page, if an empty one."""
        self._end_page()
        self._canvas.save()
        return self._file.getvalue()

    def text(self, x: float, baseline: float, text: str, style: Style, align: Align = "left") -> None:
        """One line; x is its left end, middle or right end."""
        self.operators(self.text_operators(x, self.height - baseline, text, style, align))

    def text_operators(self, x: float, up: float, text: str, style: Style, align: Align = "left") -> str:
        """What `text` draws, with the baseline `up` points above the origin: for what is drawn many times."""
        text = clean(text).replace(NO_BREAK_SPACE, " ")
        if not text.strip():
            return ""
        if align != "left":
            x -= _SHIFT[align] * text_width(text, style.weight, style.size)
        font = self._font(style.weight)
        return (
            f"{fill_operator(style.colour)} BT /{font.name} {style.size:g} Tf {x:.2f} {up:.2f} Td {font.show(text)} ET"
        )

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, *, radius: float = 0) -> None:
        self._canvas.setFillColorRGB(*rgb(fill))
        if radius:
            self._canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, line: Colour, *, radius: float = 0) -> None:
        self._pen(line, 0.6)
        self._canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=1, fill=0)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: Colour, thickness: float = 0.6
    ) -> None:
        self._pen(colour, thickness)
        self._canvas.line(start[0], self.height - start[1], end[0], self.height - end[1])

    def polyline(self, points: Sequence[tuple[float, float]], colour: Colour, thickness: float) -> None:
        self._pen(colour, thickness)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        self._canvas.setFillColorRGB(*rgb(fill))
        self._canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def photo(self, jpeg: bytes, x: float, y: float, side: float, *, radius: float = 0) -> bool:
        """A JPEG cut to a square in its middle; False where the bytes are no JPEG that can be drawn."""
        try:
            wide, tall = jpeg_size(jpeg)
        except (NotAPicture, PictureTooLarge):
            return False
        name, scale = self._canvas.photo(jpeg), side / min(wide, tall)
        if not name:
            return False
        width, height = wide * scale, tall * scale
        bottom = self.height - y - side
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.roundRect(x, bottom, side, side, radius)
        self._canvas.clipPath(path, stroke=0, fill=0)
        left, low = x - (width - side) / 2, bottom - (height - side) / 2
        self.operators(f"{width:.2f} 0 0 {height:.2f} {left:.2f} {low:.2f} cm /{name} Do")
        self._canvas.restoreState()
        return True

    def operators(self, code: str) -> None:
        """PDF operators as they are, where one path for many shapes is worth it."""
        self._canvas.addLiteral(code)

    def _end_page(self) -> None:
        if self._mark:
            self._canvas.saveState()
            self._canvas.setFillAlpha(MARK_ALPHA)
            self._draw_mark()
            self._canvas.restoreState()
        if self._stamp:
            self._canvas.saveState()
            self._canvas.setFillAlpha(STAMP_ALPHA)
            self._canvas.setStrokeAlpha(STAMP_ALPHA)
            self._draw_stamp()
            self._canvas.restoreState()
        self._canvas.showPage()

    def _draw_mark(self) -> None:
        """Slanted, so often that no part cut off is without it; what is below can still be read."""
        across, down = max(round(self._width / MARK_WIDTH), 1), max(round(self.height / MARK_HEIGHT), 1)
        room = self._width / across
        style = Style(room * 0.82 / text_width(self._mark, "bold", 1), "bold", INK)
        text = self.text_operators(0, 0, self._mark, style, "centre")
        for row in range(down):
            for column in range(across):
                x, up = room * (column + 0.5), self.height * (row + 0.5) / down - style.size / 2
                self.operators(f"q {MARK_SLOPE} {x:.2f} {up:.2f} cm {text} Q")

    def _draw_stamp(self) -> None:
        """In a frame of its own, slanted, in the upper middle where nobody overlooks it."""
        size = min(64.0, self._width * 0.62 / text_width(self._stamp, "bold", 1))
        half, tall = text_width(self._stamp, "bold", size) / 2 + size * 0.35, size * 1.7
        x, up = self._width / 2, self.height * 0.56
        self.operators(f"q {MARK_SLOPE} {x:.2f} {up:.2f} cm")
        self._pen(RED, size / 14)
        self._canvas.roundRect(-half, -tall / 2, 2 * half, tall, size / 5, stroke=1, fill=0)
        style = Style(size, "bold", RED)
        self.operators(self.text_operators(0, -size * 0.32, self._stamp, style, "centre"))
        self.operators("Q")

    def _pen(self, colour: Colour, thickness: float) -> None:
        self._canvas.setStrokeColorRGB(*rgb(colour))
        self._canvas.setLineWidth(thickness)

    def _font(self, weight: Weight) -> EmbeddedFont:
        font = self._fonts.get(weight)
        if font is None:
            font = self._fonts[weight] = EmbeddedFont(weight, f"F{len(self._fonts) + 1}")
            self._canvas.embed(font)
        return font
