"""The customer's slip: receipt, abbreviated tax invoice, or the slip of a return.

Not VAT-registered: ใบเสร็จรับเงิน with the seller's tax id, number, date and goods (Revenue Code s.105, 105 bis).
Registered: ใบเสร็จรับเงิน/ใบกำกับภาษีอย่างย่อ (s.86/6).
"""

from collections.abc import Iterator

from otop_pos.documents.bars import ReceiptBars
from otop_pos.documents.block import Block, Gap, Pair, Panel, Rule, Stack, Text, fitted
from otop_pos.documents.palette import BLACK
from otop_pos.documents.paper_language import PaperLanguage, slip_time
from otop_pos.documents.receipt_customer import customer_blocks
from otop_pos.documents.receipt_line import line_block
from otop_pos.documents.receipt_total import total_blocks
from otop_pos.documents.sheet import MM, Imprint, Sheet
from otop_pos.documents.slip import Slip
from otop_pos.documents.thai_text import NO_BREAK_SPACE
from otop_pos.documents.training_mark import NOT_A_RECEIPT, TRAINING, training_mark
from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.domain.shop import HEAD_OFFICE_BRANCH, Shop, Till
from otop_pos.domain.thai_date import to_local

_TOP, _BOTTOM = 4 * MM, 7 * MM


def receipt_pdf(
    sale: Sale,
    shop: Shop,
    till: Till,
    language: PaperLanguage = "th",
    copy_no: int = 0,
    width_mm: int = 80,
) -> bytes:
    """One page as wide as the roll (80 or 58 mm) and as long as the bill. `copy_no` 0 is the original."""
    slip = Slip(language, width_mm)
    paper = Stack(tuple(_blocks(sale, shop, till, slip, copy_no)))
    title = f"{_title(sale, shop)} {sale.doc_no}"
    spoken = "en" if language == "en" else "th"
    sheet = Sheet(Imprint(title, shop.name_th, spoken, to_local(sale.finished_at), training_mark(shop)))
    sheet.new_page(slip.width, _TOP + paper.height(slip.printed) + _BOTTOM)
    paper.draw(sheet, (slip.width - slip.printed) / 2, _TOP, slip.printed)
    return sheet.finish()


def is_tax_invoice(sale: Sale, shop: Shop) -> bool:
    """Only where the shop itself owes VAT on the sale: an agent may not issue one (Revenue Code s.86/6)."""
    return shop.vat_registered and sale.doc_type is DocumentType.SALE and _has_vat(sale)


def _has_vat(sale: Sale) -> bool:
    return any(total.rate_bp for total in sale.vats)


def _blocks(sale: Sale, shop: Shop, till: Till, slip: Slip, copy_no: int) -> Iterator[Block]:
    rule = Rule(BLACK, 0.7, 9)
    has_vat = shop.vat_registered and _has_vat(sale)
    if shop.is_training:
        yield from _practice(slip)
    yield from _seller(shop, till, slip)
    yield rule
    yield from _heading(sale, shop, slip)
    if copy_no:
        yield Gap(3)
        mark = slip.say(f"สำเนา ครั้งที่ {copy_no}", f"COPY {copy_no}")
        yield Panel(Text(mark, slip.strong, "centre"), border=BLACK, padding=2, radius=2)
    yield Gap(4)
    yield from _facts(sale, till, slip)
    yield from customer_blocks(sale, slip)
    yield rule
    shows_exempt = has_vat and len(sale.vats) > 1
    for line in sale.lines:
        yield line_block(line, slip, shows_exempt)
        yield Gap(2)
    yield rule
    yield from total_blocks(sale, slip, has_vat)
    yield rule
    yield from _foot(sale, slip)
    if shop.is_training:
        yield Gap(4)
        yield from _practice(slip)


def _practice(slip: Slip) -> Iterator[Block]:
    """Above and below: no piece of it passes for a receipt."""
    words = Stack((Text(TRAINING, slip.title, "centre"), *(Text(each, slip.small, "centre") for each in NOT_A_RECEIPT)))
    yield Panel(words, border=BLACK, padding=3, radius=2)
    yield Gap(4)


def _seller(shop: Shop, till: Till, slip: Slip) -> Iterator[Block]:
    yield Text(slip.name(shop.name_th, shop.name_en), slip.title, "centre")
    if slip.language == "th-en" and shop.name_en:
        yield Text(shop.name_en, slip.strong, "centre")
    for text in _seller_lines(shop, till, slip):
        yield Text(text, slip.small, "centre")


def _seller_lines(shop: Shop, till: Till, slip: Slip) -> Iterator[str]:
    if shop.legal_name and shop.legal_name not in (shop.name_th, shop.name_en):
        yield shop.legal_name
    address = slip.name(shop.address_th, shop.address_en)
    if address:
        yield address
    if shop.phone:
        yield f"{slip.say('โทร.', 'Tel.')} {shop.phone}"
    yield f"{slip.say('เลขประจำตัวผู้เสียภาษี', 'Tax ID')}{NO_BREAK_SPACE}{shop.tax_id}"
    if shop.vat_registered:
        machine = f" · POS#{NO_BREAK_SPACE}{till.machine_no}" if till.machine_no else ""
        yield _branch(shop, slip) + machine


def _branch(shop: Shop, slip: Slip) -> str:
    """The Thai words are the legal ones; English only beside them."""
    is_head = shop.branch_no == HEAD_OFFICE_BRANCH
    thai = "สำนักงานใหญ่" if is_head else f"สาขาที่ {shop.branch_no}"
    english = "Head office" if is_head else f"Branch {shop.branch_no}"
    return thai if slip.language == "th" else f"{thai} ({english})"


def _heading(sale: Sale, shop: Shop, slip: Slip) -> Iterator[Block]:
    title = _title(sale, shop)
    yield Text(title, fitted(title, slip.title, slip.printed), "centre")
    if is_tax_invoice(sale, shop):
        yield Text("TAX INVOICE (ABB)", slip.strong, "centre")
    elif slip.language != "th" and not sale.is_void:
        english = "GOODS RETURN AND REFUND" if sale.doc_type is DocumentType.REFUND else "RECEIPT"
        yield Text(english, slip.strong, "centre")


def _title(sale: Sale, shop: Shop) -> str:
    if sale.is_void:
        return "ยกเลิกใบเสร็จ / VOID"
    if sale.doc_type is DocumentType.REFUND:
        return "ใบรับคืนสินค้าและคืนเงิน"
    return "ใบเสร็จรับเงิน/ใบกำกับภาษีอย่างย่อ" if is_tax_invoice(sale, shop) else "ใบเสร็จรับเงิน"


def _facts(sale: Sale, till: Till, slip: Slip) -> Iterator[Block]:
    say = slip.say
    yield Pair(f"{say('เลขที่', 'No.')} {sale.doc_no}", "", slip.strong)
    yield Pair(f"{say('วันที่', 'Date')} {slip_time(sale.finished_at, slip.language)}", "", slip.small)
    yield Pair(f"{say('แคชเชียร์', 'Cashier')} {sale.operator}", f"{say('เครื่อง', 'Till')} {till.code}", slip.small)
    if sale.refers_to:
        yield Gap(2)
        refers = say("ยกเลิกใบเสร็จเลขที่", "Voids receipt no.") if sale.is_void else _refers(slip)
        yield Pair(f"{refers} {sale.refers_to}", "", slip.body)
    if sale.reason:
        yield Pair(f"{say('เหตุผล', 'Reason')}: {sale.reason}", "", slip.small)


def _refers(slip: Slip) -> str:
    return slip.say("อ้างถึงใบเสร็จเลขที่", "For receipt no.")


def _foot(sale: Sale, slip: Slip) -> Iterator[Block]:
    if sale.doc_type is DocumentType.REFUND:
        yield Gap(22)
        yield Text("." * 44, slip.small, "centre")
        yield Text(slip.say("ลายเซ็นผู้รับเงินคืน", "Received by"), slip.small, "centre")
    yield Gap(5)
    yield ReceiptBars(sale.doc_no)
    yield Text(sale.doc_no, slip.small, "centre")
    if sale.doc_type is DocumentType.SALE:
        yield Gap(3)
        yield from _thanks(slip)


def _thanks(slip: Slip) -> Iterator[Block]:
    thai, english = "ขอบคุณที่อุดหนุนสินค้าจากชุมชน", "Thank you for supporting village makers"
    if slip.language != "en":
        yield Text(thai, slip.strong, "centre")
    if slip.language != "th":
        yield Text(english, slip.small, "centre")
