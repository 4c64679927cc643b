"""One last piece: the till sells it, or somebody writes it off. Never both, never neither."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from otop_pos.domain.errors import NotEnoughThere
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.services.stock.counting import count_lot, post_count, start_count
from otop_pos.services.stock.moving import post_note
from tests.books import broken, count, value
from tests.services.stock.desk import Desk

ROUNDS = 12
Act = Callable[[], object]


def at_once(*acts: Act) -> list[object]:
    """What each of them answers, a refusal too; they start together."""
    barrier = threading.Barrier(len(acts))

    def run(act: Act) -> object:
        barrier.wait()
        try:
            return act()
        except NotEnoughThere as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_the_last_piece_is_sold_or_lost(desk: Desk) -> None:
    for _ in range(ROUNDS):
        lot = desk.receive(qty=1_000)
        exceptions = count(desk.database, "stock_exception")
        sale, note = at_once(lambda code=lot.code: desk.shop.sell((code, 1_000)), lambda lot=lot: desk.lose(lot, 1_000))
        assert isinstance(sale, Sale), "the queue is never held up"
        was_lost = isinstance(note, StockNote)
        assert was_lost == (count(desk.database, "stock_exception") > exceptions) == (sale.lines[0].lot_codes == ())
        assert desk.buckets(lot) == (0, 0, 0)
    assert broken(desk.database) == []


def test_two_people_write_off_the_last_piece(desk: Desk) -> None:
    for _ in range(ROUNDS):
        lot = desk.receive(qty=1_000)
        answers = at_once(*[lambda lot=lot: desk.lose(lot, 1_000)] * 2)
        assert sorted(type(each).__name__ for each in answers) == ["NotEnoughThere", "StockNote"]
    assert desk.owed() == ROUNDS * 60_000
    assert broken(desk.database) == []


def test_one_act_sent_twice_at_the_same_moment_is_one_note(desk: Desk) -> None:
    for _ in range(ROUNDS):
        lot = desk.receive(qty=1_000)
        act = StockAct(NoteKind.LOSS, (NoteWish(lot.id, 1_000, MoveKind.LOSS),), "หาย")
        first, second = at_once(*[lambda act=act: desk.run(post_note, act)] * 2)
        assert first == second
    assert broken(desk.database) == []


def test_goods_put_aside_and_brought_back_damaged_never_wait_for_each_other(desk: Desk) -> None:
    """Both put something where nothing lay before, and hold what the other wants."""
    for _ in range(ROUNDS):
        lot = desk.receive(qty=2_000)
        sale = desk.shop.sell((lot.code, 1_000))
        at_once(
            lambda lot=lot: desk.move(lot, 1_000, Bucket.QUARANTINE),
            lambda sale=sale: desk.shop.refund(sale, RefundLine(1, 1_000, is_damaged=True)),
        )
        assert desk.buckets(lot) == (0, 2_000, 0)
    assert deadlocks(desk) == 0
    assert broken(desk.database) == []


def test_a_count_and_a_sale_of_the_same_goods(desk: Desk) -> None:
    for _ in range(ROUNDS):
        lot = desk.receive(qty=3_000)
        begun = desk.run(start_count, "นับ", desk.shop.weaver.id)
        desk.run(count_lot, begun.id, lot.code, 2_000)
        at_once(lambda code=lot.code: desk.shop.sell((code, 2_000)), lambda id_=begun.id: desk.run(post_count, id_))
        assert desk.buckets(lot) == (0, 0, 0)
    assert deadlocks(desk) == 0
    assert broken(desk.database) == []


def deadlocks(desk: Desk) -> int:
    if desk.database.engine.dialect.name == "sqlite":
        return 0
    return int(value(desk.database, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))


@pytest.mark.parametrize("bucket", [Bucket.SELLABLE, Bucket.TO_RETURN])
def test_more_than_is_there_is_refused_in_words(desk: Desk, bucket: Bucket) -> None:
    lot = desk.receive(qty=1_000)
    with pytest.raises(NotEnoughThere) as refused:
        desk.lose(lot, 2_000, bucket=bucket)
    there = "1 ชิ้น" if bucket is Bucket.SELLABLE else "0 ชิ้น"
    assert (refused.value.product, refused.value.wanted, refused.value.there) == (lot.product.name_th, "2 ชิ้น", there)
