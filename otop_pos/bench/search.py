"""Figures of finding goods: per keystroke, beside the SQL alone."""

from collections.abc import Callable
from itertools import cycle

from otop_pos.bench.measure import Figure, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import bench_shop
from otop_pos.domain.thai_date import local_date
from otop_pos.services.sale import find_offers, search_offers

TYPED = ("น", "น้ำ", "น้ำผึ้ง", "indigo", "ลายหงส์", "rose t", "กลุ่มแม่บ้านที่ 12", "ไม่มีของนี้")
_SQL = "SELECT id, name_th FROM product WHERE active AND search LIKE '%' || ? || '%' ORDER BY name_th LIMIT 30"


def search(scale: Scale) -> Figure:
    shop = bench_shop(scale.products, 0)
    day, driver = local_date(shop.now), shop.database.engine.raw_connection().driver_connection
    what = f"a keystroke among {scale.products:,} products"
    ours = _each(lambda text: shop.database.run(search_offers, text, on=day))
    floor = _each(lambda text: driver.execute(_SQL, (text,)).fetchall() if driver else None)
    return compare("search", what, ours, floor, target=2, rounds=len(TYPED) * max(scale.rounds // 12, 2))


def look_up(scale: Scale) -> Figure:
    """A scanned lot label to its offer, against one indexed SELECT of the same columns' tables."""
    shop = bench_shop(scale.products, 0)
    day, driver = local_date(shop.now), shop.database.engine.raw_connection().driver_connection
    codes = [offer.lot_code for offer in shop.offers]
    sql = (
        "SELECT * FROM lot JOIN lot_balance ON lot_id = lot.id JOIN product ON product.id = product_id "
        "JOIN producer ON producer.id = lot.producer_id JOIN agreement ON agreement.id = agreement_id "
        "WHERE lot.code = ?"
    )
    ours = _each(lambda code: shop.database.run(find_offers, code, on=day), codes)
    floor = _each(lambda code: driver.execute(sql, (code,)).fetchall() if driver else None, codes)
    return compare("scan look-up", "a lot label to its offer", ours, floor, target=60, rounds=scale.rounds * 4)


def _each(look: Callable[[str], object], words: tuple[str, ...] | list[str] = TYPED) -> Callable[[], object]:
    turn = cycle(words)
    return lambda: look(next(turn))
