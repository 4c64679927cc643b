"""How a return looks: code box, receipts or lines, keys; why and how much at the right."""

from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.sale import Sale
from otop_pos.i18n import _
from otop_pos.services.sale.finding import SoldLine
from otop_pos.ui.sale.return_columns import ReturnRow, receipt_columns, return_columns, sold_columns
from otop_pos.ui.sale.return_side import ReturnSide
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable

Middle = Literal["receipts", "sold", "lines"]
"""Receipts to choose from, sales of goods without their receipt, the lines of one receipt."""
MIDDLES: tuple[Middle, ...] = ("receipts", "sold", "lines")


class ReturnView(QWidget):
    """Shows what may come back and says which key was pressed; what it means is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self.message_bar = MessageBar()
        self.code_box = CodeBox("", lambda: _("Recent receipts"), "find", icon="receipt")
        self.receipts: RowsTable[Sale] = RowsTable(
            receipt_columns(),
            empty=EmptyState("receipt", lambda: _("No receipts yet"), lambda: _("Sold goods can be returned here")),
        )
        self.sold: RowsTable[SoldLine] = RowsTable(
            sold_columns(),
            empty=EmptyState(
                "barcode",
                lambda: _("Scan the goods or their label"),
                lambda: _("The sales they may come from appear here, the newest first"),
            ),
        )
        self.lines: RowsTable[ReturnRow] = RowsTable(return_columns())
        self.side = ReturnSide()
        self._build()
        self.show_middle("receipts")

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self.code_box)
        left.addWidget(self.message_bar)
        left.addWidget(self._middle(), 1)
        left.addLayout(self._keys())
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addLayout(left, 834)
        row.addLayout(self._right(), 392)

    def _middle(self) -> Card:
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        self.middle = QStackedWidget()
        for table in (self.receipts, self.sold, self.lines):
            self.middle.addWidget(table)
        card.column.addWidget(self.middle)
        return card

    def _keys(self) -> QHBoxLayout:
        self.choose = KeyButton(lambda: _("Choose"), "Enter", stacked=True)
        self.whole = KeyButton(lambda: _("Take back"), "Enter", stacked=True)
        self.quantity = KeyButton(lambda: _("Quantity"), act="quantity", stacked=True)
        self.damaged = KeyButton(lambda: _("Damaged"), act="damaged", stacked=True)
        self.no_receipt = KeyButton(lambda: _("No receipt"), act="no_receipt", stacked=True)
        self.copy = KeyButton(lambda: _("Copy"), act="reprint", stacked=True)
        self.void = KeyButton(lambda: _("Void"), act="void", tone="danger", stacked=True)
        self.back = KeyButton(lambda: _("Back"), "Esc", stacked=True)
        self._line_keys = (self.whole, self.quantity, self.damaged)
        self._list_keys = (self.choose, self.no_receipt)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (*self._list_keys, *self._line_keys, self.copy, self.void, self.back):
            row.addWidget(button, 1)
        return row

    def _right(self) -> QVBoxLayout:
        self.exchange = KeyButton(lambda: _("Exchange for other goods"), act="exchange", tone="soft")
        self.refund = KeyButton(lambda: _("Give money back"), act="finish", tone="primary")
        column = QVBoxLayout()
        column.setSpacing(px(10))
        column.addWidget(self.side, 1)
        column.addWidget(self.exchange)
        column.addWidget(self.refund)
        return column

    @property
    def shown(self) -> Middle:
        return MIDDLES[self.middle.currentIndex()]

    def show_middle(self, middle: Middle) -> None:
        self.middle.setCurrentIndex(MIDDLES.index(middle))
        for button in self._line_keys:
            button.setVisible(middle == "lines")
        for button in self._list_keys:
            button.setVisible(middle != "lines")
        is_sold = middle == "sold"
        self.no_receipt.setVisible(middle == "receipts")
        self.copy.setVisible(not is_sold)
        self.void.setVisible(not is_sold)
        if is_sold:
            self.code_box.edit.show_hint(lambda: _("Scan the goods or their label"))
        else:
            self.code_box.edit.show_hint(lambda: _("Scan the receipt or type its number"))
        self.enable(middle == "lines")

    def enable(self, is_enabled: bool) -> None:
        """What gives money or goods back, while nothing of it is on its way."""
        for button in (*self._line_keys, self.exchange, self.refund):
            button.setEnabled(is_enabled)

    def step(self, by: int) -> None:
        {"receipts": self.receipts.step, "sold": self.sold.step, "lines": self.lines.step}[self.shown](by)
