"""The first page of a statement: one figure, why it is what it is, and the sum that leads to it."""

from collections.abc import Iterator, Sequence

from otop_pos.documents.block import Block, Cards, Figure, Gap, Pair, Panel, Rule, Stack, Text
from otop_pos.documents.palette import (
    DEEP_INDIGO,
    GREEN,
    GREEN_TINT,
    INDIGO_TINT,
    INK,
    INK_2,
    LINE,
    PAPER,
    WARNING,
    WARNING_TINT,
    WHITE,
    Colour,
)
from otop_pos.documents.sheet import Style
from otop_pos.documents.wording import Wording
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import times
from otop_pos.domain.statement import Statement
from otop_pos.domain.thai_date import format_long

OTHER = (EntryKind.FEE, EntryKind.ADJUST, EntryKind.LOSS_COMP)
PAID = (EntryKind.PAYOUT, EntryKind.PAYOUT_REVERSAL, EntryKind.WHT)
_LABEL = Style(12, "semibold", INK)
_SENTENCE = Style(10, colour=INK, leading=1.5)
_SMALL = Style(8, colour=INK_2)
_NAME = Style(11, "semibold", INK, leading=1.3)
_HINT = Style(8, colour=INK_2, leading=1.35)


def summary(statement: Statement, words: Wording) -> Block:
    """The figure and the sum beside each other, four facts below."""
    tint, colour = _colours(statement)
    figure = Panel(Stack(tuple(_figure(statement, colour, words))), fill=tint, padding=12)
    sums = Panel(Stack(tuple(_sum_rows(statement, words))), fill=WHITE, border=LINE, padding=12)
    return Stack((Cards((figure, sums), (0, 272), gap=10), Gap(8), _facts(statement, words)))


def _colours(statement: Statement) -> tuple[Colour, Colour]:
    if statement.closing < 0:
        return WARNING_TINT, WARNING
    return (GREEN_TINT, GREEN) if statement.closing else (INDIGO_TINT, DEEP_INDIGO)


def _figure(statement: Statement, colour: Colour, words: Wording) -> Iterator[Block]:
    closing = statement.closing
    label = ("ยอดติดลบ ยกไปหักงวดหน้า", "Carried to the next period") if closing < 0 else ("ศูนย์ค้างจ่ายคุณ", "We owe you")
    yield words.block(*label, _LABEL)
    yield Figure(f"{format_baht(closing)} บาท", Style(33, "bold", colour, leading=1.45), "left")
    yield Text(f"({baht_words(closing)})", _SMALL)
    yield Gap(7)
    yield words.block(*closing_sentence(statement), _SENTENCE)
    if statement.held:
        count = len(statement.held)
        yield Gap(4)
        yield words.block(
            f"ยังพักไว้อีก {format_baht(statement.on_hold)} บาท ({count:,} รายการ) ไม่รวมในยอดนี้ ดูรายการท้ายใบ",
            f"Another {format_baht(statement.on_hold)} baht ({count:,}) is on hold and not in this figure.",
            Style(8.5, colour=WARNING, leading=1.45),
        )


def closing_sentence(statement: Statement) -> tuple[str, str]:
    """What happens with the figure now, in one sentence; (Thai, English)."""
    closing, least = statement.closing, statement.agreement.min_payout
    if closing < 0:
        return _negative_sentence(statement)
    if not closing:
        return "งวดนี้ไม่มียอดค้างกัน คุณไม่ต้องทำอะไร", "Nothing is owed either way. There is nothing for you to do."
    if statement.is_on_hold:
        return (
            "ยอดนี้พักไว้ก่อนเพราะมีเรื่องที่ต้องตรวจสอบด้วยกัน ศูนย์จะจ่ายเมื่อตรวจสอบเสร็จ",
            "This amount is on hold while something is being checked; it is paid when that is done.",
        )
    if closing < least:
        return (
            f"ยอดยังไม่ถึง {format_baht(least)} บาทที่ตกลงกันไว้ ศูนย์เก็บไว้ให้และจ่ายรวมกับงวดหน้า",
            f"Below the agreed least payment of {format_baht(least)} baht: kept for you and paid with the next period.",
        )
    return (
        "ศูนย์จะจ่ายยอดนี้ให้คุณ พร้อมใบสำคัญจ่ายที่แสดงยอดสุทธิหลังหักภาษี (ถ้ามี)",
        "We pay you this amount with a payment voucher, less tax withheld where it is due.",
    )


def _negative_sentence(statement: Statement) -> tuple[str, str]:
    amount = format_baht(-statement.closing)
    if statement.total(EntryKind.REFUND) < 0:
        return (
            f"ลูกค้านำสินค้าที่ศูนย์จ่ายเงินให้คุณไปแล้วมาคืน ยอด {amount} บาทจึงยกไปหักจากยอดขายงวดหน้า คุณไม่ต้องจ่ายเงินคืน",
            f"Returned goods had been paid to you. You pay nothing back: {amount} baht comes off your next sales.",
        )
    if statement.opening < 0:
        return (
            f"ยอดติดลบนี้ยกมาจากงวดก่อน ศูนย์จะหัก {amount} บาทจากยอดขายงวดหน้า คุณไม่ต้องจ่ายเงินคืน",
            f"Carried from the period before. You pay nothing back: {amount} baht is taken off your next sales.",
        )
    return (
        f"งวดนี้มีรายการหักมากกว่ายอดขาย ยอด {amount} บาทจึงยกไปหักจากยอดขายงวดหน้า คุณไม่ต้องจ่ายเงินคืน",
        f"More was taken off than sold. You pay nothing back: {amount} baht is taken off your next sales.",
    )


def _sum_rows(statement: Statement, words: Wording) -> Iterator[Block]:
    sales, refunds = statement.of(EntryKind.SALE), statement.of(EntryKind.REFUND)
    before = f"จากใบ {statement.previous_no}" if statement.previous_no else "ยังไม่มีใบก่อนหน้า"
    rows = (
        ("ยกมา", "Brought forward", before, statement.opening),
        ("ขายได้", "Sold", f"ส่วนของคุณ {len(sales):,} รายการ", _total(sales)),
        ("รับคืน", "Returned", f"ลูกค้านำมาคืน {len(refunds):,} รายการ", _total(refunds)),
        ("อื่น ๆ", "Other", "ค่าธรรมเนียม ปรับยอด ค่าชดใช้", statement.total(*OTHER)),
        ("จ่ายแล้ว", "Paid", "ศูนย์จ่ายให้คุณ รวมภาษีที่หักไว้", statement.total(*PAID)),
    )
    for thai, english, hint, amount in rows:
        yield _sum_row(words.line(thai, english), hint, amount)
    yield Rule(INK_2, 0.8, 8)
    figure = Style(14, "bold", _colours(statement)[1])
    hint = f"ณ สิ้นวัน {format_long(statement.cutoff)}"
    yield _sum_row(words.line("ยกไป", "Carried forward"), hint, statement.closing, figure)


def _sum_row(name: str, hint: str, amount: int, figure: Style = _NAME) -> Block:
    return Stack((Pair(name, format_baht(amount), _NAME, figure, most=1), Text(hint, _HINT, most=1), Gap(3)))


def _total(entries: Sequence[LedgerEntry]) -> int:
    return sum(entry.amount for entry in entries)


def _facts(statement: Statement, words: Wording) -> Block:
    sales = statement.of(EntryKind.SALE)
    left = [lot for lot in statement.lots if lot.closing]
    shelf = sum(times(lot.closing, lot.price) for lot in left)
    facts = (
        ("ลูกค้าจ่ายค่าสินค้าคุณ", "Customers paid", format_baht(sum(entry.net for entry in sales))),
        ("ค่าฝากขายของศูนย์", "Our commission", format_baht(sum(entry.commission for entry in sales))),
        (f"ของเหลือที่ศูนย์ {len(left):,} ล็อต", "Goods still here", format_baht(shelf)),
        ("แจ้งแก้ไขได้ถึง", "Tell us until", format_long(statement.dispute_until)),
    )
    panels = [
        Panel(
            Stack((words.block(thai, english, _SMALL, most=1), Figure(figure, _NAME, "left"))), PAPER, LINE, padding=7
        )
        for thai, english, figure in facts
    ]
    return Cards(panels, (0, 0, 0, 0), 6)
