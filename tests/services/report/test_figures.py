"""The figures of the reports are those of the books, added up another way: by hand and by plain SQL."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from otop_pos.domain.discount import Discount
from otop_pos.domain.listing import Cell, Listing, Words
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.period import Period, month_of
from otop_pos.services.report.payable_ageing import unpaid_bands
from otop_pos.services.report.running import read_listing
from otop_pos.services.report.turnover import THRESHOLD
from tests.books import rows, value
from tests.factories import TODAY, SmallShop
from tests.services.report.conftest import PastShop, at

WEAVER, FARMER, POTTER = "กลุ่มทอผ้าบ้านตาล", "วิสาหกิจชุมชนหนองผึ้ง", "บ้านดินเผา"


def read(past: PastShop, key: str, period: Period | None = None, on: date | None = None) -> Listing:
    period = period or Period(past.first, past.last)
    return past.shop.database.run(read_listing, key, period, on or period.until)


def named(listing: Listing) -> dict[Cell, tuple[Cell, ...]]:
    """First column in Thai → the other cells."""
    return {row[0].th if isinstance(row[0], Words) else row[0]: row[1:] for row in listing.rows}


def by_name(past: PastShop, sql: str) -> dict[str, Any]:
    return dict(rows(past.shop.database, f"SELECT producer.name_th, {sql} GROUP BY producer.name_th"))  # type: ignore[arg-type]


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_top_producers_are_the_lines_and_the_allocations(past: PastShop) -> None:
    listing = read(past, "top_sales")
    sales = by_name(past, "SUM(sale_line.net) FROM sale_line JOIN producer ON producer.id = producer_id")
    kept = by_name(past, "SUM(commission + fee) FROM sale_alloc JOIN producer ON producer.id = producer_id")
    due = by_name(past, "SUM(amount) FROM payable JOIN producer ON producer.id = producer_id")
    assert {name: row[1] for name, row in named(listing).items()} == sales
    assert {name: row[3] for name, row in named(listing).items()} == kept
    assert {name: row[5] for name, row in named(listing).items()} == due
    assert list(named(listing)) == [WEAVER, FARMER]
    # 4 shawls and 2.5 m of silk: 428,000 + 105,000; 9 bottles: 162,000.
    assert sales == {WEAVER: 533_000, FARMER: 162_000}


def test_the_best_of_one_order_need_not_be_the_best_of_the_other(past: PastShop) -> None:
    past.shop.sell(("P000004", 10_000), at=at(75))
    by_sales, by_commission = read(past, "top_sales"), read(past, "top_commission")
    assert list(named(by_sales)) == [WEAVER, POTTER, FARMER]
    assert [row[4] for row in by_commission.rows] == sorted((row[4] for row in by_sales.rows), reverse=True)  # type: ignore[type-var]
    assert by_sales.totals == by_commission.totals


def test_goods_sold_without_a_lot_are_sales_but_nobodys_due_yet(past: PastShop) -> None:
    past.shop.sell(("P000004", 12_000), at=at(75))
    row = named(read(past, "top_sales"))[POTTER]
    assert row[1] == 300_000
    assert row[5] == value(
        past.shop.database, "SELECT SUM(due) FROM sale_alloc WHERE producer_id = :id", id=past.potter.id
    )
    assert row[5] < 300_000 * 60 // 100


def test_sell_through_follows_the_days_on_the_shelf(past: PastShop) -> None:
    """Honey: 4 on day 0, 5 on day 45; shawls: 2 on day 0, 3 on day 20, one back on day 75; all of 20."""
    listing = read(past, "sell_through_product")
    assert named(listing)["น้ำผึ้งรวง 500 กรัม"][1:] == (20_000, 9_000, 2_000, 4_500, 4_500, 4_500)
    assert named(listing)["ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม"][1:] == (20_000, 4_000, 2_500, 2_500, 2_000, 2_000)
    assert named(listing)["ผ้าไหมมัดหมี่"][1:] == (20_000, 2_500, 0, 0, 1_250, 1_250)


def test_sell_through_of_a_producer_is_by_value(past: PastShop) -> None:
    """20 shawls at 1,070 and 20 m at 420 came in; 4 shawls and 2.5 m stayed sold."""
    received, sold, *_after, until_now = named(read(past, "sell_through_producer"))[WEAVER]
    assert (received, sold) == (2_980_000, 533_000)
    assert until_now == round(533_000 / 2_980_000 * 10_000)


def test_goods_too_young_for_an_age_have_no_share_of_it(past: PastShop) -> None:
    (thirty, sixty, ninety, _now) = named(read(past, "sell_through_product", on=day(45)))["น้ำผึ้งรวง 500 กรัม"][3:]
    assert (thirty, sixty, ninety) == (2_000, None, None)


def test_goods_that_came_before_the_period_are_not_in_its_sell_through(past: PastShop) -> None:
    assert read(past, "sell_through_lot", Period(day(1), day(50))).rows == ()


def test_stock_ageing_is_what_lies_there_at_its_price(past: PastShop) -> None:
    past.shop.receive(past.jar, 3_000)
    listing = read(past, "stock_ageing", on=day(60))
    whole = value(
        past.shop.database,
        "SELECT SUM(qty * price) / 1000 FROM lot_balance JOIN lot ON lot.id = lot_id",
    )
    then = value(
        past.shop.database,
        "SELECT SUM(lot_move.qty * price) / 1000 FROM lot_move JOIN lot ON lot.id = lot_id WHERE business_date <= :day",
        day=day(60),
    )
    assert listing.totals[6] == then
    assert read(past, "stock_ageing").totals[6] == whole
    assert listing.totals[2] == listing.totals[6]


@pytest.mark.parametrize(
    ("days", "band"), [(0, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (180, 4), (181, 5)]
)
def test_each_day_of_age_has_its_band(shop: SmallShop, days: int, band: int) -> None:
    on = day(days)
    listing = shop.database.run(read_listing, "stock_ageing", Period(on, on), on)
    filled = {number for row in listing.rows for number in range(1, 6) if row[number]}
    assert filled == {band}


def test_dead_is_what_nobody_bought_for_ninety_days(past: PastShop) -> None:
    listing = read(past, "dead_stock")
    assert [row[0].th for row in listing.rows if isinstance(row[0], Words)] == ["ไหดินเผา"]
    assert listing.rows[0][4:7] == (None, 100, 10_000)
    later = read(past, "dead_stock", Period(day(134), day(134)), day(134))
    assert {row[0].th: row[4:6] for row in later.rows if isinstance(row[0], Words)} == {
        "ไหดินเผา": (None, 134),
        "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม": (day(20), 114),
    }
    assert read(past, "dead_stock", on=day(89)).rows == ()


def test_what_is_owed_is_the_ledger(past: PastShop) -> None:
    for days in (0, 30, 31, 60, 100):
        listing = read(past, "payable_ageing", Period(day(days), day(days)))
        owed: dict[str, int] = defaultdict(int)
        for name, amount in rows(
            past.shop.database,
            "SELECT name_th, amount FROM payable JOIN producer ON producer.id = producer_id "
            "WHERE business_date <= :day",
            day=day(days),
        ):
            owed[name] += amount
        assert {name: row[5] for name, row in named(listing).items()} == owed


def test_what_is_owed_is_told_by_its_age(past: PastShop) -> None:
    """At 25 % of the price without VAT: 2 shawls 1,500.00 on day 0, 3 on day 20; 1 back and silk on day 75."""
    _code, *bands, owed = named(read(past, "payable_ageing", Period(day(100), day(100))))[WEAVER]
    silk = value(
        past.shop.database,
        "SELECT SUM(due) FROM sale_alloc JOIN lot ON lot.id = lot_id WHERE product_id = :id",
        id=past.shop.bag.id,
    )
    assert silk == 73_598
    assert bands == [0, 0, 225_000, 150_000 + silk - 75_000]
    assert owed == sum(bands)


@pytest.mark.parametrize(
    ("accrued", "paid", "left"),
    [
        ((100, 200, 300, 400), 0, (100, 200, 300, 400)),
        ((100, 200, 300, 400), 400, (100, 200, 300, 0)),
        ((100, 200, 300, 400), 450, (100, 200, 250, 0)),
        ((100, 200, 300, 400), 1_000, (0, 0, 0, 0)),
        ((100, 0, 0, 0), 150, (-50, 0, 0, 0)),
        ((50, -80, 0, 100), 100, (-30, 0, 0, 0)),
        ((0, 0, 0, 0), -70, (70, 0, 0, 0)),
    ],
)
def test_payments_settle_the_oldest_first(accrued: tuple[int, ...], paid: int, left: tuple[int, ...]) -> None:
    assert unpaid_bands(accrued, paid) == left
    assert sum(left) == sum(accrued) - paid


def test_returns_are_told_by_their_reason(past: PastShop) -> None:
    (row,) = read(past, "refund_reasons").rows
    assert row == (
        Words(WEAVER),
        Words("ชำรุดหรือมีตำหนิ", "Damaged or faulty"),
        1,
        1_000,
        107_000,
        round(107_000 / 640_000 * 10_000),
    )


def test_growth_compares_with_the_months_before(past: PastShop) -> None:
    now = month_of(day(45))
    listing = read(past, "growth", now)
    assert named(listing)[FARMER][2:] == (90_000, 0, None, 0, None)
    before = read(past, "growth", month_of(day(20)))
    assert named(before)[WEAVER][2:5] == (321_000, 214_000, 5_000)
    assert named(before)[FARMER][2:5] == (0, 72_000, -10_000)
    year_later = read(past, "growth", Period(date(2027, 12, 1), date(2027, 12, 31)))
    assert named(year_later)[WEAVER][2:] == (0, 0, None, 321_000, -10_000)


@pytest.mark.parametrize(("level", "depth"), [("by_tambon", 3), ("by_amphoe", 2), ("by_province", 1)])
def test_places_share_the_whole(past: PastShop, level: str, depth: int) -> None:
    past.shop.sell(("P000004", 1_000), at=at(75))
    listing = read(past, level)
    net = value(past.shop.database, "SELECT SUM(net) FROM sale")
    assert listing.totals[depth + 1] == net
    assert [row[depth] for row in listing.rows] == [2, 1]
    assert sum(row[depth + 2] for row in listing.rows if isinstance(row[depth + 2], int)) in range(9_999, 10_002)


def test_marked_goods_are_listed_also_when_nobody_bought_them(past: PastShop) -> None:
    (row,) = read(past, "featured").rows
    assert row[2:] == (Words("TOPOTOP", "TOPOTOP"), 0, 0, 0, 10_000)
    past.shop.sell(("P000004", 2_000), at=at(75))
    listing = read(past, "featured")
    assert listing.rows[0][4:] == (2_000, 50_000, 8_000)
    assert listing.totals[5] == 50_000


def test_turnover_is_the_year_of_all_receipts(past: PastShop) -> None:
    year = read(past, "turnover", Period(date(2026, 1, 1), date(2026, 12, 31)), date(2026, 12, 31))
    net = value(past.shop.database, "SELECT SUM(net) FROM sale WHERE business_date <= '2026-12-31'")
    assert (year.totals[1], year.totals[4]) == (net, net)
    assert len(year.rows) == 12
    assert year.meter is not None
    assert (year.meter.value, year.meter.limit, THRESHOLD) == (net, THRESHOLD, 180_000_000)


def test_the_vat_report_is_the_tax_of_every_document(past: PastShop) -> None:
    past.shop.sell(
        basket=replace(past.shop.basket(("P000001", 1_000)), bill_discount=Discount(500)),
        given=(Given(CASH, 500_000),),
        at=at(75),
    )
    listing = read(past, "vat_sales")
    vat, net, papers = rows(past.shop.database, "SELECT SUM(vat), SUM(net), COUNT(*) FROM sale")[0]
    assert listing.totals[4:] == (papers, 0, net - vat, vat, net)
    assert [row[4] for row in listing.rows] == [1, 1, 1, 2, 1]
    assert listing.rows[-1][7] == -7_000
