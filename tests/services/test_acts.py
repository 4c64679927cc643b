"""What goes beyond the price tags of a bill: allowed before it is sold, told once it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from otop_pos.domain.approval import Ask
from otop_pos.domain.bill_ask import bill_asks
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import AgeNotChecked, ApprovalInvalid, NeedsApproval, NotAllowed, NotSoldNow
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.sale import Basket, BasketLine, Sale, price
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import save_matrix
from otop_pos.services.sale import confirm_sale
from otop_pos.services.till_event import list_events
from tests.books import broken, change, count
from tests.factories import NOW, TODAY, SmallShop
from tests.services.approving import approved

MUCH = (Given(CASH, 10_000_000),)


def sell(shop: SmallShop, basket: Basket, at: datetime = NOW) -> Sale:
    """By the cashier."""
    return shop.database.run(confirm_sale, basket, MUCH, till=shop.till, user=shop.user, at=at)


def cheaper(shop: SmallShop, unit_price: int = 15_000) -> Basket:
    return Basket(lines=(BasketLine(shop.offer("P000003"), 1_000, unit_price),))


def only_ask(basket: Basket) -> Ask:
    (asked,) = bill_asks(basket, price(basket, True, TODAY))
    return asked.ask


def test_a_changed_price_needs_a_second_person_and_names_both(shop: SmallShop) -> None:
    basket = cheaper(shop)
    with pytest.raises(NeedsApproval) as refusal:
        sell(shop, basket)
    assert refusal.value.ask == Ask(Right.OVERRIDE_PRICE, "P000003 180.00 → 150.00", basket.key)
    sale = sell(shop, replace(basket, approvals=(approved(shop, refusal.value.ask),)))
    assert sale.operator == shop.user.name, "the sale stays the cashier's"
    (told,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.PRICE]
    assert (told.what, told.amount, told.user, told.approver) == (
        "P000003 180.00 → 150.00",
        -3_000,
        shop.user.name,
        shop.manager.name,
    )
    assert told.document_id == sale.id
    assert broken(shop.database) == []


def test_an_approval_is_for_this_price_on_this_bill_once(shop: SmallShop) -> None:
    basket = cheaper(shop)
    yes = approved(shop, only_ask(basket))
    other_price = replace(cheaper(shop, 10_000), key=basket.key, approvals=(yes,))
    with pytest.raises(NeedsApproval):
        sell(shop, other_price)
    forged = replace(yes, ask=only_ask(other_price))
    with pytest.raises(ApprovalInvalid):
        sell(shop, replace(other_price, approvals=(forged,)))
    other_bill = cheaper(shop)
    with pytest.raises(ApprovalInvalid):
        sell(shop, replace(other_bill, approvals=(replace(yes, ask=only_ask(other_bill)),)))
    assert count(shop.database, "sale") == 0


def test_one_yes_does_not_cover_two_lines_of_the_same_act(shop: SmallShop) -> None:
    line = BasketLine(shop.offer("P000003"), 1_000, 15_000)
    basket = Basket(lines=(line, line))
    ask = bill_asks(basket, price(basket, True, TODAY))[0].ask
    with pytest.raises(NeedsApproval):
        sell(shop, replace(basket, approvals=(approved(shop, ask),)))
    assert count(shop.database, "sale") == 0
    both = replace(basket, approvals=(approved(shop, ask), approved(shop, ask)), note="ขวดบุบ")
    assert sell(shop, both).net == 30_000
    told = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.PRICE]
    assert [(each.approver, "ขวดบุบ" in each.content) for each in told] == [(shop.manager.name, True)] * 2


@pytest.mark.parametrize(("discount", "needs"), [(Discount(1_000), False), (Discount(1_001), True)])
@pytest.mark.parametrize("on_line", [True, False])
def test_a_discount_up_to_the_cap_is_the_cashiers(
    shop: SmallShop, discount: Discount, needs: bool, on_line: bool
) -> None:
    basket = shop.basket(("P000001", 1_000))
    if on_line:
        basket = basket.with_line(0, replace(basket.lines[0], discount=discount))
    else:
        basket = replace(basket, bill_discount=discount)
    if not needs:
        assert sell(shop, basket).discount == 10_700
        return
    with pytest.raises(NeedsApproval):
        sell(shop, basket)


def test_the_cap_counts_line_and_bill_together(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 1_000))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(600)))
    with pytest.raises(NeedsApproval):
        sell(shop, replace(basket, bill_discount=Discount(600)))


def test_what_the_shop_denies_no_approval_allows(shop: SmallShop) -> None:
    denied = Matrix({(Role.CASHIER, Right.OVERRIDE_PRICE): Grant.DENIED})
    shop.database.run(save_matrix, denied, till="CM01", user=shop.manager, at=NOW)
    basket = cheaper(shop)
    with pytest.raises(NotAllowed):
        sell(shop, replace(basket, approvals=(approved(shop, only_ask(basket)),)))


def test_alcohol_is_sold_in_its_hours_to_who_was_looked_at(shop: SmallShop) -> None:
    change(shop.database, "UPDATE product SET restricted = true WHERE sku = 'P000003'")
    basket, evening = shop.basket(("P000003", 1_000)), datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
    with pytest.raises(NotSoldNow):
        sell(shop, replace(basket, age_checked=True))
    with pytest.raises(AgeNotChecked):
        sell(shop, basket, evening)
    sell(shop, replace(basket, age_checked=True), evening)
    assert shop.database.run(list_events, TODAY)[0].kind is EventKind.AGE_CHECK
