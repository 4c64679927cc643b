"""Customers of the demo shop who bring something back."""

import random
from collections.abc import Mapping, Sequence

from otop_pos.domain.payment import CASH, PAYMENT_METHODS
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import ONE, Unit
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Sale, SaleLine
from otop_pos.services.demo.paying import reference

_CHANGED_MIND = ("ลูกค้าเปลี่ยนใจ", "ซื้อซ้ำกับเพื่อน", "คิดจำนวนผิด")
_REASONS = {
    Category.CLOTH: (("ขนาดไม่พอดี", False), ("สีไม่ตรงใจ", False), ("ตะเข็บหลุด", True)),
    Category.CRAFT: (("มีรอยตำหนิ", True), ("ขนาดไม่พอดี", False), ("ชำรุดตั้งแต่ซื้อ", True)),
}
_SPOILT = (("ถุงรั่ว", True), ("ฝาปิดไม่สนิท", True), ("ฉลากลอก", True))
_WHOLE_BILL = 0.25


def give_back(sale: Sale, categories: Mapping[str, Category], rng: random.Random) -> Refund | None:
    """All that is left of the bill, or some of one line; paid back the way most of it was paid.

    `categories` by sku. None when everything was brought back before.
    """
    open_lines = [line for line in sale.lines if line.left > 0]
    if not open_lines:
        return None
    if rng.random() < _WHOLE_BILL:
        lines: Sequence[RefundLine] = [RefundLine(line.line_no, line.left) for line in open_lines]
        reason = rng.choice(_CHANGED_MIND)
    else:
        picked = rng.choice(open_lines)
        reason, is_damaged = rng.choice(_REASONS.get(categories[picked.sku], _SPOILT))
        lines = [RefundLine(picked.line_no, _part_of(picked, rng), is_damaged)]
    paid = [payment for payment in sale.payments if not PAYMENT_METHODS[payment.method].is_internal]
    method = max(paid, key=lambda payment: payment.amount).method if paid else CASH
    number = reference(method, rng) if PAYMENT_METHODS[method].needs_reference else ""
    return Refund(sale.doc_no, tuple(lines), reason, method, number)


def _part_of(line: SaleLine, rng: random.Random) -> int:
    if not Unit(line.unit).is_whole:
        return line.left
    return rng.randint(1, line.left // ONE) * ONE
