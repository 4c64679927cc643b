"""People of the shop."""

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.errors import AlreadyExists, Unwritable
from otop_pos.services.user import add_user, list_users
from tests.books import change


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
