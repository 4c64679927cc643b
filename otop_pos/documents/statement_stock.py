"""A producer's goods over the period, lot by lot, how they sell, and what to bring next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Figure, Stack, Text
from otop_pos.documents.page_flow import Section
from otop_pos.documents.palette import GREEN, HEAD, INDIGO, INK, INK_2, MARIGOLD
from otop_pos.documents.picture import Photos, Picture, photo_of, pictured
from otop_pos.documents.sheet import Sheet, Style
from otop_pos.documents.statement_entry import MOST_LINES, NOTHING, SMALL, STRONG
from otop_pos.documents.table import Column, Row, head_row
from otop_pos.documents.wording import Wording, unit_of
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.statement import Advice, LotAccount
from otop_pos.domain.thai_date import format_short
from otop_pos.domain.vat import BASIS_POINTS

_BODY = Style(8.5, colour=INK)
_ON_HAND = Style(9.5, "bold", INDIGO)
_COUNT = 27.0
_FIELDS = (
    ("ยกมา", "Before", "opening"),
    ("รับเข้า", "In", "received"),
    ("ขาย", "Sold", "sold"),
    ("ลูกค้าคืน", "Returned", "customer_returns"),
    ("คืนคุณ", "To you", "returned_to_producer"),
    ("ชำรุด", "Damaged", "damaged"),
    ("หาย", "Lost", "lost"),
    ("หมดอายุ", "Expired", "expired"),
    ("บริจาค", "Donated", "donated"),
    ("นับเพิ่ม", "Counted", "counted"),
)
_LONG_HERE = 60
"""Days without a sale after which the maker is asked to talk about it."""
_RARE = ("donated", "counted")
_ADVICE = (
    Column("สินค้า", english="Goods"),
    Column("ขายได้จากที่มี", 150, english="Sold of what was here"),
    Column("เหลือ", 70, "right", "Left"),
    Column("งวดหน้านำมาเพิ่ม", 100, "right", "Bring next"),
)


def stock_section(heading: Block, lots: Sequence[LotAccount], photos: Photos, words: Wording) -> Section:
    """Columns of what seldom happens are left out where it did not."""
    fields = [each for each in _FIELDS if each[2] not in _RARE or any(getattr(lot, each[2]) for lot in lots)]
    columns = (
        Column("สินค้า", english="Goods"),
        *(Column(thai, _COUNT, "right", english) for thai, english, _field in fields),
        Column("เหลือ", 32, "right", "On hand"),
        Column("อยู่ (วัน)", 33, "right", "Days here"),
        Column("ใช้ได้ถึง", 40, "right", "Expires"),
    )
    names = [field for _thai, _english, field in fields]
    rows = [_lot_row(columns, lot, names, photos, words) for lot in lots]
    head = head_row(columns, Style(7.5, "semibold", INK_2), words.language)
    return Section([_tight(row) for row in rows], heading, _tight(head))


def _tight(row: Row) -> Row:
    return Row(row.columns, row.cells, row.style, row.padding, row.fill, row.line, gap=3)


def _lot_row(columns: Sequence[Column], lot: LotAccount, names: Sequence[str], photos: Photos, words: Wording) -> Row:
    unit = unit_of(lot.unit)
    said = pictured(
        Picture(lot.name_th, photo_of(photos, lot.photo_id), 20),
        words.block(lot.name_th, lot.name_en, Style(8.5, "semibold", INK), most=MOST_LINES),
        Text(human_digits(lot.lot_code), SMALL, most=1),
        Text(f"{format_baht(lot.price)} / {words.unit(lot.unit)}", SMALL, most=1),
    )
    counts: list[int] = [getattr(lot, name) for name in names]
    cells: tuple[str | Block, ...] = (
        said,
        *(format_quantity(count, unit) if count else NOTHING for count in counts),
        Figure(format_quantity(lot.closing, unit), _ON_HAND),
        f"{lot.days_here:,}",
        format_short(lot.expires_on) if lot.expires_on else NOTHING,
    )
    return Row(columns, cells, _BODY)


def stock_sum(lots: Sequence[LotAccount]) -> tuple[str, str]:
    """How the columns that are there add up, (Thai, English)."""
    thai = "ยกมา + รับเข้า − ขาย + ลูกค้าคืน − คืนคุณ − ชำรุด − หาย − หมดอายุ"
    english = "before + in − sold + returned − to you − damaged − lost − expired"
    if any(lot.donated for lot in lots):
        thai, english = f"{thai} − บริจาค", f"{english} − donated"
    if any(lot.counted for lot in lots):
        thai, english = f"{thai} + นับเพิ่ม", f"{english} + counted"
    return f"{thai} = เหลือ", f"{english} = on hand"


def advice_section(
    heading: Block, advice: Sequence[Advice], lots: Sequence[LotAccount], photos: Photos, words: Wording
) -> Section:
    """Pictures and days are those of the product's lots."""
    of_product = {each.product_id: [lot for lot in lots if lot.product_id == each.product_id] for each in advice}
    rows = [_advice_row(each, of_product[each.product_id], photos, words) for each in advice]
    return Section(rows, heading, head_row(_ADVICE, language=words.language))


def _advice_row(advice: Advice, lots: Sequence[LotAccount], photos: Photos, words: Wording) -> Row:
    jpeg = next((photo for lot in lots if (photo := photo_of(photos, lot.photo_id))), None)
    is_old = any(lot.closing and lot.days_here >= _LONG_HERE for lot in lots)
    unit = unit_of(advice.unit)
    share = advice.sell_through_bp / BASIS_POINTS
    sold = f"{format_quantity(advice.sold, unit)} / {format_quantity(advice.available, unit)}"
    name = words.block(advice.name_th, advice.name_en, STRONG, most=MOST_LINES)
    cells = (
        pictured(Picture(advice.name_th, jpeg), name),
        Stack((Columns((Text(f"{share:.0%}", STRONG), Figure(sold, SMALL)), (0, 90)), Bar(share))),
        words.quantity(advice.on_hand, advice.unit),
        Stack(tuple(_bring(advice, is_old, words))),
    )
    return Row(_ADVICE, cells, Style(9, colour=INK))


def _bring(advice: Advice, is_old: bool, words: Wording) -> Iterator[Block]:
    if advice.bring:
        yield Figure(words.quantity(advice.bring, advice.unit), Style(12, "bold", GREEN))
    elif advice.sold:
        yield Figure(words.line("ยังพอขาย", "Enough here"), Style(9, colour=INK_2))
    else:
        yield Figure(words.line("ยังไม่ต้องนำมา", "Not yet"), Style(9, colour=INK_2))
        if is_old:
            yield Figure(words.line("ลองคุยกับศูนย์เรื่องราคา", "let us talk"), Style(7.5, colour=INDIGO))


@dataclass(frozen=True, slots=True)
class Bar:
    """As long as its share (0..1) of the width."""

    share: float
    thickness: float = 6.0

    def height(self, width: float) -> float:
        return self.thickness + 2

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.box(x, y, width, self.thickness, HEAD, radius=2)
        share = min(max(self.share, 0.0), 1.0)
        if share:
            sheet.box(x, y, max(share * width, 4), self.thickness, MARIGOLD, radius=2)
