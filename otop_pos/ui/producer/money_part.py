"""Who gets a producer's money: the members of a group, and the account it is paid to."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.approval import Ask
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import Refusal, SamePerson
from otop_pos.domain.member import Member
from otop_pos.domain.right import Right
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.bank_account import approve_bank, bank_words, end_bank, list_banks
from otop_pos.services.member import list_members
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.bank_panel import BankPanel
from otop_pos.ui.producer.member_panel import MemberPanel
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.words import account_text
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import short_date_text


class MoneyPart(Part):
    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self.bank_panel = BankPanel(host, body, backend, desk)
        self.member_panel = MemberPanel(host, body, backend, desk)
        self.banks: RowsTable[BankAccount] = RowsTable(
            _bank_columns(),
            64,
            empty=EmptyState(
                "bank",
                lambda: _("No account to pay to"),
                lambda: _("Enter it from the passbook; a second person compares and approves it"),
            ),
        )
        self.members: RowsTable[Member] = RowsTable(
            _member_columns(),
            60,
            empty=EmptyState(
                "users",
                lambda: _("Paid as one"),
                lambda: _("Write down the members of a group and their shares of each payment"),
            ),
        )
        self.enter = KeyButton(lambda: _("Enter account"), act="new", tone="soft", icon="plus")
        self.approve = KeyButton(lambda: _("Approve"), act="maker_row", icon="check")
        self.end = KeyButton(lambda: _("End"), act="maker_end", tone="danger")
        self.change = KeyButton(lambda: _("Members and shares"), act="maker_members", tone="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(_ground(self.banks, (self.enter, self.approve, self.end)), 700)
        row.addWidget(_ground(self.members, (self.change,)), 526)
        self._connect()

    def _connect(self) -> None:
        self.enter.clicked.connect(lambda: self.bank_panel.ask(self.producer))
        self.approve.clicked.connect(self._approve)
        self.end.clicked.connect(self._end)
        self.banks.moved.connect(self._show_selected)
        self.change.clicked.connect(lambda: self.member_panel.ask(self.producer, self.members.rows_model.rows))
        self.bank_panel.entered.connect(self._entered)
        self.member_panel.saved.connect(self._members_saved)

    def read(self) -> None:
        self._backend.call(list_banks, self.producer.id, done=self._show_banks, owner=self)
        self._backend.call(list_members, self.producer.id, done=self.members.show_rows, owner=self)

    def show_offered(self) -> None:
        self.enter.setVisible(self._desk.may(Right.ENTER_BANK))
        self.end.setVisible(self._desk.may(Right.ENTER_BANK))
        self.approve.setVisible(self._desk.may(Right.APPROVE_BANK))
        self.change.setVisible(self._desk.may(Right.KEEP_PRODUCER))

    def _show_banks(self, banks: Sequence[BankAccount]) -> None:
        waiting = next((number for number, each in enumerate(banks) if not each.is_approved), 0)
        self.banks.show_rows(banks, select=waiting)
        self._show_selected()

    def _show_selected(self) -> None:
        account = self.banks.selected()
        self.approve.setEnabled(account is not None and not account.is_approved)
        self.end.setEnabled(account is not None)

    def _approve(self) -> None:
        """Whoever entered it stays at the till: the second person says yes with a PIN."""
        account = self.banks.selected()
        if account is None:
            return

        def refused(refusal: Refusal) -> None:
            if isinstance(refusal, SamePerson):
                ask = Ask(Right.APPROVE_BANK, bank_words(self.producer.code, account))
                self._desk.approvals.ask(ask, lambda approval: approve(approval=approval))
            else:
                self.refuse(refusal)

        def approve(**named: object) -> None:
            self._acts.run(
                approve_bank,
                account.id,
                done=self._approved,
                refuse=self.refuse if named else refused,
                named={**self._desk.here(), **named},
            )

        approve()

    def _approved(self, account: BankAccount) -> None:
        name = account.approved_by
        self.told.emit(lambda: _("Approved by {name}: from now on it is paid to").format(name=name))
        self.read()

    def _entered(self, _account: BankAccount) -> None:
        self.told.emit(lambda: _("Saved. Now a second person compares it with the passbook and approves it"))
        self.read()

    def _end(self) -> None:
        account = self.banks.selected()
        if account is None:
            return

        def ended(_nothing: object) -> None:
            self.told.emit(lambda: _("Ended: nothing is paid to it any more"))
            self.read()

        self._acts.run(end_bank, account.id, done=ended, refuse=self.refuse)

    def _members_saved(self, members: Sequence[Member]) -> None:
        count = len(members)
        self.told.emit(lambda: _("Saved: {count} members").format(count=count))
        self.read()


def _state(account: BankAccount) -> str:
    return _("in use") if account.is_approved else _("to approve")


def _who(account: BankAccount) -> str:
    """Who entered it and when; who approved it."""
    day = short_date_text(local_date(account.entered_at)) if account.entered_at else ""
    entered = _("entered by {name} {day}").format(name=account.entered_by, day=day)
    approved = _("approved by {name}").format(name=account.approved_by) if account.is_approved else ""
    return " · ".join(part for part in (entered, approved) if part)


def _bank_columns() -> tuple[Column[BankAccount], ...]:
    return (
        Column(
            lambda: _("Account"),
            lambda account: f"{account_text(account)} · {account.account_name}",
            role="strong",
            second=_who,
        ),
        Column(lambda: _("State"), _state, 120, tone=lambda account: "good" if account.is_approved else "warn"),
    )


def _member_columns() -> tuple[Column[Member], ...]:
    return (
        Column(lambda: _("Member"), lambda member: member.name, role="strong", second=lambda member: member.phone),
        Column(lambda: _("Share"), lambda member: f"{member.share_bp / 100:g} %", 110, "right"),
    )


def _ground(table: RowsTable[BankAccount] | RowsTable[Member], buttons: Sequence[KeyButton]) -> QWidget:
    card = Card()
    card.column.setContentsMargins(1, 1, 1, px(14))
    card.column.addWidget(table, 1)
    row = QHBoxLayout()
    row.setContentsMargins(px(14), 0, px(14), 0)
    row.setSpacing(px(10))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    card.column.addLayout(row)
    return card
