"""The keys of the consignment desk: receiving, stock, makers, payouts, reports, lists brought in."""

from functools import partial

from otop_pos.domain.key_act import KeyAct, Place
from otop_pos.i18n import _

TABBED: tuple[Place, ...] = ("stock", "maker", "settlement", "stock_board", "stock_count", "stock_note")
"""Pages under a row of tabs, or of steps."""
TABS = tuple(f"tab_{number}" for number in range(1, 7))


def _tab_name(number: int) -> str:
    return _("Tab {number}").format(number=number)


def _tab(number: int) -> KeyAct:
    # The month of the payouts has four steps.
    where = tuple(place for place in TABBED if number <= 4 or place != "settlement")
    return KeyAct(TABS[number - 1], f"Alt+{number}", where, partial(_tab_name, number))


RECEIVING = (
    KeyAct("photo", "F4", ("receive", "receive_ask"), lambda: _("Photo of the line")),
    KeyAct("labels", "F6", ("receive_list",), lambda: _("More labels of a delivery")),
    KeyAct("put_right", "F9", ("receive_list",), lambda: _("Put a delivery right")),
    KeyAct("paste", "Ctrl+V", ("receive_ask",), lambda: _("Paste a photo")),
    KeyAct("note_back", "F8", ("receive_ask",), lambda: _("Take the whole note back")),
)
STOCK = (
    KeyAct("group", "F3", ("stock",), lambda: _("Lots, products or makers")),
    KeyAct("soon", "F6", ("stock",), lambda: _("What expires soon")),
    KeyAct("move", "F4", ("stock", "stock_board"), lambda: _("Move goods")),
    KeyAct("new_price", "F5", ("stock",), lambda: _("Change the price")),
    KeyAct("give_back", "F7", ("stock", "stock_board"), lambda: _("Give goods back to the maker")),
    KeyAct("write_off", "F8", ("stock", "stock_board"), lambda: _("Write goods off")),
    KeyAct("donate", "F9", ("stock", "stock_board"), lambda: _("Give goods away")),
    KeyAct("found", "F10", ("stock",), lambda: _("Found again")),
    KeyAct("past_term", "F6", ("stock_board", "stock_act"), lambda: _("Mark all that is past")),
    KeyAct("all", "F4", ("stock_act",), lambda: _("All of the lot")),
    KeyAct("total", "F4", ("stock_count",), lambda: _("Total of a lot, count it again")),
    KeyAct("none", "F5", ("stock_count",), lambda: _("None of the lot is there")),
    KeyAct("take_back", "F10", ("stock_note",), lambda: _("Take the note back")),
)
MAKERS = (
    KeyAct("maker_change", "F4", ("maker",), lambda: _("Change the maker's details")),
    KeyAct("maker_row", "F5", ("maker",), lambda: _("Change what is chosen, approve it")),
    KeyAct("maker_members", "F6", ("maker",), lambda: _("Members and shares")),
    KeyAct("maker_end", "F8", ("maker",), lambda: _("End a bank account")),
    KeyAct("maker_remove", "F9", ("maker",), lambda: _("Remove a standard")),
    KeyAct("share_evenly", "F5", ("maker_form",), lambda: _("Share evenly")),
    KeyAct("other_rate", "F6", ("maker_form",), lambda: _("Another rate")),
    KeyAct("goods_photo", "F7", ("maker_form",), lambda: _("Choose a photo")),
    KeyAct("goods_paste", "F8", ("maker_form",), lambda: _("Paste a photo")),
    KeyAct("no_photo", "F9", ("maker_form",), lambda: _("No photo")),
)
SETTLEMENT = (
    KeyAct("settle_cutoff", "F3", ("settlement",), lambda: _("Settle up to another day")),
    KeyAct("settle_choose", "F4", ("settlement",), lambda: _("Leave out, cash or bank")),
    KeyAct("settle_look", "F5", ("settlement",), lambda: _("Look at it")),
    KeyAct("settle_hold", "F6", ("settlement",), lambda: _("Park, approve one, bank file")),
    KeyAct("settle_adjust", "F7", ("settlement",), lambda: _("Adjust, the bank's result")),
    KeyAct("settle_print", "F8", ("settlement",), lambda: _("Print this one")),
    KeyAct("settle_holds", "F9", ("settlement",), lambda: _("All that is parked")),
    KeyAct("settle_reverse", "F10", ("settlement",), lambda: _("Cancel it, take it back")),
)
LISTS = (
    KeyAct("report_again", "F5", ("report",), lambda: _("Read again")),
    KeyAct("report_print", "F8", ("report",), lambda: _("PDF and print")),
    KeyAct("report_save", "F9", ("report",), lambda: _("Save as XLSX")),
    KeyAct("import_choose", "F2", ("import",), lambda: _("Choose a file")),
    KeyAct("import_past", "F6", ("import",), lambda: _("Past lists")),
    KeyAct("import_back", "F8", ("import",), lambda: _("Take the whole list back")),
    KeyAct("import_rejected", "F9", ("import",), lambda: _("Save the rows that stay out")),
)
DESK_KEYS = (*RECEIVING, *STOCK, *(_tab(number) for number in range(1, 7)), *MAKERS, *SETTLEMENT, *LISTS)
