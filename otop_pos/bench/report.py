"""Figures of the daily summary: beside the bare groupings, and as history grows."""

from collections.abc import Callable

from otop_pos.bench.measure import Figure, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.services.report import summarise_day

_OF_DAY = "JOIN sale ON sale.id = sale_id WHERE business_date = ?"
_FLOOR = (
    "SELECT doc_type, COUNT(*), SUM(gross), SUM(net), SUM(vat) FROM sale WHERE business_date = ? GROUP BY doc_type",
    "SELECT local_hour, SUM(net) FROM sale WHERE business_date = ? GROUP BY local_hour",
    f"SELECT method, SUM(amount) FROM payment {_OF_DAY} GROUP BY method",
    f"SELECT product_id, SUM(sale_line.net) FROM sale_line {_OF_DAY} GROUP BY product_id",
    f"SELECT SUM(due), SUM(commission), SUM(vat_centre) FROM sale_alloc {_OF_DAY}",
    f"SELECT vat_class, SUM(sale_vat.vat) FROM sale_vat {_OF_DAY} GROUP BY vat_class",
)
"""The groupings of a day, with the driver alone."""


def daily_summary(scale: Scale) -> Figure:
    shop = bench_shop(scale.products, scale.lines)
    what = f"a 1,000-sale day in {scale.lines:,} lines"
    return compare("daily summary", what, _summary(shop), _groupings(shop), target=2, rounds=scale.rounds // 3)


def summary_growth(scale: Scale) -> Figure:
    """The same day inside the whole history, against inside a tenth of it."""
    ours = _summary(bench_shop(scale.products, scale.lines))
    floor = _summary(bench_shop(scale.products, scale.lines // 10))
    return compare("summary, history ×10", "against a tenth", ours, floor, target=1.3, rounds=scale.rounds // 3)


def _summary(shop: BenchShop) -> Callable[[], object]:
    return lambda: shop.database.run(summarise_day, shop.past_day)


def _groupings(shop: BenchShop) -> Callable[[], object]:
    driver = shop.database.engine.raw_connection().driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    day = (shop.past_day.isoformat(),)
    return lambda: [driver.execute(statement, day).fetchall() for statement in _FLOOR]
