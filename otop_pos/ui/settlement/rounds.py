"""A long run of one act over many: off the UI thread, one transaction each, told as it goes, stopped between two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal

Ask = Callable[[Any, Callable[[Any], None], Callable[[Refusal], None]], None]
"""ask(item, done, refused): begin the act for one item; exactly one of the two is called."""


@dataclass(slots=True)
class Outcome:
    """What came of it: values in order, refusals by item, and what was left when somebody stopped it."""

    done: list[Any] = field(default_factory=list)
    refused: list[tuple[Any, Refusal]] = field(default_factory=list)
    left: int = 0


class Round(QWidget):
    """`start(items, ask)` → stepped(finished, all) after each, ended(Outcome) once. `cancel()` lets the one on
    its way finish: nothing is ever half done.

    Never shown: a widget only so that an answer whose screen is gone is dropped with it.
    """

    stepped = Signal(int, int)
    ended = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[Any] = []
        self._ask: Ask | None = None
        self._outcome = Outcome()
        self._total = 0
        self._is_stepping = False
        self._is_waiting = False
        self._is_cancelled = False
        self.hide()

    @property
    def is_running(self) -> bool:
        return self._ask is not None

    def start(self, items: Sequence[Any], ask: Ask) -> None:
        self._items, self._ask = list(items), ask
        self._outcome, self._total = Outcome(), len(items)
        self._is_cancelled = False
        self.stepped.emit(0, self._total)
        self._go_on()

    def cancel(self) -> None:
        self._is_cancelled = True

    def give_up(self) -> None:
        """A bug ended the act on its way; what was done before it stays done."""
        if self.is_running:
            self._is_waiting = False
            self._is_cancelled = True
            self._go_on()

    def _go_on(self) -> None:
        """A loop rather than a call from the last answer: answers may come before `ask` returns."""
        if self._is_stepping:
            return
        self._is_stepping = True
        while self._ask is not None and not self._is_waiting and self._items and not self._is_cancelled:
            item = self._items.pop(0)
            self._is_waiting = True
            self._ask(item, self._done, partial(self._refused, item))
        self._is_stepping = False
        if self._ask is not None and not self._is_waiting:
            self._end()

    def _done(self, value: Any) -> None:
        self._outcome.done.append(value)
        self._step()

    def _refused(self, item: Any, refusal: Refusal) -> None:
        self._outcome.refused.append((item, refusal))
        self._step()

    def _step(self) -> None:
        self._is_waiting = False
        self.stepped.emit(len(self._outcome.done) + len(self._outcome.refused), self._total)
        self._go_on()

    def _end(self) -> None:
        self._ask = None
        self._outcome.left = len(self._items)
        self.ended.emit(self._outcome)
