"""Lots whose labels say another price than the till: printed anew with one key."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.label_need import LabelNeed
from otop_pos.domain.money import format_baht
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.stock.price import labels_to_reprint
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.labels import LabelPrinter
from otop_pos.ui.stock.lot_card import labels_left
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, maker_line, product_name


class LabelPage(QWidget):
    """`counted(lots that wait)` whenever they were read."""

    counted = Signal(object)

    def __init__(self, backend: Door, desk: Desk, messages: MessageBar) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._messages = messages
        self._printer = LabelPrinter(self, backend, desk)
        self._build()
        self.one.clicked.connect(self._print_one)
        self.all.clicked.connect(self._print_all)
        self.table.moved.connect(self._enable)
        self._printer.printed.connect(self._printed)
        self._printer.refused.connect(self._refused)

    def _build(self) -> None:
        self.table: RowsTable[LabelNeed] = RowsTable(
            _columns(),
            62,
            EmptyState(
                "tag",
                lambda: _("Every label says the right price"),
                lambda: _("After a price change the lots whose labels are old wait here."),
            ),
        )
        self.hint = Label("", "body", "ink2", elides=True)
        self.one = KeyButton(lambda: _("Print of this lot"), act="reprint", icon="printer")
        self.all = KeyButton("", act="finish", tone="primary", icon="printer")
        self.all.use_role("name")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.one)
        foot.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(frame, 1)
        column.addLayout(foot)

    def arrive(self) -> None:
        self.read()
        self.table.setFocus()

    def read(self) -> None:
        self._backend.work(labels_to_reprint, done=self._take, owner=self)

    def _take(self, needs: Sequence[LabelNeed]) -> None:
        self.table.show_rows(needs)
        labels = sum(_labels(need) for need in needs)
        self.all.say(lambda: _("Print all {count} labels").format(count=labels))
        self.hint.say(
            lambda: (
                _("Take the old labels off, stick the new ones on: {count} lots").format(count=len(needs))
                if needs
                else ""
            )
        )
        self._enable()
        self.counted.emit(len(needs))

    def _enable(self) -> None:
        may = self._desk.may(Right.RECEIVE) and self.table.selected() is not None
        self.one.setEnabled(may)
        self.all.setEnabled(may)

    def _print_one(self) -> None:
        need = self.table.selected()
        if need is not None:
            self._print((need,))

    def _print_all(self) -> None:
        self._print(self.table.rows_model.rows)

    def _print(self, needs: Sequence[LabelNeed]) -> None:
        self.one.setEnabled(False)
        self.all.setEnabled(False)
        self._printer.print([replace(need.lot, on_hand=need.on_hand) for need in needs])

    def _printed(self, count: int) -> None:
        self._messages.say(lambda: _("{count} labels are printed.").format(count=count), "good")
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        self._messages.refuse(refusal)
        self.read()


def _labels(need: LabelNeed) -> int:
    return labels_left(replace(need.lot, on_hand=need.on_hand))


def _columns() -> tuple[Column[LabelNeed], ...]:
    return (
        Column(
            lambda: _("Product · maker · place"),
            lambda need: product_name(need.lot.product),
            role="name",
            second=lambda need: maker_line(need.lot.producer),
        ),
        Column(lambda: _("Lot"), lambda need: lot_name(need.lot.code), 140, tone=lambda _need: "ink2", yields=1),
        Column(
            lambda: _("On the label"), lambda need: format_baht(need.old_price), 130, "right", tone=lambda _n: "danger"
        ),
        Column(lambda: _("At the till"), lambda need: format_baht(need.new_price), 130, "right", "name"),
        Column(
            lambda: _("Maker gets"),
            lambda need: format_baht(need.lot.due_per_unit),
            130,
            "right",
            tone=lambda _n: "good",
            yields=2,
        ),
        Column(lambda: _("Labels"), lambda need: str(_labels(need)), 96, "right", "strong"),
    )
