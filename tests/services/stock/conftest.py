"""The manager at the desk of the small shop, on both databases."""

import pytest

from tests.factories import SmallShop
from tests.services.stock.desk import Desk


@pytest.fixture
def desk(shop: SmallShop) -> Desk:
    return Desk(shop)
