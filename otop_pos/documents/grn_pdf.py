"""Goods received note, ใบรับสินค้าฝากขาย: what was left with the shop, on which terms, signed by both."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from otop_pos.documents.agreement_words import agreement_sentences, loss_sentence, term_sentence
from otop_pos.documents.block import Block, Cards, Columns, Gap, Pair, Panel, Rule, Stack, Text
from otop_pos.documents.grn_line import COLUMNS, labels_of_line, line_row
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
from otop_pos.documents.page_flow import Flow
from otop_pos.documents.palette import GREEN, INDIGO_TINT, INK, LINE, PAPER, RED
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.table import head_row
from otop_pos.documents.training_mark import training_mark
from otop_pos.documents.wording import Wording
from otop_pos.domain.agreement import Agreement
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import times
from otop_pos.domain.receiving import Grn
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_long, local_date, to_local

TITLE = "ใบรับสินค้าฝากขาย"
ENGLISH = "Goods received note · consignment"
CANCELLED = "ยกเลิก"
_NO_PHOTOS: Mapping[UUID, bytes] = MappingProxyType({})
_MOST_RATES = 8


def grn_pdf(
    grn: Grn,
    shop: Shop,
    copy: str = "ต้นฉบับ",
    photos: Mapping[UUID, bytes] = _NO_PHOTOS,
    language: PaperLanguage = "th",
) -> bytes:
    """A4. `copy` is the mark beside the number: ต้นฉบับ, สำเนา, or สำเนา with its count. A note that was taken
    back says ยกเลิก across."""
    words, name = Wording(language), f"{TITLE} {grn.doc_no}"
    stamp = CANCELLED if grn.reversed_at else ""
    sheet = Sheet(Imprint(name, shop.name_th, "th", to_local(grn.posted_at), training_mark(shop), stamp))
    Flow(
        opening=Stack((_heading(grn, shop, copy, words), Gap(10), _parties(grn, words), Gap(10))),
        running=running_head(name, grn.producer),
        table_head=head_row(COLUMNS, language=language),
        rows=[line_row(line, photos, words) for line in grn.lines],
        closing=_closing(grn, words),
        foot=f"{name} · {shop.name_th}",
        language=language,
    ).draw(sheet)
    return sheet.finish()


def _heading(grn: Grn, shop: Shop, copy: str, words: Wording) -> Block:
    posted = to_local(grn.posted_at)
    facts = (
        (f"เลขที่ {grn.doc_no}", NUMBER),
        (f"วันที่ {format_long(posted.date())} · {posted:%H:%M} น.", BODY),
        (copy, COPY),
        *_reversed(grn),
    )
    return heading(shop, TITLE, ENGLISH, facts, words)


def _reversed(grn: Grn) -> Iterator[tuple[str, Style]]:
    """Since when it is worth nothing, by whom and why."""
    if grn.reversed_at is not None:
        at = to_local(grn.reversed_at)
        yield f"ยกเลิก {format_long(at.date())} · {at:%H:%M} น.", Style(9.5, "semibold", RED)
        yield f"โดย {grn.reversed_by}: {grn.reverse_reason}", Style(8.5, colour=RED)


def _parties(grn: Grn, words: Wording) -> Block:
    producer = card(tuple(producer_blocks(grn.producer, words.line("ผู้ผลิต", "Producer"), words)))
    agreement = Panel(Stack(tuple(_agreement(grn, words))), fill=INDIGO_TINT, padding=10)
    return Cards((producer, agreement), (0, 0), gap=10)


def _agreement(grn: Grn, words: Wording) -> Iterator[Block]:
    """Rates of other products are left out, and those of more than a few: each line has its due beside it."""
    products = {line.product.id: line.product.name_th for line in grn.lines}
    rates = [rate for rate in grn.agreement.rates if rate.product_id is None or rate.product_id in products]
    rates.sort(key=lambda rate: rate.product_id is not None)
    agreement = replace(grn.agreement, rates=tuple(rates[:_MOST_RATES]))
    number = f"สัญญา {agreement.number} " if agreement.number else ""
    since = f"{number}ฉบับที่ {agreement.version} เริ่ม {format_long(agreement.valid_from)}"
    yield Text(words.line("ข้อตกลงฝากขาย", "Agreement"), LABEL)
    yield Text(since, Style(12 if len(since) < 40 else 10.5, "semibold", INK))
    sentences = agreement_sentences(agreement, "th", products)
    for sentence in sentences[: len(agreement.rates)]:
        yield Text(sentence, STRONG, most=2)
    yield Text(" · ".join(_other_terms(agreement, sentences)), BODY)
    if words.is_both:
        yield Text(" · ".join(agreement_sentences(agreement, "en", products)), Style(8, colour=SMALL.colour), most=8)


def _other_terms(agreement: Agreement, sentences: tuple[str, ...]) -> Iterator[str]:
    """Term and loss stand below the goods, where both sign."""
    below = (loss_sentence(agreement), term_sentence(agreement))
    yield from (sentence for sentence in sentences[len(agreement.rates) :] if sentence not in below)


def _closing(grn: Grn, words: Wording) -> Block:
    sums = Columns((_terms(grn, words), _totals(grn, words)), (0, 250), gap=16)
    people = (
        (f"{words.line('ผู้ส่งมอบ', 'Delivered by')} {grn.producer.name_th}", ""),
        (words.line("ผู้รับ", "Received by"), grn.received_by),
    )
    return Stack((Gap(10), sums, Gap(4), signatures(people)))


def _totals(grn: Grn, words: Wording) -> Block:
    value = sum(times(line.accepted, line.price) for line in grn.lines)
    due = sum(times(line.accepted, line.due_per_unit) for line in grn.lines)
    agreed = sum(times(line.accepted, line.agreed_value) for line in grn.lines)
    labels = sum(labels_of_line(line) for line in grn.lines)
    figures: list[Block] = [
        Pair(f"มูลค่าตามราคาขาย ({len(grn.lines)} รายการ)", format_baht(value), BODY),
        *([Pair("มูลค่าที่ตกลงชดใช้", format_baht(agreed), BODY)] if agreed else []),
        Pair(words.line("ป้ายสินค้าที่พิมพ์", "Labels printed"), f"{labels:,} ดวง", BODY),
        Rule(room=6),
        Pair(words.line("ผู้ผลิตจะได้เมื่อขายหมด", "if all sold"), format_baht(due), NAME, Style(15, "bold", GREEN)),
        Text(f"({baht_words(due)})", SMALL, "right"),
    ]
    return Stack(figures)


def _terms(grn: Grn, words: Wording) -> Block:
    received = local_date(grn.posted_at)
    ends = received + timedelta(days=grn.agreement.term_days)
    content = (
        Text(f"{words.line('ครบกำหนดฝากขาย', 'Term ends')} {format_long(ends)}", Style(10.5, "semibold", INK)),
        *(
            words.block(say(grn.agreement), _sentence(say(grn.agreement, "en")), BODY)
            for say in (term_sentence, loss_sentence)
        ),
        Gap(2),
        words.block(
            "สินค้าเป็นของผู้ผลิตจนกว่าจะขายได้ จำนวน ราคา และเงินที่ผู้ผลิตได้ต่อหน่วย ตรวจนับและตกลงกันต่อหน้าทั้งสองฝ่ายแล้ว",
            "The goods are the producer's until sold. Quantities, prices and shares were counted and agreed by both.",
            SMALL,
        ),
    )
    return Panel(Stack(content), fill=PAPER, border=LINE, padding=9)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
