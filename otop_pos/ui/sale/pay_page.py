"""Taking money: what is typed, scanned or pressed becomes a Tender; a covered bill can be saved."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from otop_pos.domain.bank_slip import read_bank_slip
from otop_pos.domain.customer import Customer
from otop_pos.domain.errors import Missing, NotANumber, NotPaid, ReferenceUsed, Refusal
from otop_pos.domain.money import CashRounding, format_baht
from otop_pos.domain.payment import CASH, PAYMENT_METHODS, Given, same_reference
from otop_pos.domain.sale import Basket, Priced
from otop_pos.i18n import _
from otop_pos.ui.sale.customer_panel import CustomerPanel
from otop_pos.ui.sale.pay_view import PayView
from otop_pos.ui.sale.tender import Tender, smart_amounts

PROMPTPAY = "promptpay"


class PayPage(QWidget):
    """`start(basket, priced, rule)`; `paid(tuple of Given)` when the bill is covered and Finish was pressed."""

    paid = Signal(object)
    left_alone = Signal()
    """Back to the bill; nothing is lost."""
    qr_wanted = Signal(object)
    """A PromptPay code for so many satang; `show_qr` brings it."""
    shown = Signal(object, object, object)
    """For the customer's eyes, in satang: the bill, what was handed over, what is left."""
    customer_given = Signal(object)
    """Customer, or None for nobody by name: it goes onto the bill."""
    qr_shown = Signal(object, object)
    """Satang and squares of the code that is on screen now."""

    def __init__(self) -> None:
        super().__init__()
        self._tender = Tender(0, CashRounding.NONE)
        self._sent = self._tender
        """With what was typed last, while the books are asked."""
        self._method = CASH
        self._has_promptpay = False
        self._is_saving = False
        self.view = PayView()
        frame = QStackedLayout(self)
        frame.addWidget(self.view)
        self.customer_panel = CustomerPanel(self, self.view)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        for code, button in view.method_buttons.items():
            button.clicked.connect(lambda _checked=False, code=code: self._choose(code))
        for number, button in enumerate(view.smart):
            button.clicked.connect(lambda _checked=False, number=number: self._take_smart(number))
        view.amount_box.edit.changed.connect(lambda _value: self._show())
        view.reference.textChanged.connect(self._reference_typed)
        view.amount_box.edit.returnPressed.connect(self._enter)
        view.reference.returnPressed.connect(self._enter)
        view.finish.clicked.connect(self._finish)
        view.back.clicked.connect(self._leave)
        view.summary.take_off.clicked.connect(self._take_back)
        view.summary.customer.clicked.connect(lambda: self.customer_panel.ask(view.summary.customer.customer))
        self.customer_panel.given.connect(self._take_customer)

    def start(
        self, basket: Basket, priced: Priced, rule: CashRounding, *, has_promptpay: bool = False, due: int | None = None
    ) -> None:
        """A new payment of this bill; `due` is what is left of it where goods come back."""
        self._tender = Tender(priced.net if due is None else due, rule)
        self._has_promptpay = has_promptpay
        self.view.show_bill(len(basket.lines), self._tender.net, basket.customer)
        if due is not None:
            self.view.title.say(lambda: _("Pay the difference"))
        self.saving(False)
        self._choose(CASH)

    @property
    def is_saving(self) -> bool:
        return self._is_saving

    def saving(self, is_saving: bool) -> None:
        """While the sale is being saved nothing here can be pressed a second time."""
        self._is_saving = is_saving
        self.view.finish.setEnabled(not is_saving)
        self.view.back.setEnabled(not is_saving)

    def scan(self, text: str) -> bool:
        """The code on the customer's bank slip is the reference; any other code is none of this page's."""
        if not PAYMENT_METHODS[self._method].needs_reference:
            return False
        try:
            slip = read_bank_slip(text)
        except Refusal:
            return False
        self.view.reference.setText(f"{slip.bank_code}-{slip.reference}")
        return True

    def show_qr(self, amount: int, modules: Sequence[Sequence[bool]]) -> None:
        """The code for an amount; one for an older amount is not shown."""
        if amount == self._wanted_by_promptpay():
            self.view.qr.show_code(modules, lambda: _("PromptPay {amount} baht").format(amount=format_baht(amount)))
            self.qr_shown.emit(amount, modules)

    def take_focus(self) -> None:
        """To the box that is still to be filled in."""
        view = self.view
        waits = view.reference.isVisibleTo(view) and not view.reference.text().strip()
        (view.reference if waits else view.amount_box.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refusal: Refusal) -> None:
        was_sent = self._is_saving
        self.saving(False)
        if isinstance(refusal, ReferenceUsed):
            self._stand_on_reference(refusal.reference, was_sent)
        self.view.message_bar.refuse(refusal)
        if not isinstance(refusal, ReferenceUsed):
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _stand_on_reference(self, reference: str, was_sent: bool) -> None:
        """The payment that cannot be taken is in the boxes again, its reference to be typed over."""
        given = self._sent.given if was_sent else ()
        same = [each for each in given if same_reference(each.reference) == same_reference(reference)]
        if same:
            self._tender = replace(self._sent, given=tuple(each for each in given if each is not same[-1]))
            self._put_in_boxes(same[-1])
        self.view.reference.mark_wrong(True)
        self.view.reference.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.reference.selectAll()

    def _put_in_boxes(self, given: Given) -> None:
        self._choose(given.method)
        self.view.amount_box.edit.show_value(given.amount)
        self.view.reference.setText(given.reference)

    def _take_back(self) -> None:
        """The last payment was a slip of the hand: it is in the boxes again, to be changed."""
        if self._tender.given and not self._is_saving:
            last = self._tender.given[-1]
            self._tender = self._tender.without_last()
            self.view.message_bar.clear()
            self._put_in_boxes(last)
            self.view.amount_box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_customer(self, customer: Customer | None) -> None:
        self.view.summary.show_customer(customer)
        self.customer_given.emit(customer)

    def _leave(self) -> None:
        if not self._is_saving:
            self.left_alone.emit()

    def _choose(self, code: str) -> None:
        self._method = code
        has_qr = code == PROMPTPAY and self._has_promptpay
        self.view.show_method(PAYMENT_METHODS[code], self._tender.left(code), has_qr)
        self._show()
        self.take_focus()

    def _take_smart(self, number: int) -> None:
        due = self._tender.left(self._method)
        self.view.amount_box.edit.show_value((due, *smart_amounts(due))[number])
        self.view.amount_box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> Given | None:
        value = self.view.amount_box.edit.value()
        return Given(self._method, value, self.view.reference.text().strip()) if value else None

    def _reference_typed(self, _text: str) -> None:
        self.view.reference.mark_wrong(False)
        self._show()

    def _show(self) -> None:
        """Figures for what was given so far and what is being typed now."""
        current = self._current()
        tender = self._tender.add(current) if current else self._tender
        self.view.show_tender(tender, tender.left(self._method), len(self._tender.given))
        gives_change = PAYMENT_METHODS[self._method].gives_change
        self.view.show_rounding(self._tender.rounding if gives_change else 0)
        # Only cash lies on the counter while its amount is typed; any other money is not there yet.
        seen = tender if gives_change else self._tender
        self.shown.emit(seen.net, sum(each.amount for each in seen.given), seen.left(self._method))
        if (amount := self._wanted_by_promptpay()) is not None:
            self.view.qr.show_code((), "")
            self.qr_wanted.emit(amount)

    def _wanted_by_promptpay(self) -> int | None:
        is_promptpay = self._method == PROMPTPAY and self._has_promptpay
        return self.view.amount_box.edit.value() if is_promptpay else None

    def _enter(self) -> None:
        """Empty cash box: the exact amount, to be seen before it is taken. Otherwise take what is there."""
        edit = self.view.amount_box.edit
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
        self._sent = tender
        self.saving(True)
        self.paid.emit(tender.given)

    def _with_current(self) -> Tender:
        """Refuses NotANumber, Missing (a reference), ReferenceUsed, NotPaid."""
        text = self.view.amount_box.edit.text().strip()
        current = self._current()
        if text and self.view.amount_box.edit.value() is None:
            raise NotANumber(text)
        if current is None:
            if self._tender.settled() is None:
                raise NotPaid(self._tender.left(self._method))
            return self._tender
        if PAYMENT_METHODS[self._method].needs_reference and not current.reference:
            raise Missing(self.view.reference.placeholderText())
        if PAYMENT_METHODS[self._method].is_once and self._is_here(current.reference):
            raise ReferenceUsed(current.reference, _("this bill"))
        return self._tender.add(current)

    def _is_here(self, reference: str) -> bool:
        """One slip, shown twice for the same bill."""
        return any(same_reference(each.reference) == same_reference(reference) for each in self._tender.given)

    def _go_on(self, tender: Tender) -> None:
        """A part is paid: keep it, ask for the rest."""
        self._tender = tender
        self.view.message_bar.clear()
        self._choose(self._method if PAYMENT_METHODS[self._method].gives_change else CASH)
