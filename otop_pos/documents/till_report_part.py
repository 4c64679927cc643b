"""The parts of an X or Z slip: sales, tenders, drawer, what people did, proofs."""

from collections.abc import Iterator
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Gap, Pair, Rule, Text
from otop_pos.documents.palette import BLACK
from otop_pos.documents.sheet import Sheet
from otop_pos.documents.slip import Slip
from otop_pos.documents.till_event_name import EVENT_NAMES, MOVEMENT_NAMES, SAYS_AMOUNT
from otop_pos.domain.money import BAHT, format_baht
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.report import Proof
from otop_pos.domain.sale import VatTotal
from otop_pos.domain.till_report import TillReport
from otop_pos.domain.vat import VatClass

_INDENT = 8.0
_VAT_NAMES = {
    VatClass.EX81: ("มูลค่ายกเว้นภาษี", "VAT exempt"),
    VatClass.Z0: ("มูลค่าอัตราภาษี 0%", "Zero-rated"),
    VatClass.NONVAT: ("มูลค่าไม่มี VAT", "Without VAT"),
    VatClass.V7: ("มูลค่าไม่มี VAT", "Without VAT"),
}
_PROOF_NAMES = {
    "lines": ("ผลรวมรายการ = ผลรวมใบเสร็จ", "Lines = receipts"),
    "tenders": ("ผลรวมชำระ − ปัดเศษ = ใบเสร็จ", "Tenders − rounding = receipts"),
    "shares": ("ผู้ผลิต + ศูนย์ + ภาษี = ใบเสร็จ", "Makers + centre + VAT = receipts"),
    "drawer": ("ทอนตั้งต้น + สด + เข้า − ออก = ควรมี", "Float + cash + in − out = expected"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """A box with a tick where a proof holds, with a cross where it does not: black, for a roll."""

    holds: bool
    room: float = 13.0

    def height(self, width: float) -> float:
        return self.room

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        left, top, side = x + 0.5, y + (self.room - 9) / 2, 9.0
        sheet.frame(left, top, side, side, BLACK, radius=1.5)
        if self.holds:
            points = [(left + 2, top + 4.8), (left + 3.9, top + 6.7), (left + 7.2, top + 2.4)]
            sheet.polyline(points, BLACK, 1.4)
        else:
            sheet.line((left + 2, top + 2), (left + 7, top + 7), BLACK, 1.4)
            sheet.line((left + 7, top + 2), (left + 2, top + 7), BLACK, 1.4)


def sales_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    say = slip.say
    yield from _heading(say("ยอดขาย", "Sales"), slip)
    yield Pair(say("ยอดขายก่อนส่วนลด", "Before discounts"), format_baht(report.gross), slip.body)
    yield Pair(say("ส่วนลด", "Discounts"), format_baht(-report.discounts), slip.body)
    yield Pair(_times(say("รับคืนสินค้า", "Returns"), report.refund_count), format_baht(report.refunds), slip.body)
    yield Pair(_times(say("ยกเลิกใบเสร็จ", "Voids"), report.void_count), format_baht(report.voids), slip.body)
    yield Gap(2)
    yield Pair(say("ยอดสุทธิ (บาท)", "Net (THB)"), format_baht(report.net), slip.strong, slip.large)
    for total in report.vats:
        yield from _vat(total, slip)
    if report.rounding:
        yield Pair(say("ปัดเศษเงินสด", "Cash rounding"), format_baht(report.rounding), slip.small)


def tender_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    yield from _heading(slip.say("รับชำระ", "Tenders"), slip)
    for each in report.tenders:
        method = PAYMENT_METHODS[each.method]
        name = slip.say(method.name_th, method.name_en)
        yield Pair(_times(name, each.count), format_baht(each.amount), slip.body)
    total = sum(each.amount for each in report.tenders)
    yield Pair(slip.say("รวมรับชำระ", "Total"), format_baht(total), slip.strong)


def movement_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    """Nothing where nothing was paid in or out."""
    if not report.movements:
        return
    yield from _heading(slip.say("เงินเข้า–ออกลิ้นชัก", "Paid in and out"), slip)
    for each in report.movements:
        yield Pair(_times(slip.say(*MOVEMENT_NAMES[each.kind]), each.count), format_baht(each.amount), slip.body)


def drawer_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    """What should be there, and on a Z what was; nothing for who still counts blind."""
    say = slip.say
    yield from _heading(say("ลิ้นชักเงินสด", "Cash drawer"), slip)
    if report.is_blind:
        yield Text(say("ยอดที่ควรมีจะแสดงหลังนับเงินปิดรอบ", "What should be there is shown after the count."), slip.small)
        return
    moved = sum(each.amount for each in report.movements)
    yield Pair(say("เงินทอนตั้งต้น", "Float"), format_baht(report.session.float_amount), slip.body)
    yield Pair(say("รับเงินสดสุทธิ", "Cash less change"), format_baht(report.cash_sales), slip.body)
    yield Pair(say("เงินเข้า − เงินออก", "Paid in − out"), format_baht(moved), slip.body)
    yield Pair(say("ควรมีในลิ้นชัก", "Should be there"), format_baht(report.cash_expected), slip.strong)
    if report.kind == "Z":
        yield from _count(report, slip)


def _count(report: TillReport, slip: Slip) -> Iterator[Block]:
    say, difference = slip.say, report.session.cash_difference
    yield Pair(say("นับได้", "Counted"), format_baht(report.session.cash_counted or 0), slip.strong)
    verdict = say("ตรง", "exact") if not difference else say("เกิน", "over") if difference > 0 else say("ขาด", "short")
    yield Pair(f"{say('ผลต่าง', 'Difference')} · {verdict}", format_baht(difference), slip.strong, slip.title)
    if report.pieces:
        yield Gap(3)
    for denomination, pieces in report.pieces:
        name = f"{denomination // BAHT:,}" if denomination % BAHT == 0 else format_baht(denomination)
        yield Pair(f"{name} × {pieces:,}", format_baht(denomination * pieces), slip.small, indent=_INDENT)


def event_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    """By kind, below it by person."""
    yield from _heading(slip.say("รายการที่ต้องตรวจ แยกตามคน", "To look at, by person"), slip)
    shown = None
    for each in report.events:
        if each.kind is not shown:
            yield Text(slip.say(*EVENT_NAMES[each.kind]), slip.body)
            shown = each.kind
        amount = f" · {format_baht(each.amount)}" if each.kind in SAYS_AMOUNT else ""
        times = slip.say(f"{each.count:,} ครั้ง", f"{each.count:,}×")
        yield Pair(each.user, f"{times}{amount}", slip.small, indent=_INDENT)
    if not report.events:
        yield Text(slip.say("ไม่มี", "Nothing"), slip.small)


def proof_blocks(report: TillReport, slip: Slip) -> Iterator[Block]:
    yield from _heading(slip.say("พิสูจน์ยอด", "Proofs"), slip)
    for proof in report.proofs:
        yield _proof(proof, slip)


def _proof(proof: Proof, slip: Slip) -> Block:
    name = slip.say(*_PROOF_NAMES[proof.name]) if proof.name in _PROOF_NAMES else proof.name
    figure = format_baht(proof.left) if proof.holds else f"{format_baht(proof.left)} ≠ {format_baht(proof.right)}"
    return Columns((Check(proof.holds), Pair(name, figure, slip.small)), (12, 0), gap=4)


def _heading(text: str, slip: Slip) -> Iterator[Block]:
    yield Rule(BLACK, 0.7, 9)
    yield Text(text, slip.strong)


def _times(name: str, count: int) -> str:
    return f"{name} ({count:,})"


def _vat(total: VatTotal, slip: Slip) -> Iterator[Block]:
    if not total.rate_bp:
        yield Pair(slip.say(*_VAT_NAMES[total.vat_class]), format_baht(total.gross), slip.small)
        return
    yield Pair(slip.say("มูลค่าสินค้าก่อนภาษี", "Before VAT"), format_baht(total.net), slip.small)
    rate = f"{total.rate_bp / 100:g}%"
    yield Pair(f"{slip.say('ภาษีมูลค่าเพิ่ม', 'VAT')} {rate}", format_baht(total.vat), slip.small)
