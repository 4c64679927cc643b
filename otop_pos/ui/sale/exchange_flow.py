"""Other goods for those that come back: on the open bill, priced by the books, saved as one act."""

from PySide6.QtCore import QObject, Signal

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NeedsApproval, Refusal
from otop_pos.domain.payment import Given
from otop_pos.domain.refund import Refund
from otop_pos.i18n import _
from otop_pos.services.exchange import ExchangeValue, exchange_goods, value_exchange
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.bill_page import BillPage
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.exchange_page import ExchangePage
from otop_pos.ui.sale.pay_page import PayPage


class ExchangeFlow(QObject):
    """`take(brought)` puts goods onto the bill; `pay()` asks for the difference or shows what goes back."""

    difference = Signal(object)
    """ExchangeValue: the customer pays on top."""
    even = Signal()
    """Nothing is to be paid: the page is ready to be shown."""
    exchanged = Signal(object)
    """Exchanged: saved."""

    def __init__(self, page: ExchangePage, bill: BillPage, pay: PayPage, backend: Door, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._bill = bill
        self._pay = pay
        self._backend = backend
        self._desk = desk
        page.method_chosen.connect(self._ask)
        page.finished.connect(lambda refund: self._save(refund, (), None))
        bill.view.comes_back.taken_off.connect(self.take_off)
        backend.crashed.connect(lambda _bug: page.saving(False))

    @property
    def brought(self) -> BroughtBack | None:
        return self._bill.bill.comes_back

    def take(self, brought: BroughtBack) -> None:
        self._bill.bill.bring_back(brought)
        self._bill.message_bar.say(lambda: _("Scan the new goods. Only the difference is paid, or given back."), "info")

    def take_off(self) -> None:
        """Nothing was saved yet: the goods stay sold."""
        self._bill.bill.bring_back(None)
        self._bill.message_bar.say(lambda: _("Nothing comes back any more. The bill is as it was."), "info")
        self._bill.rest()

    def pay(self) -> None:
        if self.brought is not None:
            self._page.start(self.brought)
            self._ask(self.brought.refund)

    def save(self, given: tuple[Given, ...], approval: Approval | None = None) -> None:
        """The customer has paid the difference."""
        if self.brought is not None:
            self._save(self.brought.refund, given, approval)

    def _ask(self, refund: Refund) -> None:
        self._backend.call(
            value_exchange,
            refund,
            self._bill.basket,
            at=self._desk.now(),
            done=self._valued,
            refused=self._bill.refuse,
            owner=self._page,
        )

    def _valued(self, value: ExchangeValue) -> None:
        if value.left:
            self.difference.emit(value)
        else:
            self._page.show_value(value)
            self.even.emit()

    def _save(self, refund: Refund, given: tuple[Given, ...], returned: Approval | None) -> None:
        def refused(refusal: Refusal) -> None:
            (self._pay if given else self._page).refuse(refusal)
            if isinstance(refusal, NeedsApproval):
                self._desk.approvals.ask(refusal.ask, again)

        def again(approval: Approval) -> None:
            """One for goods of the bill stays with the bill; one for the return is for this act."""
            (self._pay if given else self._page).saving(True)
            is_of_bill = approval.ask.bill is not None and self._bill.bill.keep(approval)
            self._save(refund, given, returned if is_of_bill else approval)

        self._backend.call(
            exchange_goods,
            refund,
            self._bill.basket,
            given,
            **self._desk.here(),
            approval=returned,
            done=self.exchanged.emit,
            refused=refused,
            owner=self._page,
        )
