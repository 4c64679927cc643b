"""Buttons and their keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.ui.widgets.key_button import KeyButton
from tests.ui.hands import press


@pytest.fixture
def pressed(qtbot):
    """A shown window with a button on F4, and the presses it got."""
    window, button, presses = QWidget(), KeyButton("Quantity", act="quantity"), []
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(button)
    button.clicked.connect(lambda: presses.append(1))
    window.setMinimumSize(200, 100)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window, button, presses


def test_the_key_written_on_a_button_presses_it(pressed):
    window, _button, presses = pressed
    press(window, Qt.Key.Key_F4)
    assert presses == [1]


def test_a_disabled_button_does_not_hear_its_key(pressed):
    window, button, presses = pressed
    button.setEnabled(False)
    press(window, Qt.Key.Key_F4)
    assert presses == []


def test_a_hidden_button_does_not_hear_its_key(pressed):
    window, button, presses = pressed
    button.hide()
    press(window, Qt.Key.Key_F4)
    assert presses == []


def test_enter_presses_the_button_in_focus(pressed):
    window, button, presses = pressed
    button.setFocus()
    press(window, Qt.Key.Key_Return)
    assert presses == [1]


@pytest.mark.parametrize("tone", ["plain", "primary", "danger", "quiet", "soft"])
def test_every_button_is_large_enough_for_a_finger(qtbot, tone):
    button = KeyButton("x", tone=tone)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 44
    assert button.minimumSizeHint().width() >= 44
