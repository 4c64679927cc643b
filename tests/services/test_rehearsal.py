"""Other terms on past sales: the same terms give exactly what was posted, others what they would have."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from otop_pos.db.database import open_database
from otop_pos.domain.agreement import (
    Agreement,
    AgreementRate,
    Bearer,
    Rate,
    RateBase,
    RateMethod,
    TaxMode,
)
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import PeriodBackwards
from otop_pos.domain.product import Category
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.rehearsal import Figures, Rehearsal
from otop_pos.services.producer import add_agreement, read_agreement
from otop_pos.services.rehearsal import rehearse_terms
from otop_pos.services.stock.exception import list_exceptions, resolve_exception, suggest_lots
from otop_pos.services.stock.price import change_lot_price
from tests.books import contents, value
from tests.factories import NOW, TODAY, SmallShop, small_shop

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def trial(shop: SmallShop, terms: Agreement | None = None, days: tuple[date, date] = YEAR) -> Rehearsal:
    terms = terms or shop.database.run(read_agreement, shop.weaver.id, TODAY)
    return shop.database.run(rehearse_terms, shop.weaver.id, terms, *days)


def owed(shop: SmallShop) -> int:
    return int(value(shop.database, f"SELECT sum(amount) FROM payable WHERE producer_id = {shop.weaver.id}"))


def a_busy_day(shop: SmallShop) -> None:
    """Discounts by line, by bill and by both, borne by whoever; below the price; returned bit by bit."""
    shop.sell(("P000003", 1_000))
    plain = shop.sell(("P000001", 3_000), ("P000002", 1_750))
    for bearer in (None, *Bearer):
        basket = shop.basket(("P000001", 1_000), ("P000002", 2_333))
        line = replace(basket.lines[0], discount=Discount(basis_points=777, bearer=bearer))
        shop.sell(basket=basket.with_line(0, line))
        both = shop.basket(("P000001", 1_000), ("P000002", 2_333)).with_line(0, line)
        both = replace(both, bill_discount=Discount(basis_points=333, bearer=bearer))
        sold = shop.sell(basket=both)
        shop.refund(sold, RefundLine(1, 1_000))
    cheap = shop.basket(("P000001", 1_000))
    shop.sell(basket=cheap.with_line(0, replace(cheap.lines[0], unit_price=99_999)))
    for _piece in range(2):
        shop.refund(plain, RefundLine(1, 1_000))
    shop.refund(plain, RefundLine(2, 333))


def test_the_same_terms_give_exactly_what_was_posted(shop: SmallShop) -> None:
    a_busy_day(shop)
    before = contents(shop.database)
    rehearsal = trial(shop)
    assert rehearsal.total.posted == rehearsal.total.rehearsed
    assert all(row.posted == row.rehearsed for row in rehearsal.rows)
    assert rehearsal.total.posted.due == owed(shop) > 0
    assert contents(shop.database) == before


@pytest.mark.parametrize("mode", TaxMode)
@pytest.mark.parametrize("policy", Bearer)
@pytest.mark.parametrize(
    "rate",
    [
        Rate(basis_points=3333),
        Rate(basis_points=2500, base=RateBase.AFTER_VAT),
        Rate(RateMethod.FIXED_DUE, amount=33_333),
        Rate(RateMethod.PERCENT_MIN, 4000, 60_000),
    ],
    ids=["third", "after_vat", "fixed", "least"],
)
def test_what_was_rehearsed_is_what_the_same_sales_bring_under_these_terms(
    sqlite_path: Path, mode: TaxMode, policy: Bearer, rate: Rate
) -> None:
    database = open_database(sqlite_path)
    shop = small_shop(database, stock=0)
    terms = Agreement(shop.weaver.id, TODAY, (AgreementRate(rate),), tax_mode=mode, discount_policy=policy)
    shop.database.run(add_agreement, terms)
    for product in (shop.cloth, shop.bag, shop.honey):
        shop.receive(product, 40_000)
    a_busy_day(shop)
    rehearsal = trial(shop, terms)
    assert rehearsal.total.rehearsed == rehearsal.total.posted
    assert rehearsal.total.rehearsed.due == owed(shop)
    database.close()


def test_goods_that_found_their_lot_late_and_prices_that_changed_since_are_rehearsed_as_sold(shop: SmallShop) -> None:
    here = {"till": "CM01", "user": shop.manager, "at": NOW}
    basket = shop.basket(("P000001", 23_000))
    line = replace(basket.lines[0], unit_price=99_999, discount=Discount(basis_points=777))
    sale = shop.sell(basket=replace(basket.with_line(0, line), bill_discount=Discount(basis_points=333)))
    shop.receive(shop.cloth, 5_000)
    (waiting,) = shop.database.run(list_exceptions)
    (lot,) = shop.database.run(suggest_lots, waiting.sale_id, waiting.line_no)
    shop.database.run(resolve_exception, waiting.sale_id, waiting.line_no, lot.id, 2_000, **here)
    for each in (1, lot.id):
        shop.database.run(change_lot_price, each, 150_000, "ราคาใหม่", **here | {"at": NOW + timedelta(hours=1)})
    shop.refund(sale, RefundLine(1, 2_000))
    rehearsal = trial(shop)
    assert rehearsal.total.posted == rehearsal.total.rehearsed
    assert rehearsal.total.posted.due == owed(shop)


def test_other_terms_are_told_per_product_and_in_sum(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    shop.sell(("P000001", 2_000), ("P000002", 1_000))
    now = shop.database.run(read_agreement, shop.weaver.id, TODAY)
    rates = (*now.rates, AgreementRate(Rate(basis_points=3000), product_id=shop.cloth.id))
    rehearsal = trial(shop, replace(now, rates=rates))
    cloth, silk = rehearsal.rows
    assert (cloth.name_th, cloth.qty, silk.qty) == (shop.cloth.name_th, 2_000, 1_000)
    assert cloth.posted == Figures(214_000, 150_000, 50_000, 14_000)
    assert cloth.rehearsed == Figures(214_000, 140_000, 60_000, 14_000)
    assert silk.posted == silk.rehearsed
    assert rehearsal.total.rehearsed.due - rehearsal.total.posted.due == -10_000


def test_a_rate_for_a_category_reaches_its_goods_only(sqlite_shop: SmallShop) -> None:
    sqlite_shop.sell(("P000001", 1_000))
    now = sqlite_shop.database.run(read_agreement, sqlite_shop.weaver.id, TODAY)
    for category, is_other in ((Category.FOOD, False), (Category.CLOTH, True)):
        rates = (*now.rates, AgreementRate(Rate(basis_points=1000), category=category))
        (row,) = trial(sqlite_shop, replace(now, rates=rates)).rows
        assert (row.rehearsed != row.posted) is is_other


def test_only_the_days_asked_for_count_and_a_refund_counts_on_its_own_day(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    sale = shop.sell(("P000001", 2_000))
    shop.close()
    tomorrow = TODAY + timedelta(days=1)
    shop.open(at=NOW + timedelta(days=1))
    shop.refund(sale, RefundLine(1, 1_000), at=NOW + timedelta(days=1))
    first, second = trial(shop, days=(TODAY, TODAY)), trial(shop, days=(tomorrow, tomorrow))
    assert (first.total.qty, first.total.posted.due) == (2_000, 150_000)
    assert (second.total.qty, second.total.posted.due) == (-1_000, -75_000)
    assert second.total.posted == second.total.rehearsed
    assert trial(shop, days=(tomorrow + timedelta(days=1), YEAR[1])).rows == ()
    with pytest.raises(PeriodBackwards):
        trial(shop, days=(tomorrow, TODAY))
