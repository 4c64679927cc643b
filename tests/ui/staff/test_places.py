"""The rail, its keys and the scanner follow what the person at the till may do."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.services.user import add_user
from otop_pos.ui.front import open_front
from tests.ui.conftest import show
from tests.ui.hands import press, scan

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(front):
    """The settings at the foot are everybody's: each sees there what is theirs."""
    names = [button.accessibleName() for button in front.window.rail.buttons.buttons() if not button.isHidden()]
    return [name for name in names if name != "Settings"]


@pytest.fixture
def clerk(shop):
    return shop.database.run(add_user, "S01", "ดวงเดือน ม.", "clerk")


def test_a_cashier_is_offered_the_till_and_no_deliveries(front):
    assert shown(front) == ["Sell", "Stock", "Day"]
    press(front.window, Qt.Key.Key_2, CTRL)
    assert front.window.front is front.sell


def test_a_manager_is_offered_everything(manager_front):
    assert shown(manager_front) == ["Sell", "Receive", "Stock", "Makers", "Payouts", "Day", "Reports"]
    press(manager_front.window, Qt.Key.Key_2, CTRL)
    assert manager_front.window.front is manager_front.receiving


def test_a_clerk_starts_where_goods_are_received(qtbot, backend, desk, clerk):
    desk.user = clerk
    front = open_front(backend, desk)
    show(qtbot, front.window)
    assert front.window.front is front.receiving
    assert shown(front) == ["Receive", "Stock", "Makers", "Payouts", "Day", "Reports"]
    assert front.window.rail.buttons.button(1).isChecked()


def test_who_takes_over_is_led_away_from_where_they_may_not_be(front, desk, clerk):
    desk.take_user(clerk)
    assert front.window.front is front.receiving
    assert shown(front) == ["Receive", "Stock", "Makers", "Payouts", "Day", "Reports"]
    press(front.window, Qt.Key.Key_1, CTRL)
    assert front.window.front is front.receiving


def test_a_scan_that_no_screen_wants_never_opens_the_sale_for_a_clerk(front, desk, clerk):
    desk.take_user(clerk)
    front.window.go_to(front.day)
    scan(front.window, "P000001")
    assert front.window.front is front.receiving
    assert not front.sell.bill.basket.lines


def test_a_right_given_by_the_manager_is_offered_at_once(front, desk):
    desk.take_matrix(Matrix({(Role.CASHIER, Right.RECEIVE): Grant.APPROVAL}))
    assert shown(front) == ["Sell", "Receive", "Stock", "Day"]
    desk.take_matrix(Matrix())
    assert shown(front) == ["Sell", "Stock", "Day"]
