"""The locked till: what is hidden, who gets in, what happens to scans, and that the bill stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from otop_pos.domain.approval import Ask
from otop_pos.domain.right import Right
from otop_pos.services.demo.people import DEMO_PASSWORD, DEMO_PIN
from otop_pos.services.sign_in import change_secret
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user
from otop_pos.ui.front import open_front
from otop_pos.ui.staff import IdleWatch
from tests.factories import TODAY
from tests.ui.hands import press, scan, type_slowly

CTRL = Qt.KeyboardModifier.ControlModifier
PIN = "246802"


@pytest.fixture
def locked(front, password):
    """A shawl on the bill, then Ctrl+L."""
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_L, CTRL)
    return front


def test_nothing_of_the_bill_is_seen_through_it(locked, desk):
    before = locked.window.grab().toImage()
    locked.lock.lower()
    assert locked.window.grab().toImage() != before
    locked.lock.raise_()
    locked.sell.scan("P000003")
    assert locked.window.grab().toImage() == before


def test_it_covers_the_whole_window_also_when_that_grows(locked):
    locked.window.resize(1500, 900)
    QApplication.processEvents()
    assert locked.lock.geometry() == locked.window.ground.rect()
    for corner in (QPoint(5, 5), QPoint(1490, 5), QPoint(5, 890), QPoint(1490, 890)):
        child = locked.window.ground.childAt(corner)
        assert child is locked.lock or locked.lock.isAncestorOf(child)


def test_the_same_person_goes_on_where_the_hands_were(locked, desk, shop):
    assert locked.lock.people.person.code == shop.user.code
    type_slowly(locked.window, PIN, enter=True)
    assert not locked.lock.is_locked
    assert locked.sell.bill.view.code_box.edit.hasFocus()
    assert len(locked.sell.bill.basket.lines) == 1
    assert desk.user.id == shop.user.id


def test_somebody_else_takes_over_and_the_bill_stays(locked, desk, shop, password):
    basket = locked.sell.bill.basket
    press(locked.window, Qt.Key.Key_Down)
    type_slowly(locked.window, password, enter=True)
    assert desk.user.id == shop.manager.id
    assert locked.window.top_bar.user.text() == "ศิริพร จ. · manager"
    assert locked.sell.bill.basket == basket
    events = shop.database.run(list_events, TODAY, "CM01")
    assert ("sign_in", shop.manager.name) in [(event.kind.value, event.user) for event in events]


def test_a_wrong_pin_is_said_and_the_till_stays_locked(locked):
    type_slowly(locked.window, "111222", enter=True)
    assert locked.lock.is_locked
    assert "4 more tries" in locked.lock.entry.message_bar.text()
    assert locked.lock.entry.box.hasFocus()
    assert not any(edit.text() for edit in locked.lock.findChildren(QLineEdit))


def test_five_wrong_pins_shut_the_door_for_that_person_only(locked, desk, shop, password):
    for _try in range(5):
        type_slowly(locked.window, "111222", enter=True)
    type_slowly(locked.window, PIN, enter=True)
    assert locked.lock.is_locked
    assert "5 min" in locked.lock.entry.message_bar.text()
    press(locked.window, Qt.Key.Key_Down)
    type_slowly(locked.window, password, enter=True)
    assert desk.user.id == shop.manager.id


def test_thai_digits_are_digits(locked):
    type_slowly(locked.window, "๒๔๖๘๐๒", enter=True)
    assert not locked.lock.is_locked


def test_thai_letters_behind_the_dots_are_said(locked):
    type_slowly(locked.window, "นะนย")
    assert locked.lock.entry.message_bar.text() == "The keyboard writes Thai letters now"


def test_a_scan_is_refused_and_said_here_and_afterwards(locked):
    type_slowly(locked.window, "246")
    scan(locked.window, "P000003")
    scan(locked.window, "8850000000012")
    said = "Scanned while locked, not on the bill: 2. Scan again after signing in"
    assert locked.lock.missed.text() == said
    assert locked.lock.entry.box.text() == "246"
    type_slowly(locked.window, "802", enter=True)
    assert not locked.lock.is_locked
    assert len(locked.sell.bill.basket.lines) == 1
    assert locked.sell.message_bar.text() == said


def test_no_key_reaches_what_is_behind(locked):
    for key in (Qt.Key.Key_F11, Qt.Key.Key_F4, Qt.Key.Key_Delete, Qt.Key.Key_F1, Qt.Key.Key_Escape):
        press(locked.window, key)
    press(locked.window, Qt.Key.Key_4, CTRL)
    for _stop in range(30):
        press(locked.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert locked.lock.isAncestorOf(focus)
    assert locked.window.front is locked.sell
    assert locked.sell.pages.currentWidget() is locked.sell.bill
    assert len(locked.sell.bill.basket.lines) == 1
    assert not locked.window.help.is_open


def test_an_open_prompt_is_there_again(front, password):
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_F4)
    type_slowly(front.window, "7")
    press(front.window, Qt.Key.Key_L, CTRL)
    type_slowly(front.window, PIN, enter=True)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "7"


def test_a_question_over_the_window_waits_behind_the_lock(front, password):
    press(front.window, Qt.Key.Key_F10)
    asked = QApplication.focusWidget()
    type_slowly(front.window, "tea")
    front.idle.idle.emit()
    for _stop in range(20):
        press(front.window, Qt.Key.Key_Tab)
        assert front.lock.isAncestorOf(QApplication.focusWidget())
    front.lock.entry.take_focus()
    type_slowly(front.window, PIN, enter=True)
    assert QApplication.focusWidget() is asked
    press(front.window, Qt.Key.Key_Escape)
    assert front.sell.bill.view.code_box.edit.hasFocus()


def test_locking_gives_up_a_question_to_a_second_person(front, desk, password):
    given = []
    desk.approvals.ask(Ask(Right.VOID, "x"), given.append)
    scan(front.window, "P000001")
    front.idle.idle.emit()
    assert front.lock.is_locked
    assert not front.approver.is_open
    assert len(front.sell.bill.basket.lines) == 1
    desk.approvals.ask(Ask(Right.VOID, "x"), given.append)
    assert not front.approver.is_open
    assert given == []


def test_a_new_person_chooses_a_pin_twice(front, desk, shop, password):
    shop.database.run(add_user, "ANAN", "อนันต์ ส.", "cashier")
    front.lock.lock()
    front.lock.people.choose(next(user for user in front.lock.people.people if user.code == "ANAN"))
    assert front.lock.entry.title.text() == "อนันต์ ส. chooses a PIN: 6 to 12 digits"
    type_slowly(front.window, "123456", enter=True)
    assert "is not a row" in front.lock.entry.message_bar.text()
    type_slowly(front.window, "860291", enter=True)
    assert front.lock.entry.title.text() == "The same once more"
    type_slowly(front.window, "860292", enter=True)
    assert front.lock.entry.message_bar.text() == "The two are not the same. Type it once more"
    for _time in range(2):
        type_slowly(front.window, "860291", enter=True)
    assert not front.lock.is_locked
    assert desk.user.code == "ANAN"
    assert desk.user.has_secret


def test_everybody_may_change_their_own_pin(locked, desk, shop):
    locked.lock.change.click()
    type_slowly(locked.window, PIN, enter=True)
    for _time in range(2):
        type_slowly(locked.window, "135791", enter=True)
    assert not locked.lock.is_locked
    change_secret(shop.database, shop.user.code, "135791", PIN, desk.door())


def test_without_the_old_pin_nothing_changes(locked, desk, shop):
    locked.lock.change.click()
    type_slowly(locked.window, "999888", enter=True)
    for _time in range(2):
        type_slowly(locked.window, "135791", enter=True)
    assert locked.lock.is_locked
    assert "4 more tries" in locked.lock.entry.message_bar.text()
    press(locked.window, Qt.Key.Key_Escape)
    assert not locked.lock.change.isChecked()
    type_slowly(locked.window, PIN, enter=True)
    assert not locked.lock.is_locked


def test_a_foreign_key_file_is_said_with_what_to_copy_and_where(locked, desk):
    desk.pepper = b"another"
    type_slowly(locked.window, PIN, enter=True)
    assert "Copy pepper.key from the first till" in locked.lock.entry.message_bar.text()
    assert "otop-pos" in locked.lock.entry.message_bar.text().splitlines()[1]


def test_only_a_demo_shop_says_its_pins(locked, desk):
    assert locked.lock.demo.text() == ""
    type_slowly(locked.window, PIN, enter=True)
    desk.shop = replace(desk.shop, is_demo=True)
    locked.lock.lock()
    assert DEMO_PIN in locked.lock.demo.text()
    assert DEMO_PASSWORD in locked.lock.demo.text()


def test_an_open_bill_is_not_closed_past_the_lock(locked):
    locked.window.close()
    assert locked.window.isVisible()
    assert locked.lock.problem.text() == "There is an open bill. Sign in first, then close."


def test_the_language_can_be_changed_while_locked(locked):
    locked.lock.language.click()
    assert locked.lock.entry.ok.words() != "Go in" or locked.window.top_bar.day.text() == "22 พ.ย. 2569"
    assert locked.window.top_bar.day.text() == "22 พ.ย. 2569"


def test_the_till_locks_itself_when_nobody_touches_it(front, qtbot):
    assert front.idle.timer.interval() == 3 * 60_000
    front.idle.timer.setInterval(30)
    front.idle.timer.start()
    qtbot.waitUntil(lambda: front.lock.is_locked)


def test_keys_mouse_and_scans_keep_it_open(front, qtbot):
    for touch in (
        lambda: press(front.window, Qt.Key.Key_Shift),
        lambda: scan(front.window, "P000001"),
        lambda: qtbot.mouseMove(front.window.windowHandle(), QPoint(300, 300)),
    ):
        front.idle.timer.stop()
        touch()
        QApplication.processEvents()
        assert front.idle.timer.isActive()


def test_zero_minutes_mean_never(front, desk):
    desk.announcements.settings_changed.emit(replace(desk.settings, lock_minutes=0))
    press(front.window, Qt.Key.Key_Shift)
    assert not front.idle.timer.isActive()
    desk.announcements.settings_changed.emit(replace(desk.settings, lock_minutes=2))
    assert front.idle.timer.interval() == 120_000


def test_a_computer_that_slept_wakes_up_locked(monkeypatch, qtbot, front):
    watch = IdleWatch(3, front.window)
    watch.watch(front.window.windowHandle())
    import time

    later = time.time() + 600
    monkeypatch.setattr(time, "time", lambda: later)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        press(front.window, Qt.Key.Key_Shift)
    watch.timer.stop()


def test_the_watch_ends_with_its_window(qtbot, backend, desk):
    front = open_front(backend, desk)
    timer = front.idle.timer
    front.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(timer)
