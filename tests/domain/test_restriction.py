"""When alcohol may be sold."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from otop_pos.domain.errors import NotSoldNow
from otop_pos.domain.restriction import check_hours
from otop_pos.domain.shop import Shop
from otop_pos.i18n import use_language

SHOP = Shop("CM", "ศูนย์", "", "", "", "", "")
DAY = date(2026, 11, 24)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - the clock on the wall


@pytest.mark.parametrize(("hour", "minute"), [(11, 0), (13, 59), (17, 0), (23, 59)])
def test_in_its_hours_it_is_sold(hour: int, minute: int) -> None:
    check_hours("สาโท", SHOP, at(hour, minute))


@pytest.mark.parametrize(
    ("hour", "minute", "until"), [(0, 0, "11:00"), (10, 59, "11:00"), (14, 0, "17:00"), (16, 59, "17:00")]
)
def test_outside_them_the_next_moment_is_said(hour: int, minute: int, until: str) -> None:
    with pytest.raises(NotSoldNow) as refusal:
        check_hours("สาโท", SHOP, at(hour, minute))
    assert refusal.value.until == until


def test_the_afternoon_can_be_switched_on() -> None:
    check_hours("สาโท", replace(SHOP, alcohol_hours=(True, True, True)), at(15))


def test_on_a_banned_day_it_is_not_sold_and_the_next_day_is_named() -> None:
    use_language("en")
    with pytest.raises(NotSoldNow) as refusal:
        check_hours("สาโท", replace(SHOP, banned_days=(DAY,)), at(12))
    assert refusal.value.until.endswith("11:00")
    assert refusal.value.until != "11:00"
    assert "สาโท" in refusal.value.sentence


def test_a_shop_that_never_sells_it_promises_no_hour() -> None:
    with pytest.raises(NotSoldNow) as refusal:
        check_hours("สาโท", replace(SHOP, alcohol_hours=(False, False, False)), at(12))
    assert refusal.value.until == ""
