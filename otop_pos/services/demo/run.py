"""The whole demonstration: a shop set up, traded for some days, its papers, its nightly files, its proof."""

import random
import shutil
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

from otop_pos.db.database import Database
from otop_pos.domain.errors import FolderUnwritable
from otop_pos.domain.report import DaySummary
from otop_pos.i18n import _, current_language
from otop_pos.services.demo.care import look_after
from otop_pos.services.demo.desk_papers import write_desk_papers
from otop_pos.services.demo.outcome import DemoResult, day_line, outcome_of, result_table
from otop_pos.services.demo.papers import write_papers
from otop_pos.services.demo.schedule import moment
from otop_pos.services.demo.settling import Office, settle
from otop_pos.services.demo.shop import DemoShop, load_demo_shop
from otop_pos.services.demo.trading import TradedDay, trade_day
from otop_pos.services.nightly import send_day
from otop_pos.services.report import summarise_day

DATABASE_NAME = "shop.sqlite"
_MARK = "otop-pos-demo.txt"
_PAPERS, _OUTBOX = "papers", "outbox"
_SHELVES_FILLED = time(7, 30)
_DESK_OPENS = time(8, 15)


def demo_folder(out: Path) -> Path:
    """Make `out` ready for a demo; gives the path of the database to open there.

    Only an empty folder or that of an earlier demo is taken, and of the latter only what a demo makes is
    cleared away. Refuses FolderUnwritable.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()) and not (out / _MARK).is_file():
            raise FolderUnwritable(str(out), _("there are other files in it"))
        (out / _MARK).write_text("OTOP POS demo\n", encoding="utf-8")
        _clear(out)
    except OSError as error:
        raise FolderUnwritable(str(out), error.strerror or str(error)) from error
    return out / DATABASE_NAME


def run_demo(
    database: Database,
    out: Path,
    *,
    days: int,
    sales: int,
    seed: int,
    first_day: date,
    report: Callable[[str], None],
) -> DemoResult:
    """Set up the demo shop in an empty `database` and trade `days` days of `sales` sales from `first_day`.

    Papers go to out/papers/<date>, head office's files to out/outbox; `report` gets each line for the
    console. The same seed gives the same figures. Refuses AlreadyExists in a shop that is set up.
    """
    rng = random.Random(seed)
    shop = database.run(load_demo_shop, at=moment(first_day, _SHELVES_FILLED))
    report(_shop_line(shop))
    summaries: list[DaySummary] = []
    papers = 0
    for number in range(days):
        day = first_day + timedelta(days=number)
        morning = Office(database, shop, moment(day, _DESK_OPENS))
        statements, notes = settle(morning), look_after(morning, rng)
        traded = trade_day(database, shop, day, sales, rng)
        send_day(database, out / _OUTBOX)
        summaries.append(database.run(summarise_day, traded.day))
        grns = traded.grns if number else (*shop.first_grns, *traded.grns)
        papers += write_papers(_folder(out, traded), shop, (*traded.sales, *traded.refunds), grns, summaries[-1])
        papers += write_desk_papers(_folder(out, traded), morning, statements, notes)
        report(day_line(summaries[-1], len(grns)))
    result = outcome_of(database, out / _OUTBOX, summaries, papers)
    for line in result_table(result):
        report(line)
    return result


def _clear(out: Path) -> None:
    for folder in (_PAPERS, _OUTBOX):
        if (out / folder).is_dir():
            shutil.rmtree(out / folder)
    for file in out.glob(f"{DATABASE_NAME}*"):
        file.unlink()


def _shop_line(shop: DemoShop) -> str:
    name = shop.shop.name_th if current_language() == "th" else shop.shop.name_en
    return _("{name}: {producers} producers, {goods} products on the shelves").format(
        name=name, producers=len(shop.producers), goods=len(shop.goods)
    )


def _folder(out: Path, traded: TradedDay) -> Path:
    return out / _PAPERS / traded.day.isoformat()
