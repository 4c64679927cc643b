"""Long papers over several pages: heads repeated, 'page n/m' on each, nothing torn from what it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from otop_pos.documents.block import Block, Columns, Gap, Stack, Text
from otop_pos.documents.palette import INK_2
from otop_pos.documents.paper_language import PaperLanguage, speaker
from otop_pos.documents.sheet import A4, MM, Sheet, Style

MARGIN = 12 * MM
INNER = A4[0] - 2 * MARGIN
_FOOT = Style(8, colour=INK_2)
_FOOT_ROOM = 20.0
_ROOM = 14.0
"""Points above the title of a section."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table. Its title stays with its first row, its last row with its `total`; the head comes again
    on each page that has rows of it."""

    rows: Sequence[Block]
    title: Block | None = None
    head: Block | None = None
    total: Block | None = None

    def chunks(self) -> Iterator[tuple[Block, ...]]:
        """What may not be torn apart."""
        first, last = self.rows[:1], self.rows[1:][-1:]
        total = () if self.total is None else (self.total,)
        yield (*first, *(() if last else total))
        yield from ((row,) for row in self.rows[1:-1])
        if last:
            yield (*last, *total)

    @property
    def opening(self) -> tuple[Block, ...]:
        titled = () if self.title is None else (Gap(_ROOM), self.title)
        return (*titled, *self.again)

    @property
    def again(self) -> tuple[Block, ...]:
        return () if self.head is None else (self.head,)


@dataclass(frozen=True, slots=True)
class Report:
    """`opening` stands on the first page, `running` on the others, then the sections one after the other.
    `closing` comes once, with the last row, so that nobody signs a page with nothing on it."""

    opening: Block
    running: Block
    sections: Sequence[Section]
    closing: Block
    foot: str
    language: PaperLanguage = "th"

    def draw(self, sheet: Sheet) -> None:
        """On A4 pages."""
        width, height = A4
        layout = _Layout(self.running, INNER, height - 2 * MARGIN - _FOOT_ROOM)
        pages = layout.pages(self.opening, self._closed())
        word = speaker(self.language)("หน้า", "Page")
        for number, page in enumerate(pages, start=1):
            sheet.new_page(width, height)
            Stack(page).draw(sheet, MARGIN, MARGIN, INNER)
            page_no = Text(f"{word} {number}/{len(pages)}", _FOOT, "right")
            foot = Columns((Text(self.foot, _FOOT, most=1), page_no), (0, 70), gap=12)
            foot.draw(sheet, MARGIN, height - MARGIN - _FOOT.line_height, INNER)

    def _closed(self) -> tuple[Section, ...]:
        last = self.sections[-1]
        total = self.closing if last.total is None else Stack((last.total, self.closing))
        return (*self.sections[:-1], replace(last, total=total))


@dataclass(frozen=True, slots=True)
class Flow:
    """A paper of one table; `closing` as in Report."""

    opening: Block
    running: Block
    table_head: Block
    rows: Sequence[Block]
    closing: Block
    foot: str
    language: PaperLanguage = "th"

    def draw(self, sheet: Sheet) -> None:
        """On A4 pages."""
        table = Section(self.rows, head=self.table_head)
        Report(self.opening, self.running, (table,), self.closing, self.foot, self.language).draw(sheet)


@dataclass(slots=True)
class _Layout:
    """Fills pages `width` wide with `room` points on each."""

    running: Block
    width: float
    room: float
    _pages: list[list[Block]] = field(default_factory=list)
    _used: float = 0.0

    def pages(self, opening: Block, sections: Sequence[Section]) -> list[list[Block]]:
        self._start((opening,))
        for section in sections:
            self._fill(section)
        return self._pages

    def _fill(self, section: Section) -> None:
        lead = section.opening
        for chunk in section.chunks():
            needed = self._height((*lead, *chunk))
            if self._used + needed > self.room:
                again = section.opening[1:] if lead and section.title else section.again
                self._start((self.running, *again))
                self._put(chunk)
            else:
                self._put((*lead, *chunk))
            lead = ()

    def _start(self, blocks: Sequence[Block]) -> None:
        self._pages.append([])
        self._used = 0.0
        self._put(blocks)

    def _put(self, blocks: Sequence[Block]) -> None:
        self._pages[-1] += blocks
        self._used += self._height(blocks)

    def _height(self, blocks: Sequence[Block]) -> float:
        return sum(block.height(self.width) for block in blocks)
