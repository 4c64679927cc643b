"""Four tills sell the same last pieces: every number once, every piece once, the rest as exceptions."""

import random
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import event

from otop_pos.db.database import Database
from otop_pos.domain.errors import NothingLeftToReturn, TillNotOpen
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import Till
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale
from otop_pos.services.shop import add_till
from tests.books import broken, count, rows, value
from tests.factories import NOW, SmallShop, small_shop
from tests.stories.length import LONG, PATIENCE
from tests.stories.nursery import ROOT
from tests.stories.rush import BusyTill

TILLS = ("CM01", "CM02", "CM03", "CM04")
BILLS = 400 if LONG else 40
LOTS, PIECES = 4, 15_000
DOUBLES = 1_000 if LONG else 200


@pytest.fixture
def shop(database: Database) -> SmallShop:
    """Four open tills; each product in four lots of fifteen, far fewer than are asked for."""
    shop = small_shop(database, stock=0)
    for _ in range(LOTS):
        for product in (shop.cloth, shop.bag, shop.honey):
            shop.receive(product, PIECES)
    for till in TILLS:
        if till not in ("CM01", "CM02"):
            database.run(add_till, Till(till))
        if till != "CM01":
            shop.open(till)
    return shop


def check_books(shop: SmallShop) -> None:
    """Numbers without a gap, stock exact, and all that was sold either from a lot or an exception."""
    database = shop.database
    for till in TILLS:
        for kind in ("SALE", "REFUND"):
            numbers = rows(
                database,
                "SELECT number FROM sale WHERE till_code = :till AND doc_type = :kind ORDER BY number",
                till=till,
                kind=kind,
            )
            assert [number for (number,) in numbers] == list(range(1, len(numbers) + 1))
    held = value(database, "SELECT SUM(qty) FROM lot_balance")
    from_lots = value(database, "SELECT SUM(qty) FROM sale_alloc")
    missing = value(database, "SELECT SUM(qty) FROM stock_exception")
    assert held == 3 * LOTS * PIECES - from_lots
    assert from_lots + missing == value(database, "SELECT SUM(qty) FROM sale_line")
    assert missing > 0, "there was not enough to quarrel about"
    assert value(database, "SELECT MIN(qty) FROM lot_balance") >= 0
    assert deadlocks(database) == 0
    assert broken(database) == []


def deadlocks(database: Database) -> int:
    if database.engine.dialect.name == "sqlite":
        return 0
    return int(value(database, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))


def test_four_threads_sell_the_last_pieces(shop: SmallShop) -> None:
    tills = [BusyTill(shop.database, till, shop.user, random.Random(seed)) for seed, till in enumerate(TILLS)]
    with ThreadPoolExecutor(len(tills)) as pool:
        for done in [pool.submit(till.work, BILLS) for till in tills]:
            done.result()
    assert count(shop.database, "sale") >= sum(len(till.sold) for till in tills) > 3 * BILLS
    assert max(till.slowest for till in tills) < 10
    check_books(shop)


def test_four_programs_sell_the_last_pieces(shop: SmallShop, request: pytest.FixtureRequest) -> None:
    target = request.getfixturevalue(f"{request.node.callspec.params['database']}_target")
    command = [sys.executable, "-m", "tests.stories.rush", target]
    programs = [
        subprocess.Popen([*command, till, str(seed), str(BILLS)], cwd=ROOT) for seed, till in enumerate(TILLS, start=9)
    ]
    assert [program.wait(PATIENCE) for program in programs] == [0, 0, 0, 0]
    assert count(shop.database, "sale") > 3 * BILLS
    check_books(shop)


def at_the_same_moment(act: Callable[[], Sale]) -> list[Sale]:
    """Twice, from two threads that start together."""
    barrier = threading.Barrier(2)

    def run() -> Sale:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(2) as pool:
        return [done.result() for done in [pool.submit(run), pool.submit(run)]]


def test_a_bill_that_is_paid_twice_at_the_same_moment_is_one_sale(shop: SmallShop) -> None:
    given = (Given(CASH, 99_000_000),)
    for number in range(1, DOUBLES + 1):
        basket = shop.basket(("P000003", 1_000))
        first, second = at_the_same_moment(
            lambda basket=basket: shop.database.run(confirm_sale, basket, given, till="CM01", user=shop.user, at=NOW)
        )
        assert first == second
        assert first.doc_no == f"CM01-1-69{number:07d}"
    assert count(shop.database, "sale") == DOUBLES
    assert count(shop.database, "payment") == DOUBLES
    assert broken(shop.database) == []


def test_goods_brought_back_twice_at_the_same_moment_come_back_once(shop: SmallShop) -> None:
    for _ in range(DOUBLES // 10):
        sale = shop.sell(("P000001", 1_000))
        wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนใจ")
        first, second = at_the_same_moment(
            lambda wanted=wanted: shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)
        )
        assert first == second
    assert value(shop.database, "SELECT SUM(net) FROM sale") == 0
    assert broken(shop.database) == []


def test_two_tills_cannot_take_the_same_piece_back(shop: SmallShop) -> None:
    """Two different requests for one receipt, each of which alone would be right."""
    for _ in range(DOUBLES // 10):
        sale = shop.sell(("P000001", 1_000))
        answers: list[object] = []
        barrier = threading.Barrier(2)

        def bring_back(
            till: str, sale: Sale = sale, barrier: threading.Barrier = barrier, answers: list[object] = answers
        ) -> None:
            barrier.wait()
            try:
                answers.append(shop.refund(sale, RefundLine(1, 1_000), till=till))
            except NothingLeftToReturn as refusal:
                answers.append(refusal)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(bring_back, TILLS[:2]))
        assert sorted(type(answer).__name__ for answer in answers) == ["NothingLeftToReturn", "Sale"]
    assert broken(shop.database) == []


def test_lots_are_touched_in_one_order_whatever_the_paper_says(shop: SmallShop) -> None:
    """Else two tills, each holding a lot the other wants, would wait for each other."""
    sale = shop.sell(*[(code, 30_000) for code in ("P000003", "P000001", "P000002")])
    touched: list[int] = []

    def listen(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.startswith("INSERT INTO lot_balance"):
            each = parameters if isinstance(parameters, list) else [parameters]
            touched.extend(row["lot_id"] if isinstance(row, dict) else row[0] for row in each)

    event.listen(shop.database.engine, "before_cursor_execute", listen)
    shop.refund(sale, *(RefundLine(line.line_no, 20_000) for line in sale.lines))
    assert len(touched) == 6
    assert touched == sorted(touched)


def test_a_day_cannot_be_closed_in_the_middle_of_a_sale(shop: SmallShop) -> None:
    """The Z has every sale of its session in it, whichever came first."""

    def sell(number: int) -> None:
        for _ in range(10):
            try:
                shop.sell(("P000003", 1_000), till="CM02")
            except TillNotOpen:
                return

    with ThreadPoolExecutor(3) as pool:
        sellers = [pool.submit(sell, number) for number in range(2)]
        closed = pool.submit(shop.close, "CM02").result()
        for seller in sellers:
            seller.result()
    taken = value(
        shop.database,
        "SELECT COALESCE(SUM(amount), 0) FROM payment JOIN sale ON sale.id = payment.sale_id "
        "WHERE till_session_id = :id",
        id=closed.id,
    )
    assert closed.cash_expected == closed.float_amount + taken
    assert broken(shop.database) == []
