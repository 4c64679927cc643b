"""Figures of finding goods: a code, and a name per keystroke, beside hand-written SQL."""

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any, TypeVar

from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.services.sale import find_offers, search_offers

T = TypeVar("T")

TYPED = ("น้ำผึ้ง", "ลายหงส์", "indigo soap", "rose t", "กลุ่มแม่บ้านที่ 12", "p0123", "ไม่มีของนี้")
"""Any part of a name, its maker or its code; the last one finds nothing."""
KEYSTROKES = tuple(text[:end] for text in TYPED for end in range(1, len(text) + 1))

_OFFER = (
    "SELECT * FROM lot JOIN lot_balance ON lot_id = lot.id AND bucket = 'sellable' "
    "JOIN product ON product.id = lot.product_id JOIN producer ON producer.id = lot.producer_id "
    "JOIN agreement ON agreement.id = agreement_id "
)
_OF_LABEL = f"{_OFFER} WHERE lot.code = ?"
_FOUND = "SELECT id FROM product WHERE active AND search LIKE '%' || ? || '%' ORDER BY name_th LIMIT 30"
_OF_TEXT = f"{_OFFER} WHERE lot_balance.qty > 0 AND lot.product_id IN ({_FOUND}) ORDER BY product.name_th"


def search(scale: Scale) -> Figure:
    """Each keystroke of a few words: with the driver alone the plain way, a LIKE over all products."""
    goal = Goal("search", f"a keystroke among {scale.products:,} products", at_most={"p95": 30})
    with bench_shop(scale.products, 0) as shop:
        ours = each(KEYSTROKES, lambda text: shop.database.run(search_offers, text, on=shop.today))
        return compare(goal, ours, each(KEYSTROKES, query_of_text(shop)), rounds=len(KEYSTROKES) * repeats(scale))


def look_up(scale: Scale) -> Figure:
    """A scanned lot label to its offer."""
    goal = Goal("scan look-up", f"a lot label among {scale.products:,} products", at_most={"p99": 16})
    with bench_shop(scale.products, 0) as shop:
        codes = [offer.lot_code for offer in shop.offers]
        ours = each(codes, lambda code: shop.database.run(find_offers, code, on=shop.today))
        return compare(goal, ours, each(codes, _query(shop, _OF_LABEL)), rounds=scale.rounds * 4)


def query_of_text(shop: BenchShop) -> Callable[[str], object]:
    """The SQL alone: a LIKE over all products, the plain way."""
    return _query(shop, _OF_TEXT)


def each(words: Sequence[str], look: Callable[[str], T]) -> Callable[[], T]:
    """The next word with every call."""
    turn = cycle(words)
    return lambda: look(next(turn))


def repeats(scale: Scale) -> int:
    return max(scale.rounds // 20, 1)


def _query(shop: BenchShop, sql: str) -> Callable[[str], Any]:
    driver = shop.driver()
    return lambda text: driver.execute(sql, (text,)).fetchall()
