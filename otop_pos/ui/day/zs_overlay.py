"""The till's Zs, the newest first: looked at again, printed again as numbered copies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.till import TillSession
from otop_pos.i18n import _
from otop_pos.services.till_report import list_zs
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, time_text

WIDTH, HEIGHT = 940, 640
_MARGIN = 24


class ZsOverlay(Overlay):
    """`ask()` → chosen(TillSession) to look at it, copy_wanted(TillSession) to print it again."""

    chosen = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.message = MessageBar()
        self.table: RowsTable[TillSession] = RowsTable(
            _columns(),
            row_height=48,
            empty=EmptyState(
                "receipt", lambda: _("No Z yet"), lambda: _("The first one is printed at the first close.")
            ),
        )
        self.copy = KeyButton(lambda: _("Print a copy"), act="print_day", icon="printer")
        self.look = KeyButton(lambda: _("Look at it"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.look)
        self.card.column.addWidget(Label(lambda: _("Zs of this till"), "heading"))
        self.card.column.addWidget(self.message)
        self.card.column.addWidget(frame, 1)
        self.card.column.addLayout(buttons)

    def _connect(self) -> None:
        self.table.chosen.connect(self.chosen)
        self.look.clicked.connect(self._look)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self.give_up)

    def ask(self) -> None:
        room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
        self.message.clear()
        self.table.show_rows(())
        self.open(self.table)
        self._backend.work(list_zs, self._desk.till.code, done=self._show, owner=self)

    def say(self, text: Said) -> None:
        self.copy.setEnabled(True)
        self.message.say(text, "good")

    def refuse(self, refusal: Refusal) -> None:
        self.copy.setEnabled(True)
        self.message.refuse(refusal)

    def _show(self, sessions: tuple[TillSession, ...]) -> None:
        self.table.show_rows(sessions, 0)
        for button in (self.copy, self.look):
            button.setEnabled(bool(sessions))

    def _look(self) -> None:
        if (session := self.table.selected()) is not None:
            self.chosen.emit(session)

    def _copy(self) -> None:
        if (session := self.table.selected()) is not None:
            self.copy.setEnabled(False)
            self.copy_wanted.emit(session)


def _columns() -> tuple[Column[TillSession], ...]:
    def tone(session: TillSession) -> Tone:
        difference = session.cash_difference
        return "good" if difference == 0 else "warn" if difference > 0 else "danger"

    return (
        Column(lambda: _("Z"), lambda row: str(row.z_no), width=60, align="right", role="strong"),
        Column(lambda: _("Day"), lambda row: date_text(row.business_date), width=140),
        Column(lambda: _("Closed"), _closed),
        Column(lambda: _("Counted"), lambda row: format_baht(row.cash_counted or 0), width=140, align="right"),
        Column(
            lambda: _("Difference"), lambda row: format_baht(row.cash_difference), width=130, align="right", tone=tone
        ),
    )


def _closed(session: TillSession) -> str:
    return f"{time_text(session.closed_at or session.opened_at)} · {session.closed_by}"
