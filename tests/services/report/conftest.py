"""A shop with a past: two months of sales, returns, a second district, goods that nobody wants."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.return_reason import RETURN_REASONS
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.refund import refund_sale
from tests.factories import NOW, TODAY, SmallShop, agreement

LATER = TODAY + timedelta(days=100)


@dataclass(frozen=True)
class PastShop:
    """`first` is 22 November 2026, when everything came in; sales on days 0, 20, 45, 75; `last` is day 100."""

    shop: SmallShop
    potter: Producer
    jar: Product

    @property
    def first(self) -> date:
        return TODAY

    @property
    def last(self) -> date:
        return LATER


def at(days: int) -> datetime:
    return NOW + timedelta(days=days)


@pytest.fixture
def past(shop: SmallShop) -> PastShop:
    potter, jar = _potter(shop)
    sale = shop.sell(("P000001", 2_000), ("P000003", 4_000))
    days = ((20, ("P000001", 3_000)), (45, ("P000003", 5_000)), (75, ("P000002", 2_500)))
    for day, wanted in days:
        shop.close(at=at(day - 1))
        shop.open(at=at(day))
        shop.sell(wanted, at=at(day))
    reason = RETURN_REASONS[0].both
    refund = Refund(sale.doc_no, (RefundLine(1, 1_000),), reason)
    shop.database.run(refund_sale, refund, till=shop.till, user=shop.manager, at=at(75))
    return PastShop(shop, potter, jar)


def _potter(shop: SmallShop) -> tuple[Producer, Product]:
    place = Place("510101", "เวียงยอง", "เมืองลำพูน", "ลำพูน", "Wiang Yong", "Mueang Lamphun", "Lamphun", "51000")
    wanted = Producer("CM-0003", "บ้านดินเผา", "Clay house", place=place)
    potter = shop.database.run(add_producer, wanted)
    shop.database.run(add_agreement, agreement(potter.id, TaxMode.FULL_PRICE, basis_points=4_000))
    product = Product(
        "P000004", "ไหดินเผา", "Clay jar", Category.CRAFT, price=25_000, producer_id=potter.id, topotop=True
    )
    jar = replace(product, id=shop.database.run(add_product, product).id)
    shop.receive(jar, 10_000)
    return potter, jar
