"""Statement, ใบสรุปยอดฝากขาย: what a producer's goods did, and what the shop owes for them, to be understood
by somebody who has never kept books."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from otop_pos.documents.agreement_words import loss_sentence, split_sentences
from otop_pos.documents.block import Block, Cards, Gap, Panel, Stack, Text
from otop_pos.documents.heading import (
    BODY,
    COPY,
    LABEL,
    NUMBER,
    SMALL,
    STRONG,
    card,
    heading,
    producer_blocks,
    running_head,
)
from otop_pos.documents.page_flow import Report, Section
from otop_pos.documents.palette import INDIGO_TINT, INK, LINE, PAPER
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.picture import Photos
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.statement_entry import goods_section, other_section, title
from otop_pos.documents.statement_stock import advice_section, stock_section, stock_sum
from otop_pos.documents.statement_summary import summary
from otop_pos.documents.training_mark import training_mark
from otop_pos.documents.wording import Wording, period_of
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.shop import Shop
from otop_pos.domain.statement import Statement
from otop_pos.domain.thai_date import format_long, format_long_en, to_local

TITLE = "ใบสรุปยอดฝากขาย"
ENGLISH = "Consignment statement"
CANCELLED = "ยกเลิก"
DRAFT = "ร่าง"
_NO_PHOTOS: Mapping[UUID, bytes] = MappingProxyType({})
_SOLD = (
    ("ขายได้", "Sold"),
    (
        "ทุกชิ้นที่ลูกค้าซื้อในงวดนี้ ราคาเต็ม − ส่วนลด = ลูกค้าจ่าย = ค่าฝากขาย + ภาษี + คุณได้",
        "Full price − discount = net = commission + VAT + your part",
    ),
)
_BACK = (
    ("ลูกค้านำมาคืน", "Returned by customers"),
    (
        "สินค้าที่ลูกค้านำมาคืน ศูนย์คืนเงินลูกค้าแล้ว ยอดของคุณจึงลดลงเท่าที่เคยได้จากชิ้นนั้น",
        "The customer got the money back, so what you had for the piece is taken off",
    ),
)
_HELD = (
    ("พักไว้", "On hold"),
    (
        "ยังไม่รวมในยอดของใบนี้ จะรวมในใบถัดไปเมื่อพ้นวันที่ลูกค้าคืนได้หรือเมื่อตรวจสอบเสร็จ",
        "Not in this sum; on the next statement once the days of return are over or the matter is settled",
    ),
)
_STOCK = ("สินค้าของคุณที่ศูนย์", "Your goods here")
_ADVICE = (
    ("ขายดีแค่ไหน และนำอะไรมาเพิ่ม", "How it sells, what to bring"),
    (
        "แถบยิ่งยาวยิ่งขายดี ตัวเลขช่องท้ายคือจำนวนที่อยากให้นำมาสำหรับงวดหน้า",
        "The longer the bar, the better it sells; at the right what we would like to have next",
    ),
)
_OTHERS = (
    (
        (EntryKind.FEE, EntryKind.ADJUST),
        ("ค่าธรรมเนียมและรายการปรับ", "Fees and adjustments"),
        ("รายการที่ศูนย์เพิ่มหรือหักนอกจากการขาย", "Added or taken off apart from sales"),
    ),
    (
        (EntryKind.LOSS_COMP,),
        ("ค่าชดใช้สินค้าหายหรือเสียหาย", "Loss and damage"),
        ("เงินที่ศูนย์ชดใช้ให้คุณตามมูลค่าที่ตกลงกันไว้", "What we pay you for it, at the agreed value"),
    ),
    (
        (EntryKind.WHT,),
        ("ภาษีหัก ณ ที่จ่าย", "Tax withheld"),
        ("ภาษีของคุณที่ศูนย์นำส่งสรรพากรแทน ใช้เครดิตภาษีได้ตามหนังสือรับรอง", "Paid to the Revenue Department for you"),
    ),
    (
        (EntryKind.PAYOUT, EntryKind.PAYOUT_REVERSAL),
        ("เงินที่ศูนย์จ่ายให้คุณแล้ว", "Payments"),
        ("เงินที่โอนหรือจ่ายสดให้คุณตามใบสำคัญจ่าย", "By transfer or in cash, each with its voucher"),
    ),
)


def statement_pdf(
    statement: Statement,
    shop: Shop,
    photos: Mapping[UUID, bytes] = _NO_PHOTOS,
    language: PaperLanguage = "th",
    *,
    is_reversed: bool = False,
) -> bytes:
    """A4, as many pages as it takes. `photos`: JPEG by the ids the statement names; a draft says so across."""
    words, number = Wording(language), statement.doc_no or "ร่าง"
    name = f"{TITLE} {number}"
    stamp = CANCELLED if is_reversed else "" if statement.doc_no else DRAFT
    sheet = Sheet(Imprint(name, shop.name_th, "th", to_local(statement.issued_at), training_mark(shop), stamp))
    Report(
        opening=_opening(statement, shop, words),
        running=running_head(name, statement.producer),
        sections=tuple(_sections(statement, photos, words)),
        closing=_closing(statement, words),
        foot=f"{name} · {shop.name_th}",
        language=language,
    ).draw(sheet)
    return sheet.finish()


def _opening(statement: Statement, shop: Shop, words: Wording) -> Block:
    issued = to_local(statement.issued_at)
    facts = (
        (f"เลขที่ {statement.doc_no}" if statement.doc_no else "ร่าง ยังไม่มีเลขที่", NUMBER),
        (f"ออกเมื่อ {format_long(issued.date())} · {issued:%H:%M} น.", BODY),
        ("" if statement.doc_no else "ใช้ตรวจดูเท่านั้น ยังไม่ใช่ใบสรุปยอด", COPY),
    )
    parties = Cards((card(tuple(_producer(statement, words))), _terms(statement, words)), (0, 0), gap=10)
    head = heading(shop, TITLE, ENGLISH, facts, words)
    return Stack((head, Gap(9), parties, Gap(9), summary(statement, words)))


def _producer(statement: Statement, words: Wording) -> Iterator[Block]:
    yield from producer_blocks(statement.producer, words.line("ผู้ผลิต", "Producer"), words)


def _terms(statement: Statement, words: Wording) -> Panel:
    agreement, names = statement.agreement, {lot.product_id: lot.name_th for lot in statement.lots}
    number = f"เลขที่ {agreement.number} " if agreement.number else ""
    since = f"ฉบับที่ {agreement.version} เริ่ม {format_long(agreement.valid_from)}"
    blocks = (
        Text(words.line("งวด", "Period"), LABEL),
        words.block(*period_of(statement.period_from, statement.cutoff), Style(12, "semibold", INK)),
        Text(f"ตัดยอดสิ้นวันที่ {format_long(statement.cutoff)}", BODY),
        Gap(3),
        Text(f"ตามข้อตกลงฝากขาย {number}{since}", SMALL, most=3),
        Text(" · ".join((*split_sentences(agreement, products=names), loss_sentence(agreement))), SMALL, most=6),
    )
    return Panel(Stack(blocks), fill=INDIGO_TINT, padding=10)


def _sections(statement: Statement, photos: Photos, words: Wording) -> Iterator[Section]:
    yield from _goods_sections(statement, photos, words)
    for kinds, name, hint in _OTHERS:
        if statement.of(*kinds):
            yield other_section(title(name, hint, words), statement.of(*kinds), words)
    if statement.held:
        yield other_section(title(*_HELD, words), statement.held, words)
    absent = tuple(_absent(statement))
    if absent:
        yield Section((Stack((Gap(8), Text(f"งวดนี้ไม่มี: {' · '.join(absent)}", SMALL))),))
    if statement.lots:
        stock = title(_STOCK, stock_sum(statement.lots), words)
        yield stock_section(stock, statement.lots, photos, words)
    if statement.advice:
        yield advice_section(title(*_ADVICE, words), statement.advice, statement.lots, photos, words)


def _goods_sections(statement: Statement, photos: Photos, words: Wording) -> Iterator[Section]:
    for kind, said in ((EntryKind.SALE, _SOLD), (EntryKind.REFUND, _BACK)):
        if statement.of(kind):
            yield goods_section(title(*said, words), statement.of(kind), photos, words)


def _absent(statement: Statement) -> Iterator[str]:
    """Said, so that nobody thinks it was left out."""
    if not statement.of(EntryKind.SALE):
        yield "การขาย"
    if not statement.of(EntryKind.REFUND):
        yield "ลูกค้านำมาคืน"
    for kinds, (thai, _english), _hint in _OTHERS:
        if not statement.of(*kinds):
            yield thai
    if not statement.held:
        yield "ยอดที่พักไว้"
    if not statement.lots:
        yield "สินค้าที่ศูนย์"


def _closing(statement: Statement, words: Wording) -> Block:
    until = format_long(statement.dispute_until)
    said = (
        words.block(
            f"ตรวจดูแล้วไม่ตรง แจ้งศูนย์ได้ถึงวันที่ {until}",
            f"Not right? Tell us until {format_long_en(statement.dispute_until)}.",
            STRONG,
        ),
        words.block(
            "นำใบนี้มาหรือโทรบอกเลขที่ใบ ศูนย์จะตรวจและแก้ให้ในใบถัดไป ใบที่ออกแล้วไม่มีการแก้ไข หากพ้นวันนี้ถือว่าถูกต้องตรงกัน",
            "Bring this paper or call with its number. What is wrong is put right on the next one; an issued paper "
            "never changes. After that day it counts as agreed.",
            SMALL,
        ),
    )
    people = (
        (words.line("ผู้จัดทำ", "Prepared by"), statement.issued_by),
        (f"{words.line('ผู้ผลิต รับทราบ', 'Producer')}", ""),
    )
    return Stack((Gap(12), Panel(Stack(said), fill=PAPER, border=LINE, padding=9), Gap(4), signatures(people)))
