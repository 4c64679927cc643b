"""Whether the shop is registered for VAT is known before it happens and kept afterwards."""

from datetime import date, timedelta

import pytest

from otop_pos.domain.errors import DayIsPast, NotAllowed
from otop_pos.services.shop import read_shop, save_shop
from otop_pos.services.till_event import list_events
from otop_pos.services.vat_status import VatStatus, list_vat_statuses, plan_vat_status
from tests.factories import NOW, TODAY, small_shop

SOON = TODAY + timedelta(days=9)
SINCE = date(2026, 1, 1)


@pytest.fixture
def shop(database):
    return small_shop(database, vat_registered=False, stock=0)


@pytest.fixture
def here(shop):
    return {"till": "CM01", "user": shop.manager, "at": NOW}


def registered(database, day):
    return database.run(read_shop, day).vat_registered


def test_a_planned_day_changes_nothing_before_it_comes(database, here):
    told = database.run(plan_vat_status, VatStatus(SOON, True), **here)
    assert told == (VatStatus(SINCE, False), VatStatus(SOON, True))
    assert not registered(database, SOON - timedelta(days=1))
    assert registered(database, SOON)


def test_saving_the_shop_keeps_what_is_planned(database, here):
    database.run(plan_vat_status, VatStatus(SOON, True), **here)
    database.run(save_shop, database.run(read_shop, TODAY), **here)
    assert database.run(list_vat_statuses)[-1] == VatStatus(SOON, True)


def test_a_new_plan_takes_the_place_of_a_later_one(database, here):
    database.run(plan_vat_status, VatStatus(SOON, True), **here)
    database.run(plan_vat_status, VatStatus(TODAY, False), **here)
    assert database.run(list_vat_statuses) == (VatStatus(SINCE, False),)


def test_papers_of_past_days_stay_what_they_are(database, here):
    with pytest.raises(DayIsPast):
        database.run(plan_vat_status, VatStatus(TODAY - timedelta(days=1), True), **here)
    assert database.run(list_vat_statuses) == (VatStatus(SINCE, False),)


def test_a_cashier_does_not_decide_it(database, shop, here):
    with pytest.raises(NotAllowed):
        database.run(plan_vat_status, VatStatus(SOON, True), **here | {"user": shop.user})


def test_the_books_tell_who_planned_it(database, here):
    database.run(plan_vat_status, VatStatus(SOON, True), **here)
    (told, *_before) = database.run(list_events, TODAY, "CM01")
    assert (told.kind, told.what, told.user) == ("shop", f"VAT ✓ {SOON}", "ศิริพร จ.")
