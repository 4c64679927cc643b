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
from otop_pos.domain.errors import AgreementOverlaps, AlreadyExists, Refusal, TillAlreadyOpen
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.till import TillSession
from otop_pos.services.producer import add_producer, add_agreement
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import confirm_sale
from otop_pos.services.till import open_till
from otop_pos.services.user import add_user
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
