"""A report on A4, upright or lying by how much its columns need."""

from dataclasses import replace
from datetime import datetime

from otop_pos.documents.block import Block, Columns, Figure, Gap, Panel, Stack, Text
from otop_pos.documents.listing_chart import chart_block, meter_block
from otop_pos.documents.listing_table import columns_of, least_width, table_head, table_row
from otop_pos.documents.page_flow import MARGIN
from otop_pos.documents.palette import (
    DEEP_INDIGO,
    HEAD,
    INDIGO_SOFT,
    INDIGO_TINT,
    INK,
    INK_2,
    LINE,
    MARIGOLD,
    WHITE,
)
from otop_pos.documents.paper_language import speaker
from otop_pos.documents.sheet import A4, Imprint, Sheet, Style
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.listing import Listing
from otop_pos.domain.listing_text import period_text
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_slip, format_slip_en
from otop_pos.i18n import Language

MOST_ROWS = 3_000
"""Who wants to read more than a hundred pages? The spreadsheet has them all, and the paper says so."""
_BAND, _GAP, _FOOT_ROOM = 56.0, 8.0, 22.0
_BODY = Style(8.8, colour=INK, leading=1.5)
_STRONG = Style(8.8, "semibold", DEEP_INDIGO, leading=1.5)
_SMALL = Style(7.8, colour=INK_2, leading=1.45)
_FOOT = Style(7.8, colour=INK_2)


def listing_pdf(listing: Listing, shop: Shop, at: datetime, language: Language = "th") -> bytes:
    """`at` is when the figures were read, aware: they may have changed since."""
    return _Paper(listing, shop, at, language).draw()


class _Paper:
    def __init__(self, listing: Listing, shop: Shop, at: datetime, language: Language) -> None:
        self._listing, self._shop, self._at, self._language = listing, shop, at, language
        self._say = speaker(language)
        upright, lying = A4, (A4[1], A4[0])
        self._size = upright if least_width(listing, language) <= upright[0] - 2 * MARGIN else lying
        self._inner = self._size[0] - 2 * MARGIN
        self._columns = columns_of(listing, language, self._inner)

    def draw(self) -> bytes:
        title = f"{self._title} {self._period}"
        author = self._say(self._shop.name_th, self._shop.name_en)
        sheet = Sheet(Imprint(title, author, self._language, self._at, training_mark(self._shop)))
        pages = self._pages()
        for number, page in enumerate(pages, start=1):
            sheet.new_page(*self._size)
            if number == 1:
                self._band(sheet)
            Stack(page).draw(sheet, MARGIN, self._top(number), self._inner)
            self._foot(sheet, f"{self._say('หน้า', 'Page')} {number}/{len(pages)}")
        return sheet.finish()

    @property
    def _title(self) -> str:
        return self._listing.title.said(self._language)

    @property
    def _period(self) -> str:
        return period_text(self._listing, self._language)

    def _top(self, page: int) -> float:
        return _BAND + 12 if page == 1 else MARGIN

    def _pages(self) -> list[list[Block]]:
        """The table's head on each; the totals never stand without a row above them."""
        head = table_head(self._columns)
        pages: list[list[Block]] = [[*self._opening(), *([head] if self._listing.rows else [])]]
        *rows, last = (*self._rows(), Stack(self._closing()))
        if rows:
            rows, last = rows[:-1], Stack((rows[-1], last))
        used = Stack(pages[0]).height(self._inner)
        for block in (*rows, last):
            needed = block.height(self._inner)
            if used + needed > self._size[1] - self._top(len(pages)) - MARGIN - _FOOT_ROOM:
                pages.append([*self._running(), head])
                used = Stack(pages[-1]).height(self._inner)
            pages[-1].append(block)
            used += needed
        return pages

    def _opening(self) -> list[Block]:
        blocks: list[Block] = []
        if self._listing.meter is not None:
            blocks += [Panel(meter_block(self._listing.meter, self._language), WHITE, LINE, padding=10), Gap(_GAP)]
        chart = chart_block(self._listing, self._language)
        if chart is not None and self._listing.chart is not None:
            what = self._listing.headings[self._listing.chart.value].title.said(self._language)
            content = Stack((Text(what, Style(10, "semibold", DEEP_INDIGO), most=1), Gap(3), chart))
            blocks += [Panel(content, WHITE, LINE, padding=10), Gap(_GAP)]
        if not self._listing.rows:
            words = self._say("ไม่มีข้อมูลในช่วงเวลานี้", "Nothing to report for this time")
            blocks.append(Panel(Text(words, _BODY, "centre"), HEAD, None, padding=18))
        return blocks

    def _running(self) -> list[Block]:
        words = Text(f"{self._title} · {self._period}", Style(9, "semibold", DEEP_INDIGO), most=1)
        return [words, Gap(4)]

    def _rows(self) -> list[Block]:
        rows = self._listing.rows[:MOST_ROWS]
        return [table_row(self._listing, row, self._columns, _BODY, self._language) for row in rows]

    def _closing(self) -> list[Block]:
        blocks: list[Block] = []
        if self._listing.totals:
            total = table_row(self._listing, self._listing.totals, self._columns, _STRONG, self._language)
            blocks.append(replace(total, fill=INDIGO_TINT))
        hidden = len(self._listing.rows) - MOST_ROWS
        if hidden > 0:
            words = self._say(f"และอีก {hidden:,} แถว ดูได้ในไฟล์ XLSX", f"and {hidden:,} more rows, in the XLSX file")
            blocks += [Gap(4), Text(words, _STRONG)]
        if self._listing.notes:
            blocks.append(Gap(8))
        blocks += [Text(note.said(self._language), _SMALL) for note in self._listing.notes]
        return blocks

    def _band(self, sheet: Sheet) -> None:
        width = self._size[0]
        sheet.box(0, 0, width, _BAND, DEEP_INDIGO)
        sheet.box(0, _BAND, width, 3, MARIGOLD)
        title, soft = Style(17, "bold", WHITE), Style(8.8, colour=INDIGO_SOFT)
        shop = self._say(self._shop.name_th, self._shop.name_en)
        other = self._listing.title.said("en" if self._language == "th" else "th")
        top = Columns(
            (Text(self._title, title, most=1), Figure(self._period, Style(12, "semibold", WHITE))), (0, 210), 12
        )
        top.draw(sheet, MARGIN, 10, self._inner)
        below = Columns((Text(f"{other} · {shop}", soft, most=1), Figure(self._read_at, soft)), (0, 210), 12)
        below.draw(sheet, MARGIN, 36, self._inner)

    @property
    def _read_at(self) -> str:
        slip = format_slip if self._language == "th" else format_slip_en
        return f"{self._say('ข้อมูล ณ', 'Read')} {slip(self._at)}"

    def _foot(self, sheet: Sheet, page: str) -> None:
        tax_id = f"{self._say('เลขประจำตัวผู้เสียภาษี', 'Tax ID')} {self._shop.tax_id}"
        words = " · ".join(part for part in (self._say(self._shop.legal_name, self._shop.name_en), tax_id) if part)
        foot = Columns((Text(words, _FOOT, most=1), Text(page, _FOOT, "right")), (0, 80), 12)
        foot.draw(sheet, MARGIN, self._size[1] - MARGIN - _FOOT.line_height, self._inner)
