"""What the shop owes a producer: the ledger, and the statements with what was paid of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer_balance import ProducerBalance
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.domain.voucher import VoucherState
from otop_pos.i18n import _
from otop_pos.services.settlement.issuing import list_statements
from otop_pos.services.settlement.ledger import list_balances, list_ledger
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.words import signed_baht
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card, FigureCard
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, named, short_date_text


class OwedPart(Part):
    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self.owed = FigureCard(lambda: _("We owe now"))
        self.unsettled = FigureCard(lambda: _("Since the last statement"))
        self.held = FigureCard(lambda: _("Parked"))
        figures = QHBoxLayout()
        figures.setSpacing(px(12))
        for card in (self.owed, self.unsettled, self.held):
            figures.addWidget(card)
        self.ledger: RowsTable[LedgerEntry] = RowsTable(
            _entry_columns(),
            60,
            empty=EmptyState("wallet", lambda: _("Nothing is owed yet"), lambda: _("What sells appears here at once")),
        )
        self.statements: RowsTable[StatementBrief] = RowsTable(
            _statement_columns(),
            60,
            empty=EmptyState(
                "files",
                lambda: _("No statement yet"),
                lambda: _("Statements are issued and paid on the Payouts screen"),
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(_card(self.ledger), 760)
        row.addWidget(_card(self.statements), 466)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(figures)
        column.addLayout(row, 1)

    def read(self) -> None:
        call, producer = self._backend.call, self.producer.id
        call(list_balances, done=self._show_balance, owner=self)
        call(list_ledger, producer, 200, done=self.ledger.show_rows, owner=self)
        call(list_statements, producer, done=self.statements.show_rows, owner=self)

    def _show_balance(self, balances: Sequence[ProducerBalance]) -> None:
        mine = next((each for each in balances if each.producer.id == self.producer.id), None)
        owed, unsettled, held = (mine.owed, mine.unsettled, mine.held) if mine else (0, 0, 0)
        self.owed.show_text(format_baht(owed), "danger" if owed < 0 else "figure")
        self.unsettled.show_text(format_baht(unsettled))
        self.held.show_text(format_baht(held), "warn" if held else "figure")


def entry_text(entry: LedgerEntry) -> str:
    """What the entry is about: goods by their name, the rest by its kind."""
    kinds = {
        EntryKind.SALE: _("Sale"),
        EntryKind.REFUND: _("Returned by a customer"),
        EntryKind.FEE: _("Fee"),
        EntryKind.ADJUST: _("Correction"),
        EntryKind.LOSS_COMP: _("Compensation for a loss"),
        EntryKind.WHT: _("Tax withheld"),
        EntryKind.PAYOUT: _("Paid out"),
        EntryKind.PAYOUT_REVERSAL: _("Payment taken back"),
    }
    goods = named(entry.name_th, entry.name_en)
    return f"{kinds[entry.kind]} · {goods}" if goods else kinds[entry.kind]


def _entry_columns() -> tuple[Column[LedgerEntry], ...]:
    return (
        Column(lambda: _("Date"), lambda entry: short_date_text(entry.business_date), 126),
        Column(
            lambda: _("Ledger"),
            entry_text,
            second=lambda entry: " · ".join(part for part in (entry.doc_no, entry.remark) if part),
        ),
        Column(
            lambda: _("Amount"),
            lambda entry: signed_baht(entry.amount),
            130,
            "right",
            role="strong",
            tone=lambda entry: "danger" if entry.amount < 0 else "good",
        ),
    )


def _statement_columns() -> tuple[Column[StatementBrief], ...]:
    return (
        Column(
            lambda: _("Statements"),
            lambda brief: brief.doc_no,
            role="strong",
            second=_until_text,
        ),
        Column(
            lambda: _("Closing"),
            lambda brief: format_baht(brief.closing),
            120,
            "right",
            second=_paid_text,
            tone=_paid_tone,
        ),
    )


def _until_text(brief: StatementBrief) -> str:
    until = _("up to {day}").format(day=date_text(brief.cutoff))
    return " · ".join(part for part in (until, brief.voucher_no) if part)


def _paid_text(brief: StatementBrief) -> str:
    if brief.is_reversed:
        return _("taken back")
    states = {
        VoucherState.PREPARED: _("to approve"),
        VoucherState.APPROVED: _("to pay"),
        VoucherState.PAID: _("paid"),
    }
    return states.get(brief.voucher_state, "") if brief.voucher_state else _("not paid")


def _paid_tone(brief: StatementBrief) -> Tone:
    if brief.is_reversed:
        return "ink2"
    return "good" if brief.voucher_state is VoucherState.PAID else "ink"


def _card(table: RowsTable[LedgerEntry] | RowsTable[StatementBrief]) -> Card:
    card = Card()
    card.column.setContentsMargins(1, 1, 1, 1)
    card.column.addWidget(table)
    return card
