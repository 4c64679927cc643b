"""Step four: the papers of this month at once, and every past statement and voucher."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.list_page import ALL, ListPage, Nothing
from otop_pos.ui.settlement.paper_row import PaperRow, month_papers
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, producer_name

AMOUNT = 4


class PaperPage(ListPage[PaperRow]):
    """`print_wanted(rows)`; `reverse_wanted(row)`."""

    print_wanted = Signal(object)
    reverse_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            _columns(),
            (
                (ALL, lambda: _("All")),
                ("month", lambda: _("This cut-off")),
                ("statements", lambda: _("Statements")),
                ("vouchers", lambda: _("Vouchers")),
            ),
            Nothing("files", lambda: _("No papers yet"), lambda: _("Issued statements and vouchers are found here.")),
            lambda: _("Producer, number or state"),
        )
        self.look = KeyButton(lambda: _("Look at it"), act="settle_look", stacked=True)
        self.one = KeyButton(lambda: _("Print this one"), act="settle_print", stacked=True)
        self.reverse = KeyButton(lambda: _("Take it back"), act="settle_reverse", stacked=True)
        self.add_keys(self.look, self.one, self.reverse)
        self.look.clicked.connect(lambda: self._with_row(self.opened))
        self.reverse.clicked.connect(lambda: self._with_row(self.reverse_wanted))
        self.one.clicked.connect(self._print_one)
        self.next.clicked.connect(lambda: self.print_wanted.emit(month_papers(self.rows)))

    def show_month(self) -> None:
        count = len(month_papers(self.rows))
        self.next.say(lambda: _("Print all {count} papers").format(count=count) if count else _("Print all papers"))
        self.next.setEnabled(bool(count))

    def fits(self, row: PaperRow, choice: str) -> bool:
        match choice:
            case "month":
                return row.is_of_month
            case "statements":
                return row.statement is not None
            case "vouchers":
                return row.voucher is not None
            case _:
                return True

    def words(self, row: PaperRow) -> str:
        return row.words

    def same(self, row: PaperRow, before: PaperRow | None) -> bool:
        return before is not None and row.doc_no == before.doc_no

    def sums_of(self, rows: Sequence[PaperRow]) -> Mapping[int, Said]:
        count = len(rows)
        return {0: lambda: _("{count} papers").format(count=count)}

    def tell(self, row: PaperRow | None) -> None:
        self.look.setEnabled(row is not None)
        self.one.setEnabled(row is not None and row.can_print)
        self.reverse.setEnabled(row is not None and _is_reversible(row))
        if row is None:
            self.hint.clear()
        else:
            self.hint.say(lambda: _told(row), "info")

    def _print_one(self) -> None:
        if (row := self.selected()) is not None and row.can_print:
            self.print_wanted.emit((row,))

    def _with_row(self, signal: SignalInstance) -> None:
        if (row := self.selected()) is not None:
            signal.emit(row)


def _is_reversible(row: PaperRow) -> bool:
    if row.statement is not None:
        return row.statement.is_newest and not row.statement.is_reversed
    return row.voucher is not None and row.voucher.state == "paid"


def _told(row: PaperRow) -> str:
    brief, voucher = row.statement, row.voucher
    if brief is not None:
        told = _("opening {opening}, closing {closing}").format(
            opening=format_baht(brief.opening), closing=format_baht(brief.closing)
        )
        return " · ".join(part for part in (row.doc_no, told, brief.voucher_no, brief.reverse_reason) if part)
    if voucher is None:
        return ""
    return " · ".join(
        part
        for part in (row.doc_no, voucher.statement_no, voucher.certificate_no, voucher.reference, voucher.remark)
        if part
    )


def _columns() -> tuple[Column[PaperRow], ...]:
    return (
        Column(
            lambda: _("Producer"),
            lambda row: producer_name(row.producer),
            role="name",
            second=lambda row: row.producer.code,
            tile=lambda row: row.producer.name_th,
        ),
        Column(lambda: _("Paper"), lambda row: row.kind_text, width=150, yields=2),
        Column(lambda: _("Number"), lambda row: row.doc_no, width=190),
        Column(lambda: _("Date"), lambda row: date_text(row.day), width=140, yields=1),
        Column(lambda: _("Amount"), lambda row: format_baht(row.amount), width=140, align="right", role="strong"),
        Column(lambda: _("Status"), lambda row: row.state_text, width=160, role="secondary", tone=lambda row: row.tone),
    )
