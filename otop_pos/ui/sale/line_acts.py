"""What is done to a line or to the whole bill by hand: quantity, price, discounts, removal."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import NotAllowed, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import ONE
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, BasketLine
from otop_pos.i18n import _
from otop_pos.services.producer import read_agreement
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.bill_view import BillView
from otop_pos.ui.sale.discount_prompt import DiscountPrompt
from otop_pos.ui.sale.open_bill import OpenBill
from otop_pos.ui.sale.price_prompt import PricePrompt
from otop_pos.ui.sale.prompt import QuantityPrompt
from otop_pos.ui.wording import product_name, quantity_text


class LineActs(QObject):
    """Each act is about the line that was selected when its key was pressed, whatever is scanned meanwhile."""

    def __init__(self, bill: OpenBill, view: BillView, backend: Door, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._bill = bill
        self._view = view
        self._backend = backend
        self._desk = desk
        self._host = host
        self._number = 0
        self._asks_quantity = False
        self.quantity_prompt = QuantityPrompt(host, view)
        self.price_prompt = PricePrompt(host, view)
        self.line_prompt = DiscountPrompt(host, view)
        self.bill_prompt = DiscountPrompt(host, view)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.quantity.clicked.connect(self._ask_quantity)
        view.price.clicked.connect(self._ask_price)
        view.line_discount.clicked.connect(self._ask_line_discount)
        view.bill_discount.clicked.connect(self._ask_bill_discount)
        view.remove.clicked.connect(self.remove)
        view.code_box.removed.connect(self.remove)
        view.code_box.lowered.connect(self._lower)
        self.quantity_prompt.answered.connect(self._quantity_given)
        self.quantity_prompt.cancelled.connect(self._no_quantity)
        self.price_prompt.answered.connect(self._price_given)
        self.line_prompt.answered.connect(self._line_discount_given)
        self.bill_prompt.answered.connect(self._bill_discount_given)

    def _line(self) -> BasketLine | None:
        """The selected one, remembered for the answer."""
        row = self._view.lines.selected()
        self._number = self._view.lines.selected_number()
        return row.line if row else None

    def _may(self, right: Right) -> bool:
        if not self._desk.may(right):
            self._bill.refused.emit(NotAllowed(right))
        return self._desk.may(right)

    def _ask_quantity(self) -> None:
        if (line := self._line()) is not None:
            product = line.offer.product
            self._asks_quantity = True
            self.quantity_prompt.ask_quantity(lambda: product_name(product), product.unit, line.qty)

    def _quantity_given(self, qty: int) -> None:
        """The same prompt asks for goods that are measured when they are scanned: that is no change of a line."""
        if self._asks_quantity:
            self._asks_quantity = False
            self._bill.change_line(self._number, lambda line: replace(line, qty=qty))

    def _no_quantity(self) -> None:
        self._asks_quantity = False

    def _ask_price(self) -> None:
        if self._may(Right.OVERRIDE_PRICE) and (line := self._line()) is not None:
            self.price_prompt.ask_price(line)

    def _price_given(self, satang: int) -> None:
        number, reason = self._number, self.price_prompt.reason()
        self._bill.act(lambda basket: _with_price(basket, number, satang, reason))

    def _ask_line_discount(self) -> None:
        if self._may(Right.DISCOUNT) and (line := self._line()) is not None:
            self.line_prompt.ask_discount(lambda: product_name(line.offer.product), line.discount)
            self._backend.call(
                read_agreement,
                line.offer.producer.id,
                self._desk.today,
                done=self._show_agreed,
                refused=_say_nothing,
                owner=self._host,
            )

    def _show_agreed(self, agreement: Agreement) -> None:
        self.line_prompt.show_agreed(agreement.discount_policy)

    def _line_discount_given(self, discount: Discount | None) -> None:
        self._bill.change_line(self._number, lambda line: replace(line, discount=discount))

    def _ask_bill_discount(self) -> None:
        if self._may(Right.DISCOUNT) and self._bill.basket.lines:
            self.bill_prompt.ask_discount(lambda: _("Discount on the whole bill"), self._bill.basket.bill_discount)

    def _bill_discount_given(self, discount: Discount | None) -> None:
        self._bill.act(lambda basket: replace(basket, bill_discount=discount))

    def _lower(self) -> None:
        """One less; the last one is removed."""
        line = self._line()
        if line is None:
            return
        if line.qty > ONE:
            self._bill.change(lambda basket: basket.with_line(self._number, replace(line, qty=line.qty - ONE)))
        else:
            self.remove()

    def remove(self) -> None:
        """The line goes at once, and comes back at once if that was a slip."""
        line, before = self._line(), self._bill.basket
        if line is None or not self._bill.change(lambda basket: _without(basket, self._number)):
            return
        quantity = quantity_text(line.qty, line.offer.product.unit)
        self._view.message_bar.say(
            lambda: _("Removed: {product} × {quantity}").format(
                product=product_name(line.offer.product), quantity=quantity
            ),
            "info",
            lambda: _("Put it back"),
            lambda: self._bill.take(before),
        )


def _with_price(basket: Basket, number: int, satang: int, reason: str) -> Basket:
    """The reason goes into the bill's note, beside the goods it is about."""
    line = basket.lines[number]
    said = f"{line.offer.product.sku} {format_baht(satang)}: {reason}" if reason else ""
    note = " · ".join(part for part in (basket.note, said) if part)
    return replace(basket.with_line(number, replace(line, unit_price=satang)), note=note)


def _without(basket: Basket, number: int) -> Basket:
    """A bill without goods has nothing to give a discount on."""
    left = basket.without(number)
    return left if left.lines else replace(left, bill_discount=None)


def _say_nothing(_refusal: Refusal) -> None:
    """Goods without an agreement are sold all the same; the prompt then only says 'as agreed'."""
