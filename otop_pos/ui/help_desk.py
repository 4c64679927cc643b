"""What the help tells of receiving, the makers, payouts, reports and lists; stock has help of its own."""

from otop_pos.i18n import _
from otop_pos.ui.help_stock import STOCK_TOPICS
from otop_pos.ui.help_topic import Topic

RECEIVE_LIST = Topic(
    "receive_list",
    "receive_list",
    "package",
    lambda: _("Receive"),
    lambda: _("Choose who brings goods. What was taken in before stands at the right."),
    (
        lambda: _("Scan the maker's card, or type a name or code. {new} registers a new maker."),
        lambda: _("Enter begins the delivery. Deliveries begun and not yet signed stand above the list."),
        lambda: _("At the right choose a delivery: {reprint} prints a copy of its note, {labels} more labels."),
        lambda: _("{put_right} corrects what was counted wrong, or takes the whole note back."),
    ),
)

RECEIVE = Topic(
    "receive",
    "receive",
    "package",
    lambda: _("A delivery"),
    lambda: _(
        "Take in what a maker brings, counted together and agreed in plain words. "
        "What the maker gets per piece is shown before anybody signs."
    ),
    (
        lambda: _("{repeat} starts from the last delivery; or scan the goods. {new} registers a new product."),
        lambda: _(
            "Count while the maker watches: Enter goes from box to box. {reject} turns pieces down with a reason, "
            "{describe} is for expiry and batch."
        ),
        lambda: _("{photo} keeps a photo of the goods as they came."),
        lambda: _("A standard that has lapsed is said in yellow: read the number together before you go on."),
        lambda: _("Another maker is waiting? {hold} keeps this delivery, even through a power cut."),
        lambda: _("{finish} saves, and prints the note and the labels."),
    ),
)

PRODUCER = Topic(
    "producer",
    "maker",
    "users-three",
    lambda: _("Makers"),
    lambda: _("Everybody whose goods you sell, and what of them has to be looked after."),
    (
        lambda: _("Scan a maker's card, or type part of a name or code, and press Enter."),
        lambda: _("The last column says what is missing: an agreement, a bank account to approve, a standard."),
        lambda: _("{new} registers a new maker; then sign the terms together."),
    ),
)

PRODUCER_PAGE = Topic(
    "producer_page",
    "maker",
    "users-three",
    lambda: _("One maker"),
    lambda: _("All about one maker: goods, money, agreement, members, standards."),
    (
        lambda: _("Each tab has its key: {tab_1} what is here and sold, {tab_2} what is owed, {tab_3} the agreement."),
        lambda: _("{new} adds what the tab is about. {maker_row} changes the row that is chosen."),
        lambda: _("New terms begin on their day; what was sold before keeps the old ones. Rehearse them first."),
        lambda: _("A bank account is entered from the passbook; somebody else approves it with {maker_row}."),
        lambda: _("{maker_change} changes name, village and phone. Esc goes back to all makers."),
    ),
)

DRAFTS = Topic(
    "settlement",
    "settlement",
    "wallet",
    lambda: _("Statements"),
    lambda: _("The month's end, first step: what each maker is owed, from the books, to the satang."),
    (
        lambda: _("Look at the day up to which is settled; {settle_cutoff} changes it."),
        lambda: _("Makers with a problem stand first, with what to do. {settle_choose} leaves one out."),
        lambda: _("Enter or {settle_look} shows every sale behind a sum."),
        lambda: _("{settle_hold} parks money with a reason, {settle_adjust} adds or takes off, with a reason."),
        lambda: _("The proof below the list says whether all sums meet. {finish} issues the statements."),
    ),
)

VOUCHERS = Topic(
    "settle_vouchers",
    "settlement",
    "wallet",
    lambda: _("Vouchers"),
    lambda: _("Second step: for every statement a voucher, prepared by one person and approved by another."),
    (
        lambda: _("{finish} prepares the vouchers that are missing."),
        lambda: _("{settle_choose} changes between cash and bank."),
        lambda: _("Somebody else looks at them: {settle_hold} approves one, {finish} all."),
        lambda: _("{settle_reverse} cancels a voucher, with a reason. Its statement stays."),
    ),
)

PAY_OUT = Topic(
    "settle_pay",
    "settlement",
    "wallet",
    lambda: _("Pay out"),
    lambda: _("Third step: the money goes out, in cash from the drawer or through the bank."),
    (
        lambda: _("Cash: choose the maker, {settle_choose} pays. Count the money together; the maker signs."),
        lambda: _("Bank: {settle_hold} writes the file for the bank, with approved accounts only."),
        lambda: _("When the bank has paid, {settle_adjust} takes in its result, also what did not go through."),
        lambda: _("{settle_reverse} marks a voucher that was not paid; the money stays owed."),
    ),
)

PAPERS = Topic(
    "settle_papers",
    "settlement",
    "wallet",
    lambda: _("Papers"),
    lambda: _("Last step: statements, vouchers and tax certificates, for the makers and for the file."),
    (
        lambda: _("{finish} prints what was not printed yet. {settle_print} prints the paper that is chosen."),
        lambda: _("{settle_look} shows a paper as it was issued; it never changes."),
        lambda: _("Something was wrong? {settle_reverse} takes the paper back, with a reason; then issue a new one."),
    ),
)

REPORT = Topic(
    "report",
    "report",
    "chart-bar",
    lambda: _("Reports"),
    lambda: _("What was sold, what is owed, what lies on the shelf: read, printed, taken along."),
    (
        lambda: _("Choose a report at the left with ↑ ↓. Enter goes into its table."),
        lambda: _("Choose the time above, or type the first and the last day."),
        lambda: _("A touch on a heading sorts by it. What is printed stands in the order that you see."),
        lambda: _("{report_print} makes a PDF and prints it, {report_save} saves a spreadsheet."),
        lambda: _("{report_again} reads the books again. Esc breaks a long one off."),
    ),
)

IMPORT = Topic(
    "import",
    "import",
    "file-arrow-up",
    lambda: _("Bring in a list"),
    lambda: _("Goods or makers from a spreadsheet. Nothing is saved before you have seen every row."),
    (
        lambda: _("Say what the list is of. {import_choose} chooses the file, or drop it onto the screen."),
        lambda: _("Look at the rows: red ones stay out and say why, yellow ones are worth a second look."),
        lambda: _("{finish} brings in the good ones. {import_rejected} saves the others, to be mended."),
        lambda: _("{import_past} lists what came in; a list that nobody has used yet can be taken back whole."),
    ),
)

DESK_TOPICS = (
    RECEIVE_LIST,
    RECEIVE,
    *STOCK_TOPICS,
    PRODUCER,
    PRODUCER_PAGE,
    DRAFTS,
    VOUCHERS,
    PAY_OUT,
    PAPERS,
    REPORT,
    IMPORT,
)
