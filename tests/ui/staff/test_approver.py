"""A second person says yes: who is offered, what is said, and that the PIN stays nowhere."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from otop_pos.domain.approval import Ask
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.services.user import add_user
from tests.ui.hands import press, scan, type_slowly

VOID = Ask(Right.VOID, "CM01-1-690000001 · 1,070.00")


@pytest.fixture
def asked(front, desk, password):
    """Asked for a void with a line on the bill; what is given is kept."""
    scan(front.window, "P000001")
    given = []
    desk.approvals.ask(VOID, given.append)
    return given


def test_it_says_what_for_and_offers_who_may(front, asked, shop):
    approver = front.approver
    assert approver.title.text() == "Void a receipt of today"
    assert approver.what.text() == "CM01-1-690000001 · 1,070.00"
    assert [user.code for user in approver.people.people] == [shop.manager.code]
    assert approver.entry.title.text() == f"PIN or password of {shop.manager.name}"
    assert approver.entry.box.hasFocus()


def test_the_right_password_gives_the_approval_and_the_focus_back(front, asked, desk, shop, password):
    type_slowly(front.window, password, enter=True)
    (approval,) = asked
    assert (approval.ask, approval.given_by, approval.asked_by) == (VOID, shop.manager.id, shop.user.id)
    assert not front.approver.is_open
    assert front.sell.bill.view.code_box.edit.hasFocus()
    assert len(front.sell.bill.basket.lines) == 1
    assert desk.user == shop.user


def test_a_finger_does_without_a_keyboard(front, asked, password):
    for letter in "otop":
        front.approver.entry.pad.letters[letter].click()
    for letter in "-demo":
        front.approver.entry.pad.letters[letter].click()
    front.approver.entry.ok.click()
    assert len(asked) == 1


def test_a_wrong_one_is_said_with_the_tries_left(front, asked):
    type_slowly(front.window, "otop-dema", enter=True)
    assert front.approver.entry.message_bar.text() == "That is not the right PIN. 4 more tries"
    assert front.approver.entry.box.text() == ""
    assert front.approver.entry.box.hasFocus()
    assert asked == []


def test_five_wrong_ones_shut_the_door_and_say_for_how_long(front, asked, shop, password):
    for _try in range(5):
        type_slowly(front.window, "12345678", enter=True)
    assert "5 min" in front.approver.entry.message_bar.text()
    type_slowly(front.window, password, enter=True)
    assert shop.manager.name in front.approver.entry.message_bar.text()
    assert asked == []


def test_esc_gives_up_and_leaves_everything_as_it_was(front, asked):
    press(front.window, Qt.Key.Key_Escape)
    assert asked == []
    assert not front.approver.is_open
    assert front.sell.bill.view.code_box.edit.hasFocus()
    assert len(front.sell.bill.basket.lines) == 1


def test_a_scan_meanwhile_waits_and_comes_afterwards(front, asked):
    type_slowly(front.window, "otop")
    scan(front.window, "P000003")
    assert front.approver.entry.box.text() == "otop"
    assert front.approver.scans.text() == "Scans waiting: 1. They come afterwards"
    assert len(front.sell.bill.basket.lines) == 1
    press(front.window, Qt.Key.Key_Escape)
    assert len(front.sell.bill.basket.lines) == 2
    assert front.approver.take_waiting() == ()


def test_an_answer_after_giving_up_is_for_nobody(front, asked, backend, password):
    backend.hold()
    type_slowly(front.window, password, enter=True)
    press(front.window, Qt.Key.Key_Escape)
    backend.release()
    assert asked == []


def test_keys_of_the_window_do_nothing_meanwhile(front, asked):
    press(front.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    press(front.window, Qt.Key.Key_F1)
    press(front.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert front.window.front is front.sell
    assert not front.window.help.is_open
    assert front.approver.is_open


def test_nobody_approves_what_they_ask_for_themselves(manager_front, desk, password, shop):
    desk.approvals.ask(VOID, lambda _approval: None)
    assert manager_front.approver.people.people == ()
    assert "A manager registers people" in manager_front.approver.nobody.text()
    assert not manager_front.approver.nobody.isHidden()
    press(manager_front.window, Qt.Key.Key_Return)
    assert not manager_front.approver.is_open


def test_arrows_choose_another_who_may(front, desk, shop, password):
    other = shop.database.run(add_user, "S01", "ดวงเดือน ม.", "clerk")
    desk.matrix = Matrix({(Role.CLERK, Right.VOID): Grant.ALLOWED})
    desk.approvals.ask(VOID, lambda _approval: None)
    first = front.approver.people.person
    press(front.window, Qt.Key.Key_Down)
    second = front.approver.people.person
    assert {first.code, second.code} == {shop.manager.code, other.code}
    assert front.approver.entry.title.text() == f"PIN or password of {second.name}"


def test_the_password_stays_in_no_widget_and_no_log(front, asked, password, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    type_slowly(front.window, "wrong-one", enter=True)
    type_slowly(front.window, password, enter=True)
    assert asked
    edits = [edit for window in QApplication.topLevelWidgets() for edit in window.findChildren(QLineEdit)]
    assert edits
    for secret in (password, "wrong-one"):
        assert not any(secret in edit.text() for edit in edits)
        assert secret not in caplog.text
    front.approver.entry.box.undo()
    assert front.approver.entry.box.text() == ""
