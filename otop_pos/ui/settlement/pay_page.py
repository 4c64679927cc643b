"""Step three: cash from the drawer as producers come, a file for the bank, and what the bank made of it."""

from PySide6.QtCore import Signal

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.list_page import ALL, Nothing
from otop_pos.ui.settlement.pay_list import PayList, net_of
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.words import way_text
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.wording import producer_name

WAITS = ("cash", "bank", "sent")


class PayPage(PayList):
    """`cash_wanted(row)`, `batch_wanted(rows)`, `result_wanted(batch number)`, `fail_wanted(row)`."""

    cash_wanted = Signal(object)
    batch_wanted = Signal(object)
    result_wanted = Signal(str)
    fail_wanted = Signal(object)
    step_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            (
                (ALL, lambda: _("All")),
                ("cash", lambda: _("Cash")),
                ("bank", lambda: _("Bank")),
                ("sent", lambda: _("At bank")),
                ("paid", lambda: _("Paid out")),
            ),
            Nothing(
                "wallet",
                lambda: _("Nothing to pay here"),
                lambda: _("Approved vouchers wait here for their producers."),
            ),
        )
        self.pay_one = KeyButton(lambda: _("Pay in cash"), act="settle_choose", stacked=True)
        self.look = KeyButton(lambda: _("Look at it"), act="settle_look", stacked=True)
        self.file = KeyButton(lambda: _("Bank file"), act="settle_hold", stacked=True)
        self.result = KeyButton(lambda: _("Bank's result"), act="settle_adjust", stacked=True)
        self.fail = KeyButton(lambda: _("Not paid"), act="settle_reverse", stacked=True)
        self.add_keys(self.pay_one, self.look, self.file, self.result, self.fail)
        self.next.clicked.connect(self._go_on)
        self.pay_one.clicked.connect(self._pay_cash)
        self.look.clicked.connect(lambda: self.with_row(self.opened))
        self.file.clicked.connect(lambda: self.batch_wanted.emit(self.rows_in("bank")))
        self.result.clicked.connect(self._enter_result)
        self.fail.clicked.connect(lambda: self.with_row(self.fail_wanted))

    def rows_in(self, *states: str) -> tuple[PayRow, ...]:
        return tuple(row for row in self.rows if row.state in states)

    def fits(self, row: PayRow, choice: str) -> bool:
        return choice in (ALL, row.state)

    def tell(self, row: PayRow | None) -> None:
        state = row.state if row else ""
        self.look.setEnabled(row is not None)
        self.pay_one.setEnabled(state == "cash")
        self.fail.setEnabled(state in ("cash", "bank"))
        self.file.setEnabled(bool(self.rows_in("bank")))
        self.result.setEnabled(bool(self.rows_in("sent")))
        if row is None:
            self.hint.clear()
        else:
            self.hint.say(
                lambda: f"{producer_name(row.producer)}: {_to_do(row)}", "good" if state == "paid" else "info"
            )
        self._show_next(row)

    def _show_next(self, row: PayRow | None) -> None:
        by_bank = self.rows_in("bank")
        self.next.setEnabled(bool(self.rows))
        if row is not None and row.state == "cash":
            self.next.say(lambda: _("Pay {amount} in cash").format(amount=format_baht(row.net)))
        elif row is not None and row.state == "sent":
            self.next.say(lambda: _("Enter the bank's result"))
        elif by_bank:
            text = net_of(by_bank)
            self.next.say(lambda: _("Bank file: {count} · {total}").format(count=len(by_bank), total=text))
        elif self.rows_in("sent"):
            self.next.say(lambda: _("Enter the bank's result"))
        else:
            self.next.say(lambda: _("On to the papers"))

    def _go_on(self) -> None:
        row = self.selected()
        if row is not None and row.state == "cash":
            self.cash_wanted.emit(row)
        elif row is not None and row.state == "sent":
            self._enter_result()
        elif by_bank := self.rows_in("bank"):
            self.batch_wanted.emit(by_bank)
        elif self.rows_in("sent"):
            self._enter_result()
        else:
            self.step_wanted.emit("papers")

    def _pay_cash(self) -> None:
        row = self.selected()
        if row is not None and row.state == "cash":
            self.cash_wanted.emit(row)

    def _enter_result(self) -> None:
        """Of the selected voucher's file, else of the oldest."""
        row, sent = self.selected(), self.rows_in("sent")
        if row is None or row.state != "sent":
            row = min(sent, key=lambda each: each.voucher.batch_no if each.voucher else "", default=None)
        if row is not None and row.voucher is not None:
            self.result_wanted.emit(row.voucher.batch_no)


def _to_do(row: PayRow) -> str:
    voucher = row.voucher
    if voucher is None:
        return ""
    match row.state:
        case "cash":
            return _("comes by for {amount} in cash. The drawer opens once it is in the books.").format(
                amount=format_baht(voucher.net)
            )
        case "bank":
            return _("goes to {account} with the next file for the bank.").format(account=way_text(voucher))
        case "sent":
            return _("is in file {number}. Enter what the bank says.").format(number=voucher.batch_no)
        case "paid":
            return " · ".join(
                part for part in (_("paid by {name}").format(name=voucher.paid_by), voucher.reference) if part
            )
        case _:
            return voucher.remark
