"""Whether head office has every closed day: one sentence for the top bar."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from otop_pos.i18n import _
from otop_pos.services.nightly import list_batches
from otop_pos.services.nightly.sending import Batch
from otop_pos.services.report import list_days
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.top_bar import TopBar
from otop_pos.ui.wording import date_text

SENT, WAITING = "●", "○"


class SyncState(QObject):
    """Asks again after every opening, close and sending."""

    def __init__(self, backend: Door, desk: Desk, top_bar: TopBar) -> None:
        super().__init__(top_bar)
        self._backend = backend
        self._desk = desk
        self._top_bar = top_bar
        self._days: tuple[date, ...] = ()
        desk.announcements.day_changed.connect(self.read)

    def read(self) -> None:
        self._backend.work(list_days, done=self._take_days, owner=self._top_bar)

    def _take_days(self, days: tuple[date, ...]) -> None:
        self._days = days
        self._backend.work(list_batches, done=self._show, owner=self._top_bar)

    def _show(self, batches: Sequence[Batch]) -> None:
        sent = {batch.business_date for batch in batches if batch.is_published}
        is_open = self._desk.session.business_date if self._desk.session else None
        waiting = [day for day in self._days if day not in sent and day != is_open]
        if waiting:
            count = len(waiting)
            self._top_bar.show_sync(lambda: _("{mark} Days to send: {count}").format(mark=WAITING, count=count), "warn")
        elif sent:
            last = max(sent)
            self._top_bar.show_sync(
                lambda: _("{mark} Files sent up to {day}").format(mark=SENT, day=date_text(last)), "good"
            )
        else:
            self._top_bar.show_sync("", "info")
