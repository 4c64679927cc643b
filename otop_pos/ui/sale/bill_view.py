"""How the open bill looks: code box, lines, keys; the goods and the total at the right."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from otop_pos.domain.sale import Basket, Offer, Priced
from otop_pos.domain.scan import read_scan
from otop_pos.i18n import _
from otop_pos.ui.keys import ActKey
from otop_pos.ui.sale.bill_columns import BillRow, bill_columns, search_columns
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.exchange_banner import ExchangeBanner
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.sale.product_card import ProductCard
from otop_pos.ui.sale.totals_card import TotalsCard
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.search_list import Ask, SearchList


class BillView(QWidget):
    """Shows a bill and says which key was pressed; what it means is the page's business."""

    pay_wanted = Signal()
    enabled_again = Signal()
    """A question over it was answered, or the database gave its bill back."""

    def __init__(self, message_bar: MessageBar, ask: Ask[Offer]) -> None:
        super().__init__()
        self.message_bar = message_bar
        self.is_asked = False
        self._build(ask)
        self._connect()

    def _build(self, ask: Ask[Offer]) -> None:
        self.code_box = CodeBox(_hint, lambda: _("Find goods"), "find")
        self.comes_back = ExchangeBanner()
        self.lines: RowsTable[BillRow] = RowsTable(
            bill_columns(),
            empty=EmptyState(
                "barcode",
                lambda: _("Scan the first product"),
                lambda: _("or type part of its name, its maker or its code"),
            ),
        )
        self.search: SearchList[Offer] = SearchList(
            search_columns(),
            ask,
            lambda: _("Nothing found"),
            lambda: _("Try a part of the name, the maker or the code"),
        )
        self.search.table.take_taps()
        lines_card = Card()
        lines_card.column.setContentsMargins(1, 1, 1, 1)
        lines_card.column.addWidget(self.lines)
        middle = QWidget()
        self.middle = QStackedLayout(middle)
        self.middle.addWidget(lines_card)
        self.middle.addWidget(self.search)
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self.code_box)
        left.addWidget(self.message_bar)
        left.addWidget(self.comes_back)
        left.addWidget(middle, 1)
        left.addLayout(self._keys())
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addLayout(left, 834)
        row.addLayout(self._right(), 392)

    def _keys(self) -> QHBoxLayout:
        self.quantity = KeyButton(lambda: _("Quantity"), act="quantity", stacked=True)
        self.price = KeyButton(lambda: _("Price"), act="price", stacked=True)
        self.line_discount = KeyButton(lambda: _("Line %"), act="line_discount", stacked=True)
        self.bill_discount = KeyButton(lambda: _("Bill %"), act="bill_discount", stacked=True)
        self.hold = KeyButton("", act="hold", stacked=True)
        self.returns = KeyButton(lambda: _("Returns"), act="returns", stacked=True)
        self.remove = KeyButton(lambda: _("Remove"), act="remove", tone="danger", stacked=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (*self._line_keys(), self.hold, self.returns, self.remove):
            if is_large():
                button.use_role("secondary")
            row.addWidget(button, 0 if is_large() else 1)
        return row

    def _line_keys(self) -> tuple[KeyButton, ...]:
        return self.quantity, self.price, self.line_discount, self.bill_discount

    def _right(self) -> QVBoxLayout:
        self.product = ProductCard()
        self.totals = TotalsCard()
        self.pay = KeyButton(lambda: _("Pay"), "Enter", act="pay", tone="primary")
        column = QVBoxLayout()
        column.setSpacing(px(12))
        column.addWidget(self.product)
        column.addWidget(self.totals, 1)
        column.addWidget(self.pay)
        return column

    def _connect(self) -> None:
        self.pay.clicked.connect(self.pay_wanted)
        self.cancel_key = ActKey("cancel_bill", self)
        self.lot_key = ActKey("lot", self)
        self.take_off_key = ActKey("take_off", self)
        self.code_box.empty_enter.connect(self._enter_in_empty_box)
        self.code_box.stepped.connect(self._step)
        self.lines.moved.connect(self._show_selected)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and self.isEnabled():
            self.enabled_again.emit()
        super().changeEvent(event)

    def show_bill(self, basket: Basket, priced: Priced, select: int | None = None) -> None:
        rows = [BillRow(line, money) for line, money in zip(basket.lines, priced.lines, strict=True)]
        self.lines.show_rows(rows, select)
        self.totals.show_bill(basket, priced)
        self._show_selected()
        has_lines = bool(rows)
        for button in (*self._line_keys(), self.remove, self.pay):
            button.setEnabled(has_lines)
        self.hold.say((lambda: _("Hold")) if has_lines else (lambda: _("Held bills")))

    def show_return(self, brought: BroughtBack | None, priced: Priced) -> None:
        self.comes_back.show_return(brought)
        self.totals.show_return(brought.value.credit if brought else None, priced)

    @property
    def is_searching(self) -> bool:
        return self.middle.currentIndex() == 1

    def open_search(self, text: str) -> None:
        """Asked for: results in place of the bill's lines; the text stands selected, to be typed over."""
        self.is_asked = True
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self.show_search(text)
        self.code_box.setFocus()

    def show_search(self, text: str) -> None:
        self.middle.setCurrentIndex(1)
        self.search.look_for(text)

    def close_search(self) -> None:
        self.is_asked = False
        self.middle.setCurrentIndex(0)

    def searched(self, word: str) -> Offer | None:
        """The selected result, if the search is open and was for this word."""
        is_same = self.is_searching and read_scan(self.search.text).code == word
        return self.search.table.selected() if is_same else None

    def _step(self, by: int) -> None:
        (self.search.table if self.is_searching else self.lines).step(by)

    def _enter_in_empty_box(self) -> None:
        if self.is_searching:
            self.search.choose()
        else:
            self.pay_wanted.emit()

    def _show_selected(self) -> None:
        row = self.lines.selected()
        self.product.show_offer(row.line.offer if row else None)


def _hint() -> str:
    return _("Scan goods or type a code") if is_large() else _("Scan goods or type a code · 3*code = 3 pieces")
