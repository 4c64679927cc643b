"""The stock desk in front, with a clerk or a manager at the till."""

import pytest

from otop_pos.services.user import add_user


@pytest.fixture
def clerk(shop):
    return shop.database.run(add_user, "DUANG", "ดวงเดือน ม.", "clerk")


@pytest.fixture
def stock(manager_front):
    """The manager's."""
    manager_front.window.go_to(manager_front.stock)
    return manager_front.stock


@pytest.fixture
def clerks_stock(front, desk, clerk):
    desk.take_user(clerk)
    front.window.go_to(front.stock)
    return front.stock
