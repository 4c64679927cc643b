"""The right side of a return: the receipt, why, how the money goes back, how much."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import CASH, OFFERED, PAYMENT_METHODS
from otop_pos.domain.return_reason import RETURN_REASONS, kept_reason
from otop_pos.domain.sale import Sale
from otop_pos.i18n import _
from otop_pos.ui.style import px, worn_scale
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Figure, Label, rule
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.wording import date_text, method_name, named

LARGE = 120
"""Text of so many percent needs wider buttons."""


class ReturnSide(Card):
    """`show_sale(sale)`, `show_amount(satang)`; `.reason()`, `.method()`, `.reference.text()`."""

    method_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=3)
        self.number = Fact(lambda: _("Receipt"))
        self.paid = Fact("")
        self.lost = Label(lambda: _("Without its receipt: a second person agrees"), "secondary", "warn", elides=True)
        self.reason_edit = PlainEdit(lambda: _("Why it comes back"))
        self.reference = PlainEdit(lambda: _("Reference of the slip"))
        self.amount = Figure("amount")
        money = QHBoxLayout()
        money.addWidget(Label(lambda: _("Give back"), "strong", "ink2"))
        money.addWidget(self.amount, 1)
        self.column.addWidget(self._scrolled(), 1)
        self.column.addWidget(rule())
        self.column.addLayout(money)

    def _scrolled(self) -> QScrollArea:
        """Large text on a small screen scrolls here; the money below stays in sight."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        for fact in (self.number, self.paid, self.lost):
            column.addWidget(fact)
        column.addWidget(rule())
        column.addWidget(Label(lambda: _("Reason, as the maker will read it"), "secondary", "ink2"))
        column.addWidget(self.reason_edit)
        column.addSpacing(px(5))
        column.addLayout(self._reason_buttons())
        column.addWidget(Label(lambda: _("Money back by"), "secondary", "ink2"))
        column.addLayout(self._method_buttons())
        column.addSpacing(px(5))
        column.addWidget(self.reference)
        column.addStretch(1)
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _reason_buttons(self) -> QGridLayout:
        buttons = []
        for reason in RETURN_REASONS:
            button = KeyButton(partial(named, reason.th, reason.en))
            button.use_role("secondary")
            button.clicked.connect(lambda _checked=False, button=button: self.reason_edit.setText(button.words()))
            buttons.append(button)
        return _grid(buttons, 1 if worn_scale() > LARGE else 2)

    def _method_buttons(self) -> QGridLayout:
        self._group = QButtonGroup(self)
        self._methods: dict[str, KeyButton] = {}
        for code in [method.code for method in OFFERED]:
            button = KeyButton(partial(method_name, code))
            button.use_role("secondary")
            button.setCheckable(True)
            button.clicked.connect(self._choose_method)
            self._group.addButton(button)
            self._methods[code] = button
        return _grid(list(self._methods.values()), 2 if worn_scale() > LARGE else 3)

    def show_sale(self, sale: Sale | None, *, has_receipt: bool = True) -> None:
        self.lost.setVisible(not has_receipt)
        self.number.show_value(sale.doc_no if sale else "–")
        self.paid.title.say(lambda: _("Paid on {day}").format(day=date_text(sale.business_date)) if sale else _("Paid"))
        self.paid.show_value(format_baht(sale.total) if sale else "–")
        self.reason_edit.clear()
        self.reference.clear()
        self._methods[_usual_method(sale)].setChecked(True)
        self._show_reference()
        self.show_amount(0)

    def show_amount(self, satang: int) -> None:
        self.amount.show_text(format_baht(satang))

    def reason(self) -> str:
        """As the books keep it: a usual one in both languages."""
        return kept_reason(self.reason_edit.text())

    def method(self) -> str:
        return next(code for code, button in self._methods.items() if button.isChecked())

    def _choose_method(self) -> None:
        self._show_reference()
        if not self.reference.isHidden():
            self.reference.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.reference))
        self.method_chosen.emit()

    def _show_reference(self) -> None:
        self.reference.setVisible(PAYMENT_METHODS[self.method()].needs_reference)


def _usual_method(sale: Sale | None) -> str:
    """The way the most was paid; what new goods took in an exchange goes back in cash."""
    offered = [each for each in (sale.payments if sale else ()) if not PAYMENT_METHODS[each.method].is_internal]
    return max(offered, key=lambda each: each.amount).method if offered else CASH


def _grid(buttons: Sequence[KeyButton], columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(px(8))
    for number, button in enumerate(buttons):
        grid.addWidget(button, number // columns, number % columns)
    return grid
