"""A scanner is told from a hand by the speed of its keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from otop_pos.ui.widgets.scan_filter import GAP_MS, ScanFilter
from tests.ui.hands import press, scan, type_slowly


class Window(QWidget):
    """An edit and a button; every key that reaches the button is written down."""

    def __init__(self):
        super().__init__()
        self.edit, self.button = QLineEdit(), KeyLog()
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)


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
