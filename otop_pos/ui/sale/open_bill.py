"""The bill that is open: what is on it, what it costs, and who had to allow it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.bill_ask import bill_asks
from otop_pos.domain.errors import Refusal
from otop_pos.domain.sale import Basket, BasketLine, Priced, price
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.open_asks import open_asks

Change = Callable[[Basket], Basket]


class OpenBill(QObject):
    """Every act makes a new Basket; one that cannot be priced, or that nobody allowed, is not taken."""

    changed = Signal(object, object, object)
    """Basket, Priced, and the number of the line to select, None for the one that is."""
    refused = Signal(object)
    approved = Signal(object)
    """An act was taken that this Approval was given for."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.basket = Basket()
        self.comes_back: BroughtBack | None = None
        self.priced = self._price(self.basket)

    def begin(self) -> None:
        """A new, empty bill."""
        self.comes_back = None
        self.take(Basket())

    def bring_back(self, brought: BroughtBack | None) -> None:
        """Goods that come back for those on the bill; None: they stay sold after all."""
        self.comes_back = brought
        self.changed.emit(self.basket, self.priced, None)

    def take(self, basket: Basket, select: int | None = None) -> None:
        """Refuses DiscountTooLarge, and the bill stays as it was."""
        priced = self._price(basket)
        self.basket, self.priced = basket, priced
        self.changed.emit(basket, priced, select)

    def change(self, change: Change) -> bool:
        """What makes a bill no cheaper by hand: taken, or refused in words."""
        try:
            self.take(change(self.basket))
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def change_line(self, number: int, change: Callable[[BasketLine], BasketLine]) -> None:
        self.act(lambda basket: basket.with_line(number, change(basket.lines[number])))

    def act(self, change: Change, approval: Approval | None = None) -> None:
        """The change, once a second person has allowed what the seller's rights do not. What was scanned
        meanwhile stays: the change is made to the bill as it is then."""
        try:
            basket = change(self.basket)
            priced = self._price(basket)
            asks = open_asks(self._desk, basket, priced, bill_asks(self.basket, self.priced))
        except Refusal as refusal:
            self.refused.emit(refusal)
            return
        if asks:
            self._ask(asks[0], lambda given: self.act(change, given))
            return
        self.take(basket)
        if approval is not None:
            self.approved.emit(approval)

    def keep(self, approval: Approval) -> bool:
        """Sticks to the bill. False where it was given for another one."""
        is_for_this = approval.ask.bill == self.basket.key
        if is_for_this:
            self.basket = replace(self.basket, approvals=(*self.basket.approvals, approval))
        return is_for_this

    def when_allowed(self, then: Callable[[], object]) -> None:
        """Asks for all that is still open, then goes on: others may have typed it, under other rights."""
        try:
            asks = open_asks(self._desk, self.basket, self.priced)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return
        self.when_asked(asks, then)

    def when_asked(self, asks: Sequence[Ask], then: Callable[[], object]) -> None:
        if asks:
            self._ask(asks[0], lambda _given: self.when_asked(asks[1:], then))
        else:
            then()

    def _ask(self, ask: Ask, then: Callable[[Approval], object]) -> None:
        def given(approval: Approval) -> None:
            if self.keep(approval):
                then(approval)

        self._desk.approvals.ask(ask, given)

    def _price(self, basket: Basket) -> Priced:
        return price(basket, self._desk.shop.vat_registered, self._desk.today)
