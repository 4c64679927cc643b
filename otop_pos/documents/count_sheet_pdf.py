"""Count sheet, ใบตรวจนับสินค้า: what to look for on the shelf, and never how much should be there."""

from collections.abc import Iterator
from dataclasses import dataclass

from otop_pos.documents.block import Block, Cards, Gap, Panel, Stack, Text
from otop_pos.documents.heading import BODY, NAME, NUMBER, STRONG, heading
from otop_pos.documents.page_flow import Report, Section
from otop_pos.documents.palette import DEEP_INDIGO, INDIGO_TINT, INK, INK_2, LINE, PAPER
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.stock_note_word import BUCKETS
from otop_pos.documents.table import Column, Row, head_row
from otop_pos.documents.training_mark import training_mark
from otop_pos.documents.wording import Wording
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.count import Count, CountLine
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_long, to_local

TITLE, ENGLISH = "ใบตรวจนับสินค้า", "Count sheet"
_MOST_LINES = 4
_COLUMNS = (
    Column("#", 22, "right"),
    Column("ล็อต", 62, english="Lot"),
    Column("สินค้า", english="Goods"),
    Column("ที่เก็บ", 66, english="Place"),
    Column("หน่วย", 40, english="Unit"),
    Column("นับได้", 74, "centre", "Counted"),
    Column("นับซ้ำ", 58, "centre", "Again"),
)


def count_sheet_pdf(count: Count, shop: Shop, language: PaperLanguage = "th") -> bytes:
    """A4, by producer and product. It is blind: what is expected or was counted already is not on it."""
    words, name = Wording(language), f"{TITLE} {count.doc_no}"
    sheet = Sheet(Imprint(name, shop.name_th, "th", to_local(count.started_at), training_mark(shop)))
    Report(
        opening=_opening(count, shop, words),
        running=Stack((Text(f"{name} · {count.name}", STRONG, most=1), Gap(6))),
        sections=tuple(_sections(count, words)),
        closing=_closing(words),
        foot=f"{name} · {shop.name_th}",
        language=language,
    ).draw(sheet)
    return sheet.finish()


def _opening(count: Count, shop: Shop, words: Wording) -> Block:
    started = to_local(count.started_at)
    facts = (
        (f"เลขที่ {count.doc_no}", NUMBER),
        (f"เริ่ม {format_long(started.date())} · {started:%H:%M} น.", BODY),
        (f"โดย {count.started_by}", BODY),
    )
    what = Stack((Text(count.name, NAME, most=3), Text(f"{len(count.lines):,} ล็อต", BODY)))
    how = words.block(
        "นับของจริงบนชั้นแล้วเขียนจำนวนในช่อง ไม่มีของให้เขียน 0 ช่องว่างคือยังไม่ได้นับ ขายได้ตามปกติระหว่างนับ",
        "Count what is there and write it down; 0 where there is nothing. An empty box is not counted yet. "
        "Sales go on meanwhile.",
        BODY,
    )
    cards = (Panel(what, fill=INDIGO_TINT, padding=10), Panel(how, fill=PAPER, border=LINE, padding=10))
    return Stack((heading(shop, TITLE, ENGLISH, facts, words), Gap(10), Cards(cards, (170, 0), gap=10)))


def _sections(count: Count, words: Wording) -> Iterator[Section]:
    head = head_row(_COLUMNS, language=words.language)
    numbered = list(enumerate(sorted(count.lines, key=_place), start=1))
    makers = list(dict.fromkeys(line.producer_name for _number, line in numbered))
    for maker in makers:
        rows = [_row(number, line, words) for number, line in numbered if line.producer_name == maker]
        title = Stack((Text(maker, Style(11.5, "semibold", DEEP_INDIGO), most=1), Gap(3)))
        yield Section(rows, title, head)
    if not makers:
        yield Section((Text(words.line("ไม่มีล็อตให้นับ", "Nothing to count"), BODY),), Gap(4))


def _place(line: CountLine) -> tuple[str, str, str, str]:
    return line.producer_name, line.product.name_th, line.lot_code, line.bucket


def _row(number: int, line: CountLine, words: Wording) -> Row:
    product = line.product
    cells = (
        str(number),
        Text(human_digits(line.lot_code), Style(9.5, "semibold", INK), most=1),
        words.block(product.name_th, product.name_en, BODY, most=_MOST_LINES),
        words.block(*BUCKETS[line.bucket], BODY),
        Text(words.unit(product.unit), BODY),
        Box(),
        Box(),
    )
    return Row(_COLUMNS, cells, Style(9, colour=INK_2))


def _closing(words: Wording) -> Block:
    people = ((words.line("ผู้นับ", "Counted by"), ""), (words.line("ผู้บันทึก", "Entered by"), ""))
    return Stack((Gap(10), signatures((*people, (words.line("ผู้จัดการ", "Manager"), "")))))


@dataclass(frozen=True, slots=True)
class Box:
    """Room for a number by hand."""

    tall: float = 18.0

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.frame(x, y, width, self.tall, INK_2, radius=2)
