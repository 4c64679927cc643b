"""Four tills at once on one PostgreSQL, against one till alone."""

import multiprocessing
import random
import time
from datetime import UTC, datetime

from otop_pos.bench.making import TILLS, open_tills, set_up
from otop_pos.bench.measure import Figure, Goal, Limit, Spread, Unmeasured, spread_of
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import bench_shop_in
from otop_pos.db.database import open_database

SECONDS = 4


def four_tills(scale: Scale) -> Figure | Unmeasured:
    """Milliseconds per sale of the shop as a whole, against one till alone: a ratio of 0.5 means twice
    the sales; p95 and p99 are what one cashier waits."""
    if not scale.postgres:
        return Unmeasured("4 tills at once", "name an empty PostgreSQL database with --postgres")
    database = open_database(scale.postgres)
    now = datetime.now(UTC)
    open_tills(database, set_up(database, now), now)
    database.close()
    floor = _spread(_sales(scale.postgres, TILLS[:1]))
    ours = _spread(_sales(scale.postgres, TILLS))
    goal = Goal("4 tills at once", "PostgreSQL, hot products, against one till", target=0.5)
    return Figure(goal, ours, floor, (Limit("p99", ours.p99, 250),))


def _sales(url: str, tills: tuple[str, ...]) -> list[float]:
    with multiprocessing.get_context("spawn").Pool(len(tills)) as pool:
        return [ms for times in pool.starmap(_till, [(url, till) for till in tills]) for ms in times]


def _till(url: str, till: str) -> list[float]:
    database = open_database(url)
    shop = bench_shop_in(database)
    rng, times = random.Random(till), []
    deadline = time.perf_counter() + SECONDS
    while (start := time.perf_counter()) < deadline:
        shop.sell(shop.basket(rng), till)
        times.append((time.perf_counter() - start) * 1000)
    database.close()
    return times


def _spread(times: list[float]) -> Spread:
    """The middle figure is per sale of all tills together, the others what one cashier waits."""
    waits = spread_of(times)
    return Spread(SECONDS * 1000 / len(times), waits.p95, waits.p99)
