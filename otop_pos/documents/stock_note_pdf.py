"""Stock notes on A4: goods that left the shelf unsold, or came back to it, signed by those it concerns."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

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
from otop_pos.documents.page_flow import Flow
from otop_pos.documents.palette import GREEN, INDIGO_TINT, INK, LINE, PAPER, RED
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.picture import Photos, Picture, photo_of, pictured
from otop_pos.documents.sheet import Imprint, Sheet, Style
from otop_pos.documents.signature import signatures
from otop_pos.documents.stock_note_word import (
    BUCKETS,
    WORDS,
    cause_of,
    has_value,
    is_reversal,
    loss_words,
    sentence_of,
    title_of,
)
from otop_pos.documents.table import Column, Row, head_row
from otop_pos.documents.training_mark import training_mark
from otop_pos.documents.wording import Wording
from otop_pos.domain.baht_words import baht_words
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity, times
from otop_pos.domain.shop import Shop
from otop_pos.domain.stock_note import NoteKind, StockNote, StockNoteLine
from otop_pos.domain.thai_date import format_long, to_local

CANCELLED = "ยกเลิก"
_MOST_LINES = 6
_NO_PHOTOS: Mapping[UUID, bytes] = MappingProxyType({})
_NUMBER = Column("#", 14, "right")
_GOODS = Column("สินค้า", english="Goods")
_STATE = Column("สภาพ · ที่เก็บ", 68, english="Condition · place")
_QTY = Column("จำนวน", 54, "right", "Quantity")
_PRICE = Column("ราคาขาย", 54, "right", "Price")
_VALUE = Column("ตกลงชดใช้/หน่วย", 56, "right", "Agreed value")
_PAID = Column("เงินชดใช้", 54, "right", "Compensation")
_DAYS = Column("อยู่มา (วัน)", 44, "right", "Days here")
_TINY = Style(8, colour=SMALL.colour)


def stock_note_pdf(
    note: StockNote,
    shop: Shop,
    photos: Mapping[UUID, bytes] = _NO_PHOTOS,
    language: PaperLanguage = "th",
    copy: str = "ต้นฉบับ",
) -> bytes:
    """Any kind of note; one that was reversed says ยกเลิก across, and by which note."""
    words = Wording(language)
    name = f"{title_of(note)[0]} {note.doc_no}"
    stamp = CANCELLED if note.reversed_by else ""
    columns = tuple(_columns(note))
    imprint = Imprint(name, shop.name_th, "th", to_local(note.posted_at), training_mark(shop), stamp)
    sheet = Sheet(imprint)
    Flow(
        opening=Stack((_heading(note, shop, copy, words), Gap(10), _parties(note, words), Gap(10))),
        running=running_head(name, note.producer),
        table_head=head_row(columns, language=language),
        rows=[_row(columns, note, line, photos, words) for line in note.lines],
        closing=Stack(tuple(_closing(note, words))),
        foot=f"{name} · {shop.name_th}",
        language=language,
    ).draw(sheet)
    return sheet.finish()


def _columns(note: StockNote) -> Iterator[Column]:
    yield from (_NUMBER, _GOODS, _STATE, _QTY, _PRICE)
    if has_value(note):
        yield from (_VALUE, _PAID)
    yield _DAYS


def _heading(note: StockNote, shop: Shop, copy: str, words: Wording) -> Block:
    posted, (thai, english) = to_local(note.posted_at), title_of(note)
    facts = (
        (f"เลขที่ {note.doc_no}", NUMBER),
        (f"วันที่ {format_long(posted.date())} · {posted:%H:%M} น.", BODY),
        (copy, COPY),
        (f"กลับรายการใบเลขที่ {note.reverses}" if note.reverses else "", STRONG),
        (f"ยกเลิกแล้วโดยใบเลขที่ {note.reversed_by}" if note.reversed_by else "", Style(9.5, "semibold", RED)),
    )
    return heading(shop, thai, english, facts, words)


def _parties(note: StockNote, words: Wording) -> Block:
    producer = card(tuple(producer_blocks(note.producer, words.line("ผู้ผลิต", "Producer"), words)))
    reason: list[Block] = [
        Text(words.line("เหตุผล", "Reason"), LABEL),
        Text(note.reason or "–", NAME, most=6),
        Gap(4),
        words.block(*sentence_of(note), BODY),
    ]
    loss = loss_words(note)
    if loss is not None:
        reason += [Gap(3), words.block(*loss, STRONG)]
    return Cards((producer, Panel(Stack(reason), fill=INDIGO_TINT, padding=10)), (0, 0), gap=10)


def _row(columns: Sequence[Column], note: StockNote, line: StockNoteLine, photos: Photos, words: Wording) -> Row:
    product = line.product
    origin = (f"ล็อต {human_digits(line.lot_code)}", f"ใบรับ {line.grn_no}" if line.grn_no else "")
    said = pictured(
        Picture(product.name_th, photo_of(photos, product.photo_id)),
        words.block(product.name_th, product.name_en, STRONG, most=_MOST_LINES),
        *(Text(text, _TINY, most=2) for text in origin if text),
    )
    cells: list[str | Block] = [
        str(line.line_no),
        said,
        _state(line, words),
        Figure(f"{_signed(note, line)} {words.unit(product.unit)}", STRONG),
        format_baht(line.price),
    ]
    if has_value(note):
        paid = Style(9.5, "semibold", GREEN if line.compensation >= 0 else RED)
        cells += [
            format_baht(line.agreed_value) if line.agreed_value else "–",
            Figure(format_baht(line.compensation) if line.compensation else "–", paid),
        ]
    return Row(columns, (*cells, f"{line.days_here:,}"), Style(9.5, colour=INK))


def _is_signed(note: StockNote) -> bool:
    """Where both ways occur, and where a note is taken back, the sign is the shelf's; else the quantity alone
    says it."""
    return note.kind in (NoteKind.COUNT, NoteKind.CORRECTION) or is_reversal(note)


def _signed(note: StockNote, line: StockNoteLine) -> str:
    if not _is_signed(note):
        return format_quantity(abs(line.qty), line.product.unit)
    change = -line.qty
    return ("+" if change > 0 else "") + format_quantity(change, line.product.unit)


def _value(note: StockNote) -> int:
    """At full price: of what the shelf gained or lost, or of what the note is about."""
    changes = (-line.qty if _is_signed(note) else abs(line.qty) for line in note.lines)
    return sum(times(change, line.price) for change, line in zip(changes, note.lines, strict=True))


def _state(line: StockNoteLine, words: Wording) -> Block:
    place, moved = BUCKETS[line.bucket], line.moved_to
    cause = words.block(*cause_of(line), Style(9.5, "semibold", INK))
    if moved is None:
        return Stack((cause, words.block(*place, _TINY)))
    there = BUCKETS[moved]
    return Stack((cause, words.block(f"{place[0]} → {there[0]}", f"{place[1]} → {there[1]}", _TINY)))


def _closing(note: StockNote, words: Wording) -> Iterator[Block]:
    yield Gap(10)
    figures: list[Block] = [
        Pair(f"มูลค่าตามราคาขาย ({len(note.lines):,} รายการ)", format_baht(_value(note)), BODY, most=2),
    ]
    if has_value(note):
        colour = GREEN if note.compensation >= 0 else RED
        total = Style(15, "bold", colour)
        said = ("เงินชดใช้เพิ่มให้ผู้ผลิต", "Credited") if note.compensation >= 0 else ("หักเงินชดใช้คืน", "Taken back")
        figures += [
            Rule(LINE, 0.8, 8),
            Pair(words.line(*said), format_baht(note.compensation), NAME, total),
            Text(f"({baht_words(note.compensation)})", SMALL, "right"),
        ]
    advice = "โปรดตรวจนับต่อหน้ากันก่อนลงชื่อ เก็บใบนี้ไว้คู่กับใบรับสินค้า"
    notice = words.block(advice, "Please count together before you sign; keep this with the delivery note.", SMALL)
    left = Panel(notice, fill=PAPER, border=LINE, padding=9)
    yield Columns((left, Stack(figures)), (0, 250), gap=16)
    yield Gap(6)
    poster, approver, producer = WORDS[note.kind].roles
    people = [(poster, note.posted_by)]
    if note.approved_by:
        people.append((approver, note.approved_by))
    if producer:
        people.append((producer if note.kind is NoteKind.DONATION else f"{producer} {note.producer.name_th}", ""))
    yield signatures(people)
