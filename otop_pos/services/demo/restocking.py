"""Makers of the demo shop who bring more of what has sold."""

import random
from collections.abc import Sequence
from datetime import date, datetime

from otop_pos.db.database import Database
from otop_pos.domain.quantity import ONE
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.thai_date import local_date
from otop_pos.services.demo.catalogue import DemoGoods
from otop_pos.services.demo.delivery import delivered_line, with_rejects
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.receiving import post_delivery
from otop_pos.services.stock import list_lots

_ALL_LOTS = 1_000_000
_LOW = 0.4
"""Of the first delivery: less on the shelf and the shop telephones."""
_LATE_PAPERS = 0.6
"""How often goods that lie unreceived stay so for another day."""
_REJECTED = 0.12
_NEW_GOODS = 24 * ONE


def wanted_goods(database: Database, shop: DemoShop, rng: random.Random) -> dict[int, list[DemoGoods]]:
    """Goods that run low, by producer id; the neediest producer first."""
    on_hand: dict[int, int] = {}
    for lot in database.run(list_lots, "", _ALL_LOTS):
        on_hand[lot.product.id] = on_hand.get(lot.product.id, 0) + lot.on_hand
    low: dict[int, list[DemoGoods]] = {}
    for each in shop.goods:
        if _runs_low(each, on_hand.get(each.product.id, 0), rng):
            low.setdefault(each.product.producer_id, []).append(each)
    return dict(sorted(low.items(), key=lambda item: -len(item[1])))


def bring(database: Database, shop: DemoShop, goods: Sequence[DemoGoods], at: datetime, rng: random.Random) -> Grn:
    """One maker's goods, received and posted."""
    lines = tuple(_line(each, local_date(at), rng) for each in goods)
    delivery = Delivery(goods[0].product.producer_id, lines)
    return database.run(post_delivery, delivery, user=shop.clerk, at=at)


def some_of(shop: DemoShop, producer_id: int, rng: random.Random) -> list[DemoGoods]:
    """A maker who comes by without being called brings one to three things."""
    own = [each for each in shop.goods if each.product.producer_id == producer_id and each.first_delivery]
    return rng.sample(own, min(rng.randint(1, 3), len(own)))


def _runs_low(goods: DemoGoods, on_hand: int, rng: random.Random) -> bool:
    if not goods.first_delivery:
        return on_hand == 0 and rng.random() > _LATE_PAPERS
    return on_hand < goods.first_delivery * _LOW


def _line(goods: DemoGoods, on: date, rng: random.Random) -> DeliveryLine:
    usual = goods.first_delivery or _NEW_GOODS
    qty = max(round(usual * rng.uniform(0.4, 0.8) / ONE), 1) * ONE
    line = delivered_line(goods.product, qty, on)
    return with_rejects(line, goods.product, rng) if rng.random() < _REJECTED else line
