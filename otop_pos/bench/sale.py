"""Figures of selling: a durable commit beside hand-written SQL, and as history grows."""

import random
from collections.abc import Callable

from otop_pos.bench.floor_sale import HandWrittenSale
from otop_pos.bench.measure import Figure, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.domain.thai_date import local_date
from otop_pos.services.till import current_session


def sale_commit(scale: Scale) -> Figure:
    """`confirm_sale` of three lines of three lots, cash, against the same rows by hand."""
    shop = bench_shop(scale.products, scale.lines)
    ours, floor = _seller(shop), _floor(shop)
    return compare("sale commit", "3 lines, cash, durable", ours, floor, target=4, rounds=scale.rounds * 4)


def sale_growth(scale: Scale) -> Figure:
    """The same with all the history, against no history."""
    ours = _seller(bench_shop(scale.products, scale.lines))
    floor = _seller(bench_shop(scale.products, 0))
    return compare("sale, long history", "against an empty past", ours, floor, target=1.2, rounds=scale.rounds * 4)


def _seller(shop: BenchShop) -> Callable[[], object]:
    rng = random.Random(7)
    return lambda: shop.sell(shop.basket(rng))


def _floor(shop: BenchShop) -> Callable[[], object]:
    opened = shop.database.run(current_session, "CM02")
    if opened is None:
        raise RuntimeError("the till of the floor is not open")
    driver = shop.database.engine.raw_connection().driver_connection
    hand, rng = HandWrittenSale(driver, "CM02", opened.id, shop.now, local_date(shop.now)), random.Random(8)
    return lambda: hand.write(shop.basket(rng))
