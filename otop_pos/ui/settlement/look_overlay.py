"""A statement looked at, draft or issued: every line, what is parked, and why the closing is what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.statement import Statement
from otop_pos.i18n import _
from otop_pos.ui.settlement.advice import with_advice
from otop_pos.ui.settlement.entry_columns import entry_columns
from otop_pos.ui.settlement.look_row import LookRow
from otop_pos.ui.settlement.month_row import OTHER, PAID
from otop_pos.ui.settlement.words import closing_sentence
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.wording import date_text, producer_name

WIDTH, HEIGHT, SIDE = 1230, 660, 330
_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Looked:
    """A statement with what the producer's draft is in want of."""

    statement: Statement
    problems: tuple[str, ...] = ()
    is_reversed: bool = False

    @property
    def is_draft(self) -> bool:
        return self.statement.number == 0


class LookOverlay(Overlay):
    """`show_statement(looked)`; park_wanted(LedgerEntry), release_wanted(LedgerEntry), print_wanted(Looked),
    reverse_wanted(Statement)."""

    park_wanted = Signal(object)
    release_wanted = Signal(object)
    print_wanted = Signal(object)
    reverse_wanted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self.looked: Looked | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label("", "heading", elides=True)
        self.under = Label("", "secondary", "ink2", elides=True)
        self.message = MessageBar()
        self.table: RowsTable[LookRow] = RowsTable(
            entry_columns(),
            row_height=52,
            empty=EmptyState("list-numbers", lambda: _("No lines"), lambda: _("Nothing happened up to that day.")),
        )
        self.facts = FactList(row_height=30)
        self.problems = Paragraph("", "secondary", "warn", most_lines=6)
        self.sentence = Paragraph("", "body", "ink", most_lines=6)
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.park = KeyButton(lambda: _("Park this line"), act="settle_hold")
        self.print = KeyButton(lambda: _("Print it"), act="settle_print", icon="printer")
        self.reverse = KeyButton(lambda: _("Take it back"), act="settle_reverse", tone="danger")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        side = QWidget()
        side.setFixedWidth(px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self.facts, self.sentence, self.problems):
            column.addWidget(widget)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(20))
        middle.addWidget(frame, 1)
        middle.addWidget(side)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.back)
        foot.addStretch()
        for button in (self.reverse, self.print, self.park):
            foot.addWidget(button)
        self.card.column.setSpacing(px(6))
        for label in (self.title, self.under):
            self.card.column.addWidget(label)
        self.card.column.addWidget(self.message)
        self.card.column.addLayout(middle, 1)
        self.card.column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.give_up)
        self.park.clicked.connect(self._park)
        self.table.moved.connect(self._show_park)
        self.print.clicked.connect(self._print)
        self.reverse.clicked.connect(self._reverse)

    def show_statement(self, looked: Looked) -> None:
        """Opened, or shown afresh after a line was parked."""
        self.looked = looked
        statement = looked.statement
        self.title.say(lambda: producer_name(statement.producer))
        self.under.say(lambda: _under(looked))
        self.table.show_rows(_rows(statement))
        self.facts.show_rows(_facts(statement))
        self.sentence.say(lambda: closing_sentence(statement), "danger" if statement.closing < 0 else "ink")
        self.problems.say(lambda: "\n".join(map(with_advice, looked.problems)))
        self.problems.setVisible(bool(looked.problems))
        self.reverse.setVisible(not looked.is_draft and not looked.is_reversed)
        self._show_park()
        if not self.is_open:
            self.message.clear()
            room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
            self.open(self.table)

    def refuse(self, refusal: Refusal) -> None:
        self.message.refuse(refusal)

    def _show_park(self) -> None:
        row, looked = self.table.selected(), self.looked
        self.park.setVisible(looked is not None and looked.is_draft)
        self.park.setEnabled(row is not None and row.can_park)
        is_parked = row is not None and row.is_parked
        self.park.say(lambda: _("Release this line") if is_parked else _("Park this line"))

    def _park(self) -> None:
        if (row := self.table.selected()) is not None:
            (self.release_wanted if row.is_parked else self.park_wanted).emit(row.entry)

    def _print(self) -> None:
        if self.looked is not None:
            self.print_wanted.emit(self.looked)

    def _reverse(self) -> None:
        if self.looked is not None:
            self.reverse_wanted.emit(self.looked.statement)


def _rows(statement: Statement) -> Sequence[LookRow]:
    held = [LookRow(entry, True) for entry in statement.held]
    return [*held, *(LookRow(entry, False) for entry in statement.entries)]


def _under(looked: Looked) -> str:
    statement = looked.statement
    number = _("Draft") if looked.is_draft else statement.doc_no
    period = _("{first} to {last}").format(first=date_text(statement.period_from), last=date_text(statement.cutoff))
    parts = [number, statement.producer.code, period]
    if not looked.is_draft:
        parts.append(_("issued by {name}").format(name=statement.issued_by))
    return " · ".join(parts)


def _facts(statement: Statement) -> list[FactRow]:
    closing = statement.closing
    tone: Tone = "danger" if closing < 0 else "good" if closing else "ink"
    return [
        FactRow(lambda: _("Opening"), format_baht(statement.opening)),
        FactRow(lambda: _("Sold"), format_baht(statement.total(EntryKind.SALE))),
        FactRow(lambda: _("Returned"), format_baht(statement.total(EntryKind.REFUND))),
        FactRow(lambda: _("Other"), format_baht(statement.total(*OTHER))),
        FactRow(lambda: _("Paid out"), format_baht(statement.total(*PAID))),
        FactRow(lambda: _("Closing"), format_baht(closing), tone, strong=True),
        FactRow(lambda: _("On hold"), format_baht(statement.on_hold), "warn" if statement.on_hold else "ink2"),
    ]
