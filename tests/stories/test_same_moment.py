"""Two people do the same thing at the same moment: it is done once, and the other one gets an answer."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.errors import (
    AgreementOverlaps,
    AlreadyExists,
    ApprovalInvalid,
    BillTaken,
    CannotVoid,
    ReferenceUsed,
    Refusal,
    TillAlreadyOpen,
)
from otop_pos.domain.held_bill import HeldBill
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.refund import Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.till import TillSession
from otop_pos.services.cash_movement import move_cash
from otop_pos.services.held_bill import Recalled, hold_bill, recall_bill
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import confirm_sale
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.till import open_till
from otop_pos.services.user import add_user
from otop_pos.services.void import void_sale
from tests.books import broken, count
from tests.factories import FLOAT, NOW, TODAY, SmallShop, agreement, small_shop

TIMES = 10


@pytest.fixture
def shop(database: Database) -> SmallShop:
    return small_shop(database)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """The answers, refusals among them; a bug is raised."""
    barrier = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return act()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def kinds(answers: list[object]) -> list[type]:
    return sorted((type(answer) for answer in answers), key=lambda kind: kind.__name__)


def test_one_delivery_is_posted_once(shop: SmallShop) -> None:
    for _ in range(TIMES):
        delivery = Delivery(shop.weaver.id, (DeliveryLine(shop.cloth.id, 1_000, 1_000, 107_000),))
        post = lambda delivery=delivery: shop.database.run(post_delivery, delivery, user=shop.manager, at=NOW)  # noqa: E731
        first, second = at_once(post, post)
        assert isinstance(first, Grn)
        assert first == second
    assert count(shop.database, "grn") == 3 + TIMES
    assert broken(shop.database) == []


def test_one_bill_at_two_tills_is_one_sale(shop: SmallShop) -> None:
    shop.open("CM02")
    for _ in range(TIMES):
        basket = shop.basket(("P000003", 1_000))

        def pay(till: str, basket: Basket = basket) -> object:
            return shop.database.run(confirm_sale, basket, (Given(CASH, 18_000),), till=till, user=shop.user, at=NOW)

        first, second = at_once(lambda pay=pay: pay("CM01"), lambda pay=pay: pay("CM02"))
        assert isinstance(first, Sale)
        assert first == second
    assert count(shop.database, "sale") == TIMES
    assert broken(shop.database) == []


def test_one_held_bill_is_taken_up_at_one_till(shop: SmallShop) -> None:
    for _ in range(TIMES):
        basket = shop.basket(("P000003", 1_000))
        held = shop.database.run(hold_bill, basket, "คุณนก", till="CM01", user=shop.user, at=NOW)

        def take_up(till: str, held: HeldBill = held) -> object:
            return shop.database.run(recall_bill, held, till=till, user=shop.user, at=NOW)

        answers = at_once(lambda act=take_up: act("CM01"), lambda act=take_up: act("CM02"))
        assert kinds(answers) == [BillTaken, Recalled]
    assert broken(shop.database) == []


def test_one_slip_pays_at_one_till(shop: SmallShop) -> None:
    shop.open("CM02")
    for number in range(TIMES):
        slip = Given("promptpay", 18_000, f"SLIP{number}")
        acts = [
            partial(shop.sell, basket=shop.basket(("P000003", 1_000)), given=(slip,), till=till)
            for till in ("CM01", "CM02")
        ]
        assert kinds(at_once(*acts)) == [ReferenceUsed, Sale]
    assert count(shop.database, "sale") == TIMES
    assert broken(shop.database) == []


def test_one_receipt_is_voided_once_and_then_has_nothing_left(shop: SmallShop) -> None:
    for _ in range(TIMES):
        sale = shop.sell(("P000003", 1_000))

        def undo(void: Void) -> object:
            return shop.database.run(void_sale, void, till="CM01", user=shop.manager, at=NOW)

        first, second = Void(sale.doc_no, "กดผิด"), Void(sale.doc_no, "กดผิด")
        assert kinds(at_once(partial(undo, first), partial(undo, second))) == [CannotVoid, Sale]
        again, twice = at_once(partial(undo, first), partial(undo, second))
        assert {type(again), type(twice)} == {CannotVoid, Sale}
    assert broken(shop.database) == []


def test_one_approval_serves_one_act(shop: SmallShop) -> None:
    for _ in range(TIMES):
        ask = Ask(Right.PAY_OUT, "10.00 · น้ำแข็ง")
        yes = shop.database.run(keep_approval, ask, shop.manager, shop.user, Door("CM01", b"", NOW))

        def pay_out(yes: Approval = yes) -> object:
            out = CashMovement(CashKind.PAID_OUT, 1_000, "น้ำแข็ง")
            return shop.database.run(move_cash, out, till="CM01", user=shop.user, at=NOW, approval=yes)

        assert kinds(at_once(pay_out, pay_out)) == [ApprovalInvalid, CashMovement]
    assert count(shop.database, "cash_movement") == TIMES
    assert broken(shop.database) == []


def test_one_till_is_opened_once(shop: SmallShop) -> None:
    for _ in range(TIMES):
        open_it = lambda: shop.database.run(open_till, "CM02", FLOAT, user=shop.user, at=NOW)  # noqa: E731
        assert kinds(at_once(open_it, open_it)) == [TillAlreadyOpen, TillSession]
        shop.close("CM02")
    assert broken(shop.database) == []


def test_one_code_is_given_once(shop: SmallShop) -> None:
    run, weaver = shop.database.run, shop.weaver.id
    for number in range(TIMES):
        for use_case, arguments in (
            (add_user, (f"U{number}", "พิม", "cashier")),
            (add_producer, (Producer(f"CM-9{number}", "กลุ่มใหม่"),)),
            (add_product, (Product(f"X{number}", "ของใหม่", price=100, producer_id=weaver),)),
        ):
            register = partial(run, use_case, *arguments)  # type: ignore[arg-type]
            assert AlreadyExists in kinds(at_once(register, register))
    assert count(shop.database, "shop_user") == 2 + TIMES
    assert count(shop.database, "producer") == 2 + TIMES
    assert count(shop.database, "product") == 3 + TIMES


def test_one_producer_signs_one_version_at_a_time(shop: SmallShop) -> None:
    terms = replace(agreement(shop.weaver.id, TaxMode.NONE), valid_from=TODAY + timedelta(days=1))
    sign = lambda: shop.database.run(add_agreement, terms)  # noqa: E731
    answers = at_once(sign, sign)
    assert AgreementOverlaps in kinds(answers)
    assert count(shop.database, "agreement") == 3
