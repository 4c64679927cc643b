"""Four tills at once on one PostgreSQL, against one till alone."""

import multiprocessing
import random
import time
from datetime import UTC, datetime

from otop_pos.bench.measure import Figure, Timing, percentile
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import TILLS, BenchShop, found_offers, open_tills, set_up
from otop_pos.db.database import open_database
from otop_pos.domain.thai_date import local_date
from otop_pos.services.user import list_users

SECONDS = 4


def four_tills(scale: Scale) -> Figure | None:
    """Milliseconds per sale of the shop as a whole, against one till alone: a ratio of 0.5 means twice
    the sales. None without the address of an empty PostgreSQL database."""
    if not scale.postgres:
        return None
    database = open_database(scale.postgres)
    now = datetime.now(UTC)
    open_tills(database, set_up(database, now), now)
    database.close()
    floor = _timing(_sales(scale.postgres, TILLS[:1]))
    ours = _timing(_sales(scale.postgres, TILLS))
    what = "PostgreSQL, hot products; p95 and p99 are one till's"
    return Figure("4 tills at once", what, ours, floor, target=0.5)


def _sales(url: str, tills: tuple[str, ...]) -> list[float]:
    with multiprocessing.get_context("spawn").Pool(len(tills)) as pool:
        return [ms for times in pool.starmap(_till, [(url, till) for till in tills]) for ms in times]


def _till(url: str, till: str) -> list[float]:
    database = open_database(url)
    (user,) = database.run(list_users)
    now = datetime.now(UTC)
    shop = BenchShop(database, None, user, now, found_offers(database, now), local_date(now))
    rng, times = random.Random(till), []
    deadline = time.perf_counter() + SECONDS
    while (start := time.perf_counter()) < deadline:
        shop.sell(shop.basket(rng), till)
        times.append((time.perf_counter() - start) * 1000)
    database.close()
    return times


def _timing(times: list[float]) -> Timing:
    """The middle figure is per sale of all tills together, the others what one cashier waits."""
    ordered = sorted(times)
    return Timing(SECONDS * 1000 / len(times), percentile(ordered, 0.95), percentile(ordered, 0.99))
