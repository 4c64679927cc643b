"""The board of the morning: what expires, whose time ends, what runs low."""

from dataclasses import replace
from datetime import date, timedelta

from otop_pos.domain.agreement import EndAction
from otop_pos.domain.board import Board, Urgency
from otop_pos.domain.product import Category, Product
from otop_pos.services.product import add_product
from otop_pos.services.stock.board import read_board
from tests.factories import TODAY
from tests.services.stock.desk import Desk

TERM_ENDS = TODAY + timedelta(days=180)


def board(desk: Desk, on: date = TODAY) -> Board:
    return desk.database.run(read_board, on)


def test_a_quiet_day_has_an_empty_board(desk: Desk) -> None:
    assert board(desk) == Board(TODAY)


def test_lots_that_expire_stand_by_their_days(desk: Desk) -> None:
    for days in (31, 30, 7, -1, 0, 14):
        desk.shop.receive(desk.shop.honey, 1_000, expires_on=TODAY + timedelta(days=days))
    found = [(each.days, each.urgency) for each in board(desk).expiring]
    assert found == [
        (-1, Urgency.PAST),
        (0, Urgency.WEEK),
        (7, Urgency.WEEK),
        (14, Urgency.FORTNIGHT),
        (30, Urgency.MONTH),
    ]


def test_what_is_gone_neither_expires_nor_ends(desk: Desk) -> None:
    code = desk.shop.receive(desk.shop.honey, 1_000, expires_on=TODAY).lines[0].lot_code
    desk.shop.sell((code, 1_000))
    for product in ("P000001", "P000002", "P000003"):
        desk.shop.sell((product, 20_000))
    assert (board(desk).expiring, board(desk, TERM_ENDS).ending) == ((), ())


def test_goods_whose_time_ends_say_what_was_agreed(desk: Desk) -> None:
    assert board(desk, TERM_ENDS - timedelta(days=31)).ending == ()
    first = board(desk, TERM_ENDS - timedelta(days=30)).ending[0]
    assert (first.ends_on, first.days, first.urgency, first.end_action) == (
        TERM_ENDS,
        30,
        Urgency.MONTH,
        EndAction.ASK,
    )
    past = board(desk, TERM_ENDS + timedelta(days=14)).ending[0]
    assert (past.days, past.urgency, past.is_due(TERM_ENDS + timedelta(days=14))) == (-14, Urgency.PAST, False)
    assert past.is_due(past.grace_until + timedelta(days=1))


def test_each_producer_is_asked_for_what_runs_low(desk: Desk) -> None:
    scarf = Product("P000009", "ผ้าพันคอ", category=Category.CLOTH, price=10_000, producer_id=desk.shop.weaver.id)
    desk.database.run(add_product, replace(scarf, low_stock=5_000))
    desk.database.run(add_product, replace(scarf, sku="P000010", low_stock=5_000, active=False))
    desk.database.run(add_product, replace(scarf, sku="P000011", low_stock=None))
    (asked,) = board(desk).bring
    assert (asked.producer, asked.phone) == (desk.shop.weaver, "")
    assert [(low.product.sku, low.on_hand, low.missing) for low in asked.products] == [("P000009", 0, 5_000)]


def test_what_is_at_its_mark_is_not_low(desk: Desk) -> None:
    jar = Product("P000009", "แยม", category=Category.FOOD, price=10_000, producer_id=desk.shop.farmer.id)
    jar = desk.database.run(add_product, replace(jar, low_stock=2_000))
    desk.shop.receive(jar, 2_000)
    assert board(desk).bring == ()
    desk.shop.sell(("P000009", 1_000))
    assert [low.on_hand for low in board(desk).bring[0].products] == [1_000]
