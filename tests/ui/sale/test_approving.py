"""Prices and discounts by hand: allowed, allowed by a second person on the spot, or not at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import save_matrix
from otop_pos.services.sale import list_sales
from otop_pos.services.till_event import list_events
from tests.factories import NOW, TODAY
from tests.ui.hands import press, scan, type_slowly

SHAWL, HONEY = "P000001", "P000003"
KEY = Qt.Key


def allow(front, password):
    """The manager types her password where she was asked."""
    assert front.approver.is_open
    type_slowly(front.window, password, enter=True)
    QApplication.processEvents()


def type_price(front, text, reason=""):
    press(front.window, KEY.Key_F5)
    type_slowly(front.window, text, enter=not reason)
    if reason:
        front.sell.bill.acts.price_prompt.reason_edit.setText(reason)
        press(front.window, KEY.Key_Return)


def pay_cash(front):
    press(front.window, KEY.Key_F11)
    type_slowly(front.window, "5000", enter=True)


def prices(front):
    return [line.unit_price for line in front.sell.bill.basket.lines]


def test_f5_shows_the_shelf_price_and_asks_a_second_person_at_once(front, password, shop):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F5)
    assert "1,070.00" in front.sell.bill.acts.price_prompt.hint.text()
    type_slowly(front.window, "950", enter=True)
    assert front.approver.what.text() == "P000001 1,070.00 → 950.00"
    assert prices(front) == [107_000]
    allow(front, password)
    assert prices(front) == [95_000]
    assert front.sell.bill.view.code_box.edit.hasFocus()
    assert shop.manager.name in front.sell.message_bar.text()


def test_the_sale_stays_the_cashiers_and_the_books_name_who_allowed_it(front, password, shop):
    scan(front.window, SHAWL)
    type_price(front, "950", "a stain")
    allow(front, password)
    pay_cash(front)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert (sale.net, sale.operator) == (95_000, shop.user.name)
    (event,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.PRICE]
    assert (event.user, event.approver, event.amount) == (shop.user.name, shop.manager.name, -12_000)


def test_given_up_the_bill_is_as_it_was(front, password):
    scan(front.window, SHAWL)
    type_price(front, "950")
    press(front.window, KEY.Key_Escape)
    assert prices(front) == [107_000]
    assert front.sell.bill.view.code_box.edit.hasFocus()


def test_the_reason_stays_with_the_bill(front, password):
    scan(front.window, SHAWL)
    type_price(front, "950", "a stain")
    allow(front, password)
    assert front.sell.bill.basket.note == "P000001 950.00: a stain"


def test_the_shelf_price_again_needs_nobody(front, password):
    scan(front.window, SHAWL)
    type_price(front, "950")
    allow(front, password)
    type_price(front, "1070")
    assert not front.approver.is_open
    assert prices(front) == [107_000]


def test_a_small_discount_is_the_cashiers_own(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F6)
    type_slowly(front.window, "10%", enter=True)
    assert not front.approver.is_open
    assert front.sell.bill.basket.lines[0].discount == Discount(1000)


def test_a_large_line_discount_and_a_bill_discount_are_each_allowed_and_sold(front, password, shop):
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    press(front.window, KEY.Key_F6)
    type_slowly(front.window, "50%", enter=True)
    allow(front, password)
    press(front.window, KEY.Key_F7)
    type_slowly(front.window, "100", enter=True)
    allow(front, password)
    assert len(front.sell.bill.basket.approvals) == 2
    assert front.sell.bill.priced.net == 107_000 + 9_000 - 10_000
    pay_cash(front)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert sale.net == 106_000


def test_a_line_discount_that_makes_the_bills_discount_too_large_asks_for_that_one(front, password):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F7)
    type_slowly(front.window, "6%", enter=True)
    press(front.window, KEY.Key_F6)
    type_slowly(front.window, "8%", enter=True)
    assert front.approver.what.text() == "∑ −6%"
    allow(front, password)
    assert front.sell.bill.basket.lines[0].discount == Discount(800)


def test_taking_one_act_back_leaves_the_others_and_their_approval(front, password):
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    type_price(front, "150")
    allow(front, password)
    press(front.window, KEY.Key_F7)
    type_slowly(front.window, "30%", enter=True)
    allow(front, password)
    press(front.window, KEY.Key_F7)
    type_slowly(front.window, "0", enter=True)
    assert not front.approver.is_open
    assert front.sell.bill.basket.bill_discount is None
    assert prices(front) == [107_000, 15_000]
    pay_cash(front)
    assert front.sell.done.sale.net == 122_000


def test_what_is_scanned_while_a_second_person_is_asked_comes_afterwards(front, password):
    scan(front.window, SHAWL)
    type_price(front, "950")
    scan(front.window, HONEY)
    scan(front.window, SHAWL)
    allow(front, password)
    assert [(line.offer.product.sku, line.unit_price) for line in front.sell.bill.basket.lines] == [
        (SHAWL, 95_000),
        (HONEY, 18_000),
        (SHAWL, 107_000),
    ]


def test_a_scan_under_an_open_prompt_changes_no_other_line(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F4)
    scan(front.window, HONEY)
    type_slowly(front.window, "3", enter=True)
    QApplication.processEvents()
    assert [(line.offer.product.sku, line.qty) for line in front.sell.bill.basket.lines] == [
        (SHAWL, 3000),
        (HONEY, 1000),
    ]


@pytest.mark.parametrize(
    ("key", "right"),
    [(KEY.Key_F5, Right.OVERRIDE_PRICE), (KEY.Key_F6, Right.DISCOUNT), (KEY.Key_F7, Right.DISCOUNT)],
)
def test_what_is_denied_is_said_and_asks_nobody(front, desk, key, right):
    desk.matrix = Matrix({(Role.CASHIER, right): Grant.DENIED})
    scan(front.window, SHAWL)
    press(front.window, key)
    assert "Your role does not include" in front.sell.message_bar.text()
    assert front.sell.bill.view.isEnabled()


def test_a_bill_begun_by_a_manager_is_paid_by_the_cashier_once_somebody_allowed_it(front, desk, password, shop):
    desk.take_user(shop.manager)
    scan(front.window, SHAWL)
    type_price(front, "900")
    assert not front.approver.is_open
    desk.take_user(shop.user)
    press(front.window, KEY.Key_F11)
    allow(front, password)
    assert front.sell.pages.currentWidget() is front.sell.pay
    type_slowly(front.window, "1000", enter=True)
    assert front.sell.done.sale.net == 90_000


def test_rights_that_changed_meanwhile_are_asked_for_when_it_is_saved(front, password, shop):
    """The till still holds the old rights; the books know better."""
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F6)
    type_slowly(front.window, "10%", enter=True)
    stricter = Matrix({(Role.CASHIER, Right.DISCOUNT): Grant.APPROVAL})
    shop.database.run(save_matrix, stricter, till="CM01", user=shop.manager, at=NOW)
    pay_cash(front)
    assert shop.database.run(list_sales, "CM01") == ()
    allow(front, password)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert sale.net == 96_300


@pytest.mark.parametrize("bearer", [None, Bearer.CENTRE, Bearer.PRODUCER])
def test_who_gives_the_discount_is_chosen_in_the_prompt(front, bearer):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F6)
    prompt = front.sell.bill.acts.line_prompt
    assert "the centre" in prompt.who.text()
    prompt.bearers[bearer].click()
    type_slowly(front.window, "5%", enter=True)
    assert front.sell.bill.basket.lines[0].discount == Discount(500, bearer=bearer)
    press(front.window, KEY.Key_F6)
    assert prompt.bearers[bearer].isChecked()


def test_the_last_line_takes_a_discount_in_baht_along(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F7)
    type_slowly(front.window, "100", enter=True)
    press(front.window, KEY.Key_Delete)
    assert front.sell.bill.basket.lines == ()
    assert front.sell.bill.basket.bill_discount is None


def test_the_same_price_on_a_second_line_is_asked_for_again_and_both_are_sold(front, password, shop):
    for _piece in range(2):
        scan(front.window, HONEY)
        type_price(front, "150")
        allow(front, password)
    assert prices(front) == [15_000, 15_000]
    pay_cash(front)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert sale.net == 30_000
