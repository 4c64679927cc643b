"""Daily sales summary, สรุปยอดขายประจำวัน: the whole day of the shop on one A4 page, proved and signed."""

from otop_pos.documents.block import Block, Cards, Figure, Panel, Stack, Text
from otop_pos.documents.chart import HourBars, share_bars, titled
from otop_pos.documents.daily_summary_panel import (
    attention_panel,
    drawer_panel,
    people_panel,
    producer_panel,
    proof_panel,
    rank_panel,
    sales_panel,
    tender_panel,
)
from otop_pos.documents.page_flow import INNER, MARGIN
from otop_pos.documents.palette import DEEP_INDIGO, INDIGO_SOFT, INDIGO_TINT, INK_2, LINE, MARIGOLD, PAPER, WHITE
from otop_pos.documents.sheet import A4, Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_long, format_long_en, to_local

TITLE = "สรุปยอดขายประจำวัน"
_BAND = 60.0
_GAP = 6.0
_LABEL = Style(8.5, colour=INK_2)
_FIGURE = Style(19, "bold", DEEP_INDIGO, leading=1.25)


def daily_summary_pdf(summary: DaySummary, shop: Shop) -> bytes:
    """One page, whatever the day was like: nothing sold, millions sold, a till still open."""
    closed = [each.closed_at for each in summary.sessions if each.closed_at]
    at = to_local(max(closed)) if closed else None
    title = f"{TITLE} {format_long(summary.business_date)}"
    sheet = Sheet(Imprint(title, shop.name_th, "th", at, training_mark(shop)))
    sheet.new_page(*A4)
    _band(sheet, summary, shop)
    y = _BAND + 12
    for row in _rows(summary):
        row.draw(sheet, MARGIN, y, INNER)
        y += row.height(INNER) + _GAP
    _foot(sheet, summary, shop)
    return sheet.finish()


def _band(sheet: Sheet, summary: DaySummary, shop: Shop) -> None:
    width, _height = A4
    sheet.box(0, 0, width, _BAND, DEEP_INDIGO)
    sheet.box(0, _BAND, width, 3, MARIGOLD)
    white, soft = Style(9, colour=WHITE), Style(8.5, colour=INDIGO_SOFT)
    right = width - MARGIN
    sheet.text(MARGIN, 30, TITLE, Style(19, "bold", WHITE))
    sheet.text(MARGIN, 48, f"Daily sales summary · {shop.name_th}", white)
    sheet.text(right, 30, format_long(summary.business_date), Style(15, "semibold", WHITE), "right")
    sheet.text(right, 48, format_long_en(summary.business_date), soft, "right")


def _rows(summary: DaySummary) -> tuple[Block, ...]:
    makers = rank_panel("ผู้ผลิตขายดี", "Top producers", summary.top_producers)
    products = rank_panel("สินค้าขายดี", "Top products", summary.top_products)
    return (
        _key_figures(summary),
        _cards(_hours(summary), _categories(summary), widths=(0, 190)),
        _cards(sales_panel(summary), tender_panel(summary), drawer_panel(summary), widths=(158, 140, 0)),
        _cards(proof_panel(summary.proofs), widths=(0,)),
        _cards(producer_panel(summary), people_panel(summary.events), attention_panel(summary), widths=(158, 0, 128)),
        _cards(makers, products, widths=(0, 0)),
    )


def _cards(*contents: Block, widths: tuple[float, ...]) -> Block:
    return Cards([Panel(content, WHITE, LINE, padding=8) for content in contents], widths, _GAP)


def _key_figures(summary: DaySummary) -> Block:
    figures = (
        ("ยอดขายสุทธิ (บาท)", format_baht(summary.net), INDIGO_TINT),
        ("ใบเสร็จ · เฉลี่ยต่อใบ", f"{summary.receipt_count:,} · {format_baht(summary.average)}", PAPER),
        (f"คืนสินค้า ({summary.refund_count:,} ใบ)", format_baht(summary.refunds), PAPER),
        ("ค้างจ่ายผู้ผลิตเพิ่ม", format_baht(summary.due), PAPER),
    )
    panels = [
        Panel(Stack((Text(label, _LABEL, most=1), Figure(figure, _FIGURE))), fill, LINE, padding=8)
        for label, figure, fill in figures
    ]
    return Cards(panels, (0, 0, 0, 0), _GAP)


def _hours(summary: DaySummary) -> Block:
    return titled("ยอดขายรายชั่วโมง", "Sales by hour", HourBars(summary.by_hour))


def _categories(summary: DaySummary) -> Block:
    shares = share_bars([(each.name_th, each.net) for each in summary.by_category])
    return titled("ตามประเภท OTOP", "By OTOP category", shares)


def _foot(sheet: Sheet, summary: DaySummary, shop: Shop) -> None:
    """At the bottom of the page, wherever the figures end."""
    cashiers = ", ".join(dict.fromkeys(each.closed_by for each in summary.sessions if each.closed_by))
    signing = signatures((("แคชเชียร์", cashiers), ("ผู้จัดการ", "")), room=20)
    sheet_height = A4[1]
    small = Style(7.5, colour=INK_2)
    signing.draw(sheet, MARGIN, sheet_height - MARGIN - signing.height(INNER) - 10, INNER)
    tills = " · ".join(f"{each.till_code} Z{each.z_no}" for each in summary.sessions) or "ไม่มีรอบขาย"
    line = Text(f"{shop.name_th} · เลขประจำตัวผู้เสียภาษี {shop.tax_id} · {tills}", small, "centre", most=1)
    line.draw(sheet, MARGIN, sheet_height - MARGIN, INNER)
