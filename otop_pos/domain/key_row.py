"""The keys of one screen in the order of the hand, for the help and for the key card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otop_pos.domain.key import KEYS, KeyAct, Keys, Place, cap_text
from otop_pos.i18n import _

PLACES: dict[Place, Callable[[], str]] = {
    "sell": lambda: _("Sell"),
    "pay": lambda: _("Pay"),
    "done": lambda: _("After the sale"),
    "return": lambda: _("Returns"),
    "receive": lambda: _("Receive"),
    "stock": lambda: _("Stock"),
    "day": lambda: _("Day"),
    "everywhere": lambda: _("On every screen"),
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Key caps and what they do on the screen `place`, in the language in which it was asked for. `act` is ""
    where the key is the same everywhere and cannot be changed."""

    place: Place
    caps: tuple[str, ...]
    title: str
    act: str = ""


_TITLES: Mapping[tuple[str, Place], Callable[[], str]] = {
    ("find", "sell"): lambda: _("Find goods"),
    ("find", "return"): lambda: _("Recent receipts"),
    ("find", "receive"): lambda: _("Find goods"),
    ("hold", "sell"): lambda: _("Hold or recall a bill"),
    ("hold", "receive"): lambda: _("Next maker, keep this"),
    ("finish", "pay"): lambda: _("Take money and print"),
    ("finish", "done"): lambda: _("Next bill"),
    ("finish", "return"): lambda: _("Give the money back"),
    ("finish", "receive"): lambda: _("Save and print the papers"),
    ("finish", "day"): lambda: _("Next step of the day"),
    ("reprint", "sell"): lambda: _("Last receipt again"),
    ("reprint", "done"): lambda: _("Print a copy"),
    ("reprint", "receive"): lambda: _("Note and labels again"),
    ("reprint", "stock"): lambda: _("Labels again"),
}
"""Where an act has a closer name on one of its screens."""

_FIXED: tuple[tuple[Place, tuple[str, ...], Callable[[], str]], ...] = (
    ("sell", ("3*",), lambda: _("Three of what comes next")),
    ("sell", ("−",), lambda: _("One piece less")),
    ("sell", ("Enter",), lambda: _("In the empty box: pay")),
    ("pay", ("Enter",), lambda: _("Exact amount, then finish")),
    ("done", ("Enter",), lambda: _("Next bill")),
    ("return", ("Enter",), lambda: _("Take back / leave")),
    ("receive", ("Enter",), lambda: _("Next box")),
    ("everywhere", ("↑", "↓"), lambda: _("Move in the list")),
    ("everywhere", ("Tab",), lambda: _("Next box or button")),
    ("everywhere", ("Esc",), lambda: _("Back, nothing is lost")),
)


def title_at(act: str, place: Place) -> str:
    return _TITLES.get((act, place), KEYS[act].title)()


def rows_at(place: Place, keys: Keys) -> tuple[KeyRow, ...]:
    """What can be pressed on this screen; the keys of every screen are a place of their own."""
    acts = sorted(
        (act for act in KEYS.values() if place in act.where and keys[act.code]), key=lambda act: _row(keys, act)
    )
    return (
        *(KeyRow(place, (cap_text(keys[act.code]),), title_at(act.code, place), act.code) for act in acts),
        *(KeyRow(place, caps, title()) for where, caps, title in _FIXED if where == place),
    )


def _row(keys: Keys, act: KeyAct) -> int:
    """F1 to F12 as they stand on the keyboard, the others after them in their own order."""
    key = keys[act.code]
    return int(key[1:]) if key.startswith("F") and key[1:].isdecimal() else 99


def all_rows(keys: Keys) -> tuple[KeyRow, ...]:
    """Every screen's, for a card."""
    return tuple(row for place in PLACES for row in rows_at(place, keys))
