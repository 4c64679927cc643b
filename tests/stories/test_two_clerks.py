"""Two clerks do the same thing at the same moment: it is done once, and the other one is told so."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.errors import Refusal
from otop_pos.domain.shop import User
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.domain.voucher import PayoutMethod, Voucher
from otop_pos.services.settlement.issuing import issue_statement
from otop_pos.services.settlement.paying import pay_voucher, reverse_voucher
from otop_pos.services.settlement.vouching import approve_voucher, prepare_voucher
from otop_pos.services.stock.count_posting import post_count
from otop_pos.services.stock.counting import count_lot, start_count
from otop_pos.services.stock.exception import list_exceptions, resolve_exception
from otop_pos.services.stock.moving import post_note, reverse_note
from otop_pos.services.user import add_user
from tests.books import broken, count, value
from tests.factories import NOW, TODAY, SmallShop, small_shop

TOMORROW = NOW + timedelta(days=1)
ROUNDS = 5


@pytest.fixture
def shop(database: Database) -> SmallShop:
    return small_shop(database)


@pytest.fixture
def second(shop: SmallShop) -> User:
    return shop.database.run(add_user, "SOM", "สมพร ม.", "manager")


def both(*acts: Callable[[], Any]) -> list[Any]:
    """What each of the two, started together, gave or was refused with."""
    barrier = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return act()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result() for done in [pool.submit(run, act) for act in acts]]


def by_each(shop: SmallShop, second: User, act: Callable[[User], Any]) -> list[Any]:
    """The same act by the manager and by the second one."""
    return both(lambda: act(shop.manager), lambda: act(second))


def done_of(answers: list[Any]) -> list[Any]:
    return [each for each in answers if not isinstance(each, Refusal)]


def by(user: User, at: Any = TOMORROW) -> dict[str, Any]:
    return {"till": "CM01", "user": user, "at": at}


def test_one_statement_is_issued(shop: SmallShop, second: User) -> None:
    shop.sell(("P000001", 2_000))
    shop.close()
    answers = both(
        lambda: shop.database.run(issue_statement, shop.weaver.id, TODAY, **by(shop.manager)),
        lambda: shop.database.run(issue_statement, shop.weaver.id, TODAY, **by(second)),
    )
    assert {each.doc_no for each in done_of(answers)} == {"CM-0001-S0001"}
    assert (count(shop.database, "statement"), count(shop.database, "statement_line")) == (1, 1)
    assert broken(shop.database) == []


def approved(shop: SmallShop, second: User) -> Voucher:
    """Of a statement about one cloth sold and returned the other day."""
    statement = shop.database.run(issue_statement, shop.weaver.id, TODAY, **by(shop.manager))
    voucher = shop.database.run(prepare_voucher, statement.doc_no, PayoutMethod.CASH, **by(shop.manager))
    return shop.database.run(approve_voucher, voucher.doc_no, **by(second))


def test_one_voucher_is_prepared(shop: SmallShop, second: User) -> None:
    shop.sell(("P000001", 1_000))
    shop.close()
    statement = shop.database.run(issue_statement, shop.weaver.id, TODAY, **by(shop.manager))
    answers = by_each(
        shop, second, lambda user: shop.database.run(prepare_voucher, statement.doc_no, PayoutMethod.CASH, **by(user))
    )
    assert len({each.doc_no for each in done_of(answers)}) == 1
    assert count(shop.database, "voucher") == 1
    assert broken(shop.database) == []


def test_a_voucher_is_paid_once_and_once_taken_back(shop: SmallShop, second: User) -> None:
    shop.sell(("P000001", 1_000))
    shop.close()
    shop.open(at=TOMORROW)
    voucher = approved(shop, second)
    by_each(shop, second, lambda user: shop.database.run(pay_voucher, voucher.doc_no, **by(user)))
    assert value(shop.database, "SELECT SUM(amount) FROM payable WHERE kind = 'payout'") == -voucher.net
    assert value(shop.database, "SELECT SUM(amount) FROM cash_movement") == -voucher.net
    by_each(shop, second, lambda user: shop.database.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", **by(user)))
    assert value(shop.database, "SELECT SUM(amount) FROM payable") == voucher.gross
    assert value(shop.database, "SELECT SUM(amount) FROM cash_movement") == 0
    assert broken(shop.database) == []


def lose_or_give_back(shop: SmallShop, second: User, lot: int) -> StockNote:
    """All that is left of it, by the one as lost, by the other to its producer: the note of who was first."""
    left: int = value(shop.database, "SELECT SUM(qty) FROM lot_balance WHERE lot_id = :lot", lot=lot)
    lost = StockAct(NoteKind.LOSS, (NoteWish(lot, left, MoveKind.LOSS),), "หาย")
    given_back = StockAct(NoteKind.RETURN, (NoteWish(lot, left, MoveKind.SUPPLIER_RETURN),), "ครบกำหนด")
    answers = both(
        lambda: shop.database.run(post_note, lost, **by(shop.manager, NOW)),
        lambda: shop.database.run(post_note, given_back, **by(second, NOW)),
    )
    (note,) = done_of(answers)
    assert isinstance(note, StockNote)
    return note


def take_back(shop: SmallShop, second: User, note: StockNote) -> None:
    by_each(shop, second, lambda user: shop.database.run(reverse_note, note.doc_no, "พบแล้ว", **by(user, NOW)))


def test_the_last_piece_is_lost_or_given_back_but_not_both(shop: SmallShop, second: User) -> None:
    lot: int = value(shop.database, "SELECT id FROM lot ORDER BY id LIMIT 1")
    for _round in range(ROUNDS):
        note = lose_or_give_back(shop, second, lot)
        assert value(shop.database, "SELECT SUM(qty) FROM lot_balance WHERE lot_id = :lot", lot=lot) == 0
        take_back(shop, second, note)
        assert value(shop.database, "SELECT SUM(qty) FROM lot_balance WHERE lot_id = :lot", lot=lot) == 20_000
    assert broken(shop.database) == []


def test_a_count_is_posted_once(shop: SmallShop, second: User) -> None:
    begun = shop.database.run(start_count, "นับทั้งร้าน", **by(shop.manager, NOW))
    for line in begun.lines:
        shop.database.run(count_lot, begun.id, line.lot_code, 19_000, is_total=True, **by(shop.manager, NOW))
    by_each(shop, second, lambda user: shop.database.run(post_count, begun.id, **by(user, NOW)))
    assert value(shop.database, "SELECT SUM(qty) FROM lot_balance") == 3 * 19_000
    assert broken(shop.database) == []


def test_two_scanners_count_one_pile_together(shop: SmallShop, second: User) -> None:
    begun = shop.database.run(start_count, "นับทั้งร้าน", **by(shop.manager, NOW))
    code = begun.lines[0].lot_code
    for _round in range(10):
        by_each(shop, second, lambda user: shop.database.run(count_lot, begun.id, code, 1_000, **by(user, NOW)))
    assert value(shop.database, "SELECT counted FROM count_line WHERE counted IS NOT NULL") == 20_000


def test_goods_without_a_lot_find_one_once(shop: SmallShop, second: User) -> None:
    shop.sell(("P000003", 22_000))
    shop.receive(shop.honey, 5_000)
    (waiting,) = shop.database.run(list_exceptions)
    lot: int = value(shop.database, "SELECT max(id) FROM lot")
    answers = by_each(
        shop,
        second,
        lambda user: shop.database.run(
            resolve_exception, waiting.sale_id, waiting.line_no, lot, 2_000, **by(user, NOW)
        ),
    )
    assert len(done_of(answers)) == 1
    assert value(shop.database, "SELECT SUM(qty) FROM lot_balance WHERE lot_id = :lot", lot=lot) == 3_000
    assert shop.database.run(list_exceptions) == ()
    assert broken(shop.database) == []
