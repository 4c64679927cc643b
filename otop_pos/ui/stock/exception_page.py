"""Goods that were sold without a lot: each finds the lot it came from, with one key."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.identity import new_id
from otop_pos.domain.scan import from_kedmanee
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_exception import StockException
from otop_pos.domain.stock_note import StockNote
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _
from otop_pos.services.stock.exception import list_exceptions, resolve_exception, suggest_lots
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.exception_columns import Numbered, exception_columns, lot_columns_for
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.wording import product_name, quantity_text


class ExceptionPage(QWidget):
    """`counted(how many wait)` whenever they were read; `posted(StockNote)` of each that found its lot."""

    counted = Signal(object)
    posted = Signal(object)

    def __init__(self, backend: Door, desk: Desk, messages: MessageBar) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._messages = messages
        self._asked: tuple[object, int] | None = None
        self._keys: dict[tuple[object, int, int, int], UUID] = {}
        """Tried again after an error it is the same act."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table: RowsTable[StockException] = RowsTable(
            exception_columns(),
            62,
            EmptyState(
                "check-circle",
                lambda: _("Everything that was sold has its lot"),
                lambda: _("Goods sold though the books held none wait here, and their makers are not paid until then."),
            ),
        )
        self.lots: RowsTable[Numbered] = RowsTable(
            lot_columns_for(),
            58,
            EmptyState(
                "package",
                lambda: _("No lot of it is here"),
                lambda: _("Was the delivery received? Take it in on the Receive screen, then come back."),
            ),
        )
        self.what = Paragraph("", "name", most_lines=2)
        self.hint = Paragraph(
            lambda: _("Which lot did it come from? Scan its label, press its number, or Enter for the first."),
            "secondary",
            "ink2",
        )
        self.ok = KeyButton(lambda: _("It came from this lot"), act="finish", tone="primary")
        self.ok.use_role("name")
        left = Card()
        left.column.setContentsMargins(1, 1, 1, 1)
        left.column.addWidget(self.table)
        right = Card(padding=0, spacing=0)
        right.column.setContentsMargins(1, 1, 1, 1)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(12), px(16), px(8))
        head.setSpacing(px(2))
        head.addWidget(self.what)
        head.addWidget(self.hint)
        right.column.addLayout(head)
        right.column.addWidget(self.lots, 1)
        side = QVBoxLayout()
        side.setSpacing(px(10))
        side.addWidget(right, 1)
        side.addWidget(self.ok)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(left, 58)
        row.addLayout(side, 42)
        self.table.installEventFilter(self)

    def _connect(self) -> None:
        self.table.moved.connect(self._suggest)
        self.table.chosen.connect(lambda _each: self._resolve_selected())
        self.lots.chosen.connect(lambda row: self._resolve(row[1]))
        self.ok.clicked.connect(self._resolve_selected)
        self._backend.crashed.connect(lambda _bug: self._wait(False))

    def arrive(self) -> None:
        self.read()
        self.table.setFocus()

    def read(self) -> None:
        self._backend.call(list_exceptions, done=self._take, owner=self)

    def take_scan(self, code: str) -> bool:
        """A label of a suggested lot takes it."""
        lot = next((lot for _number, lot in self.lots.rows_model.rows if lot.code == code), None)
        if lot is not None:
            self._resolve(lot)
        return lot is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit takes the lot of that number while the sales have the focus."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = _pressed_number(event)
            if 0 < number <= len(self.lots.rows_model.rows):
                self._resolve(self.lots.rows_model.row(number - 1)[1])
                return True
            return False
        return super().eventFilter(watched, event)

    def _take(self, exceptions: Sequence[StockException]) -> None:
        self._asked = None
        self.table.show_rows(exceptions)
        self.counted.emit(len(exceptions))
        self._suggest()

    def _suggest(self) -> None:
        each = self.table.selected()
        for part in (self.what, self.hint):
            part.setVisible(each is not None)
        if each is None:
            self._asked = None
            self._show_lots(())
            return
        key = (each.sale_id, each.line_no)
        if key == self._asked:
            return
        self._asked = key
        self.what.say(lambda: f"{product_name(each.product)} · {quantity_text(each.qty, each.product.unit)}")
        self._show_lots(())
        self._backend.call(suggest_lots, each.sale_id, each.line_no, done=partial(self._suggested, key), owner=self)

    def _suggested(self, key: tuple[object, int], lots: Sequence[Lot]) -> None:
        if key == self._asked:
            self._show_lots(lots)

    def _show_lots(self, lots: Sequence[Lot]) -> None:
        self.lots.show_rows(list(enumerate(lots, start=1)), 0)
        self.ok.setEnabled(bool(lots))

    def _resolve_selected(self) -> None:
        row = self.lots.selected()
        if row is not None:
            self._resolve(row[1])

    def _resolve(self, lot: Lot, approval: Approval | None = None) -> None:
        each = self.table.selected()
        if each is None or (approval is None and not self.ok.isEnabled()):
            return
        self._wait(True)
        qty = min(each.qty, lot.on_hand)
        self._backend.call(
            resolve_exception,
            each.sale_id,
            each.line_no,
            lot.id,
            qty,
            **self._desk.here(),
            approval=approval,
            key=self._keys.setdefault((each.sale_id, each.line_no, lot.id, qty), new_id()),
            done=self._resolved,
            refused=partial(self._refused, lot),
            owner=self,
        )

    def _resolved(self, note: StockNote) -> None:
        self._wait(False)
        self._keys.clear()
        self.posted.emit(note)

    def _refused(self, lot: Lot, refusal: Refusal) -> None:
        self._wait(False)
        self._desk.approvals.or_refuse(partial(self._resolve, lot), self._messages.refuse)(refusal)

    def _wait(self, is_waiting: bool) -> None:
        self.ok.setEnabled(not is_waiting and self.lots.selected() is not None)


def _pressed_number(event: QKeyEvent) -> int:
    """1 to 9, or 0; the digit row of the Thai layout writes ๅ / - ภ ถ ุ ึ ค ต."""
    for text in (to_arabic_digits(event.text()), from_kedmanee(event.text())):
        if len(text) == 1 and text in "123456789":
            return int(text)
    return 0
