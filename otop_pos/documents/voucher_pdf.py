"""Payment voucher, ใบสำคัญจ่าย: how much, to whom, by whom, and the hand that took it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from otop_pos.documents.block import Block, Cards, Columns, Figure, Gap, Pair, Panel, Rule, Stack, Text
from otop_pos.documents.heading import (
    BODY,
    COPY,
    LABEL,
    NAME,
    NUMBER,
    SMALL,
    STRONG,
    card,
    heading,
    producer_blocks,
    running_head,
)
from otop_pos.documents.page_flow import Report, Section
from otop_pos.documents.palette import GREEN, HEAD, INDIGO_TINT, INK, INK_2, LINE, PAPER, WHITE
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import dated_signatures
from otop_pos.documents.table import Column, Row, head_row
from otop_pos.documents.training_mark import training_mark
from otop_pos.documents.wording import Wording
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.member import MemberShare
from otop_pos.domain.money import format_baht
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_long, local_date, to_local
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.domain.withholding import WITHHOLDING_RULES

TITLE = "ใบสำคัญจ่าย"
ENGLISH = "Payment voucher"
_STAMPS = {
    VoucherState.CANCELLED: "ยกเลิก",
    VoucherState.REVERSED: "ยกเลิกการจ่าย",
    VoucherState.FAILED: "จ่ายไม่สำเร็จ",
}
_WAITING = {
    VoucherState.PREPARED: "รออนุมัติ ยังไม่จ่าย",
    VoucherState.APPROVED: "อนุมัติแล้ว ยังไม่จ่าย",
}
_METHODS = {PayoutMethod.CASH: ("เงินสด", "Cash"), PayoutMethod.BANK: ("โอนเข้าบัญชี", "Bank transfer")}
_SHARES = (
    Column("#", 18, "right"),
    Column("สมาชิก", english="Member"),
    Column("ส่วนแบ่ง", 70, "right", "Share"),
    Column("จำนวนเงิน (บาท)", 90, "right", "Amount (baht)"),
    Column("ลงชื่อรับเงิน", 130, english="Received"),
)


def voucher_pdf(voucher: Voucher, shop: Shop, language: PaperLanguage = "th", copy: str = "ต้นฉบับ") -> bytes:
    """A4. `copy` is the mark beside the number, as on a delivery note."""
    words, name = Wording(language), f"{TITLE} {voucher.doc_no}"
    at = to_local(voucher.paid_at or voucher.prepared_at)
    stamp = _STAMPS.get(voucher.state, "")
    sheet = Sheet(Imprint(name, shop.name_th, "th", at, training_mark(shop), stamp))
    Report(
        opening=_opening(voucher, shop, copy, words),
        running=running_head(name, voucher.producer),
        sections=tuple(_sections(voucher, words)),
        closing=_closing(voucher, words),
        foot=f"{name} · {shop.name_th}",
        language=language,
    ).draw(sheet)
    return sheet.finish()


def _opening(voucher: Voucher, shop: Shop, copy: str, words: Wording) -> Block:
    facts = (
        (f"เลขที่ {voucher.doc_no}", NUMBER),
        (f"วันที่ {format_long(_day_of(voucher))}", BODY),
        (_WAITING.get(voucher.state, copy), COPY),
    )
    payee = card(tuple(producer_blocks(voucher.producer, words.line("จ่ายให้", "Pay to"), words)))
    method = Panel(Stack(tuple(_method(voucher, words))), fill=INDIGO_TINT, padding=10)
    return Stack((heading(shop, TITLE, ENGLISH, facts, words), Gap(10), Cards((payee, method), (0, 0), gap=10)))


def _day_of(voucher: Voucher) -> date:
    return voucher.paid_on or local_date(voucher.paid_at or voucher.prepared_at)


def _method(voucher: Voucher, words: Wording) -> Iterator[Block]:
    yield Text(words.line("วิธีจ่าย", "Paid by"), LABEL)
    yield Text(words.line(*_METHODS[voucher.method]), NAME)
    if voucher.account is not None:
        yield from _account(voucher.account, words)
    for thai, english, text in (
        ("เลขที่อ้างอิง", "Reference", voucher.reference),
        ("ชุดโอนเลขที่", "Batch", voucher.batch_no),
        ("หมายเหตุ", "Remark", voucher.remark),
    ):
        if text:
            yield Text(f"{words.line(thai, english)} {text}", BODY, most=3)


def _account(account: BankAccount, words: Wording) -> Iterator[Block]:
    thai, english = BANKS.get(account.bank, (account.bank, ""))
    if account.account:
        yield Text(words.line(thai, english), BODY)
        yield Text(f"{words.line('เลขที่บัญชี', 'Account')} {account.account}", STRONG)
    if account.account_name:
        yield Text(f"{words.line('ชื่อบัญชี', 'Name')} {account.account_name}", BODY, most=3)
    if account.promptpay:
        yield Text(f"{words.line('พร้อมเพย์', 'PromptPay')} {account.promptpay}", STRONG)


def _sections(voucher: Voucher, words: Wording) -> Iterator[Section]:
    yield Section((Stack((Gap(10), _amounts(voucher, words))),))
    if voucher.shares:
        title = Text(words.line("แบ่งให้สมาชิก", "Members' shares"), Style(12, "semibold", INK))
        rows = [_share_row(number, share) for number, share in enumerate(voucher.shares, start=1)]
        sums = (sum(share.share_bp for share in voucher.shares), sum(share.amount for share in voucher.shares))
        cells = ("", words.line("รวม", "Total"), _percent(sums[0]), format_baht(sums[1]), "")
        total = Row(_SHARES, cells, STRONG, fill=HEAD)
        yield Section(rows, Stack((title, Gap(3))), _spaced(head_row(_SHARES, language=words.language)), _spaced(total))


def _amounts(voucher: Voucher, words: Wording) -> Block:
    owed = words.line(f"ยอดค้างจ่ายตามใบสรุปยอดฝากขายเลขที่ {voucher.statement_no}", "owed by the statement")
    blocks: list[Block] = [Pair(owed, format_baht(voucher.gross), BODY, STRONG)]
    if voucher.wht:
        blocks.append(Pair(_withheld(voucher, words), format_baht(-voucher.wht), BODY, STRONG))
        if voucher.certificate_no:
            blocks.append(Text(f"หนังสือรับรองการหักภาษี ณ ที่จ่าย เลขที่ {voucher.certificate_no}", SMALL))
    else:
        blocks.append(Pair(words.line("ภาษีหัก ณ ที่จ่าย (ไม่มี)", "no tax withheld"), format_baht(0), BODY))
    net = Figure(format_baht(voucher.net), Style(26, "bold", GREEN))
    label = words.block("จ่ายสุทธิ (บาท)", "Net payment (baht)", Style(13, "semibold", INK))
    blocks += [
        Rule(LINE, 0.8, 10),
        Columns((Stack((Gap(6), label)), net), (0, 220), gap=10),
        Text(f"({baht_words(voucher.net)})", Style(11, "semibold", INK), "right"),
    ]
    return Panel(Stack(blocks), fill=WHITE, border=LINE, padding=14)


def _withheld(voucher: Voucher, words: Wording) -> str:
    """The rule in words, its rate and base."""
    rule = WITHHOLDING_RULES.get(voucher.wht_rule)
    percent = f" {rule.rate_bp / 100:g}%" if rule else ""
    income = f" {rule.income_th}" if rule and rule.income_th else ""
    said = f"หัก ภาษีหัก ณ ที่จ่าย{percent}{income} จากฐาน {format_baht(voucher.wht_base)}"
    return words.line(said, "less tax withheld")


def _share_row(number: int, share: MemberShare) -> Row:
    sign = Stack((Gap(15), Rule(INK_2, 0.4, 3)))
    cells = (str(number), Text(share.name, STRONG, most=3), _percent(share.share_bp), format_baht(share.amount), sign)
    return Row(_SHARES, cells, BODY, gap=10)


def _spaced(row: Row) -> Row:
    return replace(row, gap=10)


def _percent(basis_points: int) -> str:
    return f"{basis_points / 100:g}%"


def _closing(voucher: Voucher, words: Wording) -> Block:
    note = words.block(
        "ได้รับเงินตามจำนวนข้างต้นครบถ้วนแล้ว ใบนี้เป็นหลักฐานการจ่ายเงินค่าสินค้าฝากขาย",
        "Received in full. This paper proves payment for goods sold on consignment.",
        SMALL,
    )
    people = (
        (words.line("ผู้จัดทำ", "Prepared"), voucher.prepared_by, _day(voucher.prepared_at)),
        (words.line("ผู้อนุมัติ", "Approved"), voucher.approved_by, _day(voucher.approved_at)),
        (words.line("ผู้จ่ายเงิน", "Paid"), voucher.paid_by, _day(voucher.paid_at)),
        (words.line("ผู้รับเงิน", "Payee"), "", None),
    )
    return Stack((Gap(12), Panel(note, fill=PAPER, border=LINE, padding=9), Gap(10), dated_signatures(people)))


def _day(at: datetime | None) -> date | None:
    return local_date(at) if at else None
