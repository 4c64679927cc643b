"""The desk on both databases, or only on SQLite where the database is not the point."""

import pytest

from tests.factories import SmallShop
from tests.services.settlement.desk import Desk, desk_of


@pytest.fixture
def desk(shop: SmallShop) -> Desk:
    return desk_of(shop)


@pytest.fixture
def sqlite_desk(sqlite_shop: SmallShop) -> Desk:
    return desk_of(sqlite_shop)
