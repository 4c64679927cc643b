"""What the help tells of the till's screens, and where the help of every screen is found."""

from otop_pos.i18n import _
from otop_pos.ui.help_desk import DESK_TOPICS
from otop_pos.ui.help_topic import Topic


def topic_of(name: str) -> Topic:
    """The screen's own; the shop's where it has none."""
    return TOPICS.get(name, TOPICS["shop"])


SELL = Topic(
    "sell",
    "sell",
    "shopping-cart",
    lambda: _("Sell"),
    lambda: _(
        "Put the customer's goods on the bill and take the money. "
        "The code box is always ready: a scan lands on the bill wherever you are."
    ),
    (
        lambda: _("Scan the goods, or type a code and press Enter. 3*code is three pieces."),
        lambda: _("No label? Press {find} and type part of the name, the maker or the code."),
        lambda: _(
            "Choose a line with ↑ ↓. {quantity} changes its quantity, {line_discount} gives a discount, "
            "{remove} takes it off."
        ),
        lambda: _("Something was forgotten? {hold} keeps the bill, and the next customer goes on."),
        lambda: _("Press Enter in the empty box, or {pay}, to take the money."),
    ),
)

PAY = Topic(
    "pay",
    "pay",
    "money",
    lambda: _("Pay"),
    lambda: _(
        "Take the money for this bill, in one way or in several. "
        "Nothing is saved before you finish, and Esc goes back to the bill."
    ),
    (
        lambda: _("Choose the way to pay, for example {pay_cash} for cash, {pay_promptpay} for PromptPay."),
        lambda: _("Cash: type what you were given or press an amount. The change stands there in large figures."),
        lambda: _("PromptPay: the customer scans the code. Then scan the bank slip, or type its reference."),
        lambda: _("In several ways: type a part, press Enter, choose the next way."),
        lambda: _("{finish} saves the sale and prints the paper."),
    ),
)

DONE = Topic(
    "done",
    "done",
    "check-circle",
    lambda: _("After the sale"),
    lambda: _("The sale is saved; here are the change and the paper. The next customer may begin at once."),
    (
        lambda: _("Give the change that stands there in large figures, and the paper."),
        lambda: _("Scan the next product, or press Enter: a new bill begins."),
        lambda: _("{reprint} prints a copy; it says that it is one, and which."),
    ),
)

RETURNS = Topic(
    "returns",
    "return",
    "arrow-u-up-left",
    lambda: _("Returns"),
    lambda: _("Take goods back for exactly what was paid for them. Every piece can come back once."),
    (
        lambda: _("Scan the receipt, type its number, or choose it from the recent ones."),
        lambda: _("Choose a line with ↑ ↓. Enter takes it back, {quantity} only a part of it."),
        lambda: _("{damaged} marks what is damaged: it does not go back on the shelf."),
        lambda: _("Choose why it comes back; the maker will be told."),
        lambda: _("{finish} saves the return and prints its paper. Then give the money back."),
        lambda: _("{exchange} takes other goods for them: the bill asks only for the difference."),
        lambda: _("{void} voids a whole receipt of today. {no_receipt} finds goods whose receipt is lost."),
    ),
)

DAY = Topic(
    "day",
    "day",
    "receipt",
    lambda: _("Day"),
    lambda: _(
        "Open the till with a counted float, close it with a blind count, send the day to head office. "
        "The close proves itself: every sum is found again in the others."
    ),
    (
        lambda: _("In the morning: count the float, then {finish} opens the till."),
        lambda: _("{move_cash} is for money put in or taken out, {drawer} opens the drawer without a sale."),
        lambda: _(
            "{x} shows the figures so far, {hand_over} gives the drawer to somebody else, {old_zs} lists past Zs."
        ),
        lambda: _("In the evening: count notes and coins, then {finish}. What should be there is shown afterwards."),
        lambda: _("Look at the difference and at the proof. {print_day} prints the summary to be signed."),
        lambda: _("{send} sends the day to head office."),
        lambda: _("{earlier} and {later} look at other days."),
    ),
)

SHOP = Topic(
    "shop",
    "everywhere",
    "storefront",
    lambda: _("This till"),
    lambda: _("Each place of the shop has its button at the left. What you have begun waits while you look elsewhere."),
    (
        lambda: _("Choose a place at the left, or by its key."),
        lambda: _("Scan goods at any time: they land on the bill."),
        lambda: _("Esc takes back what is half done; it never loses a bill."),
        lambda: _("{lock} when somebody else takes over, or when you go away."),
    ),
)

SETTINGS = Topic(
    "settings",
    "everywhere",
    "gear",
    lambda: _("Settings"),
    lambda: _("What the shop's papers say, how this till looks, who works here, and which key does what."),
    (
        lambda: _("Choose a part at the top, by a touch or with ← and →."),
        lambda: _("Shop: for all tills. Type, then {finish} saves it; VAT has a day of its own."),
        lambda: _("This till: language, colours, printer and folders are kept as soon as they are chosen."),
        lambda: _("A printer is new? Print the test slip: every Thai tone mark is on it."),
        lambda: _("Somebody is new? Begin to practise: the real till is not touched."),
    ),
)

TOPICS: dict[str, Topic] = {
    topic.name: topic for topic in (SELL, PAY, DONE, RETURNS, DAY, SETTINGS, SHOP, *DESK_TOPICS)
}
