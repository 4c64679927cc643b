"""Runs a report for somebody who may lose patience."""

from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from otop_pos.db.query import query
from otop_pos.domain.errors import NotFound, PeriodBackwards, Stopped
from otop_pos.domain.listing import Listing
from otop_pos.domain.period import Period
from otop_pos.i18n import _
from otop_pos.services.report.registry import REPORTS


class Stop:
    """Shared by who waits and who works: `stop()` breaks off the statement that runs now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._break_off: Callable[[], None] | None = None
        self.is_stopped = False

    def stop(self) -> None:
        """From any thread, at any time, also when nothing runs."""
        with self._lock:
            self.is_stopped = True
            if self._break_off is not None:
                self._break_off()

    def begin(self, break_off: Callable[[], None]) -> None:
        """Refuses Stopped."""
        with self._lock:
            if self.is_stopped:
                raise Stopped
            self._break_off = break_off

    def end(self) -> None:
        """The connection serves others from now on."""
        with self._lock:
            self._break_off = None


@query
def read_listing(session: Session, key: str, period: Period, today: date, stop: Stop | None = None) -> Listing:
    """The report of this key. Refuses NotFound, PeriodBackwards, Stopped."""
    if key not in REPORTS:
        raise NotFound(_("Report"), key)
    if not period.days:
        raise PeriodBackwards
    report, stop = REPORTS[key], stop or Stop()
    on = min(period.until, today)
    stop.begin(_breaker(session))
    try:
        return report.build(session, period, on)
    except DBAPIError as error:
        if stop.is_stopped:
            raise Stopped from error
        raise
    finally:
        stop.end()


def _breaker(session: Session) -> Callable[[], None]:
    """psycopg calls it cancel, SQLite interrupt."""
    driver: Any = session.connection().connection.driver_connection
    found: Callable[[], None] = driver.cancel if hasattr(driver, "cancel") else driver.interrupt
    return found
