"""The day in figures: every equation holds, and nothing of another day or till is in it or missing."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from otop_pos.domain.discount import Discount
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.product import Category, Product
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.report import DaySummary, TenderTotal
from otop_pos.domain.sale import VatTotal
from otop_pos.domain.vat import VatClass
from otop_pos.services.nightly import send_day
from otop_pos.services.product import add_product
from otop_pos.services.report import list_days, summarise_day
from tests.books import change, rows
from tests.factories import NOW, TODAY, SmallShop

TOMORROW = TODAY + timedelta(days=1)


def summary_of(shop: SmallShop, day: date = TODAY) -> DaySummary:
    """With its equations looked at every time."""
    summary = shop.database.run(summarise_day, day)
    assert [proof for proof in summary.proofs if not proof.holds] == []
    assert summary.gross - summary.discounts + summary.refunds == summary.net
    assert sum(net for _hour, net in summary.by_hour) == summary.net
    assert sum(each.net for each in summary.by_category) == summary.net
    assert sum(total.vat for total in summary.vats) == summary.vat
    assert sum(total.gross for total in summary.vats) == summary.net
    return summary


def test_a_day_with_everything_adds_up(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 2_000), ("P000002", 1_255))
    discounted = shop.sell(basket=replace(basket, bill_discount=Discount(1_000)), given=(Given("card", 240_039, "A"),))
    honey = shop.sell(("P000003", 3_000), given=(Given("promptpay", 4_000, "P"), Given(CASH, 60_000)))
    oversold = shop.sell(("P000003", 19_000))
    refund = shop.refund(discounted, RefundLine(1, 1_000))
    summary = summary_of(shop)
    assert summary.gross == discounted.gross + honey.gross + oversold.gross
    assert summary.discounts == discounted.discount
    assert summary.refunds == refund.net
    assert (summary.receipt_count, summary.refund_count) == (3, 1)
    assert summary.awaiting_lot == 36_000
    assert summary.average == summary.net // 3
    assert {total.method: total.count for total in summary.tenders} == {"card": 1, "promptpay": 1, CASH: 3}
    assert summary.due + summary.commission + summary.vat + summary.awaiting_lot - 2_355 == summary.net
    assert (summary.by_category[0].key, summary.by_category[0].net) == (Category.FOOD, 396_000)
    assert len(summary.by_category) == 5
    assert [ranked.key for ranked in summary.top_producers] == ["CM-0002", "CM-0001"]
    assert summary.top_products[0].qty == 22_000


def test_an_empty_day_has_its_zeros(shop: SmallShop) -> None:
    summary = summary_of(shop)
    assert (summary.gross, summary.net, summary.vat, summary.due, summary.receipt_count, summary.average) == (0,) * 6
    assert (summary.tenders, summary.vats, summary.by_hour, summary.top_products) == ((), (), (), ())
    assert len(summary.sessions) == 1


def test_a_day_that_never_was_is_empty_too(shop: SmallShop) -> None:
    summary = summary_of(shop, date(2020, 1, 1))
    assert (summary.sessions, summary.net, summary.is_sent) == ((), 0, False)


def test_a_day_of_refunds_alone_is_negative(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    shop.close()
    shop.open(at=NOW + timedelta(days=1))
    shop.refund(sale, RefundLine(1, 1_000), at=NOW + timedelta(days=1))
    today, tomorrow = summary_of(shop), summary_of(shop, TOMORROW)
    assert (today.net, today.refunds, today.refund_count) == (214_000, 0, 0)
    assert (tomorrow.gross, tomorrow.refunds, tomorrow.net) == (0, -107_000, -107_000)
    assert (tomorrow.due, tomorrow.commission, tomorrow.vat) == (-75_000, -25_000, -7_000)
    assert tomorrow.vats == (VatTotal(VatClass.V7, 700, -107_000, -7_000),)
    assert tomorrow.tenders == (TenderTotal(CASH, 1, -107_000),)
    assert (tomorrow.receipt_count, tomorrow.average) == (0, 0)


def test_two_tills_are_one_day(shop: SmallShop) -> None:
    shop.open("CM02")
    shop.sell(("P000001", 1_000))
    shop.sell(("P000003", 1_000), till="CM02")
    shop.close("CM02")
    summary = summary_of(shop)
    assert (summary.net, summary.receipt_count) == (125_000, 2)
    assert [(each.till_code, each.is_open) for each in summary.sessions] == [("CM01", True), ("CM02", False)]
    assert summary.cash_expected == 122_000 + 18_000


def test_several_sessions_of_a_day_are_one_day(shop: SmallShop) -> None:
    shop.sell(("P000001", 1_000))
    shop.close()
    shop.open(at=NOW + timedelta(hours=2))
    shop.sell(("P000003", 1_000), at=NOW + timedelta(hours=2))
    shop.close(at=NOW + timedelta(hours=3))
    summary = summary_of(shop)
    assert [each.z_no for each in summary.sessions] == [1, 2]
    assert summary.by_hour == ((14, 107_000), (16, 18_000))
    assert summary.cash_expected == 2 * 122_000 + 125_000
    assert summary.cash_counted == 2 * 122_000


def test_hours_are_the_shops(shop: SmallShop) -> None:
    shop.sell(("P000003", 1_000), at=NOW.replace(hour=18))
    assert summary_of(shop).by_hour == ((1, 18_000),)


def test_lots_about_to_expire_are_counted_while_they_stand_on_the_shelf(shop: SmallShop) -> None:
    for days in (-1, 0, 30, 31):
        shop.receive(shop.honey, 1_000, expires_on=TODAY + timedelta(days=days))
    assert summary_of(shop).expiring_lots == 3
    shop.sell(("P000003", 1_000))
    assert summary_of(shop).expiring_lots == 2


def test_no_more_than_five_are_ranked(shop: SmallShop) -> None:
    for number in range(7):
        product = Product(f"R{number}", f"ของ {number}", price=1_000 * (number + 1), producer_id=shop.weaver.id)
        shop.database.run(add_product, product)
        shop.sell((product.sku, 1_000))
    assert [ranked.net for ranked in summary_of(shop).top_products] == [7_000, 6_000, 5_000, 4_000, 3_000]


def test_a_day_says_whether_it_was_sent(shop: SmallShop, tmp_path: Path) -> None:
    shop.close()
    assert not summary_of(shop).is_sent
    send_day(shop.database, tmp_path)
    assert summary_of(shop).is_sent


def test_days_are_listed_newest_first(shop: SmallShop) -> None:
    shop.open("CM02", at=NOW + timedelta(days=2))
    shop.close()
    shop.open(at=NOW + timedelta(days=1))
    assert shop.database.run(list_days) == tuple(TODAY + timedelta(days=days) for days in (2, 1, 0))
    assert shop.database.run(list_days, limit=1) == (TODAY + timedelta(days=2),)


@pytest.mark.parametrize(
    ("statement", "proof"),
    [
        ("UPDATE sale_line SET net = net - 1, gross = gross - 1", "lines"),
        ("UPDATE payment SET amount = amount - 1", "tenders"),
        (
            "UPDATE sale_alloc SET due = due - 1, commission = commission + 2, net = net + 1, gross = gross + 1",
            "shares",
        ),
        ("UPDATE till_session SET cash_expected = cash_expected - 1", "drawer"),
    ],
)
def test_figures_that_do_not_agree_are_shown(sqlite_shop: SmallShop, statement: str, proof: str) -> None:
    sqlite_shop.sell(("P000001", 1_000), given=(Given("card", 107_000, "A"),))
    sqlite_shop.close()
    triggers = [name for (name,) in rows(sqlite_shop.database, "SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    change(sqlite_shop.database, *(f"DROP TRIGGER {name}" for name in triggers), statement)
    proofs = sqlite_shop.database.run(summarise_day, TODAY).proofs
    assert [each.name for each in proofs if not each.holds] == [proof]
