"""Counting: each scan is one piece, saved at once; nothing on screen says what should be there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.count import Count, CountLine
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.stock.big_number import BigNumber
from otop_pos.ui.stock.count_columns import blind_columns
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import CENTRE, Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import lot_name, named, product_name, unit_name


class CountScan(QWidget):
    """`entered(text)` was typed, `undo_wanted`, `total_wanted(CountLine)`, `ended`, `left`."""

    entered = Signal(str)
    undo_wanted = Signal()
    total_wanted = Signal(object)
    ended = Signal()
    print_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._touched: list[int] = []
        """Lots in the order in which they were counted here, the last one last."""
        self._count: Count | None = None
        self._build()
        self._connect()
        self.show_last(None)

    def _build(self) -> None:
        self.code_box = CodeBox(lambda: _("Scan, or type 3*code; =12 is all of the last lot"))
        self.lists = Segments([("done", self._done_title), ("open", self._open_title)])
        self.lists.choose("done")
        self.table: RowsTable[CountLine] = RowsTable(
            blind_columns(),
            60,
            EmptyState(
                "barcode",
                lambda: _("Nothing counted yet"),
                lambda: _("Scan the label of every piece on the shelf, one after the other."),
            ),
        )
        self.name = Paragraph("", "heading", most_lines=2)
        self.lot = Label("", "secondary", "ink2", elides=True)
        self.number = BigNumber()
        self.unit = Label("", "heading", "ink2", CENTRE)
        self.about = Label("", "secondary", "ink2", CENTRE, elides=True)
        self.undo = KeyButton(lambda: _("Take the last scan back"), act="remove", tone="danger")
        self.total = KeyButton(lambda: _("Total of this lot"), act="total")
        self.print = KeyButton(lambda: _("Count sheet"), act="reprint", icon="printer")
        self.leave = KeyButton(lambda: _("Later"), "Esc")
        self.end = KeyButton(lambda: _("Counted: see the differences"), act="finish", tone="primary")
        self.end.use_role("name")
        self._lay_out()

    def _lay_out(self) -> None:
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(self.code_box)
        lists = QHBoxLayout()
        lists.setSpacing(px(8))
        lists.addWidget(self.lists, 1)
        lists.addWidget(self.print)
        left.addLayout(lists)
        left.addWidget(frame, 1)
        self.card = Card(padding=20, spacing=2)
        column = self.card.column
        column.addWidget(self.name)
        column.addWidget(self.lot)
        column.addWidget(self.number, 1)
        column.addWidget(self.unit)
        column.addSpacing(px(16))
        column.addWidget(self.about)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.leave)
        buttons.addWidget(self.total, 1)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self.card, 1)
        right.addWidget(self.undo)
        right.addLayout(buttons)
        right.addWidget(self.end)
        self.side = QWidget()
        self.side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        box = self.code_box
        box.entered.connect(self.entered)
        box.removed.connect(self.undo_wanted)
        box.stepped.connect(self.table.step)
        box.escaped.connect(self._escape)
        self.lists.changed.connect(lambda _list: self._show_lines())
        self.undo.clicked.connect(self.undo_wanted)
        self.total.clicked.connect(self._ask_total)
        self.table.chosen.connect(self.total_wanted)
        self.leave.clicked.connect(self.left)
        self.print.clicked.connect(self.print_wanted)
        self.end.clicked.connect(self.ended)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(min(px(440), round(self.width() * 0.42)))

    def begin(self, count: Count) -> None:
        self._touched = []
        self.lists.choose("done")
        self.show_count(count)
        self.show_last(None)
        self.take_focus()

    def show_count(self, count: Count) -> None:
        """As it stands now, with what others counted."""
        self._count = count
        for button in self.lists.buttons.values():
            button.say(button._said)
        self.about.say(f"{count.name} · {count.doc_no}")
        self._show_lines()

    def show_last(self, line: CountLine | None) -> None:
        """The running number of the lot that was just counted, large enough to be read from the shelf."""
        self.undo.setEnabled(line is not None)
        if line is None:
            self.name.say(lambda: _("Ready: scan the first piece"))
            self.lot.say("")
            self.number.show_text("0")
            self.unit.say("")
            return
        if line.lot_id in self._touched:
            self._touched.remove(line.lot_id)
        self._touched.append(line.lot_id)
        self.name.say(lambda: product_name(line.product))
        self.lot.say(lambda: f"{lot_name(line.lot_code)} · {named(line.producer_name, line.producer_name_en)}")
        self.number.show_text(format_quantity(line.counted or 0, line.product.unit))
        self.unit.say(lambda: unit_name(line.product.unit))

    def take_focus(self) -> None:
        self.code_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """Esc empties the box first; nothing that was counted is lost by leaving."""
        if self.code_box.text():
            self.code_box.clear()
        else:
            self.left.emit()

    def _show_lines(self) -> None:
        lines = self._count.lines if self._count else ()
        if self.lists.choice() == "done":
            order = {lot_id: number for number, lot_id in enumerate(self._touched)}
            done = [line for line in lines if line.counted is not None]
            shown = sorted(done, key=lambda line: -order.get(line.lot_id, -1))
        else:
            shown = [line for line in lines if line.counted is None]
        self.table.show_rows(shown, 0 if self.lists.choice() == "done" else None)

    def _ask_total(self) -> None:
        line = self.table.selected()
        if line is not None:
            self.total_wanted.emit(line)

    def _done_title(self) -> str:
        count = self._count
        return _("Counted · {count}").format(count=len(count.lines) - count.left if count else 0)

    def _open_title(self) -> str:
        return _("Not yet · {count}").format(count=self._count.left if self._count else 0)
