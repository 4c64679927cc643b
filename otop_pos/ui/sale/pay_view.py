"""How the payment looks: tenders, amount and keypad at the left, figures and paper at the right."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.customer import Customer
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import OFFERED, PaymentMethod
from otop_pos.i18n import _
from otop_pos.ui.sale.amount_box import AmountBox
from otop_pos.ui.sale.change_panel import ChangePanel
from otop_pos.ui.sale.large import is_large
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
from otop_pos.ui.widgets.qr_view import QrView
from otop_pos.ui.wording import method_name

SMART_BUTTONS = 6
KEYPAD_HEIGHT, QR_HEIGHT, LOW_HEIGHT = 308, 404, 250


class PayView(QWidget):
    """Shows a Tender and says what was pressed; what it means is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self._is_voucher = False
        self.message_bar = MessageBar()
        self.summary = PaySummary()
        self.finish = KeyButton(lambda: _("Finish and print"), "Enter", act="finish", tone="primary")
        self.back = KeyButton(lambda: _("Back to the bill, nothing is lost"), "Esc", tone="quiet")
        right = QVBoxLayout()
        right.setSpacing(px(4 if is_large() else 12))
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
        columns.addWidget(self._aside(), 1)
        card.column.addLayout(columns)
        self.note = Paragraph("", "secondary", "ink2")
        card.column.addWidget(self.note)
        card.column.addStretch(1)
        return card

    def _methods(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._group = QButtonGroup(self)
        self.method_buttons: dict[str, KeyButton] = {}
        for method in OFFERED:
            button = KeyButton(partial(method_name, method.code), act=f"pay_{method.code}", stacked=True)
            button.setCheckable(True)
            self.method_buttons[method.code] = button
            self._group.addButton(button)
            if is_large():
                button.use_role("secondary")
            row.addWidget(button, 0 if is_large() else 1)
        return row

    def _given(self) -> QVBoxLayout:
        self.amount_box = AmountBox("", "figure" if is_large() else "amount")
        self.reference = PlainEdit(self._reference_hint, "name")
        self.smart = [KeyButton("") for _number in range(SMART_BUTTONS)]
        self.change = ChangePanel("figure", 60) if is_large() else ChangePanel()
        grid = QGridLayout()
        grid.setSpacing(px(8))
        for number, button in enumerate(self.smart):
            button.use_role("name")
            button.setMinimumHeight(px(44 if is_large() else 54))
            grid.addWidget(button, number // 3, number % 3)
        column = QVBoxLayout()
        column.setSpacing(px(12))
        column.addWidget(self.amount_box)
        column.addWidget(self.reference)
        column.addLayout(grid)
        column.addWidget(self.change)
        column.addStretch(1)
        return column

    def _aside(self) -> QStackedWidget:
        """The keypad, or the code that the customer's bank scans."""
        self.keypad = Keypad(self.amount_box.edit)
        self.qr = QrView()
        self.aside = QStackedWidget()
        self.aside.setMinimumHeight(_aside_height(has_qr=False))
        self.aside.addWidget(self.keypad)
        self.aside.addWidget(self.qr)
        return self.aside

    def show_bill(self, line_count: int, net: int, customer: Customer | None) -> None:
        self.title.say(lambda: _("Pay · {count} lines").format(count=line_count))
        self.amount.show_text(format_baht(net))
        self.summary.paper.choose("th")
        self.summary.show_customer(customer)
        self.message_bar.clear()

    def show_method(self, method: PaymentMethod, due: int, has_qr: bool) -> None:
        """The boxes that this way to pay needs, filled in where the amount is not counted out by hand."""
        self.method_buttons[method.code].setChecked(True)
        self.reference.clear()
        self.reference.mark_wrong(False)
        self._is_voucher = method.code == "voucher"
        self.reference.setPlaceholderText(self._reference_hint())
        self.reference.setVisible(method.needs_reference)
        self.amount_box.edit.show_value(None if method.gives_change else due)
        if method.gives_change:
            self.amount_box.title.say(lambda: _("Cash received"))
        else:
            self.amount_box.title.say(lambda: _("Amount by {method}").format(method=method_name(method.code)))
        self._show_smart((due, *smart_amounts(due)) if method.gives_change else ())
        self.aside.setMinimumHeight(_aside_height(has_qr=has_qr))
        self.aside.setCurrentWidget(self.qr if has_qr else self.keypad)

    def show_tender(self, tender: Tender, left: int, kept: int) -> None:
        if left:
            self.change.show_missing(left)
        else:
            self.change.show_change(tender.change)
        self.summary.show_tender(tender, left, kept)

    def show_rounding(self, rounding: int) -> None:
        if rounding:
            self.note.say(
                lambda: _("Cash is rounded by {amount} baht; tax stays as it is.").format(amount=format_baht(rounding))
            )
        else:
            self.note.say(
                lambda: (
                    "" if is_large() else _("Split payment: type a part, press Enter, then choose the next way to pay.")
                )
            )

    def _reference_hint(self) -> str:
        return _("Number of the voucher") if self._is_voucher else _("Reference of the slip")

    def _show_smart(self, amounts: tuple[int, ...]) -> None:
        for number, button in enumerate(self.smart):
            button.setVisible(number < len(amounts))
            if number == 0:
                button.say(lambda: _("Exact"))
            elif number < len(amounts):
                button.say(format_baht(amounts[number]).removesuffix(".00"))


def _aside_height(*, has_qr: bool) -> int:
    return px(LOW_HEIGHT if is_large() else QR_HEIGHT if has_qr else KEYPAD_HEIGHT)
