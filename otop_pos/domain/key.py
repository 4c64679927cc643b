"""The keys of the till: which act has which key, on which screens, and what may not be a key of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from otop_pos.domain.errors import KeyNeededToAnswer, KeyNeededToType, KeyOfTheSystem
from otop_pos.domain.key_act import KeyAct, Place
from otop_pos.domain.key_desk import DESK_KEYS
from otop_pos.domain.payment import OFFERED, PaymentMethod
from otop_pos.i18n import _

Keys = dict[str, str]
"""Act → key, written as Qt's portable text: F4, Ctrl+P, Alt+Left, Del. "" is an act without a key."""


def _method_name(method: PaymentMethod) -> str:
    return method.name


_FINISHED: tuple[Place, ...] = (
    "pay",
    "done",
    "return",
    "day",
    "receive",
    "receive_ask",
    "stock_act",
    "stock_count",
    "stock_note",
    "maker_form",
    "settlement",
    "import",
)

KEYS: dict[str, KeyAct] = {
    act.code: act
    for act in (
        KeyAct("help", "F1", ("everywhere",), lambda: _("Help")),
        KeyAct("lock", "Ctrl+L", ("everywhere",), lambda: _("Lock, or somebody else")),
        KeyAct("go_sell", "Ctrl+1", ("everywhere",), lambda: _("Go to Sell")),
        KeyAct("go_receive", "Ctrl+2", ("everywhere",), lambda: _("Go to Receive")),
        KeyAct("go_stock", "Ctrl+3", ("everywhere",), lambda: _("Go to Stock")),
        KeyAct("go_day", "Ctrl+4", ("everywhere",), lambda: _("Go to Day")),
        KeyAct("go_settings", "Ctrl+6", ("everywhere",), lambda: _("Go to Settings")),
        KeyAct("go_producer", "Ctrl+7", ("everywhere",), lambda: _("Go to Makers")),
        KeyAct("go_settlement", "Ctrl+8", ("everywhere",), lambda: _("Go to Payouts")),
        KeyAct("go_report", "Ctrl+9", ("everywhere",), lambda: _("Go to Reports")),
        KeyAct("find", "F2", ("sell", "return", "receive", "stock", "settlement"), lambda: _("Find")),
        KeyAct("customer", "F3", ("sell", "pay"), lambda: _("Customer or tourist")),
        KeyAct("quantity", "F4", ("sell", "return"), lambda: _("Quantity")),
        KeyAct("price", "F5", ("sell",), lambda: _("Price")),
        KeyAct("line_discount", "F6", ("sell",), lambda: _("Line discount")),
        KeyAct("bill_discount", "F7", ("sell",), lambda: _("Bill discount")),
        KeyAct("hold", "F8", ("sell", "receive"), lambda: _("Hold, go on later")),
        KeyAct("returns", "F9", ("sell",), lambda: _("Returns")),
        KeyAct("drawer", "F10", ("sell", "day"), lambda: _("Cash drawer")),
        KeyAct("pay", "F11", ("sell",), lambda: _("Pay")),
        KeyAct("cancel_bill", "Ctrl+Del", ("sell",), lambda: _("Cancel the whole bill")),
        KeyAct("lot", "Ctrl+T", ("sell",), lambda: _("Lots of the line")),
        KeyAct("take_off", "Alt+Del", ("sell", "pay"), lambda: _("Take off customer or payment")),
        KeyAct("remove", "Del", ("sell", "receive", "stock_count"), lambda: _("Remove line")),
        *(
            KeyAct(f"pay_{method.code}", f"Alt+{number}", ("pay",), partial(_method_name, method))
            for number, method in enumerate(OFFERED, start=1)
        ),
        KeyAct("finish", "F12", _FINISHED, lambda: _("Finish: save and print")),
        KeyAct(
            "reprint",
            "Ctrl+P",
            ("sell", "done", "return", "receive", "receive_list", "stock", "stock_count", "stock_note"),
            lambda: _("Print the last paper again"),
        ),
        KeyAct("damaged", "F6", ("return",), lambda: _("Good or damaged")),
        KeyAct("no_receipt", "F5", ("return",), lambda: _("Goods without their receipt")),
        KeyAct("exchange", "F7", ("return",), lambda: _("Exchange for other goods")),
        KeyAct("void", "F8", ("return",), lambda: _("Void a receipt of today")),
        KeyAct("new", "F3", ("receive", "receive_list", "maker", "maker_form"), lambda: _("New maker or product")),
        KeyAct("reject", "F5", ("receive",), lambda: _("Reject with a reason")),
        KeyAct("describe", "F6", ("receive",), lambda: _("Expiry and batch")),
        KeyAct("repeat", "F7", ("receive",), lambda: _("Repeat last delivery")),
        KeyAct("figures", "F2", ("day",), lambda: _("All figures with their lists")),
        KeyAct("old_zs", "F3", ("day",), lambda: _("Past Zs")),
        KeyAct("move_cash", "F5", ("day",), lambda: _("Money in or out of the drawer")),
        KeyAct("x", "F6", ("day",), lambda: _("X: the figures so far")),
        KeyAct("hand_over", "F7", ("day",), lambda: _("Hand the drawer over")),
        KeyAct("open_again", "F4", ("day",), lambda: _("Open the till again")),
        KeyAct("print_day", "F8", ("day",), lambda: _("Print the summary")),
        KeyAct("send", "F9", ("day",), lambda: _("Send to head office")),
        KeyAct("earlier", "Alt+Left", ("day",), lambda: _("The day before")),
        KeyAct("later", "Alt+Right", ("day",), lambda: _("The day after")),
        *DESK_KEYS,
    )
}

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_ANSWERING = frozenset(("Return", "Enter", "Esc", "Tab", "Backtab", "Backspace", "Menu"))
_MOVING = frozenset(("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"))
_EDITING = frozenset("ACVXYZ")
"""With Ctrl: select all, copy, paste, cut, redo, undo."""
_SCANNED = frozenset("HIJM[\\]^_")
"""With Ctrl: control characters that scanners send, such as Ctrl+M for Enter and Ctrl+] between GS1 fields."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two acts that would answer to one key on the screens `where`."""

    key: str
    one: KeyAct
    other: KeyAct
    where: tuple[Place, ...]


def usual_keys() -> Keys:
    return {code: act.key for code, act in KEYS.items()}


def read_keys(changes: Mapping[str, str]) -> Keys:
    """All keys with these changes. A change of an unknown act, to a key that cannot be one, or one that clashes
    is passed over: a till must start, and with keys that work."""
    keys = usual_keys()
    keys.update({act: key for act, key in changes.items() if act in KEYS and is_usable(act, key)})
    while found := clashes(keys):
        for clash in found:
            for act in (clash.one, clash.other):
                keys[act.code] = act.key
    return keys


def changes_of(keys: Keys) -> Keys:
    """What of it is not as usual."""
    return {act: key for act, key in keys.items() if key != KEYS[act].key}


def clashes(keys: Keys) -> tuple[Clash, ...]:
    """Every pair of acts in reach on the same screen with the same key."""
    acts = [KEYS[code] for code in keys if keys[code]]
    return tuple(
        Clash(keys[one.code], one, other, where)
        for number, one in enumerate(acts)
        for other in acts[number + 1 :]
        if keys[one.code] == keys[other.code] and (where := one.meets(other))
    )


def clashes_with(keys: Keys, act: str, key: str) -> tuple[Clash, ...]:
    """Who would have to give way if the act got this key; the act itself is `one`."""
    mine = KEYS[act]
    others = (KEYS[code] for code in keys if code != act and key and keys[code] == key)
    return tuple(Clash(key, mine, other, where) for other in others if (where := mine.meets(other)))


def swapped(keys: Keys, act: str, key: str) -> Keys | None:
    """The act with this key, and who had it with the act's old one; None where that would clash elsewhere."""
    givers = {clash.other.code: keys[act] for clash in clashes_with(keys, act, key)}
    after = {**keys, **givers, act: key}
    is_clean = all(is_usable(giver, old) for giver, old in givers.items()) and not clashes(after)
    return after if is_clean else None


def is_usable(act: str, key: str) -> bool:
    try:
        check_key(act, key)
    except (KeyNeededToType, KeyNeededToAnswer, KeyOfTheSystem):
        return False
    return True


def check_key(act: str, key: str) -> None:
    """Refuses KeyNeededToType, KeyNeededToAnswer, KeyOfTheSystem: no key that hands or a scanner write with."""
    if not key or key == KEYS[act].key:
        return
    modifiers, base = split_key(key)
    shown = cap_text(key)
    if _is_of_the_system(modifiers, base):
        raise KeyOfTheSystem(shown)
    if base in _ANSWERING | _MOVING and "Alt" not in modifiers:
        raise KeyNeededToAnswer(shown)
    if _writes(modifiers, base):
        raise KeyNeededToType(shown)


def _is_of_the_system(modifiers: frozenset[str], base: str) -> bool:
    """Windows' and Linux' own: menus, switching and closing windows, consoles on Ctrl+Alt+F1 to F12."""
    if modifiers >= {"Ctrl", "Alt"}:
        return base == "Del" or (len(base) > 1 and base.startswith("F"))
    return "Meta" in modifiers or ("Alt" in modifiers and base in ("F4", "Tab", "Esc", "Space", "Return", "Enter"))


def _writes(modifiers: frozenset[str], base: str) -> bool:
    if base in ("Del", "Ins", "Space"):
        return not modifiers or modifiers == {"Shift"}
    if len(base) != 1:
        return False
    if not base.isascii():  # no key of another layout: it would work in that one only
        return True
    if modifiers >= {"Ctrl", "Alt"}:  # AltGr, with which some keyboards write
        return True
    if "Ctrl" in modifiers:
        return base.upper() in _EDITING | _SCANNED
    return "Alt" not in modifiers


def split_key(key: str) -> tuple[frozenset[str], str]:
    """'Ctrl+Shift+F5' → {Ctrl, Shift}, 'F5'; the key itself may be a plus: 'Ctrl++'."""
    modifiers: set[str] = set()
    while (head := key.partition("+"))[1] and head[0] in _MODIFIERS and head[2]:
        modifiers.add(head[0])
        key = head[2]
    return frozenset(modifiers), key


_CAPS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}


def cap_text(key: str) -> str:
    """As it is printed on the key: 'Alt+←'."""
    modifiers, base = split_key(key)
    return "+".join([*(each for each in _MODIFIERS if each in modifiers), _CAPS.get(base, base)])
