"""A double click, a retry after a lost answer, a replay: one bill is one sale."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from otop_pos.db.database import Database
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import NotPaid, ReceiptChanged, StoreUnreachable, TillNotOpen
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import list_sales
from tests.books import broken, contents
from tests.factories import NOW, SmallShop


def test_the_same_bill_again_is_the_sale_saved_first(shop: SmallShop) -> None:
    basket = replace(shop.basket(("P000001", 2_000), ("P000002", 1_255)), bill_discount=Discount(777))
    given = (Given("card", 10_000, "A-118"), Given(CASH, 900_000))
    sale = shop.sell(basket=basket, given=given)
    before = contents(shop.database)
    assert shop.sell(basket=basket, given=given) == sale
    assert contents(shop.database) == before


def test_the_same_bill_later_is_still_that_sale(shop: SmallShop) -> None:
    """The shelf is empty, the till has a new day, and another till asks."""
    basket = shop.basket(("P000001", 2_000))
    sale = shop.sell(basket=basket)
    shop.sell(("P000001", 18_000))
    shop.close()
    with pytest.raises(TillNotOpen):
        shop.sell(basket=basket)
    shop.open(at=NOW + timedelta(days=1))
    shop.open("CM02", at=NOW + timedelta(days=1))
    before = contents(shop.database)
    for till in ("CM01", "CM02"):
        assert shop.sell(basket=basket, till=till, at=NOW + timedelta(days=1)) == sale
    assert contents(shop.database) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda basket: basket.with_line(0, replace(basket.lines[0], qty=3_000)),
        lambda basket: basket.with_line(0, replace(basket.lines[0], unit_price=1)),
        lambda basket: basket.with_line(0, replace(basket.lines[0], discount=Discount(amount=1))),
        lambda basket: replace(basket, bill_discount=Discount(amount=1)),
        lambda basket: replace(basket, lines=basket.lines * 2),
        lambda basket: replace(basket, lines=()),
    ],
)
def test_another_bill_under_the_same_key_is_refused(sqlite_shop: SmallShop, change: Callable[[Basket], Basket]) -> None:
    basket = sqlite_shop.basket(("P000001", 2_000))
    sale = sqlite_shop.sell(basket=basket)
    before = contents(sqlite_shop.database)
    with pytest.raises(ReceiptChanged) as refusal:
        sqlite_shop.sell(basket=change(basket))
    assert refusal.value.doc_no == sale.doc_no
    assert contents(sqlite_shop.database) == before


def test_other_tenders_under_the_same_key_are_refused(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 2_000))
    shop.sell(basket=basket)
    with pytest.raises(ReceiptChanged):
        shop.sell(basket=basket, given=(Given("card", 214_000, "A-1"),))


def test_a_bill_that_failed_can_be_paid_otherwise(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 1_000))
    with pytest.raises(NotPaid):
        shop.sell(basket=basket, given=(Given(CASH, 106_900),))
    assert shop.sell(basket=basket, given=(Given("card", 107_000, "A-1"),)).id == basket.key


def test_the_same_refund_again_is_the_one_saved_first(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "สีตก")
    take_back = lambda: shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)  # noqa: E731
    refund = take_back()
    before = contents(shop.database)
    assert take_back() == refund
    assert contents(shop.database) == before
    with pytest.raises(ReceiptChanged):
        shop.database.run(refund_sale, replace(wanted, reason="อื่น"), till="CM01", user=shop.user, at=NOW)
    assert contents(shop.database) == before


def test_the_key_of_a_sale_is_no_key_for_a_refund(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "สีตก", key=sale.id)
    with pytest.raises(ReceiptChanged):
        shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)


def losing_the_answer(monkeypatch: pytest.MonkeyPatch, database: Database, *, after: bool) -> None:
    """The next COMMIT ends in an error: before or after it was carried out."""
    dialect: Any = database.engine.dialect
    commit, lost = dialect.do_commit, []

    def fail_once(connection: Any) -> None:
        if lost:
            commit(connection)
            return
        lost.append(1)
        if after:
            commit(connection)
        if database.engine.dialect.name == "postgresql":
            connection.dbapi_connection.close()
            raise dialect.loaded_dbapi.OperationalError("server closed the connection unexpectedly")
        raise _sqlite_fault(dialect)

    monkeypatch.setattr(dialect, "do_commit", fail_once)


def _sqlite_fault(dialect: Any) -> Exception:
    error: Exception = dialect.loaded_dbapi.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("after", [False, True])
def test_an_error_of_commit_never_makes_two_sales(
    shop: SmallShop, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """It does not mean 'not saved': the cashier presses again, the key finds what is there."""
    basket = shop.basket(("P000001", 1_000))
    losing_the_answer(monkeypatch, shop.database, after=after)
    with pytest.raises(StoreUnreachable):
        shop.sell(basket=basket)
    saved = len(shop.database.run(list_sales, "CM01"))
    assert saved == (1 if after else 0)
    sale = shop.sell(basket=basket)
    assert shop.database.run(list_sales, "CM01") == (sale,)
    assert sale.doc_no == "CM01-1-690000001"
    assert broken(shop.database) == []


def test_a_fault_nobody_knows_is_a_bug(shop: SmallShop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: Any) -> None:
        raise shop.database.engine.dialect.loaded_dbapi.OperationalError("what is this?")

    if shop.database.engine.dialect.name == "sqlite":
        monkeypatch.setattr(shop.database.engine.dialect, "do_commit", fail)
        with pytest.raises(OperationalError):
            shop.sell(("P000001", 1_000))
        monkeypatch.undo()
    assert shop.database.run(list_sales, "CM01") == ()


def test_keys_are_in_the_order_the_bills_were_begun() -> None:
    keys = [Basket().key for _ in range(1_000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 1_000
    assert all(isinstance(key, uuid.UUID) and key.version == 7 for key in keys)
