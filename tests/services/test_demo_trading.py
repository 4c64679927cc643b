"""A demo day is plausible, repeatable, and leaves books that agree with themselves."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from otop_pos.db.database import Database, open_database
from otop_pos.domain.money import CashRounding
from otop_pos.domain.payment import CASH, EXCHANGE, PAYMENT_METHODS, settle
from otop_pos.domain.quantity import Unit
from otop_pos.domain.report import DaySummary
from otop_pos.domain.thai_date import to_local
from otop_pos.domain.till import counted
from otop_pos.domain.till_event import EventKind
from otop_pos.services.demo.paying import FLOAT, count_drawer, pay
from otop_pos.services.demo.schedule import refund_times, sale_times
from otop_pos.services.demo.shop import load_demo_shop
from otop_pos.services.demo.trading import TradedDay, trade_day
from otop_pos.services.report import summarise_day
from otop_pos.services.stock import list_lots
from otop_pos.services.verify import verify

FRIDAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
Week = tuple[list[TradedDay], list[DaySummary], Database]


def traded(folder: Path, seed: int, days: int = 2, sales: int = 60) -> Week:
    database = open_database(folder / f"shop-{seed}.sqlite")
    shop = database.run(load_demo_shop, at=AT)
    rng = random.Random(seed)
    acted = [trade_day(database, shop, FRIDAY + timedelta(days=number), sales, rng) for number in range(days)]
    return acted, [database.run(summarise_day, day.day) for day in acted], database


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    made = traded(tmp_path_factory.mktemp("week"), 7, days=3, sales=120)
    yield made
    made[2].close()


def test_every_sale_asked_for_is_made(week: Week) -> None:
    days, summaries, _database = week
    assert [len(day.sales) for day in days] == [121, 121, 121], "and an exchange"
    assert [summary.receipt_count for summary in summaries] == [121, 121, 121]


def test_the_close_proves_itself(week: Week) -> None:
    for summary in week[1]:
        assert summary.proofs
        assert all(proof.holds for proof in summary.proofs)


def test_drawers_hold_what_they_should_give_or_take_a_few_baht(week: Week) -> None:
    differences = [session.cash_difference for day in week[0] for session in day.sessions]
    assert 0 in differences
    assert all(abs(difference) <= 2000 for difference in differences)


def test_people_pay_in_every_way_and_some_in_two(week: Week) -> None:
    sales = [sale for day in week[0] for sale in day.sales]
    assert {payment.method for sale in sales for payment in sale.payments} == set(PAYMENT_METHODS)
    assert any(len(sale.payments) == 2 for sale in sales)
    assert any(sale.change for sale in sales)


def test_references_are_never_used_twice(week: Week) -> None:
    references = [
        payment.reference
        for day in week[0]
        for sale in (*day.sales, *(each for each in day.refunds if not each.is_void))
        for payment in sale.payments
        if payment.method not in (CASH, EXCHANGE)
    ]
    assert all(references)
    assert len(set(references)) == len(references)


def test_goods_are_weighed_measured_discounted_and_brought_back(week: Week) -> None:
    lines = [line for day in week[0] for sale in day.sales for line in sale.lines]
    assert {Unit.KILOGRAM, Unit.METRE} <= {Unit(line.unit) for line in lines}
    assert any(line.discount for line in lines)
    assert any(len(sale.lines) == 6 for day in week[0] for sale in day.sales)
    refunds = [refund for day in week[0] for refund in day.refunds]
    assert 14 <= len(refunds) <= 21, "with a void and an exchange a day"
    assert all(refund.reason and refund.net < 0 for refund in refunds)


def test_some_goods_are_sold_before_they_are_received(week: Week) -> None:
    assert sum(summary.awaiting_lot for summary in week[1]) > 0


def test_makers_bring_more_every_morning_and_not_all_is_accepted(week: Week) -> None:
    grns = [grn for day in week[0] for grn in day.grns]
    assert all(len(day.grns) >= 5 for day in week[0])
    assert all(grn.lines for grn in grns)
    assert all(line.reject_reason for grn in grns for line in grn.lines if line.rejected)


def test_no_lot_is_below_zero(week: Week) -> None:
    lots = week[2].run(list_lots, "", 10_000)
    assert all(lot.on_hand >= 0 for lot in lots)
    assert all(lot.qty_received == lot.on_hand + lot.quarantine + lot.sold - lot.returned for lot in lots)


def test_the_same_seed_gives_the_same_figures(tmp_path: Path) -> None:
    figures = []
    for run in ("first", "second"):
        (tmp_path / run).mkdir()
        days, summaries, database = traded(tmp_path / run, 11)
        papers = [
            (sale.doc_no, sale.finished_at, sale.net, tuple(line.lot_codes for line in sale.lines))
            for day in days
            for sale in (*day.sales, *day.refunds)
        ]
        figures.append((papers, [(each.net, each.due, each.commission, each.cash_counted) for each in summaries]))
        database.close()
    assert figures[0] == figures[1]


def test_another_seed_gives_other_figures(tmp_path: Path) -> None:
    one, other = (traded(tmp_path, seed, days=1, sales=20) for seed in (1, 2))
    assert one[1][0].net != other[1][0].net
    one[2].close()
    other[2].close()


@pytest.mark.parametrize("net", [25, 3_550, 24_129, 89_900, 1_234_500])
@pytest.mark.parametrize("rounding", list(CashRounding))
def test_what_is_given_settles_the_bill(net: int, rounding: CashRounding) -> None:
    rng = random.Random(net)
    for _turn in range(60):
        settlement = settle(net, pay(net, rounding, rng), rounding)
        assert sum(payment.amount for payment in settlement.payments) == net + settlement.rounding


def test_a_count_of_a_drawer_is_made_of_real_notes_and_coins() -> None:
    rng = random.Random(3)
    expected = counted(FLOAT) + 1_234_575
    counts = [count_drawer(expected, rng) for _turn in range(200)]
    differences = [counted(pieces) - expected for pieces in counts]
    assert differences.count(0) > 120
    assert any(differences)
    assert all(count >= 0 for pieces in counts for count in pieces.values())


def test_an_empty_drawer_is_counted_too() -> None:
    assert counted(count_drawer(0, random.Random(1))) < 1000


def test_sales_come_in_opening_hours_most_after_noon() -> None:
    times = [to_local(at) for at in sale_times(FRIDAY, 1000, random.Random(5))]
    assert times == sorted(times)
    assert {at.date() for at in times} == {FRIDAY}
    assert {at.hour for at in times} == set(range(9, 18))
    assert sum(at.hour >= 12 for at in times) > 600


def test_refunds_come_later_and_before_the_close() -> None:
    times = [to_local(at) for at in refund_times(FRIDAY, 200, random.Random(5))]
    assert times[0].hour >= 11
    assert (times[-1].hour, times[-1].minute) < (18, 0)


def test_alcohol_is_sold_in_its_hours_only(week: Week) -> None:
    drinks = [
        to_local(sale.finished_at).hour
        for day in week[0]
        for sale in day.sales
        for line in sale.lines
        if line.name_th.startswith(("สุรา", "ไวน์"))
    ]
    assert drinks
    assert set(drinks) <= {11, 12, 13, 17}


def test_a_day_is_traded_on_either_database(database: Database) -> None:
    shop = database.run(load_demo_shop, at=AT)
    day = trade_day(database, shop, FRIDAY, 12, random.Random(1))
    assert {sale.operator for sale in day.sales} <= {user.name for user in (*shop.cashiers, shop.manager)}
    assert all(proof.holds for proof in database.run(summarise_day, FRIDAY).proofs)
    assert all(result.holds for result in database.run(verify))


def test_most_days_see_what_a_till_sees(week: Week) -> None:
    """Coffee from the drawer, coins changed, a void, an exchange, a bill given up."""
    for summary in week[1]:
        told = {total.kind for total in summary.events}
        assert {EventKind.NO_SALE, EventKind.VOID, EventKind.CANCEL_BILL} <= told
        assert summary.paid_out < 0
        assert [each.amount for each in summary.tenders if each.method == EXCHANGE] == [0]
