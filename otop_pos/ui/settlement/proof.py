"""An equation of the month: what it says, and the two sums that must be the same."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Equation:
    """Satang on both sides."""

    name: str
    title: Callable[[], str]
    left: int
    right: int

    @property
    def holds(self) -> bool:
        return self.left == self.right
