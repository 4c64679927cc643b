"""Bills put aside: seen from every till, taken up at one, whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.bill_ask import bill_asks
from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import BillTaken, EmptyBasket, Unwritable
from otop_pos.domain.held_bill import HeldBill
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.sale import Basket, BasketLine, price
from otop_pos.domain.till_event import EventKind
from otop_pos.services.held_bill import Recalled, cancel_bill, hold_bill, list_held_bills, recall_bill
from otop_pos.services.sale import confirm_sale
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.till_event import list_events
from tests.books import broken, change, count
from tests.factories import NOW, TODAY, SmallShop

TOURIST = Customer("Anna Berg", CustomerKind.TOURIST, passport_no="C01X00T47", country="DE")


def hold(shop: SmallShop, basket: Basket, name: str = "คุณนก") -> HeldBill:
    return shop.database.run(hold_bill, basket, name, till="CM01", user=shop.user, at=NOW)


def recall(shop: SmallShop, held: HeldBill, till: str = "CM02") -> Recalled:
    return shop.database.run(recall_bill, held, till=till, user=shop.user, at=NOW)


def rich_basket(shop: SmallShop) -> Basket:
    """A changed price the manager allowed, both discounts, a lot's own label, a tourist."""
    pinned = shop.offer(shop.deliveries[2].lines[0].lot_code)
    basket = shop.basket(("P000001", 1_000), ("P000002", 1_255)).add(pinned, 2_000)
    basket = basket.with_line(0, BasketLine(shop.offer("P000001"), 1_000, 100_000))
    basket = basket.with_line(1, replace(basket.lines[1], discount=Discount(500, bearer=Bearer.PRODUCER)))
    basket = replace(basket, bill_discount=Discount(amount=2_000), note="ห่อของขวัญ", customer=TOURIST)
    asks = [each.ask for each in bill_asks(basket, price(basket, True, TODAY))]
    door = Door("CM01", b"", NOW)
    given = tuple(shop.database.run(keep_approval, ask, shop.manager, shop.user, door) for ask in asks)
    return replace(basket, approvals=given)


def test_a_bill_comes_back_as_it_was_with_all_that_was_approved(shop: SmallShop) -> None:
    basket = rich_basket(shop)
    held = hold(shop, basket)
    assert shop.database.run(list_held_bills) == (held,)
    assert (held.total, held.line_count) == (price(basket, True, TODAY).net, 3)
    recalled = recall(shop, held)
    assert recalled == Recalled(basket, "คุณนก")
    assert shop.database.run(list_held_bills) == ()


def test_it_is_sold_at_another_till_by_its_cashier(shop: SmallShop) -> None:
    held = hold(shop, rich_basket(shop))
    shop.open("CM02")
    basket = recall(shop, held).basket
    given = (Given(CASH, 1_000_000),)
    sale = shop.database.run(confirm_sale, basket, given, till="CM02", user=shop.user, at=NOW)
    assert (sale.till_code, sale.customer) == ("CM02", TOURIST)
    assert broken(shop.database) == []


def test_one_bill_is_taken_up_once(shop: SmallShop) -> None:
    held = hold(shop, shop.basket(("P000003", 1_000)))
    recall(shop, held)
    with pytest.raises(BillTaken):
        recall(shop, held, "CM01")


def test_it_may_be_put_aside_again_under_another_name(shop: SmallShop) -> None:
    first = hold(shop, shop.basket(("P000003", 1_000)))
    again = hold(shop, recall(shop, first).basket, "คุณนก 2")
    assert again.id == first.id
    assert [each.name for each in shop.database.run(list_held_bills)] == ["คุณนก 2"]


def test_prices_are_those_of_the_shelf_when_it_comes_back(shop: SmallShop) -> None:
    basket = rich_basket(shop)
    held = hold(shop, basket)
    change(shop.database, "UPDATE lot SET price = price + 100")
    recalled = recall(shop, held)
    assert [line.unit_price for line in recalled.basket.lines] == [100_000, 42_100, 18_100]
    assert recalled.repriced == ("ผ้าไหมมัดหมี่", "น้ำผึ้งรวง 500 กรัม")


def test_what_is_no_longer_sold_is_left_out_and_named(shop: SmallShop) -> None:
    held = hold(shop, shop.basket(("P000001", 1_000), ("P000003", 1_000)))
    change(shop.database, "UPDATE product SET active = false WHERE sku = 'P000003'")
    recalled = recall(shop, held)
    assert [line.offer.product.sku for line in recalled.basket.lines] == ["P000001"]
    assert recalled.left_out == ("น้ำผึ้งรวง 500 กรัม",)


def test_an_empty_bill_is_not_put_aside(database: Database, shop: SmallShop) -> None:
    with pytest.raises(EmptyBasket):
        hold(shop, Basket())
    with pytest.raises(Unwritable):
        hold(shop, shop.basket(("P000003", 1_000)), "=cmd()")
    assert count(database, "held_bill") == 0


def test_a_bill_that_is_given_up_is_told_once_with_its_content(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 2_000), ("P000003", 1_000))
    for minutes in (0, 1):
        at = NOW + timedelta(minutes=minutes)
        shop.database.run(cancel_bill, basket, "ลูกค้าไม่มีเงินสด", till="CM01", user=shop.user, at=at)
    told = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.CANCEL_BILL]
    assert [(each.what, each.amount, each.user) for each in told] == [("ลูกค้าไม่มีเงินสด", 232_000, shop.user.name)]
    assert "P000001" in told[0].content
    assert "ผ้าคลุมไหล่" in told[0].content


def test_putting_aside_and_taking_up_is_told(shop: SmallShop) -> None:
    shop.open("CM02", at=NOW + timedelta(minutes=1))
    recall(shop, hold(shop, shop.basket(("P000003", 1_000))))
    kinds = {each.kind for each in shop.database.run(list_events, TODAY)}
    assert {EventKind.HOLD, EventKind.RECALL, EventKind.OPEN} <= kinds
    assert shop.database.run(list_events, TODAY, "CM02")[0].till_code == "CM02"
