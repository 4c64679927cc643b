"""A shop of one's own, and what a till reads when its window opens."""

from datetime import date

import pytest

from otop_pos.domain.errors import AlreadyExists, NotFound, Unwritable
from otop_pos.domain.right import Role
from otop_pos.domain.shop import Shop, Till
from otop_pos.services.counter import NewPerson, read_counter, set_up_shop, team_codes
from otop_pos.services.shop import has_shop
from otop_pos.services.user import add_user, list_users
from tests.factories import SHOP, TODAY, small_shop


def test_an_own_shop_has_its_till_and_its_manager(database):
    counter = database.run(set_up_shop, SHOP, Till("CM01"), "สมชาย ใจดี", on=TODAY)
    assert (counter.user.name, counter.user.role) == ("สมชาย ใจดี", "manager")
    assert database.run(read_counter, "CM01", "", on=TODAY) == counter


def test_who_else_works_there_gets_a_code_by_role(database):
    team = (NewPerson("พิมพ์ใจ", Role.CASHIER), NewPerson("ดวงเดือน", Role.CLERK), NewPerson("อนันต์", Role.CASHIER))
    database.run(set_up_shop, SHOP, Till("CM01"), "สมชาย", on=TODAY, team=team)
    assert team_codes(team) == ("C01", "S01", "C02")
    people = {user.code: (user.name, user.role, user.has_secret) for user in database.run(list_users)}
    assert people == {
        "M01": ("สมชาย", "manager", False),
        "C01": ("พิมพ์ใจ", "cashier", False),
        "S01": ("ดวงเดือน", "clerk", False),
        "C02": ("อนันต์", "cashier", False),
    }


def test_one_name_that_cannot_be_stored_leaves_nobody(database):
    with pytest.raises(Unwritable):
        database.run(set_up_shop, SHOP, Till("CM01"), "สมชาย", on=TODAY, team=(NewPerson("=cmd()", Role.CASHIER),))
    assert not database.run(has_shop)


def test_a_shop_that_is_set_up_is_not_set_up_again(database):
    small_shop(database, stock=0)
    with pytest.raises(AlreadyExists):
        database.run(set_up_shop, SHOP, Till("CM01"), "สมชาย", on=TODAY)


def test_a_name_that_cannot_be_stored_leaves_no_half_shop(database):
    with pytest.raises(Unwritable):
        database.run(set_up_shop, SHOP, Till("CM01"), "=cmd()", on=TODAY)
    assert not database.run(has_shop)


def test_codes_nobody_knows_give_the_first_till_and_person(database):
    shop = small_shop(database, stock=0)
    counter = database.run(read_counter, "XX99", "nobody", on=TODAY)
    assert (counter.till.code, counter.user) == ("CM01", shop.user)
    assert counter.session is not None


def test_a_remembered_person_is_at_the_till_again(database):
    small_shop(database, stock=0)
    manager = database.run(add_user, "M01", "ศิริพร", "manager")
    assert database.run(read_counter, "CM02", "M01", on=TODAY).user == manager


def test_without_a_shop_there_is_no_counter(database):
    with pytest.raises(NotFound):
        database.run(read_counter, "", "", on=date(2026, 1, 1))


def test_the_shop_of_a_counter_is_that_of_the_day(database):
    database.run(set_up_shop, Shop(**{**_fields(SHOP), "vat_registered": False}), Till("CM01"), "ก", on=TODAY)
    assert not database.run(read_counter, "CM01", "", on=TODAY).shop.vat_registered


def _fields(shop: Shop) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(shop)
