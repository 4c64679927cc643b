"""What the help tells of one screen: what it is for, the steps in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from otop_pos.domain.key_act import Place

Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Topic:
    """One screen. `steps` name keys by their acts in braces: {pay} becomes the key that pays now."""

    name: str
    place: Place
    icon: str
    title: Words
    purpose: Words
    steps: tuple[Words, ...]
