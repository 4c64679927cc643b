"""The bills put aside at all tills, to take one up again."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.held_bill import HeldBill
from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.sale.number_key import pressed_number
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import time_text

WIDTH, HEIGHT = 760, 380
Numbered = tuple[int, HeldBill]


def _columns() -> tuple[Column[Numbered], ...]:
    return (
        Column(lambda: "", lambda row: str(row[0]) if row[0] <= 9 else "", 48, "right", tone=lambda _row: "ink2"),
        Column(
            lambda: _("Name"),
            lambda row: row[1].name,
            role="name",
            second=lambda row: f"{row[1].user} · {row[1].till_code}",
        ),
        Column(lambda: _("Time"), lambda row: time_text(row[1].at), 92, "right"),
        Column(lambda: _("Lines"), lambda row: str(row[1].line_count), 96, "right", yields=1),
        Column(lambda: _("Total"), lambda row: format_baht(row[1].total), 132, "right", "name"),
    )


class HeldList(Overlay):
    """`offer(bills)` → chosen(HeldBill), by number, arrows and Enter, or touch."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self.table: RowsTable[Numbered] = RowsTable(
            _columns(),
            empty=EmptyState(
                "tray", lambda: _("No bill is held"), lambda: _("Scan goods; the same key then holds their bill")
            ),
        )
        self.table.setMinimumHeight(px(HEIGHT))
        self.table.installEventFilter(self)
        self.take = KeyButton(lambda: _("Take up"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.take)
        self.card.column.addWidget(Label(lambda: _("Held bills of all tills"), "heading"))
        self.card.column.addWidget(frame)
        self.card.column.addLayout(buttons)
        self.table.chosen.connect(self._choose)
        self.take.clicked.connect(lambda: self._choose(self.table.selected()))
        self.back.clicked.connect(self.give_up)

    def offer(self, bills: Sequence[HeldBill]) -> None:
        self.table.show_rows(list(enumerate(bills, start=1)), select=0)
        self.take.setEnabled(bool(bills))
        self.open(self.table)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = pressed_number(event)
            if 0 < number <= len(self.table.rows_model.rows):
                self._choose(self.table.rows_model.row(number - 1))
                return True
            return False
        return super().eventFilter(watched, event)

    def _choose(self, row: Numbered | None) -> None:
        if row is not None:
            self.close_over()
            self.chosen.emit(row[1])
