"""The keys as they are bound now, followed by buttons, boxes and shortcuts while the program runs."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from otop_pos.domain.key import Keys, cap_text, read_keys

PLAIN = ("Del",)
"""Keys that a box in focus needs as well: they are heard by the box, never as a shortcut."""
_MODIFIER_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)


class Binding(QObject):
    """Which key does what, from now until the next change."""

    keys_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: Keys = read_keys({})

    def take(self, keys: Keys) -> None:
        if keys != self.keys:
            self.keys = keys
            self.keys_changed.emit()


@cache
def binding() -> Binding:
    """The one of this program."""
    return Binding()


def use_keys(changes: Mapping[str, str]) -> None:
    """The settings' changes to the usual keys; everything on screen follows at once."""
    binding().take(read_keys(changes))


def key_of(act: str) -> str:
    """The act's key now; raises KeyError for an act that nobody has named."""
    return binding().keys[act]


def cap_of(act: str) -> str:
    """What stands on the key, for sentences and caps: 'F4', 'Alt+←'."""
    return cap_text(key_of(act))


def pressed_key(event: QKeyEvent) -> str:
    """The key of an event as portable text, "" while only Shift, Ctrl or Alt is down."""
    if event.key() in _MODIFIER_KEYS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


class ActKey(QShortcut):
    """`ActKey("lock", self).activated.connect(…)`: the act's key while its parent is visible and enabled."""

    def __init__(self, act: str, parent: QObject) -> None:
        super().__init__(parent)
        self.act = act
        self._follow()
        binding().keys_changed.connect(self._follow)

    def _follow(self) -> None:
        key = key_of(self.act)
        self.setKey(QKeySequence() if key in PLAIN else QKeySequence(key))
