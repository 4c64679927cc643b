"""A long table over several pages: its head repeated, 'page n/m' on each, the signatures kept together."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Stack, Text
from otop_pos.documents.palette import INK_2
from otop_pos.documents.sheet import A4, MM, Sheet, Style

MARGIN = 12 * MM
INNER = A4[0] - 2 * MARGIN
_FOOT = Style(8, colour=INK_2)
_FOOT_ROOM = 20.0


@dataclass(frozen=True, slots=True)
class Flow:
    """`opening` stands on the first page, `running` on the others; `table_head` above the rows of each;
    `closing` once, with the last row, so that nobody signs a page without goods on it."""

    opening: Block
    running: Block
    table_head: Block
    rows: Sequence[Block]
    closing: Block
    foot: str

    def draw(self, sheet: Sheet) -> None:
        """On A4 pages."""
        width, height = A4
        pages = self._pages(INNER, height - 2 * MARGIN - _FOOT_ROOM)
        for number, page in enumerate(pages, start=1):
            sheet.new_page(width, height)
            Stack(page).draw(sheet, MARGIN, MARGIN, INNER)
            page_no = Text(f"หน้า {number}/{len(pages)}", _FOOT, "right")
            foot = Columns((Text(self.foot, _FOOT, most=1), page_no), (0, 60), gap=12)
            foot.draw(sheet, MARGIN, height - MARGIN - _FOOT.line_height, INNER)

    def _pages(self, width: float, room: float) -> list[list[Block]]:
        pages: list[list[Block]] = [[self.opening, self.table_head]]
        used = Stack(pages[0]).height(width)
        for block in (*self.rows[:-1], Stack((*self.rows[-1:], self.closing))):
            needed = block.height(width)
            if used + needed > room:
                pages.append([self.running, self.table_head])
                used = Stack(pages[-1]).height(width)
            pages[-1].append(block)
            used += needed
        return pages
