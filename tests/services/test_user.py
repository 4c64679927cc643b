"""People of the shop."""

from dataclasses import replace
from typing import Any

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.errors import AlreadyExists, LastManager, NotAllowed, NotFound, NotWorking, Unwritable
from otop_pos.domain.right import Role
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.services.sign_in import Door, choose_secret
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user, change_user, forget_secret, list_former_users, list_users, register_user
from tests.books import change
from tests.factories import NOW, TODAY, SmallShop


def test_users_are_listed_by_code(database: Database) -> None:
    for code in ("PIM", "ANN", "M01"):
        database.run(add_user, code, code.title(), "cashier")
    assert [user.code for user in database.run(list_users)] == ["ANN", "M01", "PIM"]


def test_a_code_is_one_code_in_either_case(database: Database) -> None:
    assert database.run(add_user, "pim", "พิม", "cashier").code == "PIM"
    with pytest.raises(AlreadyExists):
        database.run(add_user, "Pim", "อีกคน", "cashier")


def test_who_left_is_not_listed(database: Database) -> None:
    database.run(add_user, "PIM", "พิม", "cashier")
    change(database, "UPDATE shop_user SET active = false")
    assert database.run(list_users) == ()


@pytest.mark.parametrize("code", ["", "พิม", "P M", "P_M", "P" * 21, "P\x00M"])
def test_a_code_that_head_office_cannot_read_is_not_given(database: Database, code: str) -> None:
    with pytest.raises(Unwritable):
        database.run(add_user, code, "พิม", "cashier")
    assert database.run(list_users) == ()


@pytest.mark.parametrize("name", ["พิม\x1b[2J", "=HYPERLINK()", "พ" * 301])
def test_a_name_that_cannot_be_stored_is_refused(database: Database, name: str) -> None:
    with pytest.raises(Unwritable):
        database.run(add_user, "PIM", name, "cashier")
    assert database.run(list_users) == ()


def here(shop: SmallShop) -> dict[str, Any]:
    return {"till": "CM01", "user": shop.manager, "at": NOW}


def told(shop: SmallShop) -> list[str]:
    return [event.what for event in shop.database.run(list_events, TODAY) if event.kind is EventKind.STAFF]


def test_who_is_registered_by_a_manager_has_no_pin_yet_and_is_told(shop: SmallShop) -> None:
    anan = shop.database.run(register_user, User(0, "anan", "อนันต์ ส.", Role.CLERK), **here(shop))
    assert (anan.code, anan.role, anan.has_secret) == ("ANAN", Role.CLERK, False)
    assert anan.id != 0
    assert told(shop) == ["+ ANAN อนันต์ ส. · clerk"]


def test_a_cashier_registers_nobody(shop: SmallShop) -> None:
    with pytest.raises(NotAllowed):
        shop.database.run(register_user, User(0, "X", "x"), till="CM01", user=shop.user, at=NOW)
    assert len(shop.database.run(list_users)) == 2


def test_a_name_is_changed_everywhere_at_once(shop: SmallShop) -> None:
    shop.database.run(change_user, replace(shop.user, name="พิมพ์ใจ ข."), **here(shop))
    assert [user.name for user in shop.database.run(list_users) if user.code == "PIM"] == ["พิมพ์ใจ ข."]
    assert told(shop) == ["PIM พิมพ์ใจ ข. · cashier"]


def test_a_role_counts_from_the_next_act_on(shop: SmallShop) -> None:
    shop.database.run(change_user, replace(shop.user, role=Role.CLERK), **here(shop))
    with pytest.raises(NotAllowed):
        shop.sell(("P000003", 1_000))


def test_a_pin_is_not_enough_for_a_manager(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    choose_secret(shop.database, "PIM", "860291", Door("CM01", b"pepper", NOW))
    changed = shop.database.run(change_user, replace(shop.user, role=Role.MANAGER), **here(shop))
    assert (changed.role, changed.has_secret) == (Role.MANAGER, False)
    again = shop.database.run(change_user, replace(changed, role=Role.CASHIER), **here(shop))
    assert again.role is Role.CASHIER


def test_the_last_manager_cannot_go_or_become_less(shop: SmallShop) -> None:
    for change_to in ({"is_active": False}, {}):
        role = Role.MANAGER if change_to else Role.CASHIER
        with pytest.raises(LastManager):
            shop.database.run(change_user, replace(shop.manager, role=role), **change_to, **here(shop))
    assert shop.manager in shop.database.run(list_users)


def test_with_a_second_manager_the_first_may_go(shop: SmallShop) -> None:
    shop.database.run(register_user, User(0, "M02", "สมหญิง", Role.MANAGER), **here(shop))
    shop.database.run(change_user, shop.manager, is_active=False, **here(shop))
    assert shop.database.run(list_former_users) == (shop.manager,)
    with pytest.raises(NotWorking):
        shop.database.run(register_user, User(0, "M03", "x"), **here(shop))


def test_who_left_may_come_back(shop: SmallShop) -> None:
    shop.database.run(change_user, shop.user, is_active=False, **here(shop))
    with pytest.raises(NotWorking):
        shop.sell(("P000003", 1_000))
    shop.database.run(change_user, shop.user, **here(shop))
    assert shop.sell(("P000003", 1_000)).doc_no
    assert told(shop)[-1].endswith("✗")


def test_nobody_is_changed_who_is_not_there(shop: SmallShop) -> None:
    for use_case, subject in ((change_user, User(0, "X", "x")), (forget_secret, "X")):
        with pytest.raises(NotFound):
            shop.database.run(use_case, subject, **here(shop))
