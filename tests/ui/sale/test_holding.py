"""Bills put aside at one till and taken up at another; and bills that are given up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from otop_pos.domain.customer import Customer
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.till_event import EventKind
from otop_pos.services.held_bill import list_held_bills
from otop_pos.services.permission import save_matrix
from otop_pos.services.sale import list_sales
from otop_pos.services.shop import read_till
from otop_pos.services.till import current_session
from otop_pos.services.till_event import list_events
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import open_front
from tests.factories import NOW, SHOP, TODAY
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly

SHAWL, SILK, HONEY = "P000001", "P000002", "P000003"
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def second_front(qtbot, backend, desk, shop, password):
    """Till CM02 of the same shop, its session open."""
    shop.open("CM02")
    session = shop.database.run(current_session, "CM02")
    other = Desk(SHOP, shop.database.run(read_till, "CM02"), shop.user, desk.settings, session, now=lambda: NOW)
    other.pepper = desk.pepper
    front = open_front(backend, other)
    show(qtbot, front.window)
    return front


def step_to(front):
    """The hands are at this till now: keys go to its window."""
    front.window.activateWindow()
    assert QTest.qWaitForWindowActive(front.window)
    front.sell.arrive()


def hold(front, name=""):
    press(front.window, KEY.Key_F8)
    type_slowly(front.window, name, enter=True)


def held(shop):
    return [(bill.name, bill.line_count) for bill in shop.database.run(list_held_bills)]


def lines(front):
    return [(line.offer.product.sku, line.qty) for line in front.sell.bill.basket.lines]


def test_f8_and_enter_hold_the_bill_under_the_time(front, shop):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F8)
    assert front.sell.bill.shelf.hold_prompt.edit.text() == "14:35"
    press(front.window, KEY.Key_Return)
    assert held(shop) == [("14:35", 1)]
    assert lines(front) == []
    assert front.sell.bill.view.code_box.edit.hasFocus()
    assert "14:35" in front.sell.message_bar.text()


def test_the_customers_name_is_proposed(front, shop):
    scan(front.window, SHAWL)
    front.sell.bill.take_customer(Customer("คุณนก"))
    hold(front)
    assert held(shop) == [("คุณนก", 1)]


def test_a_bill_held_at_one_till_is_taken_up_and_sold_at_the_other(front, second_front, shop, password):
    step_to(front)
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F5)
    type_slowly(front.window, "900", enter=True)
    type_slowly(front.window, password, enter=True)
    front.sell.bill.take_customer(Customer("คุณนก"))
    hold(front)
    step_to(second_front)
    (chip,) = second_front.sell.bill.view.totals.held.chips
    assert "คุณนก" in chip.words()
    chip.click()
    bill = second_front.sell.bill
    assert [line.unit_price for line in bill.basket.lines] == [90_000]
    assert bill.basket.customer == Customer("คุณนก")
    press(second_front.window, KEY.Key_F11)
    type_slowly(second_front.window, "900", enter=True)
    (sale,) = shop.database.run(list_sales, "CM02")
    assert sale.net == 90_000
    assert held(shop) == []


def test_an_empty_bill_and_f8_list_what_waits_and_a_number_takes_it_up(front, shop):
    for code, name in ((SHAWL, "one"), (HONEY, "two")):
        scan(front.window, code)
        press(front.window, KEY.Key_F8)
        front.sell.bill.shelf.hold_prompt.edit.setText(name)
        press(front.window, KEY.Key_Return)
    press(front.window, KEY.Key_F8)
    assert front.sell.bill.shelf.held_list.is_open
    type_slowly(front.window, "2")
    assert lines(front) == [(HONEY, 1000)]
    assert held(shop) == [("one", 1)]


@pytest.mark.parametrize("digit", ["๒", "/"])
def test_the_number_is_understood_in_the_thai_layout(front, digit):
    for code in (SHAWL, HONEY):
        scan(front.window, code)
        hold(front)
    press(front.window, KEY.Key_F8)
    type_slowly(front.window, digit)
    assert lines(front) == [(HONEY, 1000)]


def test_arrows_and_enter_take_a_bill_up(front):
    for code in (SHAWL, HONEY):
        scan(front.window, code)
        hold(front)
    press(front.window, KEY.Key_F8)
    press(front.window, KEY.Key_Down)
    press(front.window, KEY.Key_Return)
    assert lines(front) == [(HONEY, 1000)]


def test_a_chip_on_a_bill_with_goods_says_what_to_do(front, shop):
    scan(front.window, SHAWL)
    hold(front)
    scan(front.window, HONEY)
    front.sell.bill.view.totals.held.chips[0].click()
    assert lines(front) == [(HONEY, 1000)]
    assert "Hold it or take the money first" in front.sell.message_bar.text()
    assert len(held(shop)) == 1


def test_a_bill_taken_up_at_both_tills_is_refused_at_the_second(front, second_front):
    step_to(front)
    scan(front.window, SHAWL)
    hold(front)
    step_to(second_front)
    second_front.sell.bill.view.totals.held.chips[0].click()
    front.sell.bill.view.totals.held.chips[0].click()
    assert lines(front) == []
    assert "was taken up at another till" in front.sell.message_bar.text()
    assert front.sell.bill.view.totals.held.bills == ()
    assert front.sell.bill.view.isEnabled()


def test_what_was_left_out_or_costs_something_else_is_said(front, shop):
    from sqlalchemy import update

    from otop_pos.db.models import LotRow, ProductRow

    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    hold(front)

    def change(session):
        session.execute(update(ProductRow).where(ProductRow.sku == SHAWL).values(active=False))
        session.execute(update(LotRow).where(LotRow.product_id == shop.honey.id).values(price=19_000))

    shop.database.run(change)
    front.sell.bill.view.totals.held.chips[0].click()
    assert [line.unit_price for line in front.sell.bill.basket.lines] == [19_000]
    said = front.sell.message_bar.text()
    assert shop.cloth.name_th in said.partition("left out")[2]
    assert shop.honey.name_th in said.partition("another one")[2]


def test_a_scan_while_the_bill_is_put_aside_begins_the_next_one(front, backend, shop):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F8)
    backend.hold()
    press(front.window, KEY.Key_Return)
    press(front.window, KEY.Key_Return)
    scan(front.window, HONEY)
    backend.release()
    QApplication.processEvents()
    assert held(shop) == [("14:35", 1)]
    assert lines(front) == [(HONEY, 1000)]


def test_a_cancelled_bill_is_asked_about_once_and_told_with_all_that_was_on_it(front, shop):
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    press(front.window, KEY.Key_Delete, CTRL)
    prompt = front.sell.bill.shelf.cancel_prompt
    assert prompt.is_open
    assert "1,250.00" in prompt.hint.text()
    type_slowly(front.window, "no money", enter=True)
    assert lines(front) == []
    (event,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.CANCEL_BILL]
    assert (event.what, event.amount, event.user) == ("no money", 125_000, shop.user.name)
    assert SHAWL in event.content
    assert HONEY in event.content


def test_the_way_to_cancel_is_in_the_hold_panel_too_and_esc_keeps_the_bill(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F8)
    press(front.window, KEY.Key_Delete, CTRL)
    assert front.sell.bill.shelf.cancel_prompt.is_open
    assert not front.sell.bill.shelf.hold_prompt.is_open
    for _time in range(3):
        press(front.window, KEY.Key_Escape)
    assert lines(front) == [(SHAWL, 1000)]


def test_who_may_not_cancel_alone_asks_a_second_person(front, desk, shop, password):
    stricter = Matrix({(Role.CASHIER, Right.CANCEL_BILL): Grant.APPROVAL})
    shop.database.run(save_matrix, stricter, till="CM01", user=shop.manager, at=NOW)
    desk.matrix = stricter
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_Delete, CTRL)
    press(front.window, KEY.Key_Return)
    assert lines(front) == [(SHAWL, 1000)]
    type_slowly(front.window, password, enter=True)
    assert lines(front) == []


def test_a_next_bill_has_nothing_of_the_one_that_was_put_aside(front):
    scan(front.window, SHAWL)
    front.sell.bill.take_customer(Customer("คุณนก"))
    key = front.sell.bill.basket.key
    hold(front)
    basket = front.sell.bill.basket
    assert (basket.customer, basket.approvals, basket.bill_discount) == (None, (), None)
    assert basket.key != key


def test_many_held_bills_leave_a_chip_for_the_rest(front):
    scan(front.window, SHAWL)
    hold(front)
    chips = front.sell.bill.view.totals.held
    (bill,) = chips.bills
    chips.show_bills([replace(bill, name=f"ชุดที่ {number}") for number in range(9)])
    QApplication.processEvents()
    assert not chips._rest.isHidden()
    chips._rest.click()
    assert front.sell.bill.shelf.held_list.is_open


def test_a_bill_held_elsewhere_is_seen_without_touching_anything(front, second_front, shop):
    step_to(second_front)
    scan(second_front.window, SHAWL)
    hold(second_front, "Nok")
    assert front.sell.bill.view.totals.held.chips == []
    front.sell.bill.shelf.look_again()
    (chip,) = front.sell.bill.view.totals.held.chips
    assert "Nok" in chip.words()
