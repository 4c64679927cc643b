"""Closer names that an act has in some of its places, for the help and for the key card."""

from collections.abc import Callable, Mapping

from otop_pos.domain.key_act import Place
from otop_pos.i18n import _

_STOCK: tuple[Place, ...] = ("stock", "stock_board", "stock_count", "stock_note")
_STOCK_TABS: Mapping[str, Callable[[], str]] = {
    "tab_1": lambda: _("On the shelf"),
    "tab_2": lambda: _("To look after"),
    "tab_3": lambda: _("Counting"),
    "tab_4": lambda: _("Sold without a lot"),
    "tab_5": lambda: _("Labels to change"),
    "tab_6": lambda: _("Stock notes"),
}

CLOSER_TITLES: Mapping[tuple[str, Place], Callable[[], str]] = {
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
    ("finish", "receive_ask"): lambda: _("Correct the lines"),
    ("finish", "stock_act"): lambda: _("Post and print the note"),
    ("finish", "stock_count"): lambda: _("Next step of the count"),
    ("finish", "stock_note"): lambda: _("This lot / all labels"),
    ("finish", "maker_form"): lambda: _("Save"),
    ("finish", "settlement"): lambda: _("Next step of the month"),
    ("finish", "import"): lambda: _("Bring the list in"),
    ("reprint", "receive_list"): lambda: _("Copy of the note"),
    ("reprint", "stock_count"): lambda: _("Count sheet"),
    ("reprint", "stock_note"): lambda: _("Note or label again"),
    ("find", "stock"): lambda: _("Find lots"),
    ("find", "settlement"): lambda: _("Find a maker or a paper"),
    ("new", "receive"): lambda: _("New product"),
    ("new", "receive_list"): lambda: _("New maker"),
    ("new", "maker"): lambda: _("New: maker, goods, terms"),
    ("new", "maker_form"): lambda: _("Another member"),
    ("remove", "stock_count"): lambda: _("Take the last scan back"),
    ("photo", "receive_ask"): lambda: _("Choose a photo"),
    ("tab_1", "maker"): lambda: _("Here and sold"),
    ("tab_2", "maker"): lambda: _("Owed"),
    ("tab_3", "maker"): lambda: _("Agreement"),
    ("tab_4", "maker"): lambda: _("Products"),
    ("tab_5", "maker"): lambda: _("Members, bank"),
    ("tab_6", "maker"): lambda: _("Standards"),
    ("tab_1", "settlement"): lambda: _("Statements"),
    ("tab_2", "settlement"): lambda: _("Vouchers"),
    ("tab_3", "settlement"): lambda: _("Pay out"),
    ("tab_4", "settlement"): lambda: _("Papers"),
    **{(act, place): title for place in _STOCK for act, title in _STOCK_TABS.items()},
}
