"""Step one: everybody's statement as it would be, what needs a look first, and issuing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance

from otop_pos.domain.money import format_baht
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.advice import advice_text
from otop_pos.ui.settlement.draft_columns import FIRST_MONEY, draft_columns, shown_money
from otop_pos.ui.settlement.list_page import ALL, ListPage, Nothing
from otop_pos.ui.settlement.month_row import MonthRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import Kind
from otop_pos.ui.wording import producer_name


class DraftPage(ListPage[MonthRow]):
    """`issue_wanted(rows)` with those to issue; the other signals carry the selected row."""

    issue_wanted = Signal(object)
    choose_wanted = Signal(object)
    hold_wanted = Signal(object)
    adjust_wanted = Signal(object)
    holds_wanted = Signal()
    step_wanted = Signal(str)
    """There is nothing left to issue: the next step."""

    def __init__(self) -> None:
        super().__init__(
            draft_columns(),
            (
                (ALL, lambda: _("All")),
                ("look", lambda: _("Look first")),
                ("ready", lambda: _("To issue")),
                ("issued", lambda: _("Issued")),
            ),
            Nothing(
                "handshake",
                lambda: _("No producer to settle with"),
                lambda: _("Producers appear here once their goods were sold."),
            ),
            lambda: _("Producer, code or number of a statement"),
        )
        self._may: dict[KeyButton, bool] = {}
        self.choose = KeyButton(lambda: _("Leave out"), act="settle_choose", stacked=True)
        self.look = KeyButton(lambda: _("Look at it"), act="settle_look", stacked=True)
        self.hold = KeyButton(lambda: _("Park"), act="settle_hold", stacked=True)
        self.adjust = KeyButton(lambda: _("Adjust"), act="settle_adjust", stacked=True)
        self.holds = KeyButton(lambda: _("All parked"), act="settle_holds", stacked=True)
        self.add_keys(self.choose, self.look, self.hold, self.adjust, self.holds)
        self.next.clicked.connect(self._go_on)
        self.look.clicked.connect(lambda: self._with_row(self.opened))
        self.choose.clicked.connect(lambda: self._with_row(self.choose_wanted))
        self.hold.clicked.connect(lambda: self._with_row(self.hold_wanted))
        self.adjust.clicked.connect(lambda: self._with_row(self.adjust_wanted))
        self.holds.clicked.connect(self.holds_wanted)

    @property
    def ready(self) -> tuple[MonthRow, ...]:
        """What is issued with the next press."""
        return tuple(row for row in self.rows if row.is_in)

    def show_month(self, desk: Desk) -> None:
        """What the one button does now, and what the person signed in may do."""
        self._may = {
            self.hold: desk.may(Right.HOLD_LEDGER),
            self.adjust: desk.may(Right.ADJUST_LEDGER),
            self.look: True,
        }
        self._tell()
        count, total = len(self.ready), sum(row.closing for row in self.ready if row.is_payable)
        if count:
            self.next.say(lambda: _("Issue {count} · to pay {total}").format(count=count, total=format_baht(total)))
            self.next.setEnabled(desk.may(Right.ISSUE_STATEMENT))
        else:
            has_issued = any(row.state == "issued" for row in self.rows)
            self.next.say(lambda: _("On to the vouchers") if has_issued else _("Nothing can be issued yet"))
            self.next.setEnabled(has_issued)

    def fits(self, row: MonthRow, choice: str) -> bool:
        if choice == "look":
            return row.state in ("stopped", "look")
        return choice in (ALL, row.state) or (choice == "ready" and row.state in ("look", "left_out"))

    def words(self, row: MonthRow) -> str:
        producer = row.producer
        return f"{producer.code} {producer.name_th} {producer.name_en} {row.statement_no}"

    def same(self, row: MonthRow, before: MonthRow | None) -> bool:
        return before is not None and row.producer.id == before.producer.id

    def sums_of(self, rows: Sequence[MonthRow]) -> Mapping[int, Said]:
        count = len(rows)
        sums: dict[int, Said] = {0: lambda: _("{count} producers").format(count=count)}
        for number, (field, *_rest) in enumerate(shown_money(), FIRST_MONEY):
            sums[number] = format_baht(sum(getattr(row, field) for row in rows))
        return sums

    def tell(self, row: MonthRow | None) -> None:
        can_leave_out = row is not None and (row.is_in or row.state == "left_out")
        self.choose.setEnabled(can_leave_out)
        is_in = row is not None and row.is_in
        self.choose.say(lambda: _("Leave out") if is_in else _("Take in"))
        for button, is_allowed in self._may.items():
            button.setEnabled(row is not None and is_allowed)
        if row is None:
            self.hint.clear()
        elif row.problems:
            kind: Kind = "danger" if row.state == "stopped" else "warn"
            self.hint.say(lambda: f"{producer_name(row.producer)}: {advice_text(row.problems)}", kind)
        else:
            self.hint.say(lambda: f"{producer_name(row.producer)}: {_outlook(row)}", "info")

    def _go_on(self) -> None:
        if self.ready:
            self.issue_wanted.emit(self.ready)
        else:
            self.step_wanted.emit("vouchers")

    def _with_row(self, signal: SignalInstance) -> None:
        if (row := self.selected()) is not None:
            signal.emit(row)


def _outlook(row: MonthRow) -> str:
    amount = format_baht(abs(row.closing))
    if row.state == "nothing":
        return _("nothing was sold and nothing is owed.")
    if row.closing < 0:
        return _("{amount} more came back than was sold; it is carried to the next statement.").format(amount=amount)
    if row.closing == 0:
        return _("nothing is to be paid.")
    if not row.is_payable:
        return _("{amount} is under the agreed least, or payments are parked: it is carried on.").format(amount=amount)
    if row.voucher is not None:
        return _("{amount} · voucher {number}").format(amount=amount, number=row.voucher.doc_no)
    return _("{amount} is to be paid.").format(amount=amount)
