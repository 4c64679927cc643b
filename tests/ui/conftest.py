"""A dressed application, a small shop behind it, and windows to put screens into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otop_pos.db.database import Database, open_database
from otop_pos.i18n import use_language
from otop_pos.services.shop import read_till
from otop_pos.services.sign_in import choose_secret
from otop_pos.services.till import current_session
from otop_pos.settings import Settings
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.front import Front, open_front
from otop_pos.ui.main_window import MainWindow, Place
from otop_pos.ui.papers import Papers
from otop_pos.ui.screen import Screen
from tests.factories import NOW, SHOP, SmallShop, small_shop


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    """Every test starts in English and in the light look, and leaves no window behind."""
    # A window closed by one test would end the event loop of all that follow.
    qapp.setQuitOnLastWindowClosed(False)
    dress(qapp)
    use_language("en")
    yield
    for window in qapp.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shop_database(sqlite_path: Path) -> Iterator[Database]:
    database = open_database(sqlite_path)
    yield database
    database.close()


@pytest.fixture
def shop(shop_database: Database) -> SmallShop:
    """Open till CM01, a weaver and a farmer, shawl, silk by the metre and honey on the shelf."""
    return small_shop(shop_database)


@pytest.fixture
def backend(shop_database: Database) -> Iterator[InlineBackend]:
    """Answers at once; a bug in a use case fails the test."""
    backend = InlineBackend(shop_database)
    bugs: list[Exception] = []
    backend.crashed.connect(bugs.append)
    yield backend
    assert bugs == []


@pytest.fixture
def desk(shop: SmallShop, tmp_path: Path) -> Desk:
    """Till CM01 of the small shop, its cashier in front of it; papers and files in the test's folder."""
    till = shop.database.run(read_till, "CM01")
    settings = Settings(papers_folder=str(tmp_path / "papers"), outbox_folder=str(tmp_path / "outbox"))
    session = shop.database.run(current_session, "CM01")
    return Desk(SHOP, till, shop.user, settings, session, now=lambda: NOW)


@pytest.fixture
def password(desk: Desk, shop: SmallShop) -> str:
    """The manager's, chosen by her; the cashier has chosen the PIN 246802."""
    desk.pepper = b"pepper"
    choose_secret(shop.database, shop.manager.code, "otop-demo", desk.door())
    choose_secret(shop.database, shop.user.code, "246802", desk.door())
    return "otop-demo"


@pytest.fixture
def papers(desk: Desk) -> Papers:
    return Papers(desk)


@pytest.fixture
def front(qtbot: QtBot, backend: InlineBackend, desk: Desk) -> Front:
    """The whole window at the smallest size, the Sell screen in front and ready."""
    front = open_front(backend, desk)
    show(qtbot, front.window)
    return front


@pytest.fixture
def manager_front(qtbot: QtBot, backend: InlineBackend, desk: Desk, shop: SmallShop) -> Front:
    desk.user = shop.manager
    front = open_front(backend, desk)
    show(qtbot, front.window)
    return front


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Callable[..., MainWindow]:
    """shown(screen, …) puts screens into a window, the first one in front."""

    def show_screens(*screens: Screen) -> MainWindow:
        window = MainWindow(desk, [Place("storefront", lambda: "Place", screen) for screen in screens])
        show(qtbot, window)
        return window

    return show_screens


def show(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    QApplication.processEvents()
