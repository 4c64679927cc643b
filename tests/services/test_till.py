"""The till's day: from the counted float to the numbered Z, whatever the clock says meanwhile."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from otop_pos.domain.errors import NotANumber, NotFound, Refusal, TillAlreadyOpen, TillNotOpen
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, BasketLine
from otop_pos.domain.till import TillSession
from otop_pos.services.nightly import send_day
from otop_pos.services.refund import refund_sale
from otop_pos.services.report import list_days, summarise_day
from otop_pos.services.sale import list_sales
from otop_pos.services.till import close_till, current_session, open_till
from tests.books import broken, change, contents, rows
from tests.factories import NOW, TODAY, SmallShop

FLOAT_AMOUNT = 122_000
DAY = timedelta(days=1)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of November 2026 on the shop's clock, seven hours before London."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def refused(shop: SmallShop, pieces: dict[int, int], *, close: bool) -> Refusal:
    before = contents(shop.database)
    act = close_till if close else open_till
    with pytest.raises(Refusal) as refusal:
        shop.database.run(act, "CM01" if close else "CM02", pieces, user=shop.user, at=NOW)
    assert contents(shop.database) == before
    return refusal.value


def test_an_open_till_knows_its_float_its_day_and_its_opener(shop: SmallShop) -> None:
    opened = shop.database.run(current_session, "CM01")
    assert isinstance(opened, TillSession)
    assert (opened.float_amount, opened.z_no, opened.business_date) == (FLOAT_AMOUNT, 1, TODAY)
    assert (opened.opened_by, opened.opened_at, opened.is_open) == (shop.user.name, NOW, True)
    assert shop.database.run(current_session, "CM02") is None


def test_what_should_be_in_the_drawer_is_float_and_cash_without_change(shop: SmallShop) -> None:
    """1,250.00 of which 250.00 by card, 1,000.00 cash for 2,000.00 given; then 180.00 cash back."""
    sale = shop.sell(("P000001", 1_000), ("P000003", 1_000), given=(Given("card", 25_000, "A-1"), Given(CASH, 200_000)))
    assert sale.change == 100_000
    shop.refund(sale, RefundLine(2, 1_000))
    closed = shop.close()
    assert closed.cash_expected == FLOAT_AMOUNT + 100_000 - 18_000
    assert (closed.cash_counted, closed.cash_difference) == (FLOAT_AMOUNT, -82_000)
    assert (closed.closed_by, closed.closed_at, closed.is_open) == (shop.manager.name, NOW, False)
    assert broken(shop.database) == []


def test_rounded_coins_and_other_tenders_are_not_expected_in_the_drawer(shop: SmallShop) -> None:
    offer = shop.offer("P000003")
    shop.sell(basket=Basket(lines=(BasketLine(offer, 1_000, 24_129),)))
    shop.sell(basket=Basket(lines=(BasketLine(offer, 1_000, 24_129),)), given=(Given("promptpay", 24_129, "P1"),))
    assert shop.close().cash_expected == FLOAT_AMOUNT + 24_125


def test_money_sent_back_by_transfer_leaves_the_drawer_alone(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "สีตก", "transfer", "TR-1")
    shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)
    assert shop.close().cash_expected == FLOAT_AMOUNT + 18_000


def test_a_day_without_a_sale_expects_its_float(shop: SmallShop) -> None:
    closed = shop.close()
    assert (closed.cash_expected, closed.cash_difference) == (FLOAT_AMOUNT, 0)


def test_zs_count_up_per_till(shop: SmallShop) -> None:
    numbers = [shop.close().z_no, shop.open().z_no, shop.open("CM02").z_no]
    numbers += [shop.close("CM02").z_no, shop.close().z_no, shop.open().z_no]
    assert numbers == [1, 2, 1, 1, 2, 3]
    assert broken(shop.database) == []


def test_a_till_is_open_only_once(shop: SmallShop) -> None:
    before = contents(shop.database)
    with pytest.raises(TillAlreadyOpen) as refusal:
        shop.open()
    assert (refusal.value.till, refusal.value.business_date) == ("CM01", TODAY)
    assert contents(shop.database) == before


def test_a_till_is_closed_only_once(shop: SmallShop) -> None:
    shop.close()
    before = contents(shop.database)
    with pytest.raises(TillNotOpen):
        shop.close()
    assert contents(shop.database) == before


def test_a_till_nobody_registered_cannot_be_opened(shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        shop.open("CM99")


@pytest.mark.parametrize("pieces", [{7_777: 1}, {100: -1}, {0: 1}, {-100: 1}, {100: 1, 1: 1}])
@pytest.mark.parametrize("close", [False, True])
def test_a_count_that_no_drawer_can_hold_is_refused(
    sqlite_shop: SmallShop, pieces: dict[int, int], close: bool
) -> None:
    assert isinstance(refused(sqlite_shop, pieces, close=close), NotANumber)


def test_every_note_and_coin_that_was_counted_is_kept(shop: SmallShop) -> None:
    pieces = {100_000: 3, 25: 7, 50: 0}
    closed = shop.database.run(close_till, "CM01", pieces, "ทอนผิด", user=shop.manager, at=NOW)
    assert closed.cash_counted == 300_175
    kept = rows(shop.database, "SELECT moment, denomination, pieces FROM till_count ORDER BY moment, denomination")
    assert kept == [
        ("close", 25, 7),
        ("close", 100_000, 3),
        ("open", 100, 20),
        ("open", 2_000, 10),
        ("open", 10_000, 10),
    ]


def test_after_midnight_the_day_is_still_that_of_the_open_till(shop: SmallShop) -> None:
    shop.close()
    opened = shop.open(at=local(22, 23, 30))
    assert opened.business_date == date(2026, 11, 22)
    sale = shop.sell(("P000001", 1_000), at=local(23, 0, 30))
    refund = shop.refund(sale, at=local(23, 1, 0))
    assert (sale.business_date, refund.business_date) == (date(2026, 11, 22), date(2026, 11, 22))
    assert rows(shop.database, "SELECT DISTINCT local_hour FROM sale ORDER BY local_hour") == [(0,), (1,)]
    summary = shop.database.run(summarise_day, date(2026, 11, 22))
    assert (summary.receipt_count, summary.refund_count) == (1, 1)
    assert shop.database.run(list_days) == (date(2026, 11, 22),)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (local(22, 0, 0), date(2026, 11, 22)),
        (local(22, 23, 59), date(2026, 11, 22)),
        (local(23, 0, 0), date(2026, 11, 23)),
    ],
)
def test_the_day_of_a_till_is_the_shops_calendar_not_londons(sqlite_shop: SmallShop, at: datetime, day: date) -> None:
    assert sqlite_shop.open("CM02", at=at).business_date == day


def test_numbers_start_anew_with_the_buddhist_year_of_the_open_till(shop: SmallShop) -> None:
    new_years_eve = datetime(2026, 12, 31, 12, tzinfo=UTC)
    shop.close()
    shop.open(at=new_years_eve)
    after_midnight = new_years_eve + timedelta(hours=7)
    assert shop.sell(("P000001", 1_000), at=after_midnight).doc_no == "CM01-1-690000001"
    shop.close(at=after_midnight)
    shop.open(at=after_midnight + timedelta(hours=8))
    assert shop.sell(("P000001", 1_000), at=after_midnight + timedelta(hours=8)).doc_no == "CM01-1-700000001"
    assert broken(shop.database) == []


def test_a_till_opened_again_on_a_day_that_was_sent_belongs_to_the_next(shop: SmallShop, tmp_path: Path) -> None:
    shop.close()
    send_day(shop.database, tmp_path)
    opened = shop.open(at=NOW + timedelta(hours=1))
    assert opened.business_date == TODAY + DAY
    assert shop.sell(("P000001", 1_000), at=NOW + timedelta(hours=2)).business_date == TODAY + DAY
    shop.close(at=NOW + timedelta(hours=3))
    assert shop.open(at=NOW + DAY).business_date == TODAY + DAY
    shop.close(at=NOW + DAY)
    assert send_day(shop.database, tmp_path).business_date == TODAY + DAY
    assert broken(shop.database) == []


def test_a_delivery_on_a_day_that_was_sent_belongs_to_the_next(shop: SmallShop, tmp_path: Path) -> None:
    shop.close()
    send_day(shop.database, tmp_path)
    assert shop.receive(shop.cloth, 1_000).business_date == TODAY + DAY


@pytest.mark.parametrize("jump", [-3 * DAY, timedelta(minutes=-90), 400 * DAY, timedelta(hours=1)])
def test_a_clock_that_jumps_redates_nothing_and_keeps_the_order_of_numbers(
    shop: SmallShop, tmp_path: Path, jump: timedelta
) -> None:
    """The day stays that of the open till; only the printed time is what the clock said."""
    sold = [shop.sell(("P000003", 1_000), at=NOW)]
    sold += [shop.sell(("P000003", 1_000), at=NOW + jump), shop.sell(("P000003", 1_000), at=NOW + timedelta(minutes=5))]
    assert [sale.doc_no[-1] for sale in sold] == ["1", "2", "3"]
    assert {sale.business_date for sale in sold} == {TODAY}
    shop.refund(sold[1], at=NOW + jump + timedelta(minutes=1))
    shop.close(at=NOW + timedelta(hours=3))
    summary = shop.database.run(summarise_day, TODAY)
    assert (summary.receipt_count, summary.refund_count) == (3, 1)
    send_day(shop.database, tmp_path)
    assert broken(shop.database) == []


def test_receipts_of_the_newest_session_come_first_whatever_the_clock_said(shop: SmallShop) -> None:
    first = shop.sell(("P000003", 1_000), at=NOW)
    shop.close()
    shop.open(at=NOW - 3 * DAY)
    second = shop.sell(("P000003", 1_000), at=NOW - 3 * DAY)
    third = shop.sell(("P000003", 1_000), at=NOW - 3 * DAY)
    assert shop.database.run(list_sales, "CM01") == (third, second, first)
    assert shop.database.run(list_sales, "CM01", limit=2) == (third, second)


def test_a_clock_set_back_before_opening_still_lets_the_day_be_sent(shop: SmallShop, tmp_path: Path) -> None:
    shop.close()
    shop.open(at=NOW - 3 * DAY)
    shop.sell(("P000003", 1_000), at=NOW - 3 * DAY)
    shop.close(at=NOW - 3 * DAY)
    assert [send_day(shop.database, tmp_path).business_date for _ in range(2)] == [TODAY - 3 * DAY, TODAY]
    assert broken(shop.database) == []


def test_after_a_restore_printed_numbers_are_new_and_zs_go_on(shop: SmallShop) -> None:
    """The epoch is part of the number, so none is ever printed twice."""
    shop.sell(("P000003", 1_000))
    shop.close()
    change(shop.database, "UPDATE till SET epoch = 2 WHERE code = 'CM01'")
    assert shop.open(at=NOW + DAY).z_no == 2
    sale = shop.sell(("P000003", 1_000), at=NOW + DAY)
    assert sale.doc_no == "CM01-2-690000001"
    assert shop.refund(sale, at=NOW + DAY).doc_no == "CM01-2-R690000001"
    assert broken(shop.database) == []
