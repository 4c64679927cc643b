"""Figures of the nightly package: beside the csv module writing the same rows, and its memory."""

import csv
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from otop_pos import __version__
from otop_pos.bench.measure import Figure, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop
from otop_pos.services.nightly.sending import write_batch
from otop_pos.sync.package import PackageHead


def nightly_package(scale: Scale) -> Figure:
    """A 1,000-sale day, all files hashed, out of the whole history. Its goods list is kept small: head
    office gets the goods that the day names, and 100,000 lots on the shelf would only be copied."""
    shop = bench_shop(2_000, scale.lines)
    ours, floor = _package(shop), _bare_csv(shop)
    return compare("nightly package", "a 1,000-sale day", ours, floor, target=3, rounds=max(scale.rounds // 12, 3))


def _package(shop: BenchShop) -> Callable[[], object]:
    head = PackageHead("CM", 1, shop.past_day, shop.now, __version__)

    def write() -> None:
        outbox = Path(tempfile.mkdtemp())
        shop.database.run(write_batch, head, outbox)
        shutil.rmtree(outbox)

    return write


def _bare_csv(shop: BenchShop) -> Callable[[], object]:
    """The same rows, read beforehand, through csv.writer into files of the same names."""
    outbox = Path(tempfile.mkdtemp())
    head = PackageHead("CM", 1, shop.past_day, shop.now, __version__)
    folder = shop.database.run(write_batch, head, outbox).folder
    tables: dict[str, list[list[str]]] = {}
    for file in folder.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as text:
            tables[file.name] = list(csv.reader(text))
    shutil.rmtree(outbox)

    def write() -> None:
        target = Path(tempfile.mkdtemp())
        for name, rows in tables.items():
            with (target / name).open("w", encoding="utf-8", newline="") as text:
                csv.writer(text).writerows(rows)
        shutil.rmtree(target)

    return write
