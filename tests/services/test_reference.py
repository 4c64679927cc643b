"""A bank slip or voucher pays once."""

import pytest

from otop_pos.domain.errors import ReferenceUsed
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Void
from otop_pos.services.void import void_sale
from tests.books import broken, count
from tests.factories import NOW, SmallShop

HONEY = ("P000003", 1_000)


@pytest.mark.parametrize("method", ["promptpay", "transfer", "voucher"])
def test_a_slip_that_comes_again_is_refused_with_the_receipt_it_paid(shop: SmallShop, method: str) -> None:
    first = shop.sell(HONEY, given=(Given(method, 18_000, "002-0002123123121200011"),))
    with pytest.raises(ReferenceUsed) as refusal:
        shop.sell(HONEY, given=(Given(method, 18_000, " 002 0002123123121200011 "),))
    assert refusal.value.doc_no == first.doc_no
    assert count(shop.database, "sale") == 1


def test_one_slip_never_pays_one_bill_twice(shop: SmallShop) -> None:
    half = Given("promptpay", 9_000, "A1")
    with pytest.raises(ReferenceUsed):
        shop.sell(HONEY, given=(half, half))


def test_a_card_terminals_number_may_come_again(shop: SmallShop) -> None:
    for _ in range(2):
        shop.sell(HONEY, given=(Given("card", 18_000, "123456"),))
    assert count(shop.database, "sale") == 2


def test_a_number_means_another_thing_elsewhere(shop: SmallShop) -> None:
    shop.sell(HONEY, given=(Given("voucher", 10_000, "77"), Given(CASH, 8_000)))
    shop.sell(HONEY, given=(Given("transfer", 18_000, "77"),))
    assert count(shop.database, "used_reference") == 2


def test_the_slip_of_a_voided_bill_pays_the_right_one(shop: SmallShop) -> None:
    """Rung up wrong: the customer has paid, the money is there."""
    slip = Given("promptpay", 18_000, "A1")
    wrong = shop.sell(HONEY, given=(slip,))
    shop.database.run(void_sale, Void(wrong.doc_no, "กดผิด"), till=shop.till, user=shop.manager, at=NOW)
    right = shop.sell(HONEY, given=(slip,))
    assert right.payments[0].reference == "A1"
    assert broken(shop.database) == []
