"""A small month of twelve producers behind the settlement screen, in a real window."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.db.database import Database, open_database
from otop_pos.domain.shop import User
from otop_pos.services.shop import read_till
from otop_pos.services.sign_in import choose_secret
from otop_pos.services.till import current_session
from otop_pos.services.user import list_users
from otop_pos.settings import Settings
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.main_window import MainWindow
from otop_pos.ui.settlement import SettlementScreen
from tests.factories import SHOP
from tests.ui.settlement.months import MORNING_AFTER, TILL, MonthShop, busy_month

PRODUCERS = 12


@pytest.fixture(scope="session")
def month_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MonthShop]:
    """Made once: every test settles a copy of it."""
    path = tmp_path_factory.mktemp("month") / "shop.sqlite"
    database = open_database(path)
    made = busy_month(database, PRODUCERS)
    database.close()
    return path, made


@pytest.fixture
def shop_database(month_template: tuple[Path, MonthShop], tmp_path: Path) -> Iterator[Database]:
    """A copy of the month, for this test alone."""
    database = open_database(shutil.copy(month_template[0], tmp_path / "month.sqlite"))
    yield database
    database.close()


@pytest.fixture
def month(month_template: tuple[Path, MonthShop], shop_database: Database) -> MonthShop:
    return replace(month_template[1], database=shop_database)


@pytest.fixture
def desk(month: MonthShop, tmp_path: Path) -> Desk:
    """The clerk at the till on the morning of 1 November."""
    settings = Settings(papers_folder=str(tmp_path / "papers"), outbox_folder=str(tmp_path / "outbox"))
    till = month.database.run(read_till, TILL)
    session = month.database.run(current_session, TILL)
    return Desk(SHOP, till, month.clerk, settings, session, now=lambda: MORNING_AFTER)


@pytest.fixture
def people(month: MonthShop, desk: Desk) -> dict[str, User]:
    """By code; the manager has chosen a password."""
    desk.pepper = b"pepper"
    choose_secret(month.database, "SIRI", "otop-demo", desk.door())
    return {user.code: user for user in month.database.run(list_users)}


@pytest.fixture
def screen(backend: InlineBackend, desk: Desk, shown: Callable[..., MainWindow]) -> Iterator[SettlementScreen]:
    screen = SettlementScreen(backend, desk)
    # Held until the test is over: nobody else has the window.
    window = shown(screen)
    QApplication.processEvents()
    yield screen
    assert window.isVisible()
