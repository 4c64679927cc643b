"""A picture of goods on a paper: the photograph, or the tile of its name where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from otop_pos.documents.block import Block, Columns, Stack
from otop_pos.documents.palette import WHITE
from otop_pos.documents.sheet import Sheet, Style
from otop_pos.documents.thai_text import text_width
from otop_pos.documents.tile import initials, tile_colour

SIDE = 24.0
_GAP = 6.0
Photos = Mapping[UUID, bytes]
"""JPEG of each photograph a paper names, as kept with the books."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A square with round corners; a photograph is cut to it in its middle. What nobody can read as a
    photograph is drawn as a tile: a paper never fails for a picture."""

    name: str
    jpeg: bytes | None = None
    side: float = SIDE

    def height(self, width: float) -> float:
        return self.side

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        radius = self.side / 8
        if self.jpeg and sheet.photo(self.jpeg, x, y, self.side, radius=radius):
            return
        sheet.box(x, y, self.side, self.side, tile_colour(self.name), radius=radius)
        letters = initials(self.name)
        size = self.side * 0.4
        size = min(size, size * self.side * 0.8 / text_width(letters, "semibold", size))
        middle = y + self.side / 2 + size * 0.36
        sheet.text(x + self.side / 2, middle, letters, Style(size, "semibold", WHITE), "centre")


def pictured(picture: Picture, *blocks: Block) -> Block:
    """What is said of goods, beside their picture."""
    return Columns((picture, Stack(blocks)), (picture.side, 0), gap=_GAP)


def photo_of(photos: Photos, photo_id: UUID | None) -> bytes | None:
    return photos.get(photo_id) if photo_id else None
