"""Sell: from the open bill to the payment, the paper and the next bill; and returns."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout

from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NeedsApproval, Refusal
from otop_pos.domain.payment import Given
from otop_pos.domain.sale import Basket, Priced, Sale
from otop_pos.i18n import _
from otop_pos.services.exchange import Exchanged, ExchangeValue
from otop_pos.services.reprint import count_copy
from otop_pos.services.sale import confirm_sale, list_sales
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import ActKey
from otop_pos.ui.papers import Papers, opens_drawer, promptpay_code
from otop_pos.ui.sale.bill_page import BillPage
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.done_page import DonePage
from otop_pos.ui.sale.exchange_flow import ExchangeFlow
from otop_pos.ui.sale.exchange_page import ExchangePage
from otop_pos.ui.sale.paper_choice import NO_PAPER
from otop_pos.ui.sale.pay_page import PayPage
from otop_pos.ui.sale.return_page import ReturnPage
from otop_pos.ui.screen import Screen


class SellScreen(Screen):
    """Four pages, one in front; a scan finds its way to the bill from each of them."""

    sold = Signal(object)
    """A Sale was saved; a refund too."""
    exchanged = Signal(object, object)
    """After `sold`: satang that were paid on top, negative what went back; and the change."""
    till_wanted = Signal()
    """The till is not open and the cashier wants to open it."""

    def __init__(self, backend: Door, desk: Desk, papers: Papers) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._papers = papers
        self._may_lose = False
        self._copies: dict[str, int] = {}
        self._early: list[str] = []
        """Scanned while the bill before was being saved."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bill = BillPage(self._backend, self._desk, self.message_bar)
        self.pay = PayPage()
        self.done = DonePage()
        self.returns = ReturnPage(self._backend, self._desk)
        self.exchange_page = ExchangePage()
        self.exchange = ExchangeFlow(self.exchange_page, self.bill, self.pay, self._backend, self._desk)
        self.pages = QStackedLayout(self)
        for page in (self.bill, self.pay, self.done, self.returns, self.exchange_page):
            self.pages.addWidget(page)

    def _connect(self) -> None:
        self.bill.pay_wanted.connect(self._pay)
        self.bill.returns_wanted.connect(self._open_returns)
        self.pay.paid.connect(self._save)
        self.pay.qr_wanted.connect(self._make_qr)
        self.pay.left_alone.connect(self._back_to_bill)
        self.pay.customer_given.connect(self.bill.take_customer)
        self.done.finished.connect(self._next_bill)
        self.done.copy_wanted.connect(self._print_copy)
        self.returns.refunded.connect(self._finished)
        self.returns.left_alone.connect(self._back_to_bill)
        self.returns.copy_wanted.connect(self._print_copy)
        self.returns.exchange_wanted.connect(self._bring_back)
        self.exchange_page.left_alone.connect(self._back_to_bill)
        self.exchange.difference.connect(self._pay_difference)
        self.exchange.even.connect(self._show_exchange)
        self.exchange.exchanged.connect(self._exchanged)
        self._backend.crashed.connect(self._unlock)
        ActKey("reprint", self.bill).activated.connect(self._reprint_last)

    def arrive(self) -> None:
        if self.pages.currentWidget() is self.bill:
            self._back_to_bill()

    def scan(self, code: str) -> bool:
        """Onto the bill: the payment waits, a finished sale makes room; a return takes its receipt number."""
        if self.pages.currentWidget() is self.returns:
            self.returns.scan(code)
            return True
        if self.pay.is_saving or self.exchange_page.is_saving:
            self._early.append(code)
            return True
        if self.pages.currentWidget() is self.pay and self.pay.scan(code):
            return True
        if self.pages.currentWidget() is not self.bill:
            self._back_to_bill()
        self.bill.scan(code)
        return True

    @property
    def help_topic(self) -> str:
        topics = {"pay": self.pay, "done": self.done, "returns": self.returns}
        return next((name for name, page in topics.items() if self.pages.currentWidget() is page), "sell")

    def may_close(self) -> bool:
        """Nothing is on the bill, or the cashier has said that it may be lost."""
        return self._may_lose or not self.bill.basket.lines

    def ask_to_close(self, close: Callable[[], object]) -> None:
        self._back_to_bill()
        self.message_bar.say(
            lambda: _("There is an open bill. Take the money for it, or close and lose it."),
            "warn",
            lambda: _("Close and lose it"),
            lambda: self._lose_and(close),
        )

    def _lose_and(self, close: Callable[[], object]) -> None:
        self._may_lose = True
        close()

    def refuse(self, refusal: Refusal) -> None:
        self.bill.refuse(refusal)

    def _back_to_bill(self) -> None:
        self.pages.setCurrentWidget(self.bill)
        self.bill.rest()
        self.bill.shelf.refresh()
        if self._desk.session is None:
            self.message_bar.say(
                lambda: _("The till is not open yet. Count the float first."),
                "warn",
                lambda: _("Open the till"),
                self.till_wanted.emit,
            )

    def _pay(self, basket: Basket, priced: Priced) -> None:
        if self.exchange.brought is not None:
            self.exchange.pay()
            return
        shop = self._desk.shop
        self.pay.start(basket, priced, shop.cash_rounding, has_promptpay=bool(shop.promptpay_id))
        self.pages.setCurrentWidget(self.pay)
        self.pay.take_focus()

    def _bring_back(self, brought: BroughtBack) -> None:
        self._back_to_bill()
        self.exchange.take(brought)

    def _pay_difference(self, value: ExchangeValue) -> None:
        shop, bill = self._desk.shop, self.bill
        has_promptpay = bool(shop.promptpay_id)
        self.pay.start(bill.basket, bill.priced, shop.cash_rounding, has_promptpay=has_promptpay, due=value.left)
        self.pages.setCurrentWidget(self.pay)
        self.pay.take_focus()

    def _show_exchange(self) -> None:
        self.pages.setCurrentWidget(self.exchange_page)
        self.exchange_page.take_focus()

    def _make_qr(self, amount: int) -> None:
        self._backend.send(
            promptpay_code,
            self._desk.shop.promptpay_id,
            amount,
            done=lambda modules: self.pay.show_qr(amount, modules),
            refused=self.pay.refuse,
            owner=self,
        )

    def _save(self, given: tuple[Given, ...]) -> None:
        if self.exchange.brought is not None:
            self.exchange.save(given)
            return
        self._backend.call(
            confirm_sale,
            self.bill.basket,
            given,
            **self._desk.here(),
            done=self._saved,
            refused=partial(self._not_saved, given),
            owner=self,
        )

    def _not_saved(self, given: tuple[Given, ...], refusal: Refusal) -> None:
        """The bill is as it was. Where only a second person is missing it is saved once that one has agreed."""
        self.pay.refuse(refusal)
        if isinstance(refusal, NeedsApproval):
            self._desk.approvals.ask(refusal.ask, partial(self._save_approved, given))

    def _save_approved(self, given: tuple[Given, ...], approval: Approval) -> None:
        if self.bill.bill.keep(approval):
            self.pay.saving(True)
            self._save(given)

    def _saved(self, sale: Sale) -> None:
        """Saved, and only now: the next bill begins, the paper is made."""
        self.pay.saving(False)
        self.bill.begin()
        self._finished(sale, self._paper())
        self._take_early()

    def _exchanged(self, done: Exchanged) -> None:
        """The customer signs the return's paper, whatever they chose for the new goods."""
        for page in (self.pay, self.exchange_page):
            page.saving(False)
        is_paid = self.pages.currentWidget() is self.pay
        self.bill.begin()
        self.done.show_exchange(done)
        self._show_done(done.sale)
        self.exchanged.emit(done.paid, done.sale.change)
        self._print(done.refund, "th")
        paper = self._paper() if is_paid else "th"
        if paper:
            self._print(done.sale, cast(PaperLanguage, paper))
        if done.paid:
            self._open_drawer(done.sale if done.paid > 0 else done.refund)
        self._take_early()

    def _paper(self) -> str:
        paper = self.pay.view.summary.paper.choice()
        return "" if paper == NO_PAPER else paper

    def _take_early(self) -> None:
        early, self._early = self._early, []
        for code in early:
            self.scan(code)

    def _finished(self, sale: Sale, language: str = "th") -> None:
        self.done.show_sale(sale)
        self._show_done(sale)
        if language:
            self._print(sale, cast(PaperLanguage, language))
        else:
            self.done.show_no_paper()
        self._open_drawer(sale)

    def _show_done(self, sale: Sale) -> None:
        self.bill.view.totals.show_last(sale)
        self.pages.setCurrentWidget(self.done)
        self.done.next.setFocus()
        self.sold.emit(sale)
        self._desk.announcements.stock_changed.emit()

    def _open_drawer(self, sale: Sale) -> None:
        """After its paper on the same lane: saved, then printed, then the drawer; nobody waits for it."""
        if opens_drawer(sale):
            self._backend.send(self._papers.open_drawer, refused=partial(self._drawer_stays_shut, sale), owner=self)

    def _print(self, sale: Sale, language: PaperLanguage, copy_no: int = 0) -> None:
        self._backend.send(
            self._papers.receipt,
            sale,
            language,
            copy_no,
            done=partial(self.done.show_paper, sale),
            refused=self.done.refuse,
            owner=self,
        )

    def _drawer_stays_shut(self, sale: Sale, refusal: Refusal) -> None:
        if self.done.shows(sale):
            self.done.message_bar.refuse(refusal)

    def _print_copy(self, sale: Sale, approval: Approval | None = None) -> None:
        """Every copy says which one it is, whichever till printed those before."""
        self._backend.call(
            count_copy,
            sale.doc_no,
            **self._desk.here(),
            approval=approval,
            done=lambda number: self._print_counted(sale, number),
            refused=self._desk.approvals.or_refuse(lambda given: self._print_copy(sale, given), self._refuse_copy),
            owner=self,
        )

    def _print_counted(self, sale: Sale, number: int) -> None:
        self._print(sale, "th", copy_no=number)
        if not self.done.shows(sale) or self.pages.currentWidget() is not self.done:
            bar = self.returns.view.message_bar if self.pages.currentWidget() is self.returns else self.message_bar
            bar.say(lambda: _("Printing copy {count} of {number}").format(count=number, number=sale.doc_no), "info")

    def _refuse_copy(self, refusal: Refusal) -> None:
        page = self.pages.currentWidget()
        (page if isinstance(page, DonePage | ReturnPage) else self).refuse(refusal)

    def _reprint_last(self) -> None:
        """Of this till, also after the program was started anew."""
        self._backend.call(list_sales, self._desk.till.code, 1, done=self._print_copies, owner=self)

    def _print_copies(self, sales: tuple[Sale, ...]) -> None:
        for sale in sales:
            self._print_copy(sale)

    def _unlock(self) -> None:
        """A bug answered instead of the service: the same bill may be tried again, it cannot be sold twice."""
        self.pay.saving(False)
        self.exchange_page.saving(False)

    def _next_bill(self, typed: str) -> None:
        self._back_to_bill()
        if typed:
            self.bill.view.code_box.edit.insert(typed)

    def _open_returns(self) -> None:
        self.pages.setCurrentWidget(self.returns)
        self.returns.start()
