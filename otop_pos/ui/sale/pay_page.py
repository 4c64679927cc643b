"""Taking money: tenders at the left, the figures and the paper at the right, one button to finish."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing, NotANumber, NotPaid, Refusal
from otop_pos.domain.money import CashRounding, format_baht
from otop_pos.domain.payment import CASH, PAYMENT_METHODS, Given
from otop_pos.domain.sale import Basket, Priced
from otop_pos.i18n import _
from otop_pos.ui.sale.amount_box import AmountBox
from otop_pos.ui.sale.change_panel import ChangePanel
from otop_pos.ui.sale.pay_summary import PaySummary
from otop_pos.ui.sale.tender import Tender, smart_amounts
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.keypad import Keypad
from otop_pos.ui.widgets.label import Figure, Label, rule
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import method_name


class PayPage(QWidget):
    """`start(basket, priced, rule)`; `paid(tuple of Given)` when the bill is covered and Finish was pressed."""

    paid = Signal(object)
    left_alone = Signal()
    """Back to the bill; nothing is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._tender = Tender(0, CashRounding.NONE)
        self._method = CASH
        self._is_saving = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.summary = PaySummary()
        self.finish = KeyButton(lambda: _("Take money and print"), "F12", "Enter", tone="primary")
        self.back = KeyButton(lambda: _("Back to the bill, nothing is lost"), "Esc", tone="quiet")
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self.summary, 1)
        right.addWidget(self.finish)
        right.addWidget(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(10))
        row.setSpacing(px(16))
        row.addWidget(self._left(), 796)
        row.addLayout(right, 430)

    def _left(self) -> Card:
        card = Card(padding=22, spacing=14)
        self.title = Label("", "heading")
        self.amount = Figure("amount")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.amount, 1)
        card.column.addLayout(head)
        card.column.addWidget(rule())
        card.column.addLayout(self._methods())
        card.column.addWidget(self.message_bar)
        columns = QHBoxLayout()
        columns.setSpacing(px(18))
        columns.addLayout(self._given(), 1)
        self.keypad = Keypad()
        self.keypad.setMinimumHeight(px(308))
        self.note = Paragraph("", "secondary", "ink2")
        columns.addWidget(self.keypad, 1)
        card.column.addLayout(columns)
        card.column.addWidget(self.note)
        card.column.addStretch(1)
        return card

    def _methods(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.methods = QButtonGroup(self)
        self.method_buttons: dict[str, KeyButton] = {}
        for number, method in enumerate(PAYMENT_METHODS.values(), start=1):
            button = KeyButton(partial(method_name, method.code), f"Alt+{number}", stacked=True)
            button.setCheckable(True)
            self.method_buttons[method.code] = button
            self.methods.addButton(button)
            row.addWidget(button, 1)
        return row

    def _given(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(12))
        self.amount_box = AmountBox("")
        self.reference = PlainEdit(lambda: _("Reference of the slip"), "name")
        self.reference.setMinimumHeight(px(56))
        self.smart_grid = QGridLayout()
        self.smart_grid.setSpacing(px(8))
        self.smart = [KeyButton("") for _number in range(6)]
        for number, button in enumerate(self.smart):
            button.use_role("name")
            button.setMinimumHeight(px(54))
            self.smart_grid.addWidget(button, number // 3, number % 3)
        self.change = ChangePanel()
        for part in (self.amount_box, self.reference, self.smart_grid, self.change):
            if isinstance(part, QGridLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        for code, button in self.method_buttons.items():
            button.clicked.connect(lambda _checked=False, code=code: self._choose(code))
        for number, button in enumerate(self.smart):
            button.clicked.connect(lambda _checked=False, number=number: self._take_smart(number))
        self.amount_box.edit.changed.connect(lambda _value: self._show())
        self.reference.textChanged.connect(lambda _text: self._show())
        self.amount_box.edit.returnPressed.connect(self._enter)
        self.reference.returnPressed.connect(self._enter)
        self.finish.clicked.connect(self._finish)
        self.back.clicked.connect(self._leave)

    def start(self, basket: Basket, priced: Priced, rule: CashRounding) -> None:
        """A new payment of this bill."""
        count = len(basket.lines)
        self.title.say(lambda: _("Pay · {count} lines").format(count=count))
        self.amount.show_text(format_baht(priced.net))
        self._tender = Tender(priced.net, rule)
        self.summary.paper.choose("th")
        self.message_bar.clear()
        self.saving(False)
        self._choose(CASH)

    def saving(self, is_saving: bool) -> None:
        """While the sale is being saved nothing here can be pressed a second time."""
        self._is_saving = is_saving
        self.finish.setEnabled(not is_saving)
        self.back.setEnabled(not is_saving)

    @property
    def is_saving(self) -> bool:
        return self._is_saving

    def take_focus(self) -> None:
        """To the box that is still to be filled in."""
        waits = self.reference.isVisibleTo(self) and not self.reference.text().strip()
        (self.reference if waits else self.amount_box.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refusal: Refusal) -> None:
        self.saving(False)
        self.message_bar.refuse(refusal)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if not self._is_saving:
            self.left_alone.emit()

    def _choose(self, code: str) -> None:
        self._method = code
        method = PAYMENT_METHODS[code]
        self.method_buttons[code].setChecked(True)
        self.reference.clear()
        self.reference.setVisible(method.needs_reference)
        edit = self.amount_box.edit
        # Only cash is counted out by hand; a terminal takes what is asked.
        edit.show_value(None if method.gives_change else self._tender.left(code))
        self.amount_box.title.say(
            (lambda: _("Cash received"))
            if method.gives_change
            else lambda: _("Amount by {method}").format(method=method_name(code))
        )
        due = self._tender.left(code)
        amounts = (due, *smart_amounts(due))
        for number, button in enumerate(self.smart):
            button.setVisible(method.gives_change and number < len(amounts))
            if number == 0:
                button.say(lambda: _("Exact"))
            elif number < len(amounts):
                button.say(format_baht(amounts[number]).removesuffix(".00"))
        self._show()
        self.keypad.write_into(edit)
        self.take_focus()

    def _take_smart(self, number: int) -> None:
        due = self._tender.left(self._method)
        self.amount_box.edit.show_value((due, *smart_amounts(due))[number])
        self.amount_box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> Given | None:
        value = self.amount_box.edit.value()
        return Given(self._method, value, self.reference.text().strip()) if value else None

    def _show(self) -> None:
        """Figures for what was given so far and what is being typed now."""
        current = self._current()
        tender = self._tender.add(current) if current else self._tender
        left = tender.left(self._method)
        if left:
            self.change.show_missing(left)
        else:
            self.change.show_change(tender.change)
        self.summary.show_tender(tender, tender.change, left)
        self._show_note()

    def _show_note(self) -> None:
        rounding = self._tender.rounding
        if PAYMENT_METHODS[self._method].gives_change and rounding:
            self.note.say(
                lambda: _("Cash is rounded by {amount} baht; tax stays as it is.").format(amount=format_baht(rounding))
            )
        else:
            self.note.say(lambda: _("Split payment: type a part, press Enter, then choose the next way to pay."))

    def _enter(self) -> None:
        """Empty cash box: the exact amount, to be seen before it is taken. Otherwise take what is there."""
        edit = self.amount_box.edit
        if not edit.text().strip() and not self._tender.settled():
            edit.show_value(self._tender.left(self._method))
            edit.selectAll()
            return
        self._finish()

    def _finish(self) -> None:
        if self._is_saving:
            return
        try:
            tender = self._with_current()
            settlement = tender.settled()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        if settlement is None:
            self._go_on(tender)
            return
        self.saving(True)
        self.paid.emit(tender.given)

    def _with_current(self) -> Tender:
        """Refuses NotANumber, Missing (a reference), NotPaid."""
        text = self.amount_box.edit.text().strip()
        current = self._current()
        if text and self.amount_box.edit.value() is None:
            raise NotANumber(text)
        if current is None:
            if self._tender.settled() is None:
                raise NotPaid(self._tender.left(self._method))
            return self._tender
        if PAYMENT_METHODS[self._method].needs_reference and not current.reference:
            raise Missing(_("Reference of the slip"))
        return self._tender.add(current)

    def _go_on(self, tender: Tender) -> None:
        """A part is paid: keep it, ask for the rest."""
        self._tender = tender
        self.message_bar.clear()
        self._choose(self._method if PAYMENT_METHODS[self._method].gives_change else CASH)
