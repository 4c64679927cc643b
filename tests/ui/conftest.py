"""A dressed application, a desk, and a window to put screens into."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.till import TillSession
from otop_pos.i18n import use_language
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.screen import Screen

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    """Every test starts in English and in the light look."""
    dress(qapp)
    use_language("en")
    yield
    use_language("th")


@pytest.fixture
def desk() -> Desk:
    """A till of the Chiang Mai centre, opened this morning with 1,000 baht."""
    return Desk(
        shop=Shop("CM", "ศูนย์ OTOP Select เชียงใหม่", "OTOP Select Chiang Mai", "", "", "", "0994000000000"),
        till=Till("CM01"),
        user=User(1, "PK", "พิมพ์ใจ ก.", "cashier"),
        session=TillSession(1, "CM01", 1, TODAY, NOON, "PK", 1000_00),
        now=lambda: NOON,
    )


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Callable[..., MainWindow]:
    """shown(screen, …) puts the screens into a window of the smallest size, the first one in front."""

    def show(*screens: Screen) -> MainWindow:
        window = MainWindow(desk, [Place("storefront", lambda: "Place", screen) for screen in screens])
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    return show
