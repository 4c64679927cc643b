"""The shop that is measured: made once per size and kept; figures that sell get a copy to throw away."""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from otop_pos.bench import making, past
from otop_pos.bench.making import ENOUGH, make_shop, real_offers, some_basket
from otop_pos.db.database import Database, open_database
from otop_pos.db.migrations import versions
from otop_pos.domain.sale import Basket, Offer, Sale
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.report import list_days
from otop_pos.services.sale import confirm_sale
from otop_pos.services.user import list_users


@dataclass(frozen=True, slots=True)
class BenchShop:
    """A shop whose tills are open; `past_day` is the day before, of a thousand sales (today: no past)."""

    database: Database
    path: Path | None
    user: User
    now: datetime
    offers: tuple[Offer, ...]
    past_day: date

    @property
    def today(self) -> date:
        return local_date(self.now)

    def driver(self) -> Any:
        """The very connection that the program uses: another one's writes would empty its page cache."""
        with closing(self.database.engine.raw_connection()) as connection:
            return connection.driver_connection

    def basket(self, rng: random.Random) -> Basket:
        """Three lines of three lots."""
        return some_basket(self.offers, rng)

    def sell(self, basket: Basket, till: str = "CM01") -> Sale:
        return self.database.run(confirm_sale, basket, (ENOUGH,), till=till, user=self.user, at=self.now)


@contextmanager
def bench_shop(products: int, lines: int) -> Iterator[BenchShop]:
    """A shop of this size to read from; it stays as it was made, for the next figure and the next run."""
    with _opened(_kept_shop(products, lines)) as shop:
        yield shop


@contextmanager
def shop_copy(products: int, lines: int) -> Iterator[BenchShop]:
    """A shop of this size to sell in."""
    with tempfile.TemporaryDirectory(dir=_folder()) as folder:
        path = Path(folder) / "shop.sqlite"
        shutil.copyfile(_kept_shop(products, lines), path)
        with _opened(path) as shop:
            yield shop


def bench_shop_in(database: Database, path: Path | None = None) -> BenchShop:
    (user,) = database.run(list_users)
    now = datetime.now(UTC)
    past_day = database.run(list_days, limit=2)[-1]
    return BenchShop(database, path, user, now, real_offers(database, local_date(now)), past_day)


@contextmanager
def _opened(path: Path) -> Iterator[BenchShop]:
    database = open_database(path)
    try:
        yield bench_shop_in(database, path)
    finally:
        database.close()


def _kept_shop(products: int, lines: int) -> Path:
    folder, size = _folder(), f"{products}-{lines}"
    path = folder / f"shop-{size}-{_recipe()}.sqlite"
    if not path.exists():
        for outdated in folder.glob(f"shop-{size}-*"):
            outdated.unlink()
        make_shop(path, products, lines)
    return path


def _recipe() -> str:
    """Changes with the tables and with the way the shop is made."""
    modules = [Path(str(module.__file__)) for module in (making, past)]
    migrations = sorted(Path(str(versions.__file__)).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in (*modules, *migrations))).hexdigest()[:8]


def _folder() -> Path:
    folder = Path(tempfile.gettempdir()) / "otop-pos-bench"
    folder.mkdir(exist_ok=True)
    return folder
