"""What happens to the open bill: codes become lines, questions are asked, and it is paid or put aside."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.customer import Customer
from otop_pos.domain.errors import EmptyBasket, Refusal
from otop_pos.domain.quantity import ONE, parse_quantity
from otop_pos.domain.restriction import check_hours
from otop_pos.domain.sale import Basket, Offer, Priced
from otop_pos.domain.scan import Scan, read_scan
from otop_pos.domain.thai_date import to_local
from otop_pos.i18n import _
from otop_pos.services.sale import search_offers
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.age_question import AgeQuestion
from otop_pos.ui.sale.bill_shelf import BillShelf
from otop_pos.ui.sale.bill_view import BillView
from otop_pos.ui.sale.chooser import Chooser
from otop_pos.ui.sale.code_queue import CodeQueue
from otop_pos.ui.sale.customer_panel import CustomerPanel
from otop_pos.ui.sale.line_acts import LineActs
from otop_pos.ui.sale.lot_panel import LotPanel
from otop_pos.ui.sale.open_bill import OpenBill
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.wording import product_name


class BillPage(QWidget):
    """Codes from scanner and keyboard, one after the other; every question keeps those behind it waiting."""

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
        self._scan = Scan(None, "")
        self._asked_offer: Offer | None = None
        self._early: deque[str] = deque()
        """Scanned while a question stood over the bill."""
        self._build()
        self._connect()
        self._connect_questions()
        self.view.show_bill(self.basket, self.priced)

    def _build(self) -> None:
        self.bill = OpenBill(self._desk, self)
        self.codes = CodeQueue(self._backend, self._desk, self)
        self.view = BillView(self.message_bar, self._search)
        frame = QStackedLayout(self)
        frame.addWidget(self.view)
        self.chooser = Chooser(self, self.view)
        self.age_question = AgeQuestion(self, self.view)
        self.customer_panel = CustomerPanel(self, self.view)
        self.lot_panel = LotPanel(self, self.view, self._backend)
        self.acts = LineActs(self.bill, self.view, self._backend, self._desk, self)
        self.quantity_prompt = self.acts.quantity_prompt
        self.shelf = BillShelf(self.bill, self.view, self._backend, self._desk, self)

    def _connect(self) -> None:
        view, box = self.view, self.view.code_box
        box.entered.connect(self.enter)
        box.typed.connect(self._typed)
        box.escaped.connect(self._escape)
        box.action.clicked.connect(lambda: view.open_search(box.text()))
        view.search.chosen.connect(self._take_searched)
        view.pay_wanted.connect(self._pay)
        view.returns.clicked.connect(self.returns_wanted)
        view.totals.customer.clicked.connect(lambda: self.customer_panel.ask(self.basket.customer))
        view.take_off_key.activated.connect(lambda: self.take_customer(None))
        view.product.touched.connect(self._show_lots)
        view.lot_key.activated.connect(self._show_lots)
        # What the answer does comes first, then the codes that waited for it.
        view.enabled_again.connect(lambda: QTimer.singleShot(0, self, self._take_early))
        self.bill.changed.connect(self._show)
        self.bill.refused.connect(self.refuse)
        self.bill.approved.connect(self._say_approved)

    def _connect_questions(self) -> None:
        self.codes.found.connect(self._found)
        self.codes.unknown.connect(self._unknown)
        self.codes.refused.connect(self._refused_code)
        self.chooser.chosen.connect(self._chosen)
        self.chooser.cancelled.connect(self._drop_code)
        self.age_question.answered.connect(self._age_answered)
        self.quantity_prompt.answered.connect(self._quantity_given)
        self.quantity_prompt.cancelled.connect(self._drop_code)
        self.customer_panel.given.connect(self.take_customer)

    @property
    def basket(self) -> Basket:
        return self.bill.basket

    @property
    def priced(self) -> Priced:
        return self.bill.priced

    @property
    def credit(self) -> int:
        """Satang that goods coming back count for."""
        return self.bill.comes_back.value.credit if self.bill.comes_back else 0

    def begin(self) -> None:
        """A new, empty bill."""
        self.bill.begin()
        self.message_bar.clear()

    def rest(self) -> None:
        """The hands are back at the code box."""
        self.view.close_search()
        self.view.code_box.setFocus()

    def scan(self, text: str) -> None:
        """A scanner's code. What stands in the box may be its quantity ('3*'); anything else is given up."""
        if self.lot_panel.is_open:
            # Only looked at: the next goods go on. What is being typed or answered is waited for.
            self.lot_panel.close_over()
        if not self.view.isEnabled() and not self.codes.is_busy:
            self._early.append(text)
            return
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

    def take_customer(self, customer: Customer | None) -> None:
        self.bill.change(lambda basket: replace(basket, customer=customer))

    def refuse(self, refusal: Refusal) -> None:
        self.message_bar.refuse(refusal)

    def _take_early(self) -> None:
        while self._early and self.view.isEnabled():
            self.scan(self._early.popleft())

    def _show(self, basket: Basket, priced: Priced, select: int | None) -> None:
        self.view.show_bill(basket, priced, select)
        self.view.show_return(self.bill.comes_back, priced)
        self.changed.emit(basket, priced)

    def _say_approved(self, approval: Approval) -> None:
        self.message_bar.say(lambda: _("Approved by {name}.").format(name=approval.approver), "good")

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

    def _show_lots(self) -> None:
        if (row := self.view.lines.selected()) is not None:
            self.lot_panel.show_offer(row.line.offer)

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
        """One offer. Alcohol: in its hours only, and to who is old enough."""
        if offer.product.restricted:
            try:
                check_hours(product_name(offer.product), self._desk.shop, to_local(self._desk.now()))
            except Refusal as refusal:
                self._refused_code(refusal)
                return
            if not self.basket.age_checked:
                self._asked_offer = offer
                self.age_question.ask(offer.product)
                return
        self._measure(offer)

    def _age_answered(self, is_old_enough: bool) -> None:
        offer, self._asked_offer = self._asked_offer, None
        if offer is None:
            return
        if is_old_enough:
            self.bill.change(lambda basket: replace(basket, age_checked=True))
            self._measure(offer)
            return
        self.message_bar.say(
            lambda: _("{product} was not put on the bill.").format(product=product_name(offer.product)), "warn"
        )
        self.codes.go_on()

    def _measure(self, offer: Offer) -> None:
        """With its quantity onto the bill, asking for it where goods are measured."""
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
        self.bill.take(basket, select=changed[0])

    def _drop_code(self) -> None:
        self._asked_offer = None
        self.codes.go_on()

    def _quantity_given(self, qty: int) -> None:
        offer, self._asked_offer = self._asked_offer, None
        if offer is None:
            return
        try:
            self._add(offer, qty)
        except Refusal as refusal:
            self.refuse(refusal)
        self.codes.go_on()

    def _pay(self) -> None:
        if not self.basket.lines:
            self.refuse(EmptyBasket())
        elif not self.codes.is_busy and not self._early:
            self.bill.when_allowed(lambda: self.pay_wanted.emit(self.basket, self.priced))
