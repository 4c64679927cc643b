"""The parts of the daily sales summary: figures of the day, money, proofs, what we owe."""

from collections.abc import Iterator, Sequence

from otop_pos.documents.block import Block, Columns, Figure, Pair, Rule, Stack, Text
from otop_pos.documents.chart import Tick, titled
from otop_pos.documents.palette import DEEP_INDIGO, GREEN, INK, INK_2, RED, WARNING
from otop_pos.documents.sheet import Style
from otop_pos.documents.till_event_name import EVENT_NAMES
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.report import DaySummary, Proof, Ranked
from otop_pos.domain.sale import VatTotal
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventKind, EventTotal
from otop_pos.domain.vat import VatClass

BODY = Style(8.8, colour=INK, leading=1.5)
STRONG = Style(8.8, "semibold", INK, leading=1.5)
SMALL = Style(7.8, colour=INK_2)
_MOST_TILLS = 4
_MOST_RANKS = 5

PROOF_NAMES = {
    "lines": "ผลรวมรายการสินค้า = ผลรวมใบเสร็จ",
    "tenders": "ผลรวมการชำระ − ปัดเศษ = ผลรวมใบเสร็จ",
    "shares": "ผู้ผลิตได้ + ค่าฝากขาย + ภาษี + รอระบุล็อต = ผลรวมใบเสร็จ",
    "drawer": "เงินทอนตั้งต้น + เงินสดรับ − คืน + เงินเข้า − เงินออก = เงินสดที่ควรมี",
}
_VAT_NAMES = {
    VatClass.EX81: "ยกเว้นภาษี (ม.81)",
    VatClass.Z0: "ภาษีอัตรา 0%",
    VatClass.NONVAT: "ไม่มีภาษีมูลค่าเพิ่ม",
    VatClass.V7: "ไม่มีภาษีมูลค่าเพิ่ม",
}


def sales_panel(summary: DaySummary) -> Block:
    rows: list[Block] = [
        Pair("ยอดขายก่อนส่วนลด", format_baht(summary.gross), BODY),
        Pair("ส่วนลด", format_baht(-summary.discounts), BODY),
        Pair(f"คืนสินค้า ({summary.refund_count} ใบ)", format_baht(summary.refunds), BODY),
        Rule(room=5),
        Pair("ยอดขายสุทธิ", format_baht(summary.net), STRONG),
        *(row for total in summary.vats for row in _vat_rows(total)),
    ]
    if summary.rounding:
        rows.append(Pair("ปัดเศษเงินสด", format_baht(summary.rounding), SMALL))
    return titled("ยอดขาย", "Sales", Stack(rows))


def tender_panel(summary: DaySummary) -> Block:
    rows: list[Block] = []
    for tender in summary.tenders:
        method = PAYMENT_METHODS.get(tender.method)
        name = method.name_th if method else tender.method
        rows.append(Pair(f"{name} ({tender.count:,})", format_baht(tender.amount), BODY))
    rows += [Rule(room=5), Pair("รวมรับชำระ", format_baht(sum(each.amount for each in summary.tenders)), STRONG)]
    return titled("รับชำระ", "Tenders", Stack(rows))


def drawer_panel(summary: DaySummary) -> Block:
    """Expected, counted and difference of each till, and their sum."""
    widths = (0.0, 46.0, 46.0, 44.0)
    if not summary.sessions:
        return titled("ลิ้นชักเงินสด", "Cash drawer", Text("ไม่มีรอบขาย", SMALL))
    heads = [Text("", SMALL), *(Text(head, SMALL, "right") for head in ("ควรมี", "นับได้", "ต่าง"))]
    rows: list[Block] = [Columns(heads, widths, gap=4)]
    rows += [Columns(_drawer_cells(session), widths, gap=4) for session in summary.sessions[:_MOST_TILLS]]
    hidden = len(summary.sessions) - _MOST_TILLS
    if hidden > 0:
        rows.append(Text(f"และอีก {hidden} รอบ", SMALL))
    if len(summary.sessions) > 1:
        difference = sum(each.cash_difference for each in summary.sessions if not each.is_open)
        sums = (summary.cash_expected, summary.cash_counted, difference)
        total: list[Block] = [Text("รวม", STRONG), *(Figure(format_baht(amount), STRONG) for amount in sums)]
        rows += [Rule(room=5), Columns(total, widths, gap=4)]
    if summary.paid_in or summary.paid_out:
        moved = f"เงินเข้า {format_baht(summary.paid_in)} · เงินออก {format_baht(summary.paid_out)}"
        rows.append(Text(moved, SMALL, most=1))
    return titled("ลิ้นชักเงินสด", "Cash drawer", Stack(rows))


def proof_panel(proofs: Sequence[Proof]) -> Block:
    return titled("การปิดรอบที่พิสูจน์ตัวเอง", "Proofs", Stack(list(map(_proof_row, proofs))))


def producer_panel(summary: DaySummary) -> Block:
    rows: list[Block] = [
        Pair("ค้างจ่ายผู้ผลิตเพิ่ม", format_baht(summary.due), BODY, Style(8.8, "semibold", GREEN, leading=1.5)),
        Pair("ค่าฝากขายของศูนย์", format_baht(summary.commission), BODY),
    ]
    if summary.fee:
        rows.append(Pair("ค่าธรรมเนียม", format_baht(summary.fee), BODY))
    if summary.vat:
        rows.append(Pair("ภาษีมูลค่าเพิ่มในยอดขาย", format_baht(summary.vat), BODY))
    if summary.awaiting_lot:
        rows.append(Pair("รอระบุล็อต", format_baht(summary.awaiting_lot), Style(8.8, colour=WARNING, leading=1.5)))
    return titled("ผู้ผลิตและศูนย์", "Producers and centre", Stack(rows))


def attention_panel(summary: DaySummary) -> Block:
    """What someone should look at tomorrow morning; said even when there is nothing."""
    sent = ("ส่งสำนักงานใหญ่แล้ว", GREEN) if summary.is_sent else ("ยังไม่ส่งสำนักงานใหญ่", WARNING)
    rows: list[Block] = [
        Pair("ล็อตใกล้หมดอายุใน 30 วัน", f"{summary.expiring_lots:,}", BODY),
        Pair("รายการขายที่รอระบุล็อต", f"{summary.open_exceptions:,}", BODY),
        Text(sent[0], Style(8.8, "semibold", sent[1], leading=1.5)),
    ]
    return titled("ต้องดู", "To look at", Stack(rows))


_WATCHED = (EventKind.VOID, EventKind.CANCEL_BILL, EventKind.PRICE, EventKind.NO_SALE, EventKind.REPRINT)


def people_panel(events: Sequence[EventTotal]) -> Block:
    """What is looked at every day, how often and by whom; a nought is an answer too."""
    rows = [_people_row(kind, [each for each in events if each.kind is kind]) for kind in _WATCHED]
    return titled("แยกตามคน", "By person", Stack(rows))


def _people_row(kind: EventKind, events: Sequence[EventTotal]) -> Block:
    people = ", ".join(f"{each.user} {each.count:,}" for each in events)
    cells = (
        Text(EVENT_NAMES[kind][0], BODY, most=1),
        Text(people, Style(7.8, colour=INK_2, leading=BODY.line_height / 7.8), most=1),
        Figure(f"{sum(each.count for each in events):,}", BODY),
    )
    return Columns(cells, (92, 0, 26), gap=4)


def rank_panel(thai: str, english: str, ranked: Sequence[Ranked]) -> Block:
    rows = [_rank_row(place, each) for place, each in enumerate(ranked[:_MOST_RANKS], start=1)]
    return titled(thai, english, Stack(rows or [Text("ยังไม่มีการขาย", SMALL)]))


def _rank_row(place: int, ranked: Ranked) -> Block:
    quantity = format_quantity(ranked.qty) if ranked.qty else ""
    cells = (
        Text(str(place), Style(8.8, "semibold", INK_2, leading=1.5)),
        Text(ranked.name_th or ranked.name_en, BODY, most=1),
        Figure(quantity, Style(8.8, colour=INK_2, leading=1.5)),
        Figure(format_baht(ranked.net), BODY),
    )
    return Columns(cells, (9, 0, 28 if quantity else 1, 56), gap=4)


def _vat_rows(total: VatTotal) -> Iterator[Block]:
    if total.rate_bp:
        yield Pair(f"ภาษีมูลค่าเพิ่ม {total.rate_bp / 100:g}%", format_baht(total.vat), SMALL)
        yield Pair("มูลค่าก่อนภาษี", format_baht(total.net), SMALL)
    else:
        yield Pair(_VAT_NAMES[total.vat_class], format_baht(total.gross), SMALL)


def _drawer_cells(session: TillSession) -> list[Block]:
    name = Figure(f"{session.till_code} · Z{session.z_no}", BODY, "left")
    if session.is_open:
        return [name, Figure("ยังไม่ปิด", Style(8.8, colour=WARNING, leading=1.5)), Text("", BODY), Text("", BODY)]
    difference = session.cash_difference
    style = BODY if not difference else Style(8.8, "semibold", RED if difference < 0 else WARNING, leading=1.5)
    return [
        name,
        Figure(format_baht(session.cash_expected or 0), BODY),
        Figure(format_baht(session.cash_counted or 0), BODY),
        Figure(format_baht(difference), style),
    ]


def _proof_row(proof: Proof) -> Block:
    name = PROOF_NAMES.get(proof.name, proof.name)
    if proof.holds:
        figure, style = format_baht(proof.left), Style(8.8, "semibold", DEEP_INDIGO, leading=1.6)
    else:
        figure = f"{format_baht(proof.left)} ≠ {format_baht(proof.right)}"
        style = Style(8.8, "semibold", RED, leading=1.6)
    text = Text(name, Style(8.8, colour=INK, leading=1.6), most=1)
    return Columns((Tick(proof.holds), text, Figure(figure, style)), (14, 0, 60 if proof.holds else 130), gap=5)
