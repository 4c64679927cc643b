"""A screen that is built when somebody first goes there: the start waits for nothing nobody looks at."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from otop_pos.ui.screen import Screen

S = TypeVar("S", bound=Screen)


class LaterScreen(Screen, Generic[S]):
    """Stands in the window for what `make` builds, with its imports, on the first use."""

    def __init__(self, make: Callable[[], S]) -> None:
        super().__init__()
        self._make = make
        self._made: S | None = None

    @property
    def built(self) -> S:
        if self._made is None:
            self._made = self._make()
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._made)
        return self._made

    def arrive(self) -> None:
        self.built.arrive()

    def stands_for(self, screen: Screen) -> bool:
        return self._made is screen
