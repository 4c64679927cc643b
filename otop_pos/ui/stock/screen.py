"""Stock by lot: found per keystroke, told as a story, labelled again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.errors import Refusal
from otop_pos.domain.receiving import Grn
from otop_pos.domain.scan import as_code, read_scan
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.receiving import read_grn
from otop_pos.services.stock import LotMove, list_lots, list_moves
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import cap_of
from otop_pos.ui.papers import Papers
from otop_pos.ui.screen import Screen
from otop_pos.ui.stock.expiry import expires_soon, is_expired
from otop_pos.ui.stock.lot_card import LotCard
from otop_pos.ui.stock.lot_columns import lot_columns
from otop_pos.ui.stock.papers import print_lot_labels
from otop_pos.ui.stock.stock_totals import StockTotals
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.rows_table import RowsTable

MOST_LOTS = 1000
"""In the list at once; a longer one is searched, not scrolled."""


class StockScreen(Screen):
    """Reads again whenever stock changed while it is in front, and each time it is chosen."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._question = 0
        self._lots: tuple[Lot, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.code_box = CodeBox(
            lambda: _("Scan a label, or type a product, maker or lot"), lambda: "", icon="magnifying-glass"
        )
        self.empty = EmptyState("package", "", "")
        self.table: RowsTable[Lot] = RowsTable(lot_columns(lambda: self._desk.today), empty=self.empty)
        self.totals = StockTotals()
        self.lot_card = LotCard()
        table_card = Card()
        table_card.column.setContentsMargins(1, 1, 1, 1)
        table_card.column.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(px(12))
        for widget in (self.code_box, self.message_bar):
            left.addWidget(widget)
        left.addWidget(table_card, 1)
        left.addWidget(self.totals)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self.lot_card)

    def _connect(self) -> None:
        box = self.code_box
        box.typed.connect(lambda _text: self._look())
        box.entered.connect(self._keep_text)
        box.stepped.connect(self.table.step)
        box.escaped.connect(self._show_all)
        self.table.moved.connect(self._tell_story)
        self.totals.soon.clicked.connect(self._show)
        self.lot_card.print.clicked.connect(self._print)
        self._desk.announcements.stock_changed.connect(self._stock_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lot_card.setFixedWidth(min(px(344), round(self.width() * 0.36)))

    @property
    def help_topic(self) -> str:
        return "stock"

    def arrive(self) -> None:
        self._look()
        self.code_box.setFocus()

    def scan(self, code: str) -> bool:
        text = read_scan(code).code
        self.totals.soon.setChecked(False)
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self._look()
        return True

    def _keep_text(self, text: str) -> None:
        """Enter leaves the words of the search where they are, to be typed over."""
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()

    def _show_all(self) -> None:
        self.code_box.clear()
        self.totals.soon.setChecked(False)
        self._look()

    def _stock_changed(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        self._question += 1
        self._backend.call(
            list_lots,
            as_code(self.code_box.text()),
            MOST_LOTS,
            done=partial(self._found, self._question),
            owner=self,
        )

    def _found(self, question: int, lots: Sequence[Lot]) -> None:
        if question == self._question:
            self._lots = tuple(lots)
            self._show()

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
        elif self.code_box.text().strip():
            self.empty.say(
                lambda: _("No lot found"), lambda: _("Try part of the product, the maker or the number on the label")
            )
        else:
            self.empty.say(
                lambda: _("Nothing on the shelf yet"), lambda: _("Take in a first delivery on the Receive screen")
            )

    def _tell_story(self) -> None:
        lot = self.table.selected()
        self.lot_card.show_lot(lot)
        if lot is not None:
            self._backend.call(list_moves, lot.id, done=partial(self._story_came, lot.id), owner=self)

    def _story_came(self, lot_id: int, moves: Sequence[LotMove]) -> None:
        if self.lot_card.lot is not None and self.lot_card.lot.id == lot_id:
            self.lot_card.show_moves(moves)

    def _print(self) -> None:
        lot = self.lot_card.lot
        if lot is not None:
            self.lot_card.print.setEnabled(False)
            self._backend.call(read_grn, self.lot_card.doc_no, done=partial(self._print_labels, lot), owner=self)

    def _print_labels(self, lot: Lot, grn: Grn) -> None:
        self._backend.send(
            print_lot_labels,
            grn,
            lot,
            self._desk.shop,
            Papers(self._desk).place,
            done=self._printed,
            refused=self._not_printed,
            owner=self,
        )

    def _printed(self, count: int) -> None:
        self.lot_card.print.setEnabled(True)
        self.message_bar.say(lambda: _("{count} labels are printed.").format(count=count), "good")

    def _not_printed(self, refusal: Refusal) -> None:
        self.lot_card.print.setEnabled(True)
        self.refuse(refusal)
