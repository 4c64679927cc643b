"""The figures at the left, and at the right the documents or events of the one that is selected."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary, DocumentBrief
from otop_pos.domain.till_event import TillEvent
from otop_pos.domain.till_report import TillReport
from otop_pos.i18n import _
from otop_pos.services.report import list_documents, list_session_events
from otop_pos.ui.backend import Door
from otop_pos.ui.day.figure_row import SAYS_AMOUNT, FigureRow, report_rows, summary_rows
from otop_pos.ui.day.words import event_name
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import RIGHT, Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, method_name, time_text

WIDTH, HEIGHT = 1180, 660
_MARGIN = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list at the right."""

    at: datetime
    text: str
    second: str
    amount: str


class FiguresOverlay(Overlay):
    """`show_report(report)` of an X or Z, `show_day(summary, key)`; Enter on a figure moves to its list."""

    print_wanted = Signal(object)
    """The TillReport shown."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._report: TillReport | None = None
        self._rows: Callable[[], tuple[FigureRow, ...]] = tuple
        self._documents: tuple[DocumentBrief, ...] = ()
        self._events: tuple[TillEvent, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label("", "heading", elides=True)
        self.about = Label("", "secondary", "ink2", RIGHT, elides=True)
        self.message = MessageBar()
        self.figures: RowsTable[FigureRow] = RowsTable(_figure_columns(), row_height=40)
        self.entries: RowsTable[Entry] = RowsTable(
            _entry_columns(),
            row_height=58,
            empty=EmptyState("list-bullets", lambda: _("No list behind this figure"), lambda: _("Choose another one")),
        )
        self.print = KeyButton("", act="print_day", icon="printer")
        self.leave = KeyButton(lambda: _("Back"), "Esc", tone="soft")
        tables = QHBoxLayout()
        tables.setSpacing(px(16))
        tables.addWidget(_framed(self.figures), 46)
        tables.addWidget(_framed(self.entries), 54)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.about, 1)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.message)
        self.card.column.addLayout(tables, 1)
        self.card.column.addLayout(buttons)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.give_up)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self._report))
        self.figures.moved.connect(self._show_entries)
        self.figures.chosen.connect(lambda _row: self.entries.setFocus(Qt.FocusReason.TabFocusReason))

    def show_report(self, report: TillReport) -> None:
        """X or Z of one till session."""
        self._report = report
        session = report.session
        self.title.say(lambda: _title(report))
        self.print.say(lambda: _("Print this X") if report.kind == "X" else _("Print a copy"))
        self.about.say(
            lambda: _("{day} · opened {time} by {name}").format(
                day=date_text(session.business_date), time=time_text(session.opened_at), name=session.opened_by
            )
        )
        self._begin(lambda: report_rows(report), (session.id,), "net")

    def show_day(self, summary: DaySummary, key: str = "net") -> None:
        """A day of all tills, the figure `key` selected."""
        self._report = None
        self.title.say(lambda: _("Figures of {day}").format(day=date_text(summary.business_date)))
        tills = ", ".join(f"{each.till_code} Z{each.z_no}" for each in summary.sessions)
        self.about.say(tills)
        self._begin(lambda: summary_rows(summary), tuple(each.id for each in summary.sessions), key)

    def say(self, text: Said) -> None:
        self.message.say(text, "good")
        self.print.setEnabled(True)

    def refuse(self, refusal: Refusal) -> None:
        self.message.refuse(refusal)
        self.print.setEnabled(True)

    def open(self, first: QWidget | None = None) -> None:
        """As large as the host lets it be."""
        room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
        super().open(first)

    def _begin(self, rows: Callable[[], tuple[FigureRow, ...]], sessions: tuple[int, ...], key: str) -> None:
        self._documents, self._events, self._rows = (), (), rows
        self.message.clear()
        self.print.setVisible(self._report is not None)
        self.print.setEnabled(True)
        shown = rows()
        number = next((number for number, row in enumerate(shown) if row.key == key), 0)
        self.figures.show_rows(shown, number)
        if not self.is_open:
            self.open(self.figures)
        self._show_entries()
        self._backend.work(list_documents, sessions, done=self._take_documents, owner=self)
        self._backend.work(list_session_events, sessions, done=self._take_events, owner=self)

    def _take_documents(self, documents: tuple[DocumentBrief, ...]) -> None:
        self._documents = documents
        self._show_entries()

    def _take_events(self, events: tuple[TillEvent, ...]) -> None:
        self._events = events
        self._show_entries()

    def _show_entries(self) -> None:
        row = self.figures.selected()
        self.entries.show_rows(self._entries(row) if row else (), 0)

    def _entries(self, row: FigureRow) -> tuple[Entry, ...]:
        if row.documents is not None:
            return tuple(_document_entry(each, row) for each in self._documents if row.documents(each))
        if row.events is not None:
            return tuple(_event_entry(each) for each in self._events if row.events(each))
        return ()


def _title(report: TillReport) -> str:
    title = _("X · till {till}, so far") if report.kind == "X" else _("Z {number} · till {till}")
    return title.format(number=report.session.z_no, till=report.session.till_code)


def _framed(table: QWidget) -> Card:
    card = Card()
    card.column.setContentsMargins(1, 1, 1, 1)
    card.column.addWidget(table)
    return card


def _document_entry(brief: DocumentBrief, row: FigureRow) -> Entry:
    paid = ", ".join(method_name(method) for method, _amount in brief.paid)
    amount = brief.net
    if row.key == "discounts":
        amount = -brief.discount
    elif row.key.startswith("tender:"):
        amount = sum(each for method, each in brief.paid if f"tender:{method}" == row.key)
    return Entry(brief.at, brief.doc_no, f"{brief.operator} · {paid}", format_baht(amount))


def _event_entry(event: TillEvent) -> Entry:
    approved = _("allowed by {name}").format(name=event.approver) if event.approver else ""
    second = " · ".join(part for part in (event_name(event.kind), event.user, approved) if part)
    has_amount = event.kind in SAYS_AMOUNT or event.kind.value.startswith("paid")
    return Entry(
        event.at, event.what or event_name(event.kind), second, format_baht(event.amount) if has_amount else ""
    )


def _figure_columns() -> tuple[Column[FigureRow], ...]:
    def tone(row: FigureRow) -> Tone:
        return row.tone if row.tone != "ink" or row.has_list else "ink2"

    return (
        Column(lambda: _("Figure"), lambda row: row.title(), tone=tone),
        Column(lambda: _("Count"), lambda row: "" if row.count is None else f"{row.count:,}", width=70, align="right"),
        Column(lambda: _("Baht"), lambda row: row.amount, width=130, align="right", role="strong", tone=tone),
    )


def _entry_columns() -> tuple[Column[Entry], ...]:
    return (
        Column(lambda: _("Time"), lambda entry: time_text(entry.at), width=70),
        Column(lambda: _("What"), lambda entry: entry.text, second=lambda entry: entry.second),
        Column(lambda: _("Baht"), lambda entry: entry.amount, width=120, align="right", role="strong"),
    )
