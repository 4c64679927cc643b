"""Figures of selling: a durable commit beside hand-written SQL, and as history grows."""

import random
from collections.abc import Callable

from otop_pos.bench.floor_sale import HandWrittenSale
from otop_pos.bench.making import ENOUGH
from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, shop_copy
from otop_pos.services.till import current_session


def sale_commit(scale: Scale) -> Figure:
    """`confirm_sale` of three lines of three lots, cash, against the same rows by hand."""
    goal = Goal("sale commit", f"3 lines, cash, durable, {scale.lines:,} lines before", target=4)
    with shop_copy(scale.products, scale.lines) as shop:
        return compare(goal, _seller(shop), _by_hand(shop), rounds=scale.rounds * 4)


def sale_growth(scale: Scale) -> Figure:
    """The same with all the history, against no history."""
    goal = Goal("sale, long history", f"{scale.lines:,} lines before, against none", target=1.2)
    with shop_copy(scale.products, scale.lines) as shop, shop_copy(scale.products, 0) as new_shop:
        return compare(goal, _seller(shop), _seller(new_shop), rounds=scale.rounds * 4)


def _seller(shop: BenchShop) -> Callable[[], object]:
    rng = random.Random(7)
    return lambda: shop.sell(shop.basket(rng))


def _by_hand(shop: BenchShop) -> Callable[[], object]:
    hand, rng = by_hand(shop), random.Random(7)
    return lambda: hand.write(shop.basket(rng), ENOUGH.amount)


def by_hand(shop: BenchShop) -> HandWrittenSale:
    """At the second till: one till's numbers belong to one writer."""
    opened = shop.database.run(current_session, "CM02")
    if opened is None:
        raise RuntimeError("the till of the floor is not open")
    return HandWrittenSale(shop.driver(), "CM02", opened.id, shop.now, opened.business_date)
