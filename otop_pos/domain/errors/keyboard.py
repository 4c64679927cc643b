"""Keys that cannot be given to an act."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class KeyNeededToType(Refusal):
    """Hands and scanners write with it."""

    key: str

    @property
    def sentence(self) -> str:
        return _("{key} is needed for typing and scanning. Choose F1 to F12, or a letter with Ctrl or Alt").format(
            key=self.key
        )


@dataclass
class KeyNeededToAnswer(Refusal):
    """Enter, Esc, arrows: the same on every screen."""

    key: str

    @property
    def sentence(self) -> str:
        return _("{key} answers and moves on every screen. Choose F1 to F12, or a letter with Ctrl or Alt").format(
            key=self.key
        )


@dataclass
class KeyOfTheSystem(Refusal):
    """The window system takes it before the program hears of it."""

    key: str

    @property
    def sentence(self) -> str:
        return _("{key} belongs to the computer itself. Choose F1 to F12, or a letter with Ctrl or Alt").format(
            key=self.key
        )
