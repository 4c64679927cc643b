"""The program as it is started, with its real threads."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos import app
from otop_pos.db.database import Database
from otop_pos.pepper import pepper_file, read_pepper
from otop_pos.services.demo.people import DEMO_PASSWORD
from otop_pos.services.sale import list_sales
from otop_pos.services.sign_in import Door, choose_secret
from otop_pos.settings import Settings, read_settings, settings_file, write_settings
from otop_pos.ui.dress import DRESSED
from otop_pos.ui.main_window import MainWindow
from otop_pos.ui.setup import SetupWindow
from otop_pos.ui.start_problem import StartProblem
from otop_pos.ui.style import THEMES, Look
from tests.factories import NOW, small_shop
from tests.ui.hands import press, scan, type_slowly


@pytest.fixture
def program(sqlite_path: Path, tmp_path: Path, monkeypatch):
    """Started on an empty database, its settings in a folder of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = Settings(language="en", papers_folder=str(tmp_path / "papers"))
    hook = sys.excepthook
    program = app.Program(settings, str(sqlite_path), tmp_path / "log")
    yield program
    program.close()
    sys.excepthook = hook


@pytest.fixture
def unlocked(program):
    """As the bench opens it."""
    program._is_locked = False
    return program


def test_from_the_first_start_to_a_sale_in_the_demo_shop(program, qtbot):
    program.open()
    assert isinstance(program.window, SetupWindow)
    press(program.window, Qt.Key.Key_Return)
    press(program.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert read_settings().till_code == "CM01"
    front = program.front
    qtbot.waitUntil(lambda: front.window.front is front.sell and front.window.isVisible())
    front.window.activateWindow()
    assert front.lock.is_locked
    qtbot.waitUntil(lambda: front.lock.people.person is not None)
    type_slowly(front.window, DEMO_PASSWORD, enter=True)
    qtbot.waitUntil(lambda: not front.lock.is_locked)
    front.window.go_to(front.day)
    front.day.count.edits[2].setText("10")
    press(front.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: front.window.front is front.sell)
    scan(front.window, "P000001")
    scan(front.window, "P000007")
    qtbot.waitUntil(lambda: len(front.sell.bill.basket.lines) == 2)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    press(front.window, Qt.Key.Key_F12)
    press(front.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: front.sell.pages.currentWidget() is front.sell.done)
    qtbot.waitUntil(front.sell.done.copy.isEnabled, timeout=20_000)
    assert len(program.database.run(list_sales, "CM01")) == 1


def test_it_opens_locked_and_remembers_who_came_last(program, qtbot):
    shop = small_shop(program.database)
    choose_secret(program.database, shop.manager.code, DEMO_PASSWORD, Door("CM01", read_pepper(), NOW))
    program.open()
    front = program.front
    assert front.lock.is_locked
    qtbot.waitUntil(lambda: front.lock.people.person is not None)
    front.lock.people.choose(shop.manager)
    qtbot.waitUntil(front.lock.entry.box.hasFocus)
    type_slowly(front.window, DEMO_PASSWORD, enter=True)
    qtbot.waitUntil(lambda: not front.lock.is_locked)
    assert front.window.top_bar.user.text() == "ศิริพร จ. · manager"
    assert read_settings().user_code == shop.manager.code


def test_without_its_key_file_the_program_says_so(tmp_path: Path, monkeypatch, qtbot, sqlite_path: Path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(QApplication, "exec", lambda *_self: 0)
    read_pepper()
    pepper_file().write_text("no hexadecimal number", encoding="ascii")
    seen = []
    monkeypatch.setattr(StartProblem, "show", lambda self: seen.append(self.sentence.text()))
    assert app.run_window(str(sqlite_path)) == 1
    assert "pepper.key" in seen[0]


def test_the_chosen_language_is_remembered(program):
    small_shop(program.database)
    program.open()
    program.front.lock.language.click()
    assert read_settings().language == "th"


def test_settings_that_cannot_be_written_do_not_stop_the_till(program, monkeypatch):
    def full(_settings):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(app, "write_settings", full)
    small_shop(program.database)
    program.open()
    program.front.lock.language.click()
    assert program.front.window.top_bar.shop.text() == "ศูนย์ OTOP Select เชียงใหม่"


def test_a_bug_in_a_slot_is_shown_and_the_bill_survives(unlocked, qtbot):
    program = unlocked
    small_shop(program.database)
    program.open()
    front = program.front
    scan(front.window, "P000001")
    qtbot.waitUntil(lambda: len(front.sell.bill.basket.lines) == 1)
    try:
        raise ZeroDivisionError("a slip")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert program.crashes.dialog is not None
    program.crashes.dialog.accept()
    assert len(front.sell.bill.basket.lines) == 1


def test_a_window_opened_only_to_measure_closes_by_itself(shop_database: Database, sqlite_path: Path):
    small_shop(shop_database)
    app.open_and_leave(str(sqlite_path))


def test_a_file_that_is_no_shop_is_said_in_words(tmp_path: Path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(QApplication, "exec", lambda *_self: 0)
    other = tmp_path / "letter.sqlite"
    other.write_text("Dear customer", encoding="utf-8")
    seen = []
    monkeypatch.setattr(StartProblem, "show", lambda self: seen.append(self.sentence.text()))
    assert app.run_window(str(other)) == 1
    assert "letter.sqlite" in seen[0]


def test_damaged_settings_are_said_in_words(tmp_path: Path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(QApplication, "exec", lambda *_self: 0)
    write_settings(Settings())
    settings_file().write_text("till_code = ", encoding="utf-8")
    seen = []
    monkeypatch.setattr(StartProblem, "show", lambda self: seen.append(self.sentence.text()))
    assert app.run_window() == 1
    assert "settings.toml" in seen[0]


def test_what_is_chosen_in_the_settings_is_remembered_and_worn(unlocked, qapp):
    small_shop(unlocked.database)
    unlocked.open()
    settings = unlocked.front.settings
    unlocked.front.window.go_to(settings)
    settings.choose("till")
    settings.till.look.theme.buttons["dark"].click()
    assert read_settings().theme == "dark"
    assert qapp.property(DRESSED) == Look(THEMES["dark"])
    settings.till.look.language.buttons["th"].click()
    assert (read_settings().theme, read_settings().language) == ("dark", "th")


def test_larger_text_opens_the_window_anew_unless_a_bill_is_open(unlocked, qtbot, qapp):
    small_shop(unlocked.database)
    unlocked.open()
    before = unlocked.front
    scan(before.window, "P000001")
    qtbot.waitUntil(lambda: len(before.sell.bill.basket.lines) == 1)
    before.window.go_to(before.settings)
    before.settings.till.look.text_size.buttons["150"].click()
    before.settings.restart_wanted.emit()
    assert unlocked.front is before
    assert "bill is open" in before.settings.message_bar.text()
    before.sell.bill.view.lines.select(0)
    before.window.go_to(before.sell)
    press(before.window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not before.sell.bill.basket.lines)
    before.settings.restart_wanted.emit()
    assert unlocked.front is not before
    assert qapp.property(DRESSED).scale == 150
    assert read_settings().text_scale == 150


def test_practice_runs_on_threads_of_its_own_and_comes_back(unlocked, qtbot):
    small_shop(unlocked.database)
    unlocked.open()
    front, practice = unlocked.front, unlocked.practice
    front.settings.training_wanted.emit()
    qtbot.waitUntil(lambda: practice.front is not None, timeout=20_000)
    copy = practice.front
    copy.window.activateWindow()
    scan(copy.window, "P000001")
    qtbot.waitUntil(lambda: len(copy.sell.bill.basket.lines) == 1)
    copy.window.top_bar.band.leave.click()
    qtbot.waitUntil(front.window.isVisible)
    assert front.sell.bill.basket.lines == ()


def test_a_program_closed_while_somebody_practises_leaves_nothing_behind(unlocked, qtbot):
    small_shop(unlocked.database)
    unlocked.open()
    unlocked.front.settings.training_wanted.emit()
    qtbot.waitUntil(lambda: unlocked.practice.front is not None, timeout=20_000)
    folder = unlocked.practice._folder
    assert folder.exists()
    unlocked.practice.leave()
    assert not folder.exists()
