"""Something that a key does: its usual key, and the screens on which it is in reach."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "everywhere",
    "sell",
    "pay",
    "done",
    "return",
    "day",
    "receive",
    "receive_list",
    "receive_ask",
    "stock",
    "stock_board",
    "stock_act",
    "stock_count",
    "stock_note",
    "maker",
    "maker_form",
    "settlement",
    "report",
    "import",
]
"""What is in front: a screen, a page of one, or a form over it. Acts of two places never meet."""


@dataclass(frozen=True, slots=True)
class KeyAct:
    """`key` is the usual one, `where` the places in which it is in reach."""

    code: str
    key: str
    where: tuple[Place, ...]
    title: Callable[[], str]

    def meets(self, other: "KeyAct") -> tuple[Place, ...]:
        """The places in which both are in reach at once."""
        if "everywhere" in self.where:
            return other.where
        if "everywhere" in other.where:
            return self.where
        return tuple(place for place in self.where if place in other.where)
