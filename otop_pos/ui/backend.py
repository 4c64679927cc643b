"""The only door out of ui: runs use cases off the UI thread and brings the answers back in order."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from otop_pos.domain.errors import Refusal

log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Refused = Callable[[Refusal], None]


class Runs(Protocol):
    """What a backend needs of a database: one transaction around one use case."""

    def run(self, use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Order:
    """A job on its way: what runs, who waits for the answer, and what is done with it."""

    job: Callable[[], Any]
    owner: QWidget | None
    done: Done | None
    refused: Refused | None


@dataclass(frozen=True, slots=True)
class Answer:
    order: Order
    value: Any = None
    error: Exception | None = None


class Door(QObject):
    """What real and inline backends share: the five ways to ask, and how an answer is given.

    `crashed` carries the exception of a bug; the composition root shows it.
    """

    crashed = Signal(object)

    def __init__(self, database: Runs) -> None:
        super().__init__()
        self.database = database

    def call(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QWidget | None = None,
        **kwargs: Any,
    ) -> None:
        """Run use_case(session, *args, **kwargs) on the till's lane. A Refusal goes to `refused`, by default
        to the message bar of the owner's screen; an answer whose owner is gone is dropped."""
        self._post("call", Order(lambda: self.database.run(use_case, *args, **kwargs), owner, done, refused))

    def work(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QWidget | None = None,
        **kwargs: Any,
    ) -> None:
        """The same on the lane of reports, where nobody waits at the till."""
        self._post("work", Order(lambda: self.database.run(use_case, *args, **kwargs), owner, done, refused))

    def batch(
        self,
        job: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QWidget | None = None,
    ) -> None:
        """Run job(database, *args), long work with its own transactions, on the lane of reports."""
        self._post("work", Order(lambda: job(self.database, *args), owner, done, refused))

    def prove(
        self,
        job: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QWidget | None = None,
        **kwargs: Any,
    ) -> None:
        """Run job(database, *args, **kwargs), a sign-in or an approval, on a lane of its own: it takes its
        time by intent, and neither scans nor reports wait for it."""
        self._post("prove", Order(lambda: job(self.database, *args, **kwargs), owner, done, refused))

    def send(
        self,
        job: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QWidget | None = None,
    ) -> None:
        """Run job(*args), without the database, on the lane of papers and devices."""
        self._post("send", Order(lambda: job(*args), owner, done, refused))

    def close(self) -> None:
        """Finish what was asked and stop."""

    def _post(self, lane: str, order: Order) -> None:
        raise TypeError("a door leads somewhere: use Backend or InlineBackend")

    @Slot(object)
    def _give(self, answer: Answer) -> None:
        order = answer.order
        if order.owner is not None and not isValid(order.owner):
            return
        if answer.error is None:
            if order.done is not None:
                order.done(answer.value)
        elif isinstance(answer.error, Refusal):
            (order.refused or _refuse_on_screen(order.owner))(answer.error)
        else:
            self.crashed.emit(answer.error)


class Backend(Door):
    """One thread per lane; a lane keeps its order, lanes do not wait for each other."""

    LANES = ("call", "send", "work", "prove")

    answered = Signal(object)

    def __init__(self, database: Runs) -> None:
        super().__init__(database)
        self._lanes = {lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane) for lane in self.LANES}
        self.answered.connect(self._give, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Sales and papers asked for are finished; reports that have not begun are given up."""
        for name, lane in self._lanes.items():
            lane.shutdown(wait=True, cancel_futures=name == "work")

    def _post(self, lane: str, order: Order) -> None:
        self._lanes[lane].submit(self._run, order)

    def _run(self, order: Order) -> None:
        answer = _run_order(order)
        if isValid(self):
            self.answered.emit(answer)


class InlineBackend(Door):
    """Answers before `call` returns, for tests and pictures. Held, it keeps the answers until released."""

    def __init__(self, database: Runs) -> None:
        super().__init__(database)
        self._held: deque[Order] | None = None

    def hold(self) -> None:
        """From now on nothing runs until `release`: what a slow machine looks like."""
        self._held = deque()

    def release(self) -> None:
        held, self._held = self._held or deque(), None
        while held:
            self._post("call", held.popleft())

    def _post(self, lane: str, order: Order) -> None:
        if self._held is not None:
            self._held.append(order)
        else:
            self._give(_run_order(order))


def _run_order(order: Order) -> Answer:
    try:
        return Answer(order, value=order.job())
    except Refusal as refusal:
        return Answer(order, error=refusal)
    except Exception as error:
        log.exception("a use case failed")
        return Answer(order, error=error)


def _refuse_on_screen(owner: QWidget | None) -> Refused:
    widget = owner
    while widget is not None:
        refuse = getattr(widget, "refuse", None)
        if refuse is not None:
            shown: Refused = refuse
            return shown
        widget = widget.parentWidget()
    return lambda refusal: log.warning("refused with nobody to tell: %s", refusal)
