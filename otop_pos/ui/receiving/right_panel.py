"""Puts a posted delivery right: whole, while nothing became of its goods, else line by line; always with a reason."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.receiving import Grn, GrnBrief
from otop_pos.domain.stock_note import StockNote
from otop_pos.i18n import _
from otop_pos.services.receiving import Standing, correct_delivery, list_standing, reverse_delivery
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.right_rows import RightRow, right_columns, right_row
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit, QuantityEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.wording import named, product_name

WIDTH, ROW, HEAD, MOST_ROWS, REST = 880, 58, 38, 5, 420
USUAL_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("Counted wrong"),
    lambda: _("Typed wrong"),
    lambda: _("Wrong maker"),
)


class _CountEdit(QuantityEdit):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class RightPanel(Overlay):
    """`ask(brief)` → `reversed(grn)` or `corrected(doc_no, note)`."""

    reversed = Signal(object)
    corrected = Signal(str, object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._doc_no = ""
        self._is_showing = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label("", "heading", elides=True)
        self.message_bar = MessageBar()
        self.table: RowsTable[RightRow] = RowsTable(
            right_columns(), ROW, EmptyState("package", lambda: _("Nothing of it was accepted"))
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = Card()
        ground.column.setContentsMargins(1, 1, 1, 1)
        ground.column.addWidget(self.table)
        hint = Paragraph(
            lambda: _("Type what really came; ↑ ↓ go to another line. The signed note stays as it is."),
            "secondary",
            "ink2",
        )
        for widget in (self.title, self.message_bar, hint, ground):
            self.card.column.addWidget(widget)
        self.card.column.addLayout(self._boxes())
        self.card.column.addLayout(self._buttons())

    def _boxes(self) -> QHBoxLayout:
        self.name = Label("", "secondary", "ink2", elides=True)
        self.count, self.reason = _CountEdit(allows_zero=True), PlainEdit()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, title, box in (
            (left, self.name, self.count),
            (right, Label(lambda: _("Reason"), "secondary", "ink2"), self.reason),
        ):
            column.setSpacing(0)
            column.addWidget(title)
            column.addWidget(box)
        usual = QHBoxLayout()
        usual.setSpacing(px(6))
        for text in USUAL_REASONS:
            button = KeyButton(text)
            button.use_role("secondary")
            button.clicked.connect(partial(self._take_reason, text))
            usual.addWidget(button, 1)
        right.addSpacing(px(6))
        right.addLayout(usual)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.whole = KeyButton(lambda: _("Take the whole note back"), act="note_back", tone="danger")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.correct = KeyButton(lambda: _("Correct the lines"), act="finish", tone="soft")
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.correct)
        return row

    def _connect(self) -> None:
        self.table.moved.connect(self._show_line)
        self.table.clicked.connect(lambda _index: self._stand_on(self.count))
        self.count.changed.connect(self._take)
        self.count.stepped.connect(self.table.step)
        self.count.returnPressed.connect(lambda: self._stand_on(self.reason))
        self.reason.returnPressed.connect(self.correct.click)
        self.back.clicked.connect(self.give_up)
        self.whole.clicked.connect(lambda _checked: self._reverse())
        self.correct.clicked.connect(lambda _checked: self._correct())

    def ask(self, brief: GrnBrief) -> None:
        """Reads what stands of the note."""
        self._doc_no = brief.doc_no
        maker = partial(named, brief.producer_name, brief.producer_name_en)
        self.title.say(lambda: _("Put {doc_no} right · {producer}").format(doc_no=brief.doc_no, producer=maker()))
        self.message_bar.clear()
        self.reason.clear()
        self._wait(False)
        self.table.show_rows(())
        self._backend.call(list_standing, brief.doc_no, done=partial(self._came, brief.doc_no), owner=self)
        self.open(self.count)

    def refuse(self, refusal: Refusal) -> None:
        self._wait(False)
        self.message_bar.refuse(refusal)

    def _came(self, doc_no: str, lines: Sequence[Standing]) -> None:
        if doc_no == self._doc_no:
            self.table.show_rows([right_row(line) for line in lines], select=0 if lines else None)
            for widget in (self.count, self.correct):
                widget.setEnabled(bool(lines))
            self._fit(len(lines))
            self._show_line()
            self._stand_on(self.count if lines else self.reason)

    def _fit(self, rows: int) -> None:
        """As many lines as there are, as far as the screen has room."""
        wanted = px(HEAD + ROW * max(min(rows, MOST_ROWS), 2))
        self.table.setFixedHeight(max(min(wanted, self._host.height() - px(REST)), px(HEAD + ROW)))

    def _show_line(self) -> None:
        row = self.table.selected()
        if row is None or self._is_showing:
            return
        self._is_showing = True
        self.name.say(lambda: _("Really came: {product}").format(product=product_name(row.standing.product)))
        self.count.use_unit(row.standing.product.unit)
        self.count.show_value(row.wanted)
        self.count.selectAll()
        self._is_showing = False

    def _take(self, qty: int | None) -> None:
        number = self.table.selected_number()
        if qty is None or self._is_showing or number < 0:
            return
        self._is_showing = True
        rows = list(self.table.rows_model.rows)
        rows[number] = rows[number].want(qty)
        self.table.show_rows(rows)
        self._is_showing = False

    def _take_reason(self, text: Callable[[], str]) -> None:
        self.reason.setText(text())
        self._stand_on(self.reason)

    def _stand_on(self, box: PlainEdit) -> None:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.selectAll()

    def _reverse(self, approval: Approval | None = None) -> None:
        if self._has_reason():
            act = partial(self._backend.call, reverse_delivery, self._doc_no, self.reason.text())
            self._run(act, approval, self._reverse, self._reversed)

    def _correct(self, approval: Approval | None = None) -> None:
        if self.count.text().strip() and self.count.value() is None:
            self._say_wrong()
        elif self._has_reason():
            wanted = tuple(row.correction() for row in self.table.rows_model.rows if row.is_changed)
            act = partial(self._backend.call, correct_delivery, self._doc_no, wanted, self.reason.text())
            self._run(act, approval, self._correct, self._corrected)

    def _run(
        self,
        act: Callable[..., None],
        approval: Approval | None,
        again: Callable[[Approval], None],
        done: Callable[..., None],
    ) -> None:
        ask = self._desk.approvals.or_refuse(again, self.refuse)
        self._wait(True)
        act(**self._desk.here(), approval=approval, done=done, refused=partial(self._answered, ask), owner=self)

    def _answered(self, ask: Callable[[Refusal], None], refusal: Refusal) -> None:
        """Who is asked for approval may give up, and the keys must work again."""
        self._wait(False)
        ask(refusal)

    def _reversed(self, grn: Grn) -> None:
        self.close_over()
        self.reversed.emit(grn)

    def _corrected(self, note: StockNote) -> None:
        self.close_over()
        self.corrected.emit(self._doc_no, note)

    def _has_reason(self) -> bool:
        if not self.reason.text().strip():
            self.message_bar.refuse(Missing(_("Reason")))
            self._stand_on(self.reason)
            return False
        return True

    def _say_wrong(self) -> None:
        try:
            self.count.read()
        except Refusal as refusal:
            self.message_bar.refuse(refusal)
        self._stand_on(self.count)

    def _wait(self, is_waiting: bool) -> None:
        for button in (self.whole, self.correct):
            button.setEnabled(not is_waiting)
