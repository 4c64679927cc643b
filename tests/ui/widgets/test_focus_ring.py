"""The ring around what has the focus, also while what it stood around goes away."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import delete

from otop_pos.ui.widgets.focus_ring import FocusRing


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.group = QWidget()
    inner = QVBoxLayout(window.group)
    window.box, window.other = QLineEdit(), QLineEdit()
    inner.addWidget(window.box)
    column.addWidget(window.group)
    column.addWidget(window.other)
    window.ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.box.setFocus()
    return window


def test_it_stands_around_the_box_in_focus(window):
    assert window.ring.isVisible()
    window.other.setFocus()
    assert window.ring.geometry().contains(window.other.geometry())


def test_a_group_that_goes_away_with_the_focus_in_it_takes_nothing_along(window):
    delete(window.group)
    window.other.setFocus()
    assert window.ring.geometry().contains(window.other.geometry())
