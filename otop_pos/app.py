"""Builds all parts and joins them: settings, database, backend, screens, window."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos import __version__
from otop_pos.db.database import Database, open_database
from otop_pos.domain.errors import PepperUnreadable, Refusal
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import LANGUAGES, _, use_language
from otop_pos.paths import log_folder
from otop_pos.pepper import pepper_file, read_pepper
from otop_pos.services.counter import Counter, read_counter
from otop_pos.services.permission import read_matrix
from otop_pos.services.shop import has_shop
from otop_pos.settings import Settings, SettingsUnreadable, read_settings, write_settings
from otop_pos.ui.backend import Backend
from otop_pos.ui.crash_dialog import CrashReporter
from otop_pos.ui.desk import Desk, utc_now
from otop_pos.ui.dress import dress
from otop_pos.ui.front import Front, open_front
from otop_pos.ui.practice import Practice
from otop_pos.ui.setup import SetupWindow
from otop_pos.ui.start_problem import StartProblem
from otop_pos.ui.style import THEMES, Look, worn_scale

log = logging.getLogger(__name__)


def run_window(db: str = "") -> int:
    """The program until its window is closed; `db` overrides the database of the settings. Exit code."""
    application = _application()
    with log_kept() as log_file:
        try:
            program = Program(read_settings(), db, log_file)
        except SettingsUnreadable as unreadable:
            return _give_up(application, _("The settings cannot be read: {path}").format(path=unreadable.path))
        except Refusal as refusal:
            return _give_up(application, refusal.sentence)
        program.open()
        code = application.exec()
        program.close()
        return code


def open_and_leave(db: str) -> None:
    """Open the window on a database that has a shop, and leave as soon as its code box takes a scan."""
    application = _application()
    program = Program(Settings(), db, Path(), remembers=False, is_locked=False)
    program.open()
    QTimer.singleShot(0, application.quit)
    application.exec()
    program.close()


class Program:
    """One database, one backend, one window, which opens locked. Refuses what open_database refuses, and
    PepperUnreadable."""

    def __init__(
        self, settings: Settings, db: str, log_file: Path, *, remembers: bool = True, is_locked: bool = True
    ) -> None:
        self._settings = settings
        self._remembers = remembers
        self._is_locked = is_locked
        use_language("en" if settings.language == LANGUAGES[1] else "th")
        _wear(settings)
        self._pepper = _pepper()
        self.database: Database = open_database(db or settings.database_target)
        self.backend = Backend(self.database)
        self.crashes = CrashReporter(log_file)
        self.backend.crashed.connect(self.crashes.report)
        sys.excepthook = self._report
        self.window: QWidget | None = None
        self.front: Front | None = None
        self._desk: Desk | None = None
        self.practice: Practice | None = None

    def open(self) -> None:
        """The shop's window, or on the first start the question which shop it shall be."""
        if self.database.run(has_shop):
            self._open_shop()
        else:
            self._open_setup()

    def close(self) -> None:
        """What was asked for is finished before the database is let go."""
        if self.practice is not None:
            self.practice.leave()
        self.backend.close()
        self.database.close()

    def _open_setup(self) -> None:
        setup = SetupWindow(self.backend, self._pepper, self._settings.papers)
        setup.finished.connect(self._take_shop)
        setup.language_chosen.connect(self._remember_language)
        self._show(setup)

    def _take_shop(self, till_code: str, user_code: str, printer: str) -> None:
        self._change(till_code=till_code, user_code=user_code, printer=printer)
        self._open_shop()

    def _open_shop(self) -> None:
        settings = self._settings
        today = local_date(utc_now())
        counter: Counter = self.database.run(read_counter, settings.till_code, settings.user_code, on=today)
        desk = Desk(counter.shop, counter.till, counter.user, settings, counter.session, pepper=self._pepper)
        desk.matrix = self.database.run(read_matrix, today)
        self._desk = desk
        self.front = open_front(self.backend, desk)
        desk.announcements.settings_changed.connect(self._take_settings)
        self.front.settings.restart_wanted.connect(self._open_anew)
        self.practice = Practice(self.front, self.backend, desk, self._backend_of)
        self.practice.entered.connect(self.crashes.use_parent)
        window = self.front.window
        self.practice.left.connect(lambda: self.crashes.use_parent(window))
        self.front.window.language_chosen.connect(self._remember_language)
        self.front.lock.opened.connect(self._remember_user)
        if self._is_locked:
            self.front.lock.lock()
        self._show(self.front.window)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        self.crashes.use_parent(window)
        window.resize(1366, 768)
        window.showMaximized()
        if before is not None:
            before.close()
            before.deleteLater()

    def _remember_user(self, user: User) -> None:
        if user.code != self._settings.user_code:
            self._change(user_code=user.code)

    def _remember_language(self, language: str) -> None:
        self._change(language=language)

    def _backend_of(self, database: Database) -> Backend:
        """Of the copy to practise in."""
        backend = Backend(database)
        backend.crashed.connect(self.crashes.report)
        return backend

    def _change(self, **changes: str) -> None:
        """What is remembered without being asked: the settings screen sees it too."""
        self._remember(replace(self._settings, **changes))  # type: ignore[arg-type]
        if self._desk is not None:
            self._desk.settings = self._settings

    def _take_settings(self, settings: Settings) -> None:
        """The colours are worn at once; larger text needs larger boxes, which only a new window has."""
        self._remember(settings)
        _wear(replace(settings, text_scale=worn_scale()))

    def _open_anew(self) -> None:
        """With the text as large as it was chosen; not while a bill is open."""
        if self.front is None or self.front.sell.may_close():
            _wear(self._settings)
            self._open_shop()
        else:
            self.front.settings.say_open_bill()

    def _remember(self, settings: Settings) -> None:
        self._settings = settings
        if not self._remembers:
            return
        try:
            write_settings(settings)
        except OSError:
            # Selling goes on; only the next start forgets this choice.
            log.exception("the settings could not be written")

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("a bug in the window", exc_info=(kind, error, trace))
        self.crashes.report(error)


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("OTOP POS")
    application.setApplicationVersion(__version__)
    return application


def _pepper() -> bytes:
    try:
        return read_pepper()
    except (OSError, ValueError) as error:
        raise PepperUnreadable(str(pepper_file())) from error


def _wear(settings: Settings) -> None:
    scale = min(max(settings.text_scale, 100), 150)
    dress(_application(), Look(THEMES.get(settings.theme, THEMES["light"]), scale))


@contextmanager
def log_kept() -> Iterator[Path]:
    """The log file of this machine; without a place for it the program runs all the same."""
    file = log_folder() / "otop-pos.log"
    root = logging.getLogger()
    level = root.level
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        yield file
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()


def _give_up(application: QApplication, sentence: str) -> int:
    dress(application)
    problem = StartProblem(sentence)
    problem.show()
    application.exec()
    return 1
