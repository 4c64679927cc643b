"""A till with the customer's display beside it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.ui.desk import Desk
from otop_pos.ui.display import CustomerDisplay
from otop_pos.ui.front import Front


@pytest.fixture
def display(front: Front, desk: Desk) -> CustomerDisplay:
    """Shown in a window, as somebody chose in the settings just now."""
    desk.announcements.settings_changed.emit(replace(desk.settings, customer_display="window"))
    QApplication.processEvents()
    return front.display
