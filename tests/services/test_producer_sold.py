"""How a producer's goods sell: by day and by product, refunds on their own day."""

from datetime import timedelta

from otop_pos.domain.producer_sold import ProducerSold, SoldProduct
from otop_pos.domain.refund import RefundLine
from otop_pos.services.producer_sold import read_sold
from tests.factories import NOW, TODAY, SmallShop


def test_sales_and_refunds_are_told_by_day_and_by_product(shop: SmallShop) -> None:
    tomorrow = TODAY + timedelta(days=1)
    sale = shop.sell(("P000001", 2_000), ("P000002", 1_500), ("P000003", 1_000))
    shop.close()
    shop.open(at=NOW + timedelta(days=1))
    shop.refund(sale, RefundLine(1, 1_000), at=NOW + timedelta(days=1))
    sold = shop.database.run(read_sold, shop.weaver.id, TODAY, tomorrow)
    assert sold.days == ((TODAY, 277_000), (tomorrow, -107_000))
    cloth = SoldProduct(shop.cloth.id, shop.cloth.name_th, shop.cloth.name_en, 1_000, 107_000)
    assert sold.products[0] == cloth
    assert (sold.net, sold.products[1].qty) == (170_000, 1_500)
    assert sold.due == 75_000 + 44_159
    assert shop.database.run(read_sold, shop.weaver.id, tomorrow, tomorrow).net == -107_000
    assert shop.database.run(read_sold, shop.weaver.id, TODAY - timedelta(days=9), TODAY - timedelta(days=1)) == (
        ProducerSold((), (), 0)
    )
