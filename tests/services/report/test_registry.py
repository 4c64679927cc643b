"""Every report, whatever the books hold: well-formed, adding up, and quick to give up."""

from datetime import date, timedelta

import pytest

from otop_pos.domain.errors import NotFound, PeriodBackwards, Stopped
from otop_pos.domain.listing import Kind, Listing, Words
from otop_pos.domain.period import Period, days_until, year_of
from otop_pos.services.report.registry import GROUPS, REPORTS
from otop_pos.services.report.running import Stop, read_listing
from tests.books import contents
from tests.factories import TODAY, SmallShop
from tests.services.report.conftest import PastShop

KINDS = {
    Kind.TEXT: (Words, str),
    Kind.DATE: (date,),
    Kind.MONEY: (int,),
    Kind.QUANTITY: (int,),
    Kind.COUNT: (int,),
    Kind.PERCENT: (int,),
}


def read(shop: SmallShop, key: str, period: Period, today: date | None = None) -> Listing:
    return shop.database.run(read_listing, key, period, today or period.until)


@pytest.mark.parametrize("key", REPORTS)
def test_a_report_is_well_formed_and_its_money_adds_up(past: PastShop, key: str) -> None:
    listing = read(past.shop, key, Period(past.first, past.last))
    assert listing.key == key
    if key != "dead_stock":
        assert listing.rows
    for row in (*listing.rows, *([listing.totals] if listing.totals else [])):
        assert len(row) == len(listing.headings)
        for cell, heading in zip(row[1:], listing.headings[1:], strict=True):
            assert cell is None or isinstance(cell, KINDS[heading.kind]), (heading, cell)
    for number, heading in enumerate(listing.headings):
        total = listing.total(number)
        if total is not None and number and heading.kind is Kind.MONEY and (key, number) != ("turnover", 4):
            assert total == sum(cell for cell in listing.column(number) if isinstance(cell, int)), heading


@pytest.mark.parametrize("key", REPORTS)
def test_nothing_sold_is_an_empty_report_and_no_fault(shop: SmallShop, key: str) -> None:
    before = contents(shop.database)
    listing = read(shop, key, Period(date(2020, 1, 1), date(2020, 1, 31)))
    assert listing.key == key
    assert contents(shop.database) == before


@pytest.mark.parametrize("key", REPORTS)
def test_every_report_has_a_place_and_both_languages(key: str) -> None:
    report = REPORTS[key]
    assert report.group in GROUPS
    assert report.title.th
    assert report.title.en


def test_a_report_nobody_knows_is_refused(shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        read(shop, "moon", year_of(TODAY))


def test_a_time_that_ends_before_it_begins_is_refused(shop: SmallShop) -> None:
    with pytest.raises(PeriodBackwards):
        read(shop, "top_sales", Period(TODAY, TODAY - timedelta(days=1)))


def test_who_has_lost_patience_gets_no_report(shop: SmallShop) -> None:
    stop = Stop()
    stop.stop()
    with pytest.raises(Stopped):
        shop.database.run(read_listing, "top_sales", days_until(TODAY, 30), TODAY, stop)


def test_a_report_stopped_in_the_middle_leaves_the_connection_usable(shop: SmallShop) -> None:
    from sqlalchemy import text

    from otop_pos.db.query import query

    stop = Stop()

    @query
    def slow(session: object) -> None:
        """Asks to stop while its statement runs, as another thread would."""
        import threading

        from otop_pos.services.report.running import _breaker

        stop.begin(_breaker(session))  # type: ignore[arg-type]
        threading.Timer(0.2, stop.stop).start()
        is_sqlite = shop.database.engine.dialect.name == "sqlite"
        endless = "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"
        session.execute(text(endless if is_sqlite else "SELECT pg_sleep(60)"))  # type: ignore[attr-defined]

    with pytest.raises(Exception, match=r"interrupt|cancel"):
        shop.database.run(slow)
    stop.end()
    assert read(shop, "top_sales", days_until(TODAY, 30)).rows == ()
