"""The Receive screen in front, in the real window."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.ui.front import Front
from otop_pos.ui.receiving import ReceivingScreen
from tests.ui.hands import press, type_slowly

WEAVER, SHAWL, SILK = "CM-0001", "P000001", "P000002"


@pytest.fixture
def front(manager_front: Front) -> Front:
    """A cashier is not offered this place."""
    return manager_front


@pytest.fixture
def receiving(front: Front) -> ReceivingScreen:
    front.window.go_to(front.receiving)
    return front.receiving


@pytest.fixture
def counting(receiving: ReceivingScreen) -> ReceivingScreen:
    """The weaver stands at the desk, nothing is counted yet."""
    type_slowly(receiving.window(), WEAVER, enter=True)
    assert receiving.is_counting
    return receiving


@pytest.fixture
def counted(counting: ReceivingScreen) -> ReceivingScreen:
    """Twelve shawls, all of them accepted; the code box waits."""
    window = counting.window()
    type_slowly(window, SHAWL, enter=True)
    type_slowly(window, "12", enter=True)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    return counting
