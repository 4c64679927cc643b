"""A scanner is told from a hand by the speed of its keys."""

import time

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from otop_pos.ui.widgets.scan_filter import EARLY_STALL_MS, GAP_MS, STALL_MS, ScanFilter
from tests.ui.hands import press, scan, type_slowly


class Window(QWidget):
    """Two edits and a button; every key that reaches the button is written down."""

    def __init__(self):
        super().__init__()
        self.edit, self.button, self.other = QLineEdit(), KeyLog(), QLineEdit()
        layout = QVBoxLayout(self)
        for widget in (self.edit, self.button, self.other):
            layout.addWidget(widget)


class KeyLog(QPushButton):
    def __init__(self):
        super().__init__()
        self.keys = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys += event.text()


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.setMinimumSize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def scans(window):
    scans = []
    window.filter = ScanFilter(window.windowHandle())
    window.filter.scanned.connect(scans.append)
    return scans


def test_a_burst_with_enter_is_a_scan_and_leaves_the_edit_as_it_was(window, scans):
    window.edit.setText("3 pcs")
    window.edit.setCursorPosition(2)
    window.edit.setFocus()
    scan(window, "8850123456787")
    assert scans == ["8850123456787"]
    assert (window.edit.text(), window.edit.cursorPosition()) == ("3 pcs", 2)


def test_a_burst_presses_no_button_on_its_way(window, scans):
    window.button.setFocus()
    scan(window, "8850123456787")
    assert scans == ["8850123456787"]
    assert window.button.keys == ""


def test_two_scans_come_in_their_order(window, scans):
    window.button.setFocus()
    scan(window, "AAAA1")
    scan(window, "BBBB2")
    assert scans == ["AAAA1", "BBBB2"]


def test_a_slow_bluetooth_scanner_is_a_scanner(window, scans):
    window.edit.setFocus()
    scan(window, "8850123456787", gap_ms=GAP_MS - 5)
    assert scans == ["8850123456787"]


def test_typing_reaches_the_edit_at_once(window, scans):
    window.edit.setFocus()
    type_slowly(window, "12.50", enter=True)
    assert window.edit.text() == "12.50"
    assert scans == []


def test_typing_on_a_button_reaches_it_a_moment_later(window, scans):
    window.button.setFocus()
    type_slowly(window, "a1")
    assert window.button.keys == "a1"
    assert scans == []


def test_a_hand_rolling_over_two_keys_is_no_scanner(window, scans):
    window.edit.setFocus()
    scan(window, "12")
    assert scans == []
    assert window.edit.text() == "12"


def test_a_fast_burst_without_enter_stays_what_was_typed(window, scans):
    window.edit.setFocus()
    scan(window, "")
    for letter in "paste":
        QApplication.sendEvent(window.windowHandle(), _key(letter))
    QTest.qWait(3 * GAP_MS)
    press(window, Qt.Key.Key_Return)
    assert window.edit.text() == "paste"
    assert scans == []


def test_capital_letters_come_with_a_shift_key_between(window, scans):
    window.button.setFocus()
    handle = window.windowHandle()
    for letter in "LOTA1":
        QApplication.sendEvent(
            handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        )
        QApplication.sendEvent(handle, _key(letter))
        QApplication.sendEvent(
            handle, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        )
    QApplication.sendEvent(handle, _key("\r", Qt.Key.Key_Return))
    assert scans == ["LOTA1"]


def _key(text: str, key: Qt.Key | None = None) -> QKeyEvent:
    """All at the same moment."""
    return QKeyEvent(QEvent.Type.KeyPress, key or Qt.Key(ord(text.upper())), Qt.KeyboardModifier.NoModifier, text)


def test_a_scanner_may_end_with_tab(window, scans):
    window.edit.setFocus()
    for letter in "AAAA1":
        QApplication.sendEvent(window.windowHandle(), _key(letter))
    QApplication.sendEvent(window.windowHandle(), _key("\t", Qt.Key.Key_Tab))
    assert scans == ["AAAA1"]
    assert window.edit.hasFocus()


def test_tab_after_typing_goes_on_to_the_next_box(window, scans):
    window.edit.setFocus()
    type_slowly(window, "12")
    press(window, Qt.Key.Key_Tab)
    assert window.button.hasFocus()
    assert scans == []


def _strike(window, text: str, start: int, gap_ms: int = 20) -> int:
    """Keys of a scanner from that moment on; the moment after the last one."""
    for letter in text:
        event = _key("\r", Qt.Key.Key_Return) if letter == "\r" else _key(letter)
        event.setTimestamp(start)
        QApplication.sendEvent(window.windowHandle(), event)
        start += gap_ms
    return start


@pytest.mark.parametrize("split", [1, 5, 12])
@pytest.mark.parametrize("clicked", ["button", "other"])
def test_a_click_in_the_middle_of_a_scan_gets_none_of_its_keys(window, scans, split, clicked):
    window.edit.setFocus()
    now = _strike(window, "8850123456787"[:split], 10_000)
    getattr(window, clicked).setFocus()
    _strike(window, "8850123456787"[split:] + "\r", now)
    assert scans == ["8850123456787"]
    assert (window.edit.text(), window.other.text(), window.button.keys) == ("", "", "")


def test_an_edit_may_go_in_the_middle_of_a_scan(window, scans):
    window.edit.setFocus()
    now = _strike(window, "885", 10_000)
    delete(window.edit)
    _strike(window, "0123456787\r", now)
    assert scans == ["8850123456787"]


def test_what_was_selected_is_selected_again(window, scans):
    window.edit.setText("120.00")
    window.edit.setFocus()
    window.edit.selectAll()
    scan(window, "8850123456787")
    assert (window.edit.text(), window.edit.selectedText()) == ("120.00", "120.00")


def test_keys_that_wait_behind_a_busy_window_belong_to_their_scan(window, scans):
    window.button.setFocus()
    now = _strike(window, "8", 10_000)
    # They were typed in time, and are given to the window after its patience has run out.
    QTimer.singleShot(GAP_MS + 10, window, lambda: _strike(window, "850123456787\r", now))
    time.sleep(0.1)
    QTest.qWait(50)
    assert scans == ["8850123456787"]
    assert window.button.keys == ""


@pytest.mark.parametrize("focus", ["edit", "button"])
def test_a_radio_may_stall_once_it_is_surely_a_scanner(window, scans, focus):
    getattr(window, focus).setFocus()
    now = _strike(window, "885012", 10_000)
    QTest.qWait(2 * GAP_MS)
    _strike(window, "3456787\r", now + STALL_MS - 50)
    assert scans == ["8850123456787"]
    assert (window.edit.text(), window.button.keys) == ("", "")


@pytest.mark.parametrize("code", ["8850123456787", "P000001"])
@pytest.mark.parametrize("split", [1, 2, 4])
@pytest.mark.parametrize("focus", ["edit", "button"])
def test_a_radio_may_stall_at_its_first_keys(window, scans, focus, split, code):
    window.edit.setText("3 pcs")
    getattr(window, focus).setFocus()
    now = _strike(window, code[:split], 10_000)
    QTest.qWait(2 * GAP_MS)
    _strike(window, code[split:] + "\r", now + EARLY_STALL_MS - 30)
    assert scans == [code]
    assert window.edit.text() == "3 pcs"


def test_what_a_hand_typed_before_a_scan_is_no_part_of_it(window, scans):
    window.edit.setFocus()
    now = _strike(window, "12", 10_000, gap_ms=130) + 100
    QTest.qWait(2 * GAP_MS)
    _strike(window, "8850123456787\r", now)
    assert scans == ["8850123456787"]
    assert window.edit.text() == "12"


def test_a_name_typed_in_quick_rolls_is_no_scan(window, scans):
    window.edit.setFocus()
    now = 10_000
    for roll in ("sil", "k", "sca", "rf"):
        now = _strike(window, roll, now, gap_ms=30) + 80
    _strike(window, "\r", now)
    assert window.edit.text() == "silkscarf"
    assert scans == []


def test_a_group_separator_is_typed_with_control(window, scans):
    window.edit.setFocus()
    now = _strike(window, "0108850", 10_000)
    control = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    control.setTimestamp(now)
    QApplication.sendEvent(window.windowHandle(), control)
    separator = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, "\x1d")
    separator.setTimestamp(now + 5)
    QApplication.sendEvent(window.windowHandle(), separator)
    _strike(window, "10A\r", now + 10)
    assert scans == ["0108850\x1d10A"]
