"""The head of every A4 paper: whose it is at the left, what it is at the right; and who it is for."""

from collections.abc import Iterator, Sequence

from otop_pos.documents.block import Block, Columns, Gap, Panel, Rule, Stack, Text
from otop_pos.documents.palette import DEEP_INDIGO, INDIGO, INK, INK_2, LINE, PAPER
from otop_pos.documents.sheet import Style
from otop_pos.documents.wording import Wording
from otop_pos.domain.producer import PRODUCER_KIND_TH, Producer
from otop_pos.domain.shop import Shop

BODY = Style(9.5, colour=INK, leading=1.45)
STRONG = Style(9.5, "semibold", INK, leading=1.45)
SMALL = Style(8.5, colour=INK_2)
LABEL = Style(8, "semibold", INDIGO, leading=1.55)
NAME = Style(11.5, "semibold", INK)
NUMBER = Style(11, "semibold", INK)
COPY = Style(10, "semibold", INDIGO)
_TITLE = 19.0
_ROOM = 220.0


def heading(shop: Shop, title: str, english: str, facts: Sequence[tuple[str, Style]], words: Wording) -> Block:
    """`facts`: number, day, copy mark … below the title, each a text with its style."""
    size = _TITLE if len(title) < 24 else _TITLE * 0.8
    right: list[Block] = [
        Text(title, Style(size, "bold", INDIGO), "right"),
        Text(english, SMALL, "right"),
        Gap(3),
        *(Text(text, style, "right", most=3) for text, style in facts if text),
    ]
    return Columns((Stack(tuple(_seller(shop, words))), Stack(right)), (0, _ROOM), gap=16)


def _seller(shop: Shop, words: Wording) -> Iterator[Block]:
    yield Text(shop.name_th, Style(14, "bold", DEEP_INDIGO), most=2)
    if words.is_both and shop.name_en:
        yield Text(shop.name_en, Style(10, "semibold", DEEP_INDIGO), most=2)
    yield Gap(2)
    for text in (shop.legal_name, shop.address_th, shop.address_en if words.is_both else ""):
        if text:
            yield Text(text, SMALL, most=3)
    tax = words.line("เลขประจำตัวผู้เสียภาษี", "Tax ID")
    yield Text(f"{tax} {shop.tax_id}" + (f" · โทร. {shop.phone}" if shop.phone else ""), SMALL)


def running_head(title: str, producer: Producer) -> Block:
    """At the top of the second page and those after it."""
    name = Text(f"{producer.code} {producer.name_th}", BODY, "right", most=1)
    return Stack((Columns((Text(title, STRONG, most=1), name), (0, 0), gap=12), Rule(LINE, 0.8, 8), Gap(2)))


def producer_blocks(producer: Producer, label: str, words: Wording) -> Iterator[Block]:
    yield Text(label, LABEL)
    yield words.block(producer.name_th, producer.name_en, NAME, most=3)
    yield Text(f"{producer.code} · {PRODUCER_KIND_TH[producer.kind]}", BODY)
    place = words.line(producer.place.full_th, producer.place.full_en)
    for text in (producer.address, place):
        if text:
            yield Text(text, BODY, most=3)
    if producer.phone:
        yield Text(f"โทร. {producer.phone}", BODY)
    if producer.tax_id:
        yield Text(f"{words.line('เลขประจำตัวผู้เสียภาษี', 'Tax ID')} {producer.tax_id}", SMALL)


def card(blocks: Sequence[Block]) -> Panel:
    return Panel(Stack(tuple(blocks)), fill=PAPER, border=LINE, padding=10)
