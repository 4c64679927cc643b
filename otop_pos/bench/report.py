"""Figures of the daily summary: beside the bare groupings, and as history grows."""

from collections.abc import Callable

from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.services.report import summarise_day

_OF_DAY = "JOIN sale ON sale.id = sale_id WHERE sale.business_date = :day"
_GROUPINGS = f"""
SELECT doc_type, local_hour, COUNT(*), SUM(gross), SUM(discount), SUM(net), SUM(vat), SUM(rounding) FROM sale
WHERE business_date = :day GROUP BY doc_type, local_hour;
SELECT till_session_id, method, COUNT(*), SUM(amount) FROM payment {_OF_DAY} GROUP BY till_session_id, method;
SELECT product_id, producer_id, category, MIN(name_th), MIN(name_en), SUM(sale_line.net), SUM(qty)
FROM sale_line {_OF_DAY} GROUP BY product_id, producer_id, category;
SELECT SUM(sale_alloc.net), SUM(due), SUM(commission), SUM(fee), SUM(vat_centre) FROM sale_alloc {_OF_DAY};
SELECT vat_class, rate_bp, SUM(sale_vat.gross), SUM(sale_vat.vat) FROM sale_vat {_OF_DAY} GROUP BY vat_class, rate_bp;
SELECT SUM(stock_exception.net) FROM stock_exception {_OF_DAY};
SELECT COUNT(*) FROM stock_exception WHERE resolved_at IS NULL;
SELECT COUNT(*) FROM lot WHERE expires_on <= date(:day, '+30 days')
AND EXISTS (SELECT 1 FROM lot_balance WHERE lot_id = lot.id AND qty > 0);
SELECT * FROM till_session JOIN shop_user ON shop_user.id = opened_by WHERE business_date = :day;
SELECT id, code, name_th, name_en FROM producer
""".split(";")
"""What the day's screen says, by hand."""


def daily_summary(scale: Scale) -> Figure:
    """All the figures of the day's screen and paper, beside its bare groupings."""
    goal = Goal("daily summary", f"a 1,000-sale day in {scale.lines:,} lines", target=2)
    with bench_shop(scale.products, scale.lines) as shop:
        return compare(goal, _summary(shop), _groupings(shop), rounds=scale.rounds // 2)


def summary_growth(scale: Scale) -> Figure:
    """The same day inside the whole history, against inside a tenth of it."""
    goal = Goal("summary, history ×10", f"{scale.lines:,} lines against a tenth", target=1.3)
    with bench_shop(scale.products, scale.lines) as shop, bench_shop(scale.products, scale.lines // 10) as young:
        return compare(goal, _summary(shop), _summary(young), rounds=scale.rounds // 2)


def _summary(shop: BenchShop) -> Callable[[], object]:
    day = shop.past_day
    return lambda: shop.database.run(summarise_day, day)


def _groupings(shop: BenchShop) -> Callable[[], object]:
    driver, day = shop.driver(), {"day": shop.past_day.isoformat()}
    return lambda: [driver.execute(statement, day).fetchall() for statement in _GROUPINGS]
