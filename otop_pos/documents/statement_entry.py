"""What makes up a statement's sum: goods sold and brought back, and everything else, line by line."""

from collections.abc import Callable, Iterator, Sequence

from otop_pos.documents.block import Block, Facts, Figure, Gap, Stack, Text
from otop_pos.documents.page_flow import Section
from otop_pos.documents.palette import GREEN, HEAD, INDIGO, INK, INK_2, RED, WARNING
from otop_pos.documents.picture import Photos, Picture, photo_of, pictured
from otop_pos.documents.sheet import Style
from otop_pos.documents.table import Column, Row, head_row
from otop_pos.documents.wording import Wording
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.money import format_baht
from otop_pos.domain.thai_date import format_short

MOST_LINES = 5
"""Of each text in a row: the longest that can be stored must not push a row off its page."""
BODY = Style(9, colour=INK)
STRONG = Style(9, "semibold", INK)
SMALL = Style(7.5, colour=INK_2)
TITLE = Style(12, "semibold", INDIGO)
NOTHING = "–"

GOODS = (
    Column("วันที่ · ล็อต", 46, english="Date · lot"),
    Column("สินค้า · ใบเสร็จ", english="Goods · receipt"),
    Column("ราคาเต็ม", 60, "right", "Full price"),
    Column("ส่วนลด", 50, "right", "Discount"),
    Column("ลูกค้าจ่าย", 48, "right", "Net"),
    Column("ค่าฝากขาย", 46, "right", "Commission"),
    Column("ภาษี VAT", 40, "right", "VAT"),
    Column("คุณได้", 51, "right", "Your part"),
)
OTHERS = (
    Column("วันที่", 44, english="Date"),
    Column("รายการ", english="What"),
    Column("เลขที่เอกสาร", 110, english="Document"),
    Column("จำนวนเงิน", 70, "right", "Amount"),
)
_KINDS = {
    EntryKind.SALE: ("ขายได้", "Sold"),
    EntryKind.REFUND: ("ลูกค้านำมาคืน", "Returned by a customer"),
    EntryKind.FEE: ("ค่าธรรมเนียม", "Fee"),
    EntryKind.ADJUST: ("ปรับยอด", "Adjustment"),
    EntryKind.LOSS_COMP: ("ค่าชดใช้สินค้าหายหรือเสียหาย", "Paid for loss or damage"),
    EntryKind.WHT: ("ภาษีหัก ณ ที่จ่าย", "Tax withheld"),
    EntryKind.PAYOUT: ("ศูนย์จ่ายเงินให้คุณ", "Paid to you"),
    EntryKind.PAYOUT_REVERSAL: ("ยกเลิกการจ่าย", "Payment taken back"),
}


def title(name: tuple[str, str], hint: tuple[str, str], words: Wording) -> Block:
    """A section's name and what it is, in a few words; each (Thai, English)."""
    return Stack((Text(words.line(*name), TITLE, most=1), words.block(*hint, SMALL, most=2), Gap(3)))


def goods_section(heading: Block, entries: Sequence[LedgerEntry], photos: Photos, words: Wording) -> Section:
    """Sales or refunds of goods, with their economics."""
    rows = [_goods_row(entry, photos, words) for entry in entries]
    return Section(rows, heading, head_row(GOODS, language=words.language), _goods_total(entries, words))


def other_section(heading: Block, entries: Sequence[LedgerEntry], words: Wording) -> Section:
    """Entries of which only an amount, a paper and a remark are to be said."""
    rows = [_other_row(entry, words) for entry in entries]
    cells = ("", words.line("รวม", "Total"), "", format_baht(sum(entry.amount for entry in entries)))
    total = Row(OTHERS, cells, STRONG, fill=HEAD) if len(entries) > 1 else None
    return Section(rows, heading, head_row(OTHERS, language=words.language), total)


def _goods_row(entry: LedgerEntry, photos: Photos, words: Wording) -> Row:
    said = pictured(
        Picture(entry.name_th, photo_of(photos, entry.photo_id)),
        words.block(entry.name_th, entry.name_en, STRONG, most=MOST_LINES),
        *_goods_details(entry, words),
    )
    mine = Style(9, "semibold", GREEN if entry.amount >= 0 else RED)
    lot = human_digits(entry.lot_code) if entry.lot_code else NOTHING
    cells = (
        Stack((Text(format_short(entry.business_date), BODY), Figure(lot, SMALL, "left"))),
        said,
        Stack((Figure(format_baht(entry.gross), BODY), Figure(_times(entry, words), SMALL))),
        _discount(entry, words),
        format_baht(entry.net),
        format_baht(entry.commission),
        format_baht(entry.vat_centre) if entry.vat_centre else NOTHING,
        Figure(format_baht(entry.amount), mine),
    )
    return Row(GOODS, cells, BODY)


def _goods_details(entry: LedgerEntry, words: Wording) -> Iterator[Block]:
    if entry.kind is EntryKind.REFUND:
        yield Text(f"ใบคืน {entry.doc_no}", SMALL, most=2)
        yield Text(f"จากใบเสร็จ {entry.sale_no}", SMALL, most=2)
    else:
        yield Text(f"ใบเสร็จ {entry.doc_no}", SMALL, most=2)
    if entry.remark:
        yield Text(entry.remark, SMALL, most=MOST_LINES)
    if entry.is_late:
        late = words.line("ลงบัญชีหลังตัดยอดงวดก่อน", "Booked after the last cut-off")
        yield Text(late, Style(7.5, "semibold", WARNING), most=2)


def _times(entry: LedgerEntry, words: Wording) -> str:
    return f"{words.quantity(entry.qty, entry.unit)} × {format_baht(entry.unit_price)}"


def _discount(entry: LedgerEntry, words: Wording) -> Block:
    """How much, and who gave it up."""
    centre, producer = entry.disc_centre, entry.disc_producer
    if not centre and not producer:
        return Figure(NOTHING, BODY)
    lines: list[Block] = [Figure(format_baht(centre + producer), BODY)]
    if centre and producer:
        lines += [Figure(f"ศูนย์ {format_baht(centre)}", SMALL), Figure(f"คุณ {format_baht(producer)}", SMALL)]
    else:
        lines.append(Figure(words.line("ศูนย์รับเอง", "ours") if centre else words.line("หักจากคุณ", "yours"), SMALL))
    return Stack(lines)


def _goods_total(entries: Sequence[LedgerEntry], words: Wording) -> Row:
    parts: tuple[Callable[[LedgerEntry], int], ...] = (
        lambda entry: entry.gross,
        lambda entry: entry.disc_centre + entry.disc_producer,
        lambda entry: entry.net,
        lambda entry: entry.commission,
        lambda entry: entry.vat_centre,
        lambda entry: entry.amount,
    )
    figures = [format_baht(sum(map(part, entries))) for part in parts]
    said = Text(f"{words.line('รวม', 'Total')} {len(entries):,} {words.line('รายการ', 'entries')}", STRONG)
    return Row(GOODS, ("", said, *figures), STRONG, fill=HEAD)


def _other_row(entry: LedgerEntry, words: Wording) -> Row:
    said = [Text(words.line(*_KINDS[entry.kind]), STRONG, most=MOST_LINES)]
    details = tuple(_other_details(entry, words))
    blocks: list[Block] = [*said, *((Facts(details, SMALL, MOST_LINES),) if details else ())]
    is_loss = entry.amount < 0 and entry.kind not in (EntryKind.PAYOUT, EntryKind.WHT)
    style = Style(9, "semibold", RED) if is_loss else STRONG
    cells = (format_short(entry.business_date), Stack(blocks), entry.doc_no, Figure(format_baht(entry.amount), style))
    return Row(OTHERS, cells, BODY)


def _other_details(entry: LedgerEntry, words: Wording) -> Iterator[str]:
    if entry.name_th:
        yield words.line(entry.name_th, entry.name_en)
    if entry.qty:
        yield words.quantity(entry.qty, entry.unit)
    if entry.lot_code:
        yield f"{words.line('ล็อต', 'Lot')} {human_digits(entry.lot_code)}"
    if entry.remark:
        yield entry.remark
    if entry.is_late:
        yield words.line("ลงบัญชีหลังตัดยอดงวดก่อน", "Booked after the last cut-off")
