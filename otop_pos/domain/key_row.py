"""The keys of one screen in the order of the hand, for the help and for the key card."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from otop_pos.domain.key import KEYS, Keys, cap_text
from otop_pos.domain.key_act import KeyAct, Place
from otop_pos.domain.key_desk import TABS
from otop_pos.domain.key_title import CLOSER_TITLES
from otop_pos.i18n import _

PLACES: dict[Place, Callable[[], str]] = {
    "sell": lambda: _("Sell"),
    "pay": lambda: _("Pay"),
    "done": lambda: _("After the sale"),
    "return": lambda: _("Returns"),
    "day": lambda: _("Day"),
    "everywhere": lambda: _("On every screen"),
    "receive": lambda: _("Receive"),
    "receive_list": lambda: _("Receive, choosing the maker"),
    "receive_ask": lambda: _("Photo, putting right"),
    "stock": lambda: _("Stock"),
    "stock_board": lambda: _("Stock to look after"),
    "stock_act": lambda: _("Moving goods"),
    "stock_count": lambda: _("Counting"),
    "stock_note": lambda: _("Stock notes and labels"),
    "maker": lambda: _("Makers"),
    "maker_form": lambda: _("Forms of a maker"),
    "settlement": lambda: _("Payouts"),
    "report": lambda: _("Reports"),
    "import": lambda: _("Bring in a list"),
}
Desk = Literal["till", "goods", "makers"]


def desk_of(place: Place) -> Desk:
    """Where in the shop it is pressed: each desk has a key card of its own."""
    if place.startswith(("receive", "stock")):
        return "goods"
    return "makers" if place in ("maker", "maker_form", "settlement", "report", "import") else "till"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Key caps and what they do on the screen `place`, in the language in which it was asked for. `act` is ""
    where the key is the same everywhere and cannot be changed."""

    place: Place
    caps: tuple[str, ...]
    title: str
    act: str = ""


_FIXED: tuple[tuple[Place, tuple[str, ...], Callable[[], str]], ...] = (
    ("sell", ("3*",), lambda: _("Three of what comes next")),
    ("sell", ("−",), lambda: _("One piece less")),
    ("sell", ("Enter",), lambda: _("In the empty box: pay")),
    ("pay", ("Enter",), lambda: _("Exact amount, then finish")),
    ("done", ("Enter",), lambda: _("Next bill")),
    ("return", ("Enter",), lambda: _("Take back / leave")),
    ("receive", ("Enter",), lambda: _("Next box")),
    ("stock_board", ("Space",), lambda: _("Mark the row")),
    ("stock_count", ("3*",), lambda: _("Three of what comes next")),
    ("stock_count", ("=12",), lambda: _("Twelve of the last lot in all")),
    ("stock_note", ("1–9",), lambda: _("It came from this lot")),
    ("settlement", ("Enter",), lambda: _("Look at the row")),
    ("everywhere", ("↑", "↓"), lambda: _("Move in the list")),
    ("everywhere", ("Tab",), lambda: _("Next box or button")),
    ("everywhere", ("Esc",), lambda: _("Back, nothing is lost")),
)


def title_at(act: str, place: Place) -> str:
    return CLOSER_TITLES.get((act, place), KEYS[act].title)()


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
    """Every screen's, for a card; the tabs of a screen once."""
    return tuple(
        row for place in PLACES for row in rows_at(place, keys) if row.act not in TABS or not place.startswith("stock_")
    )
