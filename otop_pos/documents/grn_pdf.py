"""Goods received note, ใบรับสินค้าฝากขาย: what was left with the shop, on which terms, signed by both."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from otop_pos.documents.agreement_words import agreement_sentences
from otop_pos.documents.block import Block, Cards, Columns, Gap, Pair, Panel, Rule, Stack, Text
from otop_pos.documents.grn_line import COLUMNS, line_row
from otop_pos.documents.page_flow import Flow
from otop_pos.documents.palette import DEEP_INDIGO, GREEN, INDIGO, INDIGO_TINT, INK, INK_2, LINE, PAPER, RED
from otop_pos.documents.picture import Photos
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.table import head_row
from otop_pos.documents.training_mark import training_mark
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import PRODUCER_KIND_TH, Producer
from otop_pos.domain.quantity import times
from otop_pos.domain.receiving import Grn
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import format_long, local_date, to_local

TITLE = "ใบรับสินค้าฝากขาย"
CANCELLED = "ยกเลิก"
_MOST_RATES = 8
_BODY = Style(9.5, colour=INK, leading=1.45)
_STRONG = Style(9.5, "semibold", INK, leading=1.45)
_SMALL = Style(8.5, colour=INK_2)
_LABEL = Style(8, "semibold", INDIGO)
_NAME = Style(11.5, "semibold", INK)
_MONEY = Style(13, "bold", DEEP_INDIGO)


def grn_pdf(grn: Grn, shop: Shop, copy: str = "ต้นฉบับ", photos: Photos = MappingProxyType({})) -> bytes:
    """A4. `copy` is the mark beside the number: ต้นฉบับ, สำเนา, or สำเนา with its count. `photos`: those that
    lines name; without any there is no column of pictures. A note taken back says so across its pages."""
    name, stamp = f"{TITLE} {grn.doc_no}", CANCELLED if grn.reversed_at else ""
    sheet = Sheet(Imprint(name, shop.name_th, "th", to_local(grn.posted_at), training_mark(shop), stamp))
    Flow(
        opening=Stack((_heading(grn, shop, copy), Gap(10), _parties(grn), Gap(10))),
        running=Stack((_running(grn), Gap(6))),
        table_head=head_row(COLUMNS),
        rows=[line_row(line, photos) for line in grn.lines],
        closing=Stack((Gap(10), Columns((_terms(grn), _totals(grn)), (0, 258), gap=16), Gap(4), _signatures(grn))),
        foot=f"{TITLE} {grn.doc_no} · {shop.name_th}",
    ).draw(sheet)
    return sheet.finish()


def _running(grn: Grn) -> Block:
    title = Text(f"{TITLE} {grn.doc_no}", _STRONG, most=1)
    return Columns((title, Text(grn.producer.name_th, _BODY, "right", most=1)), (0, 0), gap=12)


def _heading(grn: Grn, shop: Shop, copy: str) -> Block:
    posted = to_local(grn.posted_at)
    seller: list[Block] = [
        Text(shop.name_th, Style(14, "bold", DEEP_INDIGO), most=2),
        Gap(2),
        *(Text(text, _SMALL, most=3) for text in (shop.legal_name, shop.address_th) if text),
        Text(f"เลขประจำตัวผู้เสียภาษี {shop.tax_id}" + (f" · โทร. {shop.phone}" if shop.phone else ""), _SMALL),
    ]
    facts: list[Block] = [
        Text(TITLE, Style(19, "bold", INDIGO), "right"),
        Text("Goods received note · consignment", _SMALL, "right"),
        Gap(3),
        Text(f"เลขที่ {grn.doc_no}", Style(11, "semibold", INK), "right"),
        Text(f"วันที่ {format_long(posted.date())} · {posted:%H:%M} น.", _BODY, "right"),
        Text(copy, Style(10, "semibold", INDIGO), "right"),
        *_reversed(grn),
    ]
    return Columns((Stack(seller), Stack(facts)), (0, 220), gap=16)


def _reversed(grn: Grn) -> Iterator[Block]:
    """Since when it is worth nothing, by whom and why."""
    if grn.reversed_at is not None:
        at = to_local(grn.reversed_at)
        yield Text(f"ยกเลิก {format_long(at.date())} · {at:%H:%M} น.", Style(9.5, "semibold", RED), "right")
        yield Text(f"โดย {grn.reversed_by}: {grn.reverse_reason}", Style(8.5, colour=RED), "right", most=2)


def _parties(grn: Grn) -> Block:
    return Cards(
        (
            Panel(Stack(tuple(_producer(grn.producer))), fill=PAPER, border=LINE, padding=10),
            Panel(Stack(tuple(_agreement(grn))), fill=INDIGO_TINT, padding=10),
        ),
        (0, 0),
        gap=10,
    )


def _producer(producer: Producer) -> Iterator[Block]:
    yield Text("ผู้ผลิต", _LABEL)
    yield Text(producer.name_th, _NAME, most=3)
    yield Text(f"{producer.code} · {PRODUCER_KIND_TH[producer.kind]}", _BODY)
    for text in (producer.address, producer.place.full_th):
        if text:
            yield Text(text, _BODY, most=3)
    if producer.phone:
        yield Text(f"โทร. {producer.phone}", _BODY)
    if producer.tax_id:
        yield Text(f"เลขประจำตัวผู้เสียภาษี {producer.tax_id}", _SMALL)


def _agreement(grn: Grn) -> Iterator[Block]:
    """Rates of other products are left out, and those of more than a few: each line has its due beside it."""
    products = {line.product.id: line.product.name_th for line in grn.lines}
    rates = [rate for rate in grn.agreement.rates if rate.product_id is None or rate.product_id in products]
    rates.sort(key=lambda rate: rate.product_id is not None)
    agreement = replace(grn.agreement, rates=tuple(rates[:_MOST_RATES]))
    yield Text("ข้อตกลงฝากขาย", _LABEL)
    number = f"สัญญา {agreement.number} " if agreement.number else ""
    yield Text(f"{number}ฉบับที่ {agreement.version} เริ่ม {format_long(agreement.valid_from)}", Style(12, "semibold", INK))
    sentences = agreement_sentences(agreement, "th", products)
    for sentence in sentences[: len(agreement.rates)]:
        yield Text(sentence, _STRONG, most=2)
    yield Text(" · ".join(sentences[len(agreement.rates) :]), _BODY)


def _totals(grn: Grn) -> Block:
    value = sum(times(line.accepted, line.price) for line in grn.lines)
    due = sum(times(line.accepted, line.due_per_unit) for line in grn.lines)
    agreed = sum(times(line.accepted, line.agreed_value) for line in grn.lines)
    figures: list[Block] = [
        Pair(f"มูลค่าตามราคาขาย ({len(grn.lines)} รายการ)", format_baht(value), _BODY),
        *([Pair("มูลค่าที่ตกลงชดใช้", format_baht(agreed), _BODY)] if agreed else []),
        Rule(room=6),
        Pair("ผู้ผลิตจะได้เมื่อขายหมด", format_baht(due), _NAME, Style(15, "bold", GREEN)),
        Text(f"({baht_words(due)})", _SMALL, "right"),
    ]
    return Stack(figures)


def _terms(grn: Grn) -> Block:
    received = local_date(grn.posted_at)
    ends = format_long(received + timedelta(days=grn.agreement.term_days))
    content = (
        Text(f"ครบกำหนดฝากขาย {ends}", Style(10.5, "semibold", INK)),
        Text(
            "สินค้าเป็นของผู้ผลิตจนกว่าจะขายได้ จำนวน ราคา และเงินที่ผู้ผลิตได้ต่อหน่วย ตรวจนับและตกลงกันต่อหน้าทั้งสองฝ่ายแล้ว",
            _SMALL,
        ),
    )
    return Panel(Stack(content), fill=PAPER, border=LINE, padding=9)


def _signatures(grn: Grn) -> Block:
    return signatures(((f"ผู้ส่งมอบ {grn.producer.name_th}", ""), ("ผู้รับ", grn.received_by)))
