"""The way into training and back: a second front over a copy of the shop, while the real one waits as it is."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from otop_pos.db.database import Database
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.services.counter import read_counter
from otop_pos.services.training import Training, open_training
from otop_pos.settings import Settings
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front, open_front

OWN = ("papers_folder", "outbox_folder", "drawer")
"""Settings that are others in training, and never come back from there."""


PREFIX, KEPT_AT_MOST = "otop-pos-training-", timedelta(days=2)
"""A copy that a power cut left behind holds people's names: it does not stay."""


class Practice(QObject):
    """Begins when the settings screen wants it. `front` is the copy's while somebody practises, else None."""

    entered = Signal(object)
    """The window that is in front now."""
    left = Signal()

    def __init__(self, real: Front, backend: Door, desk: Desk, make: Callable[[Database], Door]) -> None:
        """`make` gives the copy's database its backend."""
        super().__init__(real.window)
        self._real = real
        self._backend = backend
        self._desk = desk
        self._make = make
        self._folder = Path()
        self._copy: tuple[Database, Door] | None = None
        self.front: Front | None = None
        real.settings.training_wanted.connect(self.begin)

    def begin(self, approval: Approval | None = None) -> None:
        """The copy is made beside the till's own work."""
        if self.front is not None:
            return
        desk, folder = self._desk, Path(tempfile.mkdtemp(prefix=PREFIX))
        _clear_away(folder.parent, desk.now() - KEPT_AT_MOST)
        self._real.settings.till.wait_for_training()
        self._backend.batch(
            open_training,
            folder,
            desk.till.code,
            desk.user,
            desk.now(),
            approval,
            done=lambda training: self._enter(training, folder),
            refused=lambda refusal: self._refuse(refusal, folder),
            owner=self._real.window,
        )

    def leave(self) -> None:
        if self.front is not None:
            self.front.window.close()

    def _refuse(self, refusal: Refusal, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        panel = self._real.settings.till
        panel.end_waiting()
        self._desk.approvals.or_refuse(self.begin, panel.refuse)(refusal)

    def _enter(self, training: Training, folder: Path) -> None:
        self._real.settings.till.end_waiting()
        self._folder = folder
        backend = self._make(training.database)
        self._copy = training.database, backend
        desk = self._desk_of(training)
        self.front = open_front(backend, desk)
        self._join(self.front, desk)
        self._show(self.front)

    def _desk_of(self, training: Training) -> Desk:
        real = self._desk
        counter = training.database.run(read_counter, training.till, real.user.code, on=real.today)
        settings = replace(
            real.settings,
            papers_folder=str(real.settings.papers / "training"),
            outbox_folder=str(self._folder / "outbox"),
            drawer="",
        )
        desk = Desk(counter.shop, counter.till, counter.user, settings, now=real.now, pepper=real.pepper)
        desk.matrix = real.matrix
        return desk

    def _join(self, front: Front, desk: Desk) -> None:
        window = front.window
        window.may_close = lambda: True
        window.closed.connect(self._come_back)
        window.training_left.connect(window.close)
        front.settings.training_wanted.connect(window.close)
        front.settings.restart_wanted.connect(self._open_anew)
        window.language_chosen.connect(self._real.window.speak)
        desk.announcements.settings_changed.connect(self._take_settings)

    def _show(self, front: Front) -> None:
        real = self._real.window
        front.window.resize(real.size())
        if real.isMaximized():
            front.window.showMaximized()
        else:
            front.window.show()
        self._real.display.hide()
        real.hide()
        front.window.activateWindow()
        self.entered.emit(front.window)

    def _come_back(self) -> None:
        """The real window first: without one the program would end."""
        front, copy = self.front, self._copy
        self.front = self._copy = None
        if front is None or copy is None:
            return
        self._real.window.show()
        self._real.window.activateWindow()
        self.left.emit()
        front.window.deleteLater()
        database, backend = copy
        backend.close()
        database.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _open_anew(self) -> None:
        self.leave()
        self._real.settings.restart_wanted.emit()

    def _take_settings(self, changed: Settings) -> None:
        """What was chosen in training for this till holds for the real one too, but for what is its own."""
        real = self._desk.settings
        self._desk.take_settings(replace(changed, **{name: getattr(real, name) for name in OWN}))


def _clear_away(place: Path, before: datetime) -> None:
    for folder in place.glob(f"{PREFIX}*"):
        try:
            changed = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        except OSError:
            continue  # another till has just cleared it away
        if changed < before:
            shutil.rmtree(folder, ignore_errors=True)
