"""A discount named for somebody is borne by them, on a line and on the bill."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from tests.factories import small_shop

DUE_OF_TWO_CLOTHS = {Bearer.CENTRE: 150_000, Bearer.SHARED: 135_000, Bearer.PRODUCER: 130_000}


@pytest.mark.parametrize("bearer", Bearer)
@pytest.mark.parametrize("place", ["line", "bill"])
def test_ten_percent_off_two_cloths(database: Database, bearer: Bearer, place: str) -> None:
    shop = small_shop(database)
    basket, off = shop.basket((shop.cloth.sku, 2000)), Discount(basis_points=1000, bearer=bearer)
    if place == "bill":
        basket = replace(basket, bill_discount=off)
    else:
        basket = basket.with_line(0, replace(basket.lines[0], discount=off))
    shop.sell(basket=basket)
    with database.engine.connect() as connection:
        (due,) = connection.execute(text("SELECT due FROM sale_alloc")).one()
    assert due == DUE_OF_TWO_CLOTHS[bearer]
