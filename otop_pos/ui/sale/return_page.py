"""Returns: the receipt, what of it comes back and in which state, why; then the money."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.errors import EmptyBasket, Missing, NotFound, Refusal
from otop_pos.domain.money import round_cash
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.quantity import Unit
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.domain.scan import read_scan
from otop_pos.i18n import _
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import list_sales, read_sale
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.prompt import QuantityPrompt
from otop_pos.ui.sale.return_columns import ReturnRow, receipt_columns, return_columns, returnable, sale_line_name
from otop_pos.ui.sale.return_side import ReturnSide
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.wording import quantity_text


class ReturnPage(QWidget):
    """`start()`; `refunded(sale)` when the refund is saved, `left_alone()` back to the bill."""

    refunded = Signal(object)
    left_alone = Signal()

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._refund: Refund | None = None
        self._sale: Sale | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body = QWidget()
        frame = QStackedLayout(self)
        frame.addWidget(self.body)
        self.message_bar = MessageBar()
        self.code_box = CodeBox(
            lambda: _("Scan the receipt or type its number"), lambda: _("Recent receipts"), "find", icon="receipt"
        )
        self.receipts: RowsTable[Sale] = RowsTable(
            receipt_columns(),
            empty=EmptyState("receipt", lambda: _("No receipts yet"), lambda: _("Sold goods can be returned here")),
        )
        self.lines: RowsTable[ReturnRow] = RowsTable(return_columns())
        self.side = ReturnSide()
        self.refund = KeyButton(lambda: _("Give the money back"), act="finish", tone="primary")
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self.code_box)
        left.addWidget(self.message_bar)
        left.addWidget(self._middle(), 1)
        left.addLayout(self._keys())
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self.side, 1)
        right.addWidget(self.refund)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addLayout(left, 834)
        row.addLayout(right, 392)
        self.prompt = QuantityPrompt(self, self.body)

    def _middle(self) -> Card:
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.receipts)
        self.middle.addWidget(self.lines)
        card.column.addWidget(self.middle)
        return card

    def _keys(self) -> QHBoxLayout:
        self.whole = KeyButton(lambda: _("Take back / leave"), "Enter", stacked=True)
        self.quantity = KeyButton(lambda: _("Quantity"), act="quantity", stacked=True)
        self.damaged = KeyButton(lambda: _("Good / damaged"), act="damaged", stacked=True)
        self.back = KeyButton(lambda: _("Back to the bill"), "Esc", stacked=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.whole, self.quantity, self.damaged, self.back):
            row.addWidget(button, 1)
        return row

    def _connect(self) -> None:
        self.code_box.entered.connect(self.scan)
        self.code_box.empty_enter.connect(self._enter)
        self.code_box.stepped.connect(self._step)
        self.code_box.escaped.connect(self._leave)
        self.code_box.action.clicked.connect(self.start)
        self.receipts.chosen.connect(self._show_sale)
        self.lines.chosen.connect(lambda _row: self._toggle())
        self.whole.clicked.connect(self._toggle)
        self.quantity.clicked.connect(self._ask_quantity)
        self.damaged.clicked.connect(self._toggle_damaged)
        self.back.clicked.connect(self._leave)
        self.refund.clicked.connect(self._give_back)
        self.prompt.answered.connect(self._returns)
        self._backend.crashed.connect(self._enable)

    def start(self) -> None:
        """The recent receipts of this till, from which one is chosen if none can be scanned."""
        self._sale = None
        self.message_bar.clear()
        self.side.show_sale(None)
        self.middle.setCurrentWidget(self.receipts)
        self._enable()
        self.code_box.clear()
        self.code_box.setFocus()
        self._backend.call(
            list_sales, self._desk.till.code, done=lambda sales: self.receipts.show_rows(returnable(sales)), owner=self
        )

    def scan(self, text: str) -> None:
        """A receipt's number, from its bars or from the keyboard."""
        number = read_scan(text).code.upper()
        self.code_box.clear()
        self._backend.call(read_sale, number, done=self._show_sale, owner=self)

    def refuse(self, refusal: Refusal) -> None:
        self.refund.setEnabled(self._sale is not None)
        self.message_bar.refuse(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_sale(self, sale: Sale) -> None:
        if sale.doc_type is not DocumentType.SALE:
            self.refuse(NotFound(_("Receipt"), sale.doc_no))
            return
        self._sale, self._refund = sale, None
        self.message_bar.clear()
        self.side.show_sale(sale)
        self.lines.show_rows([ReturnRow(line) for line in sale.lines], select=0)
        self.middle.setCurrentWidget(self.lines)
        self._enable()
        self.code_box.setFocus()
        if not any(line.left for line in sale.lines):
            self.message_bar.say(lambda: _("Everything on this receipt has been returned already"), "warn")

    def _enable(self) -> None:
        for button in (self.whole, self.quantity, self.damaged, self.refund):
            button.setEnabled(self._sale is not None)

    def _enter(self) -> None:
        if self._sale is not None:
            self._toggle()
        elif (sale := self.receipts.selected()) is not None:
            self._show_sale(sale)

    def _step(self, by: int) -> None:
        (self.lines if self._sale is not None else self.receipts).step(by)

    def _leave(self) -> None:
        self.left_alone.emit()

    def _toggle(self) -> None:
        """All that can come back of the line, or nothing."""
        row = self.lines.selected()
        if row is not None:
            self._replace(replace(row, qty=0 if row.qty else row.line.left))

    def _toggle_damaged(self) -> None:
        row = self.lines.selected()
        if row is not None:
            self._replace(replace(row, qty=row.qty or row.line.left, is_damaged=not row.is_damaged))

    def _ask_quantity(self) -> None:
        row = self.lines.selected()
        if row is not None:
            self.prompt.ask_quantity(lambda: sale_line_name(row.line), Unit(row.line.unit), row.qty or row.line.left)

    def _returns(self, qty: int) -> None:
        row = self.lines.selected()
        if row is not None:
            self._replace(replace(row, qty=min(qty, row.line.left)))
            if qty > row.line.left:
                left = quantity_text(row.line.left, Unit(row.line.unit))
                self.message_bar.say(lambda: _("Only {quantity} can still be returned").format(quantity=left), "warn")

    def _replace(self, row: ReturnRow) -> None:
        rows = list(self.lines.rows_model.rows)
        rows[self.lines.selected_number()] = row
        self.lines.show_rows(rows)
        self.message_bar.clear()
        self._refund = None
        self._show_amount(rows)

    def _show_amount(self, rows: Sequence[ReturnRow]) -> None:
        amount = sum(row.amount for row in rows)
        if PAYMENT_METHODS[self.side.method()].gives_change:
            amount = round_cash(amount, self._desk.shop.cash_rounding)
        self.side.show_amount(amount)

    def _give_back(self) -> None:
        lines = tuple(
            RefundLine(row.line.line_no, row.qty, row.is_damaged) for row in self.lines.rows_model.rows if row.qty
        )
        if self._sale is None or not lines:
            self.refuse(EmptyBasket())
            return
        if not self.side.reason():
            self.refuse(Missing(_("Why it comes back")))
            self.side.reason_edit.setFocus()
            return
        self.refund.setEnabled(False)
        self._refund = self._wanted(self._sale, lines)
        self._backend.call(
            refund_sale,
            self._refund,
            till=self._desk.till.code,
            user=self._desk.user,
            at=self._desk.now(),
            done=self.refunded.emit,
            owner=self,
        )

    def _wanted(self, sale: Sale, lines: tuple[RefundLine, ...]) -> Refund:
        """The same wish keeps its key, so that trying again cannot pay twice."""
        wanted = Refund(sale.doc_no, lines, self.side.reason(), self.side.method(), self.side.reference.text().strip())
        before = self._refund
        return before if before is not None and replace(before, key=wanted.key) == wanted else wanted
