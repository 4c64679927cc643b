"""Writes a delivery down while it is counted, a moment after the last key."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from otop_pos.domain.errors import Refusal
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.draft_file import forget_draft, read_drafts, write_draft
from otop_pos.ui.screen import Screen

log = logging.getLogger(__name__)

PAUSE_MS = 400
"""Without a key, before the count is written down."""


class DraftKeeper(QObject):
    """`keep(draft)` and `forget(code)` as often as wanted; `read()` ends in `found(drafts)`."""

    found = Signal(object)

    def __init__(self, backend: Door, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._backend = backend
        self._desk = desk
        self._screen = screen
        self._unwritten: dict[str, Draft] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.write)

    def read(self) -> None:
        """What was begun before the program ended."""
        papers, today = self._desk.settings.papers, self._desk.today
        self._backend.batch(read_drafts, papers, today, done=self.found.emit, owner=self._screen)

    def keep(self, draft: Draft) -> None:
        self._unwritten[draft.producer.code] = draft
        self._pause.start()

    def forget(self, producer_code: str) -> None:
        self._unwritten.pop(producer_code, None)
        self._backend.send(
            forget_draft, producer_code, self._desk.settings.papers, refused=self._not_written, owner=self._screen
        )

    def write(self) -> None:
        """Everything that is not written yet."""
        self._pause.stop()
        drafts, self._unwritten = tuple(self._unwritten.values()), {}
        for draft in drafts:
            # Nobody is told: the count itself is on the screen, only its copy is missing.
            self._backend.send(
                write_draft, draft, self._desk.settings.papers, refused=self._not_written, owner=self._screen
            )

    def _not_written(self, refusal: Refusal) -> None:
        log.warning("the files of deliveries begun are not up to date: %s", refusal)
