"""The shelf by lot, product and maker: found per keystroke, told as a story, labelled again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Right
from otop_pos.domain.scan import as_code, read_scan
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_row import StockRow
from otop_pos.i18n import _
from otop_pos.services.stock import LotMove, list_lots, list_moves, list_stock
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import ActKey, cap_of
from otop_pos.ui.stock.act_bar import ActBar
from otop_pos.ui.stock.expiry import expires_soon, is_expired
from otop_pos.ui.stock.group_columns import group_columns
from otop_pos.ui.stock.labels import LabelPrinter
from otop_pos.ui.stock.lot_card import LotCard
from otop_pos.ui.stock.lot_columns import lot_columns
from otop_pos.ui.stock.roomy import RoomySegments
from otop_pos.ui.stock.stock_totals import StockTotals
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable

MOST_LOTS = 1000
"""In the list at once; a longer one is searched, not scrolled."""
GROUPS = ("lot", "product", "producer")


class ShelfPage(QWidget):
    """Reads again whenever stock changed while it is in front, and each time it is chosen."""

    act_wanted = Signal(object, object)
    """Act, Lot."""
    price_wanted = Signal(object)
    found_wanted = Signal(object)

    def __init__(self, backend: Door, desk: Desk, messages: MessageBar) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._messages = messages
        self._question = 0
        self._lots: tuple[Lot, ...] = ()
        self._printer = LabelPrinter(self, backend, desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.code_box = CodeBox(
            lambda: _("Scan or type") if is_large() else _("Scan a label, or type a product, maker or lot"),
            icon="magnifying-glass",
        )
        self.groups = RoomySegments(
            [("lot", lambda: _("Lots")), ("product", lambda: _("Products")), ("producer", lambda: _("Makers"))]
        )
        self.groups.choose("lot")
        self.empty = EmptyState("package", "", "")
        self.table: RowsTable[Lot] = RowsTable(lot_columns(lambda: self._desk.today), empty=self.empty)
        self.group_empty = EmptyState("package", "", "")
        self.group_table: RowsTable[StockRow] = RowsTable(group_columns(), row_height=58, empty=self.group_empty)
        self.totals = StockTotals()
        self.acts = ActBar()
        self.lot_card = LotCard()
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.group_table)
        self._lay_out()

    def _lay_out(self) -> None:
        table_card = Card()
        table_card.column.setContentsMargins(1, 1, 1, 1)
        table_card.column.addWidget(self.tables)
        search = QHBoxLayout()
        search.setSpacing(px(10))
        search.addWidget(self.code_box, 1)
        search.addWidget(self.groups)
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addLayout(search)
        left.addWidget(table_card, 1)
        left.addWidget(self.acts)
        left.addWidget(self.totals)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self.lot_card)

    def _connect(self) -> None:
        box = self.code_box
        box.typed.connect(lambda _text: self.look())
        box.entered.connect(self._keep_text)
        box.empty_enter.connect(self._open_group)
        box.stepped.connect(self._step)
        box.escaped.connect(self._show_all)
        self.groups.changed.connect(lambda _group: self._regroup())
        ActKey("group", self).activated.connect(self._next_group)
        ActKey("find", self).activated.connect(self._find)
        self.table.moved.connect(self._tell_story)
        self.group_table.chosen.connect(self._open_row)
        self.totals.soon.clicked.connect(self._show)
        self.lot_card.print.clicked.connect(self._print)
        self._printer.printed.connect(self._printed)
        self._printer.refused.connect(self._not_printed)
        self.acts.wanted.connect(lambda act: self._with_lot(partial(self.act_wanted.emit, act)))
        self.acts.price_wanted.connect(lambda: self._with_lot(self.price_wanted.emit))
        self.acts.found_wanted.connect(lambda: self._with_lot(self.found_wanted.emit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lot_card.setFixedWidth(min(px(344), round(self.width() * 0.36)))

    @property
    def group(self) -> str:
        """What a row of the list is now: a lot, a product or a producer."""
        return self.groups.choice()

    def arrive(self) -> None:
        self.look()
        self.code_box.setFocus()

    def show_code(self, code: str) -> None:
        """A scanned label goes to its lot, whatever was looked at before."""
        self.totals.soon.setChecked(False)
        self._choose_group("lot")
        self.code_box.set_text(read_scan(code).code)
        self.code_box.edit.selectAll()
        self.look()

    def look(self) -> None:
        self._question += 1
        text, question = as_code(self.code_box.text()), self._question
        if self.group == "lot":
            self._backend.call(list_lots, text, MOST_LOTS, done=partial(self._found, question), owner=self)
        else:
            self._backend.call(list_stock, self.group, text, done=partial(self._grouped, question), owner=self)

    def _find(self) -> None:
        self.code_box.setFocus()
        self.code_box.edit.selectAll()

    def _keep_text(self, text: str) -> None:
        """Enter leaves the words of the search where they are, to be typed over; on a group it opens its lots."""
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self._open_group()

    def _step(self, by: int) -> None:
        (self.table if self.group == "lot" else self.group_table).step(by)

    def _show_all(self) -> None:
        self.code_box.clear()
        self.totals.soon.setChecked(False)
        self.look()

    def _next_group(self) -> None:
        self._choose_group(GROUPS[(GROUPS.index(self.group) + 1) % len(GROUPS)])
        self.look()

    def _choose_group(self, group: str) -> None:
        if group != self.group:
            self.groups.choose(group)
        self._show_group()

    def _regroup(self) -> None:
        self._show_group()
        self.look()
        self.code_box.setFocus()

    def _show_group(self) -> None:
        is_lots = self.group == "lot"
        self.tables.setCurrentWidget(self.table if is_lots else self.group_table)
        self.lot_card.setVisible(is_lots)
        self.acts.setVisible(is_lots)
        self.totals.soon.setVisible(is_lots)

    def _open_group(self) -> None:
        if self.group != "lot":
            row = self.group_table.selected()
            if row is not None:
                self._open_row(row)

    def _open_row(self, row: StockRow) -> None:
        """The lots of the product or maker that was chosen."""
        self.code_box.set_text(row.code)
        self._choose_group("lot")
        self.look()
        self.code_box.setFocus()
        self.code_box.edit.selectAll()

    def _found(self, question: int, lots: Sequence[Lot]) -> None:
        if question == self._question:
            self._lots = tuple(lots)
            self._show()

    def _grouped(self, question: int, rows: Sequence[StockRow]) -> None:
        if question == self._question:
            self._say_empty()
            self.group_table.show_rows(rows, select=0)
            self.totals.show_rows(rows)

    def _show(self) -> None:
        before, today = self.table.selected(), self._desk.today
        shown = list(self._lots)
        if self.totals.soon.isChecked():
            shown = [lot for lot in shown if expires_soon(lot, today) or is_expired(lot, today)]
            shown.sort(key=lambda lot: lot.expires_on or today)
        self._say_empty()
        # The lot that was looked at stays selected wherever it is now.
        same = (number for number, lot in enumerate(shown) if before is not None and lot.id == before.id)
        self.table.show_rows(shown, select=next(same, 0))
        self.totals.show_lots(shown, is_cut=len(self._lots) == MOST_LOTS)
        self.totals.show_soon(self._lots, today)
        self._tell_story()

    def _say_empty(self) -> None:
        if self._lots and self.totals.soon.isChecked():
            self.empty.say(
                lambda: _("Nothing expires in the next 30 days"),
                lambda: _("{key} shows all lots again").format(key=cap_of("soon")),
            )
            return
        for empty in (self.empty, self.group_empty):
            if self.code_box.text().strip():
                empty.say(
                    lambda: _("No lot found"),
                    lambda: _("Try part of the product, the maker or the number on the label"),
                )
            else:
                empty.say(
                    lambda: _("Nothing on the shelf yet"), lambda: _("Take in a first delivery on the Receive screen")
                )

    def _tell_story(self) -> None:
        lot = self.table.selected()
        self.lot_card.may_print = self._desk.may(Right.RECEIVE)
        self.lot_card.show_lot(lot)
        self.acts.show_for(self._desk, lot)
        if lot is not None:
            self._backend.call(list_moves, lot.id, done=partial(self._story_came, lot.id), owner=self)

    def _story_came(self, lot_id: int, moves: Sequence[LotMove]) -> None:
        if self.lot_card.lot is not None and self.lot_card.lot.id == lot_id:
            self.lot_card.show_moves(moves)

    def _with_lot(self, do: Callable[[Lot], object]) -> None:
        lot = self.table.selected()
        if lot is not None:
            do(lot)

    def _print(self) -> None:
        lot = self.lot_card.lot
        if lot is not None:
            self.lot_card.print.setEnabled(False)
            self._printer.print((lot,))

    def _printed(self, count: int) -> None:
        self.lot_card.print.setEnabled(True)
        self._messages.say(lambda: _("{count} labels are printed.").format(count=count), "good")

    def _not_printed(self, refusal: Refusal) -> None:
        self.lot_card.print.setEnabled(True)
        self._messages.refuse(refusal)
