"""What a number or a moment in a table means, on both databases."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import NightlyBatchRow, ProductRow
from otop_pos.domain.money import LARGEST_AMOUNT
from otop_pos.domain.payment import Given
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import LARGEST_QUANTITY
from otop_pos.services.product import add_product, find_products
from otop_pos.services.report import summarise_day
from tests.books import broken, rows
from tests.factories import TODAY, SmallShop

BANGKOK = timezone(timedelta(hours=7))


def keep(session: Session, moment: datetime) -> None:
    session.add(NightlyBatchRow(batch_no=1, business_date=date(2026, 11, 22), closed_at=moment))


def kept(session: Session) -> datetime:
    return session.execute(select(NightlyBatchRow.closed_at)).scalar_one()


def test_a_naive_time_is_a_bug(database: Database) -> None:
    with pytest.raises(StatementError, match="naive time"):
        database.run(keep, datetime(2026, 11, 22, 14, 35))  # noqa: DTZ001
    assert rows(database, "SELECT * FROM nightly_batch") == []


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 22, 7, 35, 1, 123_456, tzinfo=UTC),
        datetime(2026, 11, 22, 14, 35, tzinfo=BANGKOK),
        datetime(2027, 1, 1, 2, 0, tzinfo=BANGKOK),
    ],
)
def test_a_moment_comes_back_as_the_same_moment_in_utc(database: Database, moment: datetime) -> None:
    database.run(keep, moment)
    back = database.run(kept)
    assert back == moment
    assert back.utcoffset() == timedelta()


def test_money_beyond_32_bits_is_exact(shop: SmallShop) -> None:
    dear = Product("P999999", "ผ้าไหมยกทองโบราณ", price=LARGEST_AMOUNT, producer_id=shop.weaver.id)
    dear = shop.database.run(add_product, dear)
    assert shop.database.run(find_products, "P999999")[0].price == LARGEST_AMOUNT
    shop.receive(dear, 3_000)
    sale = shop.sell(("P999999", 3_000), given=(_given(3 * LARGEST_AMOUNT),))
    assert sale.net == 3 * LARGEST_AMOUNT
    summary = shop.database.run(summarise_day, TODAY)
    assert (summary.net, summary.top_products[0].net) == (3 * LARGEST_AMOUNT, 3 * LARGEST_AMOUNT)
    assert all(type(figure) is int for figure in (summary.net, summary.vat, summary.due, summary.tenders[0].amount))
    assert broken(shop.database) == []


def test_the_largest_quantity_is_exact(shop: SmallShop) -> None:
    shop.receive(shop.honey, LARGEST_QUANTITY)
    assert shop.offer("P000003").on_hand == LARGEST_QUANTITY + 20_000


def test_no_amount_and_no_quantity_is_stored_as_a_fraction(shop: SmallShop) -> None:
    shop.sell(("P000002", 1_255))
    if shop.database.engine.dialect.name == "sqlite":
        for table, column in (("sale", "net"), ("sale_line", "qty"), ("sale_alloc", "due"), ("lot_balance", "qty")):
            assert rows(shop.database, f"SELECT DISTINCT typeof({column}) FROM {table}") == [("integer",)]


def test_a_word_the_rules_do_not_know_is_a_bug(shop: SmallShop) -> None:
    with pytest.raises(StatementError, match="jewel"):
        shop.database.run(
            lambda session: session.execute(select(ProductRow).where(ProductRow.category == "jewel")).all()
        )


def _given(amount: int) -> Given:
    return Given("promptpay", amount, "REF1")
