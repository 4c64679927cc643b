"""Where the display stands, and that it lives and goes with the till."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from otop_pos.ui.display import CustomerDisplay
from otop_pos.ui.display.placing import Placing
from otop_pos.ui.display.words import Words
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.screen import Screen


@pytest.fixture
def windows(desk):
    """A till's window and a display, not shown yet."""
    till = MainWindow(desk, [Place("storefront", lambda: "Place", Screen())])
    return till, CustomerDisplay(Words("ร้าน", "Shop"))


@pytest.mark.parametrize(("mode", "is_shown"), [("auto", False), ("off", False), ("window", True), ("", False)])
def test_on_a_machine_with_one_screen_only_a_window_is_shown(windows, mode, is_shown):
    till, display = windows
    Placing(display, till, mode)
    till.show()
    assert display.isVisible() is is_shown


def test_a_second_screen_is_filled(windows, monkeypatch):
    till, display = windows
    placing = Placing(display, till, "auto")
    monkeypatch.setattr(placing, "_other_screen", till.screen)
    till.show()
    assert display.isFullScreen()


def test_a_screen_that_mirrors_the_tills_is_left_alone(windows):
    till, display = windows
    placing = Placing(display, till, "auto")
    assert placing._other_screen() is None


def test_the_display_comes_and_goes_with_the_till(windows):
    till, display = windows
    Placing(display, till, "window")
    till.show()
    till.close()
    assert not display.isVisible()
    till.show()
    assert display.isVisible()
    till.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(display)


def test_the_setting_is_followed_while_the_till_runs(front, desk):
    assert not front.display.isVisible()
    for mode, is_shown in (("window", True), ("off", False), ("window", True), ("auto", False)):
        desk.announcements.settings_changed.emit(replace(desk.settings, customer_display=mode))
        assert front.display.isVisible() is is_shown


def test_the_display_takes_no_focus_and_keeps_no_program_alive(front):
    display = front.display
    assert display.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not display.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    children = [child for child in display.findChildren(QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert children == []


def test_closing_the_till_closes_the_display(front, display):
    assert display.isVisible()
    front.window.close()
    assert not display.isVisible()
