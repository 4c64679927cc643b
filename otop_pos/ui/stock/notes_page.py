"""The notes that were posted: found again, looked at, printed again, taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.right import Right
from otop_pos.domain.search import fold
from otop_pos.domain.stock_note import NoteKind, StockNote, StockNoteLine
from otop_pos.i18n import _
from otop_pos.services.stock import list_notes
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.note_words import can_take_back, kind_name, note_columns, note_line_columns
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Pill
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable

MOST_NOTES = 400
RIGHTS = {
    NoteKind.TRANSFER: Right.MOVE_STOCK,
    NoteKind.RETURN: Right.RETURN_GOODS,
    NoteKind.LOSS: Right.WRITE_OFF,
    NoteKind.DONATION: Right.WRITE_OFF,
    NoteKind.COUNT: Right.WRITE_OFF,
}


class NotesPage(QWidget):
    """`print_wanted(note)`, `back_wanted(note)`."""

    print_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._notes: tuple[StockNote, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.code_box = CodeBox(lambda: _("Number, maker, product or lot of a note"), icon="magnifying-glass")
        self.empty = EmptyState(
            "files",
            lambda: _("No note here"),
            lambda: _("Notes are written on the shelf: choose a lot and what to do with it."),
        )
        self.table: RowsTable[StockNote] = RowsTable(note_columns(), 62, self.empty)
        self.kind = Paragraph("", "name", most_lines=2)
        self.number = Pill("")
        self.reason = Paragraph("", "secondary", "ink2", most_lines=3)
        self.lines: RowsTable[StockNoteLine] = RowsTable(
            note_line_columns(), 56, EmptyState("files", lambda: _("Choose a note"))
        )
        self.print = KeyButton(lambda: _("Print again"), act="reprint", icon="printer")
        self.take_back = KeyButton(lambda: _("Take it back"), act="take_back", tone="danger")
        self._lay_out()

    def _lay_out(self) -> None:
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(self.code_box)
        left.addWidget(frame, 1)
        self.card = Card(padding=0, spacing=0)
        self.card.column.setContentsMargins(1, 1, 1, 1)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(8))
        head.setSpacing(px(4))
        numbers = QHBoxLayout()
        numbers.addWidget(self.number)
        numbers.addStretch(1)
        head.addWidget(self.kind)
        head.addLayout(numbers)
        head.addWidget(self.reason)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(14), px(10), px(14), px(14))
        foot.setSpacing(px(8))
        foot.addWidget(self.print)
        foot.addWidget(self.take_back)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.lines, 1)
        self.card.column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self.card)

    def _connect(self) -> None:
        box = self.code_box
        box.typed.connect(lambda _text: self._show())
        box.entered.connect(self._keep_text)
        box.stepped.connect(self.table.step)
        box.escaped.connect(lambda: self.show_code(""))
        self.table.moved.connect(self._show_note)
        self.print.clicked.connect(lambda: self._with_note(self.print_wanted.emit))
        self.take_back.clicked.connect(lambda: self._with_note(self.back_wanted.emit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedWidth(min(px(360), round(self.width() * 0.36)))

    def arrive(self) -> None:
        self.read()
        self.code_box.setFocus()

    def read(self) -> None:
        self._backend.call(list_notes, limit=MOST_NOTES, done=self._take, owner=self)

    def show_code(self, text: str) -> None:
        """The notes of a number, or of a scanned lot."""
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self._show()

    def _keep_text(self, text: str) -> None:
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()

    def _take(self, notes: Sequence[StockNote]) -> None:
        self._notes = tuple(notes)
        self._show()

    def _show(self) -> None:
        wanted = fold(self.code_box.text())
        self.table.show_rows([note for note in self._notes if wanted in _searched(note)], select=0)
        self._show_note()

    def _show_note(self) -> None:
        note = self.table.selected()
        self.lines.show_rows(note.lines if note else ())
        for widget in (self.kind, self.number, self.reason, self.print, self.take_back):
            widget.setVisible(note is not None)
        if note is None:
            return
        self.kind.say(lambda: kind_name(note.kind))
        self.number.say(note.doc_no)
        self.reason.say(note.reason)
        right = RIGHTS.get(note.kind)
        self.take_back.setVisible(can_take_back(note) and right is not None and self._desk.may(right))

    def _with_note(self, do: Callable[[StockNote], object]) -> None:
        note = self.table.selected()
        if note is not None:
            do(note)


def _searched(note: StockNote) -> str:
    words = [note.doc_no, note.producer.name_th, note.producer.name_en, note.producer.code]
    for line in note.lines:
        words += [line.lot_code, line.product.name_th, line.product.name_en, line.product.sku]
    return fold(" ".join(words))
