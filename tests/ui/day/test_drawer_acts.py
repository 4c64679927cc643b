"""Money in and out, the drawer opened for nothing, the drawer handed over: by keys, in the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import save_matrix
from otop_pos.services.till_event import list_events
from tests.books import contents, rows
from tests.devices.fake_drawer import closed_port, working_drawer
from tests.factories import TODAY
from tests.ui.hands import press, scan, type_slowly


@pytest.fixture
def drawer(desk):
    with working_drawer() as working:
        desk.settings = replace(desk.settings, drawer=working.target)
        yield working


def moves(shop):
    return rows(shop.database, "SELECT kind, amount, reason FROM cash_movement ORDER BY id")


def told(shop, kind):
    return [each for each in shop.database.run(list_events, TODAY) if each.kind is kind]


def open_moving(front):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F5)
    return front.day.moving


def test_money_put_in_is_saved_and_said(front, shop):
    moving = open_moving(front)
    moving.kinds[CashKind.PAID_IN].click()
    type_slowly(front.window, "500", enter=True)
    type_slowly(front.window, "coins", enter=True)
    assert moves(shop) == [("paid_in", 50_000, "coins")]
    assert not moving.is_open
    assert "500.00" in front.day.message_bar.text()


def test_a_cashier_takes_money_out_with_a_second_person(front, shop, second_person):
    open_moving(front)
    type_slowly(front.window, "45.50", enter=True)
    front.day.moving.reason.buttons[0].click()
    press(front.window, Qt.Key.Key_Return)
    assert moves(shop) == [("paid_out", -4_550, "transport")]
    assert [ask.what for ask in second_person] == ["45.50 · transport"]
    assert told(shop, EventKind.PAID_OUT)[0].approver == "ศิริพร จ."


def test_without_a_second_person_nothing_is_taken_and_nothing_typed_is_lost(front, shop, desk):
    desk.approvals.wanted.disconnect()
    moving = open_moving(front)
    type_slowly(front.window, "45.50", enter=True)
    type_slowly(front.window, "ice", enter=True)
    assert moves(shop) == []
    assert moving.is_open
    assert (moving.amount.text(), moving.reason.edit.text(), moving.ok.isEnabled()) == ("45.50", "ice", True)


def test_what_goes_to_the_safe_is_said_by_the_manager(manager_front, shop):
    moving = open_moving(manager_front)
    moving.kinds[CashKind.DROP].click()
    type_slowly(manager_front.window, "1000", enter=True)
    moving.reason.buttons[0].click()
    press(manager_front.window, Qt.Key.Key_Return)
    assert moves(shop) == [("drop", -100_000, "large notes to the safe")]


@pytest.mark.parametrize(("amount", "reason"), [("", "ice"), ("many", "ice"), ("45", "  ")])
def test_half_an_answer_saves_nothing_and_says_what_is_missing(manager_front, shop, amount, reason):
    before = contents(shop.database)
    moving = open_moving(manager_front)
    moving.amount.setText(amount)
    moving.reason.edit.setText(reason)
    moving.ok.click()
    assert moving.message.text()
    assert contents(shop.database) == before


def test_a_double_click_moves_once(manager_front, backend, shop):
    moving = open_moving(manager_front)
    moving.amount.setText("45")
    moving.reason.edit.setText("ice")
    backend.hold()
    moving.ok.click()
    moving.ok.click()
    press(manager_front.window, Qt.Key.Key_Return)
    backend.release()
    assert len(moves(shop)) == 1


def test_escape_moves_nothing(manager_front, shop):
    moving = open_moving(manager_front)
    type_slowly(manager_front.window, "45")
    press(manager_front.window, Qt.Key.Key_Escape)
    assert not moving.is_open
    assert moves(shop) == []
    assert manager_front.day.body.isEnabled()


def test_the_drawer_opens_after_money_was_moved(manager_front, drawer, qtbot, shop):
    drawer.on_pulse = lambda: seen.append(len(moves(shop)))
    seen = []
    open_moving(manager_front)
    type_slowly(manager_front.window, "45", enter=True)
    type_slowly(manager_front.window, "ice", enter=True)
    qtbot.waitUntil(lambda: len(drawer.pulses) == 1)
    assert seen == [1]


def test_f10_on_the_bill_opens_the_drawer_with_a_reason_and_keeps_the_bill(front, shop, drawer, qtbot):
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_F10)
    assert front.no_sale.is_open
    type_slowly(front.window, "coins", enter=True)
    (event,) = told(shop, EventKind.NO_SALE)
    assert event.what == "coins"
    assert str(event.number) in front.sell.message_bar.text()
    qtbot.waitUntil(lambda: len(drawer.pulses) == 1)
    assert len(front.sell.bill.basket.lines) == 1
    assert front.window.front is front.sell


def test_f10_on_the_day_opens_the_drawer_too(front, shop):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F10)
    front.no_sale.reason.buttons[1].click()
    press(front.window, Qt.Key.Key_Return)
    assert [event.what for event in told(shop, EventKind.NO_SALE)] == ["checking the drawer"]
    assert front.day.message_bar.text()


def test_without_a_reason_the_drawer_stays_shut(front, shop, drawer):
    press(front.window, Qt.Key.Key_F10)
    press(front.window, Qt.Key.Key_Return)
    assert front.no_sale.message.text()
    press(front.window, Qt.Key.Key_Escape)
    assert told(shop, EventKind.NO_SALE) == []
    assert drawer.pulses == []


def test_a_drawer_that_stays_shut_is_said_where_one_stands(front, shop, desk):
    desk.settings = replace(desk.settings, drawer=closed_port())
    press(front.window, Qt.Key.Key_F10)
    type_slowly(front.window, "coins", enter=True)
    assert len(told(shop, EventKind.NO_SALE)) == 1
    assert "drawer" in front.sell.message_bar.text()


def test_what_nobody_may_is_not_offered(front, desk):
    desk.matrix = Matrix({(Role.CASHIER, right): Grant.DENIED for right in (Right.OPEN_DRAWER, Right.READ_X)})
    front.window.go_to(front.day)
    acts = front.day.acts
    assert not acts.drawer.isEnabled()
    assert not acts.x_so_far.isEnabled()
    assert acts.move_money.isEnabled()


def test_a_closed_till_moves_nothing(front, desk, shop):
    shop.close()
    desk.take_session(None)
    front.window.go_to(front.day)
    acts = front.day.acts
    assert not any(each.isEnabled() for each in (acts.move_money, acts.drawer, acts.x_so_far, acts.hand_over))
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F10):
        press(front.window, key)
    assert front.day.body.isEnabled()
    press(front.window, Qt.Key.Key_F3)
    assert front.day.reports.zs.is_open


def test_the_drawer_is_handed_over_to_who_signs_in(front, shop, desk):
    front.window.go_to(front.day)
    type_slowly(front.window, "1", enter=True)
    press(front.window, Qt.Key.Key_F7)
    assert front.day.handing.counted.words() == "Hand over with 1,000.00 counted"
    locked = []
    front.day.lock_wanted.connect(lambda: locked.append(True))
    front.day.handing.counted.click()
    assert locked == [True]
    desk.take_user(shop.manager)
    (event,) = told(shop, EventKind.HAND_OVER)
    assert (event.what, event.user, event.amount) == ("พิมพ์ใจ ก. → ศิริพร จ.", "พิมพ์ใจ ก.", 100_000)


def test_the_taker_proves_it_at_the_lock(front, shop, desk, password):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F7)
    front.day.handing.uncounted.click()
    assert front.lock.is_locked
    assert told(shop, EventKind.HAND_OVER) == []
    front.lock.people.choose(shop.manager)
    front.lock.entry.box.setText(password)
    front.lock.entry.ok.click()
    assert [event.what for event in told(shop, EventKind.HAND_OVER)] == ["พิมพ์ใจ ก. → ศิริพร จ."]
    assert desk.user.id == shop.manager.id
    assert front.window.front is front.day
    assert "ศิริพร จ." in front.day.message_bar.text()


def test_who_must_ask_hands_over_with_a_second_person(front, shop, desk, second_person):
    matrix = Matrix({(Role.CASHIER, Right.HAND_OVER): Grant.APPROVAL})
    shop.database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=desk.now())
    desk.matrix = matrix
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F7)
    front.day.handing.uncounted.click()
    assert [ask.right for ask in second_person] == [Right.HAND_OVER]
    desk.take_user(shop.manager)
    (event,) = told(shop, EventKind.HAND_OVER)
    assert (event.user, event.approver) == ("พิมพ์ใจ ก.", "ศิริพร จ.")


def test_who_comes_back_keeps_the_drawer(front, shop, desk):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F7)
    front.day.handing.uncounted.click()
    desk.take_user(shop.user)
    desk.take_user(shop.manager)
    assert told(shop, EventKind.HAND_OVER) == []
