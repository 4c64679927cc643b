"""Everything that is parked, by a dispute or for a whole producer; released one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.ledger_hold import LedgerHold
from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.words import KINDS
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import producer_name, short_date_text

WIDTH, HEIGHT = 980, 600
_MARGIN = 20


class HoldsOverlay(Overlay):
    """`show_holds(holds)` → release_wanted(LedgerHold)."""

    release_wanted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self.message = MessageBar()
        self.table: RowsTable[LedgerHold] = RowsTable(
            _columns(),
            row_height=52,
            empty=EmptyState(
                "hand-palm", lambda: _("Nothing is parked"), lambda: _("Look at a draft to park a line of it.")
            ),
        )
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.release = KeyButton(lambda: _("Release"), "Enter", tone="soft")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.release)
        column = self.card.column
        column.addWidget(Label(lambda: _("Parked: not paid until released"), "heading"))
        column.addWidget(self.message)
        column.addWidget(frame, 1)
        column.addLayout(foot)
        self.back.clicked.connect(self.give_up)
        self.table.chosen.connect(self.release_wanted)
        self.release.clicked.connect(self._release)

    def show_holds(self, holds: Sequence[LedgerHold]) -> None:
        self.table.show_rows(tuple(hold for hold in holds if not hold.is_released))
        self.release.setEnabled(self.table.selected() is not None)
        if not self.is_open:
            self.message.clear()
            room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
            self.open(self.table)

    def refuse(self, refusal: Refusal) -> None:
        self.message.refuse(refusal)

    def _release(self) -> None:
        if (hold := self.table.selected()) is not None:
            self.release_wanted.emit(hold)


def _columns() -> tuple[Column[LedgerHold], ...]:
    return (
        Column(
            lambda: _("Producer"), lambda row: producer_name(row.producer), role="name", second=lambda row: row.reason
        ),
        Column(lambda: _("What"), _what, width=230, second=lambda row: row.placed_by),
        Column(
            lambda: _("Amount"),
            lambda row: format_baht(row.amount) if row.kind else "",
            width=130,
            align="right",
            role="strong",
        ),
    )


def _what(hold: LedgerHold) -> str:
    if hold.kind is None or hold.business_date is None:
        return _("all payments")
    return f"{KINDS[hold.kind]()} · {short_date_text(hold.business_date)}"
