"""What a maker brings: lines with batch, dates and agreed value, now and then a piece that is not accepted."""

import random
from dataclasses import replace
from datetime import date, timedelta

from otop_pos.domain.money import BAHT, half_up
from otop_pos.domain.numbering import series_year
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import ONE
from otop_pos.domain.receiving import DeliveryLine

_AGREED_PERCENT = 65
"""Of the price: what the maker is paid for a piece that is lost or broken in the shop."""
_LONGEST_ON_THE_ROAD = 40
"""Days from the making to the shop's door."""

_REJECT_REASONS = {
    Category.FOOD: ("ถุงรั่ว", "ฉลากไม่มีวันหมดอายุ", "ซีลไม่สนิท"),
    Category.DRINK: ("ฝาปิดไม่สนิท", "ฉลากลอก", "กล่องบุบ"),
    Category.CLOTH: ("ตะเข็บหลุด", "สีตก", "มีรอยด่าง"),
    Category.CRAFT: ("มีรอยตำหนิ", "แตกหักระหว่างทาง", "งานไม่เรียบร้อย"),
    Category.HERB: ("ฝาแตก", "ไม่มีเลขจดแจ้งบนฉลาก", "กลิ่นผิดปกติ"),
}


def delivered_line(product: Product, qty: int, on: date) -> DeliveryLine:
    """All accepted; `qty` in thousandths. What expires has at most a sixth of its life behind it."""
    made_on = expires_on = None
    batch = ""
    if product.shelf_life_days is not None:
        ago = 2 + product.id * 7 % _LONGEST_ON_THE_ROAD
        made_on = on - timedelta(days=min(product.shelf_life_days // 6, ago))
        expires_on = made_on + timedelta(days=product.shelf_life_days)
        batch = f"{series_year(made_on):02d}{made_on:%m%d}"
    agreed = half_up(product.price * _AGREED_PERCENT, 100 * BAHT) * BAHT
    return DeliveryLine(product.id, qty, qty, product.price, "", batch, made_on, expires_on, agreed)


def with_rejects(line: DeliveryLine, product: Product, rng: random.Random) -> DeliveryLine:
    """One or two of what was brought go home again, with the reason."""
    refused = min(rng.choice((1, 1, 2)) * ONE, line.declared - ONE)
    if refused <= 0:
        return line
    reason = rng.choice(_REJECT_REASONS[product.category])
    return replace(line, accepted=line.declared - refused, reject_reason=reason)
