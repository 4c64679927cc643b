"""The right side of a return: the receipt, why, how the money goes back, how much."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import CASH, PAYMENT_METHODS
from otop_pos.domain.sale import Sale
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Figure, Label, Said, rule
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.wording import date_text, method_name

REASONS: tuple[Said, ...] = (
    lambda: _("Damaged or faulty"),
    lambda: _("Changed their mind"),
    lambda: _("Wrong size or colour"),
    lambda: _("Wrong item sold"),
)


class ReturnSide(Card):
    """`show_sale(sale)`, `show_amount(satang)`; `.reason()`, `.method()`, `.reference.text()`."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=3)
        self.number = Fact(lambda: _("Receipt"))
        self.day = Fact(lambda: _("Sold on"))
        self.paid = Fact(lambda: _("Paid"))
        self.reason_edit = PlainEdit(lambda: _("Why it comes back"))
        self.reference = PlainEdit(lambda: _("Reference of the slip"))
        self.amount = Figure("total")
        self.column.addWidget(self._scrolled(), 1)
        self.column.addWidget(rule())
        self.column.addWidget(Label(lambda: _("Give back"), "body", "ink2"))
        self.column.addWidget(self.amount)

    def _scrolled(self) -> QScrollArea:
        """Large text on a small screen scrolls here; the money below stays in sight."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        for fact in (self.number, self.day, self.paid):
            column.addWidget(fact)
        column.addWidget(rule())
        column.addWidget(Label(lambda: _("Reason, as the maker will read it"), "secondary", "ink2"))
        column.addLayout(self._reason_buttons())
        column.addSpacing(px(5))
        column.addWidget(self.reason_edit)
        column.addWidget(Label(lambda: _("Money back by"), "secondary", "ink2"))
        column.addLayout(self._method_buttons())
        column.addSpacing(px(5))
        column.addWidget(self.reference)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _reason_buttons(self) -> QGridLayout:
        buttons = []
        for reason in REASONS:
            button = KeyButton(reason)
            button.use_role("secondary")
            button.clicked.connect(lambda _checked=False, button=button: self.reason_edit.setText(button.words()))
            buttons.append(button)
        return _grid(buttons)

    def _method_buttons(self) -> QGridLayout:
        self._group = QButtonGroup(self)
        self._methods: dict[str, KeyButton] = {}
        for code in PAYMENT_METHODS:
            button = KeyButton(partial(method_name, code))
            button.use_role("secondary")
            button.setCheckable(True)
            button.clicked.connect(self._show_reference)
            self._group.addButton(button)
            self._methods[code] = button
        return _grid(list(self._methods.values()))

    def show_sale(self, sale: Sale | None) -> None:
        self.number.show_value(sale.doc_no if sale else "–")
        self.day.show_value(lambda: date_text(sale.business_date) if sale else "–")
        self.paid.show_value(format_baht(sale.total) if sale else "–")
        self.reason_edit.clear()
        self.reference.clear()
        self._methods[sale.payments[0].method if sale and sale.payments else CASH].setChecked(True)
        self._show_reference()
        self.show_amount(0)

    def show_amount(self, satang: int) -> None:
        self.amount.show_text(format_baht(satang))

    def reason(self) -> str:
        return self.reason_edit.text().strip()

    def method(self) -> str:
        return next(code for code, button in self._methods.items() if button.isChecked())

    def _show_reference(self) -> None:
        self.reference.setVisible(PAYMENT_METHODS[self.method()].needs_reference)


def _grid(buttons: Sequence[KeyButton]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(px(8))
    for number, button in enumerate(buttons):
        grid.addWidget(button, number // 2, number % 2)
    return grid
