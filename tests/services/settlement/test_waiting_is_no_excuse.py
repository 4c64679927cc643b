"""The check of skipped entries knows how long a sale may wait, to the day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from otop_pos.db.database import Database
from otop_pos.domain.ledger import EntryKind
from otop_pos.services.settlement_invariants import _day_number
from tests.books import broken
from tests.services.settlement.desk import DAY, NOW, TODAY, Desk, new_terms, two_cloths
from tests.services.test_verify import found_after

SKIPPED = "no entry is skipped (10)"
ITS_STATEMENT = "(SELECT id FROM statement WHERE doc_no = 'CM-0001-S0002')"


def test_a_sale_that_has_waited_long_enough_is_missed(desk: Desk) -> None:
    new_terms(desk.shop, hold_days=7)
    two_cloths(desk.shop)
    desk.adjust(10_000, kind=EntryKind.ADJUST, at=NOW)
    desk.shop.close()
    first = desk.issue(TODAY + 6 * DAY, at=NOW + 8 * DAY)
    assert [entry.kind for entry in first.held] == [EntryKind.SALE]
    assert broken(desk.shop.database) == []
    second = desk.issue(TODAY + 7 * DAY, at=NOW + 9 * DAY)
    assert [entry.kind for entry in second.entries] == [EntryKind.SALE]
    assert broken(desk.shop.database) == []
    assert SKIPPED in found_after(
        desk.shop.database, f"DELETE FROM statement_line WHERE statement_id = {ITS_STATEMENT}"
    )


@pytest.mark.parametrize("day", [date(2024, 2, 28), date(2024, 2, 29), date(2026, 12, 31), date(2100, 2, 28)])
def test_days_are_counted_over_months_and_leap_years(database: Database, day: date) -> None:
    with database.engine.connect() as connection:
        for later in (day + timedelta(days=count) for count in range(1, 4)):
            asked = "SELECT {} - {}".format(_day_number(f"'{later}'"), _day_number(f"'{day}'"))
            assert connection.execute(text(asked)).scalar_one() == (later - day).days


def test_a_return_waits_exactly_as_long_as_its_sale(desk: Desk) -> None:
    """Sold on day 0, brought back on day 3: nothing is paid of it on day 7, when it has waited long enough."""
    new_terms(desk.shop, hold_days=7)
    sale = two_cloths(desk.shop)
    desk.shop.close()
    at = desk.next_day(3)
    desk.shop.refund(sale, at=at)
    desk.shop.close(at=at)
    desk.adjust(10_000, at=NOW)
    early = desk.issue(TODAY + 6 * DAY, at=NOW + 7 * DAY)
    assert (early.closing, early.on_hold) == (10_000, 0)
    assert [entry.kind for entry in early.held] == [EntryKind.SALE, EntryKind.REFUND]
    later = desk.issue(TODAY + 7 * DAY, at=NOW + 8 * DAY)
    assert [entry.kind for entry in later.entries] == [EntryKind.SALE, EntryKind.REFUND]
    assert (later.closing, later.held) == (10_000, ())
    assert broken(desk.shop.database) == []


def test_what_comes_back_after_its_sale_was_settled_is_settled_at_once(desk: Desk) -> None:
    new_terms(desk.shop, hold_days=2)
    sale = two_cloths(desk.shop)
    desk.shop.close()
    assert desk.issue(TODAY + 2 * DAY, at=NOW + 3 * DAY).closing == 150_000
    at = desk.next_day(5)
    desk.shop.refund(sale, at=at)
    desk.shop.close(at=at)
    assert desk.issue(TODAY + 5 * DAY, at=NOW + 6 * DAY).closing == 0
    assert broken(desk.shop.database) == []
