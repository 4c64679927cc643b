"""The foot of the bill: what it comes to, how it was paid, which VAT is in it."""

from collections.abc import Iterator

from otop_pos.documents.block import Block, Gap, Pair, Text
from otop_pos.documents.slip import Slip
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import PAYMENT_METHODS, Payment
from otop_pos.domain.sale import DocumentType, Sale, VatTotal
from otop_pos.domain.vat import VatClass

VAT_INCLUDED = "ราคารวมภาษีมูลค่าเพิ่มแล้ว (VAT INCLUDED)"
"""Must stand at the total of an abbreviated tax invoice (Revenue Code s.86/6)."""
_WITHOUT_VAT = {
    VatClass.EX81: ("มูลค่ายกเว้นภาษี", "VAT exempt"),
    VatClass.Z0: ("มูลค่าอัตราภาษี 0%", "Zero-rated"),
    VatClass.NONVAT: ("มูลค่าไม่มี VAT", "Without VAT"),
    VatClass.V7: ("มูลค่าไม่มี VAT", "Without VAT"),  # sold for a maker who is not registered
}


def total_blocks(sale: Sale, slip: Slip, has_vat: bool) -> Iterator[Block]:
    yield from _sums(sale, slip)
    if has_vat:
        yield Text(VAT_INCLUDED, slip.small, "right")
    yield Gap(4)
    # Beside an exchange, rounding stands as a tender of no coins at all: nobody handed anything over.
    for payment in [each for each in sale.payments if each.tendered] or sale.payments:
        yield from _payment(payment, sale, slip)
    if has_vat:
        yield Gap(4)
        for total in sale.vats:
            yield from _vat(total, slip)


def _sums(sale: Sale, slip: Slip) -> Iterator[Block]:
    say = slip.say
    count = say(f"รวม {len(sale.lines)} รายการ", f"Subtotal ({len(sale.lines)})")
    yield Pair(count, format_baht(abs(sale.gross)), slip.body)
    if sale.discount:
        yield Pair(say("ส่วนลด", "Discount"), format_baht(-abs(sale.discount)), slip.body)
    if sale.rounding:
        # On a return the amounts stand without sign; rounding then goes the other way.
        rounding = -sale.rounding if sale.doc_type is DocumentType.REFUND else sale.rounding
        yield Pair(say("ปัดเศษ", "Rounding"), format_baht(rounding), slip.body)
    label = say("ยอดคืนเงิน", "Refund") if sale.doc_type is DocumentType.REFUND else say("ยอดสุทธิ", "Total")
    yield Pair(f"{label} ({say('บาท', 'THB')})", format_baht(abs(sale.total)), slip.strong, slip.large)


def _payment(payment: Payment, sale: Sale, slip: Slip) -> Iterator[Block]:
    method = PAYMENT_METHODS[payment.method]
    name = slip.say(method.name_th, method.name_en)
    if sale.doc_type is DocumentType.REFUND and not method.is_internal:
        name = slip.say(f"คืนเป็น{method.name_th}", f"Paid back: {method.name_en}")
    yield Pair(name, format_baht(abs(payment.tendered)), slip.body)
    if payment.reference:
        named = slip.say("กับใบเลขที่", "with no.") if method.is_internal else slip.say("อ้างอิง", "ref.")
        yield Pair(f"{named} {payment.reference}", "", slip.small, indent=8)
    if payment.change:
        yield Pair(slip.say("เงินทอน", "Change"), format_baht(payment.change), slip.strong)


def _vat(total: VatTotal, slip: Slip) -> Iterator[Block]:
    if not total.rate_bp:
        yield Pair(slip.say(*_WITHOUT_VAT[total.vat_class]), format_baht(abs(total.gross)), slip.small)
        return
    yield Pair(slip.say("มูลค่าสินค้าก่อนภาษี", "Before VAT"), format_baht(abs(total.net)), slip.small)
    rate = f"{total.rate_bp / 100:g}%"
    yield Pair(f"{slip.say('ภาษีมูลค่าเพิ่ม', 'VAT')} {rate}", format_baht(abs(total.vat)), slip.small)
