"""X and Z from the roll: รายงาน X (ระหว่างวัน), รายงาน Z: one till session, proved and signed."""

from collections.abc import Iterator
from datetime import datetime

from otop_pos.documents.block import Block, Gap, Pair, Panel, Rule, Stack, Text
from otop_pos.documents.palette import BLACK
from otop_pos.documents.paper_language import PaperLanguage, slip_time
from otop_pos.documents.sheet import MM, Imprint, Sheet
from otop_pos.documents.slip import Slip
from otop_pos.documents.thai_text import NO_BREAK_SPACE
from otop_pos.documents.till_report_part import (
    drawer_blocks,
    event_blocks,
    movement_blocks,
    proof_blocks,
    sales_blocks,
    tender_blocks,
)
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.shop import Shop, Till
from otop_pos.domain.thai_date import format_long, format_long_en, to_local
from otop_pos.domain.till_report import TillReport

_TOP, _BOTTOM = 4 * MM, 7 * MM


def till_report_pdf(
    report: TillReport, shop: Shop, till: Till, language: PaperLanguage = "th", width_mm: int = 80
) -> bytes:
    """One page as wide as the roll (80 or 58 mm). What a blind report may not say is not on it."""
    slip = Slip(language, width_mm)
    paper = Stack(tuple(_blocks(report, shop, till, slip)))
    imprint = Imprint(
        f"{_title(report, slip)} {till.code}",
        shop.name_th,
        "en" if language == "en" else "th",
        to_local(report.taken_at),
        training_mark(shop),
    )
    sheet = Sheet(imprint)
    sheet.new_page(slip.width, _TOP + paper.height(slip.printed) + _BOTTOM)
    paper.draw(sheet, (slip.width - slip.printed) / 2, _TOP, slip.printed)
    return sheet.finish()


def _blocks(report: TillReport, shop: Shop, till: Till, slip: Slip) -> Iterator[Block]:
    yield Text(slip.name(shop.name_th, shop.name_en), slip.title, "centre")
    yield Text(f"{slip.say('เลขประจำตัวผู้เสียภาษี', 'Tax ID')}{NO_BREAK_SPACE}{shop.tax_id}", slip.small, "centre")
    yield Rule(BLACK, 0.7, 9)
    yield Text(_title(report, slip), slip.title, "centre")
    if shop.is_training:
        yield Gap(3)
        yield Panel(Text("ฝึกใช้งาน · TRAINING", slip.strong, "centre"), border=BLACK, padding=2, radius=2)
    if report.copy_no:
        yield Gap(3)
        mark = slip.say(f"สำเนา ครั้งที่ {report.copy_no}", f"COPY {report.copy_no}")
        yield Panel(Text(mark, slip.strong, "centre"), border=BLACK, padding=2, radius=2)
    yield Gap(4)
    yield from _facts(report, till, slip)
    for part in (sales_blocks, tender_blocks, movement_blocks, drawer_blocks, event_blocks, proof_blocks):
        yield from part(report, slip)
    yield from _foot(report, slip)


def _title(report: TillReport, slip: Slip) -> str:
    if report.kind == "X":
        return slip.say("รายงาน X (ระหว่างวัน)", "X report (so far)")
    return slip.say(f"รายงาน Z เลขที่ {report.session.z_no}", f"Z report no. {report.session.z_no}")


def _facts(report: TillReport, till: Till, slip: Slip) -> Iterator[Block]:
    say, session = slip.say, report.session
    machine = f"POS#{NO_BREAK_SPACE}{till.machine_no}" if till.machine_no else ""
    yield Pair(f"{say('เครื่อง', 'Till')} {till.code}", machine, slip.strong, slip.small)
    day = format_long_en(session.business_date) if slip.language == "en" else format_long(session.business_date)
    yield Pair(f"{say('วันขาย', 'Business day')} {day}", "", slip.body)
    yield Pair(f"{say('เปิดโดย', 'Opened by')} {session.opened_by}", _time(session.opened_at, slip), slip.small)
    if session.closed_at is not None:
        yield Pair(f"{say('ปิดโดย', 'Closed by')} {session.closed_by}", _time(session.closed_at, slip), slip.small)
    else:
        yield Pair(say("ยอดถึงเวลา", "As of"), _time(report.taken_at, slip), slip.small)
    yield Gap(2)
    yield Pair(say("ใบเสร็จ", "Receipts"), say(f"{report.sale_count:,} ใบ", f"{report.sale_count:,}"), slip.body)
    if report.sale_count:
        yield Pair(f"{report.first_doc_no} – {report.last_doc_no}", "", slip.small, indent=8)


def _time(at: datetime, slip: Slip) -> str:
    return slip_time(at, "en" if slip.language == "en" else "th")


def _foot(report: TillReport, slip: Slip) -> Iterator[Block]:
    say = slip.say
    yield Rule(BLACK, 0.7, 9)
    if report.kind == "X":
        yield Text(say("รายงานนี้ไม่ปิดรอบ ยอดยังเปลี่ยนได้", "This closes nothing; figures go on."), slip.small, "centre")
        return
    for role in (say("ผู้ปิดรอบ", "Closed by"), say("ผู้จัดการ", "Manager")):
        yield Gap(20)
        yield Text("." * 44, slip.small, "centre")
        yield Text(role, slip.small, "centre")
