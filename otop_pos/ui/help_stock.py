"""What the help tells of stock: the shelf and its acts, what to look after, counting, labels and notes."""

from otop_pos.i18n import _
from otop_pos.ui.help_topic import Topic

SHELF = Topic(
    "stock",
    "stock",
    "archive",
    lambda: _("Stock"),
    lambda: _("See every lot: who brought it, what was sold, what is left. Each lot tells its own story."),
    (
        lambda: _("Scan a label, or type part of a product, a maker or a lot number."),
        lambda: _("Choose a lot with ↑ ↓; its story stands at the right. {group} shows products or makers."),
        lambda: _("{move} moves goods, {give_back} gives them back, {write_off} writes them off, {donate} gives away."),
        lambda: _("{new_price} changes a price from now on; old labels then wait to be changed."),
        lambda: _("Something written off was found? {found} puts it back on the shelf."),
        lambda: _("{soon} shows only what expires soon or has expired. {reprint} prints labels again."),
    ),
)

BOARD = Topic(
    "stock_board",
    "stock_board",
    "hourglass-medium",
    lambda: _("To look after"),
    lambda: _("What expires, whose term ends, what runs low. From here straight to what has to be done."),
    (
        lambda: _("Choose above: what expires, whose term ends, or what runs low."),
        lambda: _("Space marks a row, {past_term} all that is past. A scan marks its lot."),
        lambda: _("{give_back} gives the marked goods back, {write_off} writes them off, {move} moves them."),
        lambda: _("Each maker gets a note of their own, one after the other."),
    ),
)

ACT = Topic(
    "stock_act",
    "stock_act",
    "archive",
    lambda: _("Moving goods"),
    lambda: _("Goods leave the shelf without being sold: on one note, for one maker, with a reason."),
    (
        lambda: _("Choose a lot with ↑ ↓ and type how much. {all} takes all of it; a scan takes one more."),
        lambda: _("Written off: look at what the maker is credited. The agreement says how much."),
        lambda: _("Choose or type the reason. The maker reads it."),
        lambda: _("{finish} posts and prints the note. Esc leaves everything as it was."),
    ),
)

COUNT = Topic(
    "stock_count",
    "stock_count",
    "clipboard-text",
    lambda: _("Counting"),
    lambda: _("Count what really lies there. Nobody sees what should be there before the count is done."),
    (
        lambda: _("Choose what to count and {finish} to begin; {reprint} prints a sheet to count on paper."),
        lambda: _("Scan every piece. 3*code is three, =12 the last lot in all, {total} the total of the chosen one."),
        lambda: _("{remove} takes the last scan back. Esc leaves the count for later; nothing is lost."),
        lambda: _("{finish} shows the differences: {total} counts a lot again, {none} says that none is there."),
        lambda: _("What was sold meanwhile is taken into account. {finish} posts the count."),
    ),
)

EXCEPTIONS = Topic(
    "stock_exceptions",
    "stock_note",
    "question",
    lambda: _("Sold without a lot"),
    lambda: _("Goods that were sold before they were in the books. Their maker is paid once the lot is known."),
    (
        lambda: _("Choose a sale at the left. The lots that it can have come from stand at the right."),
        lambda: _("Press the number of the lot, scan its label, or {finish} for the one that is chosen."),
        lambda: _("No lot is offered? Take the delivery in first."),
    ),
)

LABELS = Topic(
    "stock_labels",
    "stock_note",
    "tag",
    lambda: _("Labels to change"),
    lambda: _("Lots whose labels say another price than the till."),
    (
        lambda: _("{finish} prints all of them, {reprint} those of the chosen lot."),
        lambda: _("Take the old labels off and stick the new ones on, before somebody asks at the till."),
    ),
)

NOTES = Topic(
    "stock_notes",
    "stock_note",
    "files",
    lambda: _("Stock notes"),
    lambda: _("Every note that moved goods: found again, printed again, taken back."),
    (
        lambda: _("Type or scan a number, a maker, a product or a lot."),
        lambda: _("{reprint} prints the note again, just as it was."),
        lambda: _("{take_back} takes it back, with a reason: the goods lie where they were before."),
    ),
)

STOCK_TOPICS = (SHELF, BOARD, ACT, COUNT, EXCEPTIONS, LABELS, NOTES)
