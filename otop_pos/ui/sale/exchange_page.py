"""An exchange in which the customer pays nothing: what goes back to them, and how; one Enter finishes."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import CASH, OFFERED, PAYMENT_METHODS
from otop_pos.i18n import _
from otop_pos.services.exchange import ExchangeValue
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.change_panel import ChangePanel
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.sale.return_columns import sale_line_name
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.wording import method_name

MOST_LINES = 5


class ExchangePage(QWidget):
    """`start(brought)`, `show_value(value)`; `finished(refund)` with the way the rest goes back."""

    finished = Signal(object)
    method_chosen = Signal(object)
    """The Refund with another method: its value is to be asked again."""
    left_alone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._brought: BroughtBack | None = None
        self._is_saving = False
        self.message_bar = MessageBar()
        self.rows = FactList(ruled=True)
        self.panel = ChangePanel("total", height=112)
        self.reference = PlainEdit(lambda: _("Reference of the slip"), "name")
        keys = () if is_large() else ("Enter",)
        self.finish = KeyButton(lambda: _("Give money back"), *keys, act="finish", tone="primary")
        self.back = KeyButton(lambda: _("Back to the bill, nothing is lost"), "Esc", tone="quiet")
        self._build()
        self._connect()

    def _build(self) -> None:
        card = Card(padding=24, spacing=10)
        card.column.addWidget(Label(lambda: _("Exchange"), "heading"))
        card.column.addWidget(self.message_bar)
        card.column.addWidget(self.rows)
        card.column.addStretch(1)
        card.column.addWidget(self.panel)
        side = Card(padding=22, spacing=10)
        self.how = Label(lambda: _("Money back by"), "heading")
        side.column.addWidget(self.how)
        side.column.addWidget(self._methods())
        side.column.addWidget(self.reference)
        side.column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(side, 1)
        right.addWidget(self.finish)
        right.addWidget(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(10))
        row.setSpacing(px(16))
        row.addWidget(card, 796)
        row.addLayout(right, 430)

    def _methods(self) -> QWidget:
        self.choices = QWidget()
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._group = QButtonGroup(self)
        self.method_buttons: dict[str, KeyButton] = {}
        for method in OFFERED:
            button = KeyButton(partial(method_name, method.code), act=f"pay_{method.code}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, code=method.code: self._choose(code))
            self._group.addButton(button)
            self.method_buttons[method.code] = button
            column.addWidget(button)
        return self.choices

    def _connect(self) -> None:
        self.reference.returnPressed.connect(self._finish)
        self.finish.clicked.connect(self._finish)
        self.back.clicked.connect(self._leave)

    def start(self, brought: BroughtBack) -> None:
        self._brought = brought
        self.reference.clear()
        self.message_bar.clear()
        self.saving(False)
        self.method_buttons[brought.refund.method].setChecked(True)
        self.reference.setText(brought.refund.reference)

    def show_value(self, value: ExchangeValue) -> None:
        """`left` is 0: what is to be paid goes another way."""
        if self._brought is None:
            return
        goods = [
            FactRow(partial(sale_line_name, row.line), format_baht(-row.amount))
            for row in self._brought.rows[:MOST_LINES]
        ]
        self.rows.show_rows(
            [
                *goods,
                FactRow(lambda: _("Comes back"), format_baht(-value.credit), strong=True),
                FactRow(lambda: _("New goods"), format_baht(value.bill), strong=True),
            ]
        )
        self._show_back(value.back)

    def take_focus(self) -> None:
        waits = self.reference.isVisibleTo(self) and not self.reference.text().strip()
        (self.reference if waits else self.finish).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refusal: Refusal) -> None:
        self.saving(False)
        self.message_bar.refuse(refusal)
        self.take_focus()

    @property
    def is_saving(self) -> bool:
        return self._is_saving

    def saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.finish.setEnabled(not is_saving)
        self.back.setEnabled(not is_saving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _show_back(self, back: int) -> None:
        self.panel.show_change(back)
        self.panel.title.say(lambda: _("Give back") if back else _("Nothing to pay"))
        for widget in (self.how, self.choices):
            widget.setVisible(back > 0)
        self._show_reference(back)
        self.take_focus()

    def _show_reference(self, back: int) -> None:
        self.reference.setVisible(back > 0 and PAYMENT_METHODS[self._method()].needs_reference)

    def _method(self) -> str:
        return next((code for code, button in self.method_buttons.items() if button.isChecked()), CASH)

    def _choose(self, code: str) -> None:
        if self._brought is not None:
            self.method_chosen.emit(replace(self._brought.refund, method=code))

    def _leave(self) -> None:
        if not self._is_saving:
            self.left_alone.emit()

    def _finish(self) -> None:
        """Where nothing goes back, no way to pay and no reference are needed."""
        if self._is_saving or self._brought is None:
            return
        refund = replace(self._brought.refund, method=CASH, reference="")
        if not self.choices.isHidden():
            refund = replace(refund, method=self._method(), reference=self.reference.text().strip())
        if PAYMENT_METHODS[refund.method].needs_reference and not refund.reference:
            self.refuse(Missing(_("Reference of the slip")))
            return
        self.saving(True)
        self.finished.emit(refund)
