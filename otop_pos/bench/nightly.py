"""Figures of the nightly package: beside the csv module writing the same rows, and its memory."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from otop_pos import __version__
from otop_pos.bench.floor_nightly import write_bare
from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.services.nightly.sending import write_batch
from otop_pos.sync.package import PackageHead

GOODS = 2_000
"""A shop's shelf. Head office gets every lot that stands there: 100,000 would only be copied."""


def nightly_package(scale: Scale) -> Figure:
    """A 1,000-sale day out of the whole history, all files checked, hashed and on the disk."""
    goal = Goal("nightly package", f"a 1,000-sale day, {GOODS:,} lots, {scale.lines:,} lines before", target=3)
    with bench_shop(GOODS, scale.lines) as shop:
        driver, day = shop.driver(), shop.past_day.isoformat()
        floor = _into_a_folder(lambda folder: write_bare(driver, day, folder))
        return compare(goal, _into_a_folder(lambda folder: write_past_day(shop, folder)), floor, rounds=_rounds(scale))


def write_past_day(shop: BenchShop, outbox: Path) -> Path:
    head = PackageHead("CM", 2, shop.past_day, shop.now, __version__)
    return shop.database.run(write_batch, head, outbox).folder


def _into_a_folder(write: Callable[[Path], object]) -> Callable[[], object]:
    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder))

    return work


def _rounds(scale: Scale) -> int:
    return max(scale.rounds // 4, 3)
