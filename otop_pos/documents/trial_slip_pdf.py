"""The test slip, ใบทดสอบเครื่องพิมพ์: every tone mark, both sides of the paper, a barcode and a QR code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from otop_pos.documents.bars import ReceiptBars
from otop_pos.documents.block import Block, Gap, Pair, Rule, Stack, Text
from otop_pos.documents.palette import BLACK
from otop_pos.documents.paper_language import slip_time
from otop_pos.documents.qr_code import qr_modules
from otop_pos.documents.sheet import MM, Imprint, Sheet
from otop_pos.documents.slip import Slip
from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.thai_date import to_local

CODE = "OTOP-TEST-2569"
_TOP, _BOTTOM = 4 * MM, 7 * MM
_MARKS = ("ก่ ก้ ก๊ ก๋ ก็ ก์ กํ", "ป่า ป้า ป๊า ป๋า ฝี่ ฟื้ ปั้น ญู่ ฐู้", "น้ำผึ้ง กี่ทอผ้า ผู้ใหญ่ เก้าอี้ไม้ไผ่")


@dataclass(frozen=True, slots=True)
class Squares:
    """A QR code in the middle of the paper."""

    text: str
    side: float = 26 * MM

    def height(self, width: float) -> float:
        return self.side

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        rows = qr_modules(self.text)
        step = self.side / len(rows)
        left = x + (width - self.side) / 2
        for down, row in enumerate(rows):
            for across, is_dark in enumerate(row):
                if is_dark:
                    # A hair wider than its place: no white line between dark neighbours.
                    sheet.box(left + across * step, y + down * step, step + 0.05, step + 0.05, BLACK)


def trial_slip_pdf(shop: Shop, till: Till, printer: str, at: datetime, width_mm: int = 80) -> bytes:
    """One page of the roll (80 or 58 mm); `at` UTC."""
    slip = Slip("th", width_mm)
    paper = Stack(tuple(_blocks(shop, till, printer, at, slip)))
    sheet = Sheet(Imprint("ใบทดสอบเครื่องพิมพ์", shop.name_th, "th", to_local(at)))
    sheet.new_page(slip.width, _TOP + paper.height(slip.printed) + _BOTTOM)
    paper.draw(sheet, (slip.width - slip.printed) / 2, _TOP, slip.printed)
    return sheet.finish()


def _blocks(shop: Shop, till: Till, printer: str, at: datetime, slip: Slip) -> Iterator[Block]:
    rule = Rule(BLACK, 0.7, 9)
    yield Text(shop.name_th, slip.title, "centre")
    yield Text("ใบทดสอบเครื่องพิมพ์ · PRINTER TEST", slip.strong, "centre")
    yield Pair(slip_time(at, "th"), f"เครื่อง {till.code}", slip.small)
    if printer:
        yield Text(printer, slip.small)
    yield rule
    yield Text("วรรณยุกต์ต้องไม่ลอย ไม่ทับ และไม่ขาด", slip.small)
    for line in _MARKS:
        yield Text(line, slip.title, "centre")
    yield rule
    yield Pair("ราคาชิดขวา", "1,234,567.89", slip.strong)
    yield Pair("ABCDEFGHIJ abcdefghij", "0123456789", slip.body)
    yield Text("เส้นต้องยาวจนสุดขอบที่พิมพ์ได้ทั้งสองข้าง", slip.small)
    yield rule
    yield ReceiptBars(CODE)
    yield Text(CODE, slip.small, "centre")
    yield Gap(6)
    yield Squares(CODE)
    yield Gap(2)
    yield Text("สแกนโค้ดทั้งสองด้วยเครื่องอ่าน ต้องได้ข้อความเดียวกัน", slip.small, "centre")
