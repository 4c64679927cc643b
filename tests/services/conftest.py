"""The small shop, open and stocked, on SQLite and on PostgreSQL."""

import pytest

from otop_pos.db.database import Database
from tests.factories import SmallShop, small_shop


@pytest.fixture
def shop(database: Database) -> SmallShop:
    """Registered for VAT, 25 % agreements under full_price, 20 of everything on the shelf."""
    return small_shop(database)


@pytest.fixture
def plain_shop(database: Database) -> SmallShop:
    """Not registered for VAT."""
    return small_shop(database, vat_registered=False)
