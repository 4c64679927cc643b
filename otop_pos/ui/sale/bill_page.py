"""What happens to the open bill: codes, quantities, discounts, removals."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import EmptyBasket, Refusal
from otop_pos.domain.quantity import ONE, parse_quantity
from otop_pos.domain.sale import Basket, BasketLine, Offer, Priced, price
from otop_pos.domain.scan import Scan, read_scan
from otop_pos.i18n import _
from otop_pos.services.sale import search_offers
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.bill_view import BillView
from otop_pos.ui.sale.chooser import Chooser
from otop_pos.ui.sale.code_queue import CodeQueue
from otop_pos.ui.sale.discount_text import discount_text, parse_discount
from otop_pos.ui.sale.prompt import Prompt, QuantityPrompt
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.wording import product_name, quantity_text

PERCENTS = ("5%", "10%", "15%", "20%")


class BillPage(QWidget):
    """Its view model is the Basket: every act makes a new one, and one that cannot be priced is not taken."""

    pay_wanted = Signal(object, object)
    """Basket and Priced."""
    changed = Signal(object, object)
    """Basket and Priced: the bill is another one."""
    returns_wanted = Signal()

    def __init__(self, backend: Door, desk: Desk, message_bar: MessageBar) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.message_bar = message_bar
        self.basket = Basket()
        self.priced = self._price(self.basket)
        self._scan = Scan(None, "")
        self._asked_offer: Offer | None = None
        self._build()
        self._connect()
        self.view.show_bill(self.basket, self.priced)

    def _build(self) -> None:
        self.codes = CodeQueue(self._backend, self._desk, self)
        self.view = BillView(self.message_bar, self._search)
        frame = QStackedLayout(self)
        frame.addWidget(self.view)
        self.chooser = Chooser(self, self.view)
        self.quantity_prompt = QuantityPrompt(self, self.view)
        self.line_prompt = Prompt(self, self.view, PlainEdit(), parse_discount)
        self.bill_prompt = Prompt(self, self.view, PlainEdit(), parse_discount)
        for prompt in (self.line_prompt, self.bill_prompt):
            prompt.offer_presets(PERCENTS)

    def _connect(self) -> None:
        view, box = self.view, self.view.code_box
        box.entered.connect(self.enter)
        box.typed.connect(self._typed)
        box.escaped.connect(self._escape)
        box.removed.connect(self._remove)
        box.lowered.connect(self._lower)
        box.action.clicked.connect(lambda: view.open_search(box.text()))
        view.search.chosen.connect(self._take_searched)
        view.pay_wanted.connect(self._pay)
        view.quantity.clicked.connect(self._ask_quantity)
        view.line_discount.clicked.connect(self._ask_line_discount)
        view.bill_discount.clicked.connect(self._ask_bill_discount)
        view.returns.clicked.connect(self.returns_wanted)
        view.remove.clicked.connect(self._remove)
        self.codes.found.connect(self._found)
        self.codes.unknown.connect(self._unknown)
        self.codes.refused.connect(self._refused_code)
        self.chooser.chosen.connect(self._chosen)
        self.chooser.cancelled.connect(self._drop_code)
        self.quantity_prompt.answered.connect(self._quantity_given)
        self.quantity_prompt.cancelled.connect(self._drop_code)
        self.line_prompt.answered.connect(self._line_discount_given)
        self.bill_prompt.answered.connect(self._bill_discount_given)

    def begin(self) -> None:
        """A new, empty bill."""
        self._take(Basket())
        self.message_bar.clear()

    def rest(self) -> None:
        """The hands are back at the code box."""
        self.view.close_search()
        self.view.code_box.setFocus()

    def scan(self, text: str) -> None:
        """A scanner's code. What stands in the box may be its quantity ('3*'); anything else is given up."""
        typed = read_scan(self.view.code_box.text())
        self.view.code_box.clear()
        waits = typed.quantity_text is not None and not typed.code
        self.codes.take(f"{typed.quantity_text}*{text}" if waits else text)

    def enter(self, text: str) -> None:
        """A code or a name from the keyboard; '3*' alone stays in the box and waits for its code."""
        if not read_scan(text).code:
            self.view.code_box.set_text(text)
            return
        self.codes.take(text)

    def refuse(self, refusal: Refusal) -> None:
        self.message_bar.refuse(refusal)

    def _search(self, text: str, done: Callable[[Sequence[Offer]], None]) -> None:
        self._backend.call(search_offers, read_scan(text).code, on=self._desk.today, done=done, owner=self)

    def _typed(self, text: str) -> None:
        """Letters search while they are typed; digits may be a code and wait for Enter."""
        self.message_bar.clear()
        word = read_scan(text).code
        if any(letter.isalpha() for letter in word) or (self.view.is_searching and word):
            self.view.show_search(text)
        elif not self.view.is_asked:
            self.view.close_search()

    def _escape(self) -> None:
        """Takes back what is half done, never the bill."""
        self.view.code_box.clear()
        self.message_bar.clear()
        self.view.close_search()

    def _found(self, scan: Scan, offers: Sequence[Offer]) -> None:
        self.view.close_search()
        self.message_bar.clear()
        self._scan = scan
        if len(offers) > 1:
            self.chooser.offer(offers)
        else:
            self._chosen(offers[0])

    def _unknown(self, scan: Scan, refusal: Refusal) -> None:
        """Of a typed name the result that stands selected is meant; an unknown code is named and looked for."""
        self._scan = scan
        chosen = self.view.searched(scan.code)
        if chosen is not None:
            self.view.close_search()
            self._chosen(chosen)
            return
        self.message_bar.refuse(refusal)
        self.view.open_search(scan.code)
        self.codes.go_on()

    def _refused_code(self, refusal: Refusal) -> None:
        self.refuse(refusal)
        self.codes.go_on()

    def _take_searched(self, offer: Offer) -> None:
        self._scan = Scan(read_scan(self.view.code_box.text()).quantity_text, "")
        self.view.code_box.clear()
        self.rest()
        self._chosen(offer)

    def _chosen(self, offer: Offer) -> None:
        """One offer: with its quantity onto the bill, asking for it where goods are measured."""
        text, unit = self._scan.quantity_text, offer.product.unit
        if text is None and not unit.is_whole:
            self._asked_offer = offer
            self.quantity_prompt.ask_quantity(lambda: product_name(offer.product), unit, None)
            return
        try:
            self._add(offer, parse_quantity(text, unit) if text else ONE)
        except Refusal as refusal:
            self.refuse(refusal)
        self.codes.go_on()

    def _add(self, offer: Offer, qty: int) -> None:
        before = self.basket
        basket = before.add(offer, qty)
        changed = [number for number, line in enumerate(basket.lines) if line not in before.lines[number : number + 1]]
        self._take(basket, select=changed[0])

    def _drop_code(self) -> None:
        self._asked_offer = None
        self.codes.go_on()

    def _quantity_given(self, qty: int) -> None:
        offer, self._asked_offer = self._asked_offer, None
        try:
            if offer is not None:
                self._add(offer, qty)
            else:
                self._change_line(lambda line: replace(line, qty=qty))
        except Refusal as refusal:
            self.refuse(refusal)
        if offer is not None:
            self.codes.go_on()

    def _ask_quantity(self) -> None:
        line = self._line()
        if line is not None:
            product = line.offer.product
            self.quantity_prompt.ask_quantity(lambda: product_name(product), product.unit, line.qty)

    def _ask_line_discount(self) -> None:
        line = self._line()
        if line is not None:
            self.line_prompt.ask(lambda: product_name(line.offer.product), _discount_hint, discount_text(line.discount))

    def _ask_bill_discount(self) -> None:
        if self.basket.lines:
            text = discount_text(self.basket.bill_discount)
            self.bill_prompt.ask(lambda: _("Discount on the whole bill"), _discount_hint, text)

    def _line_discount_given(self, discount: Discount | None) -> None:
        self._change_line(lambda line: replace(line, discount=discount))

    def _bill_discount_given(self, discount: Discount | None) -> None:
        self._try(replace(self.basket, bill_discount=discount))

    def _lower(self) -> None:
        """One less; the last one is removed."""
        line = self._line()
        if line is None:
            return
        if line.qty > ONE:
            self._change_line(lambda line: replace(line, qty=line.qty - ONE))
        else:
            self._remove()

    def _remove(self) -> None:
        """The line goes at once, and comes back at once if that was a slip."""
        line, before = self._line(), self.basket
        if line is None:
            return
        self._take(before.without(self.view.lines.selected_number()))
        quantity = quantity_text(line.qty, line.offer.product.unit)
        self.message_bar.say(
            lambda: _("Removed: {product} × {quantity}").format(
                product=product_name(line.offer.product), quantity=quantity
            ),
            "info",
            lambda: _("Put it back"),
            lambda: self._take(before),
        )

    def _change_line(self, change: Callable[[BasketLine], BasketLine]) -> None:
        line = self._line()
        if line is not None:
            self._try(self.basket.with_line(self.view.lines.selected_number(), change(line)))

    def _try(self, basket: Basket) -> None:
        try:
            self._take(basket)
        except Refusal as refusal:
            self.refuse(refusal)

    def _take(self, basket: Basket, select: int | None = None) -> None:
        """Refuses DiscountTooLarge, and the bill stays as it was."""
        priced = self._price(basket)
        self.basket, self.priced = basket, priced
        self.view.show_bill(basket, priced, select)
        self.changed.emit(basket, priced)

    def _price(self, basket: Basket) -> Priced:
        return price(basket, self._desk.shop.vat_registered, self._desk.today)

    def _line(self) -> BasketLine | None:
        row = self.view.lines.selected()
        return row.line if row else None

    def _pay(self) -> None:
        if not self.basket.lines:
            self.refuse(EmptyBasket())
        elif not self.codes.is_busy:
            self.pay_wanted.emit(self.basket, self.priced)


def _discount_hint() -> str:
    return _("Percent or baht: 10% or 50. 0 takes it off.")
