"""Joins the display to the Sell screen by its signals, without knowing that screen."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedLayout

from otop_pos.documents.line_break import pieces
from otop_pos.domain.sale import Basket, DocumentType, Priced, Sale
from otop_pos.services.story import list_stories
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.display.placing import Placing, Till
from otop_pos.ui.display.window import CustomerDisplay
from otop_pos.ui.display.words import WELCOME, Words


class Bill(Protocol):
    """`changed(basket, priced)`; `credit` is what goods that come back count for, in satang."""

    @property
    def basket(self) -> Basket: ...

    @property
    def priced(self) -> Priced: ...

    @property
    def credit(self) -> int: ...

    @property
    def changed(self) -> SignalInstance: ...


class Pay(Protocol):
    """`shown(total, given, left)` and `qr_shown(amount, modules)`."""

    @property
    def shown(self) -> SignalInstance: ...

    @property
    def qr_shown(self) -> SignalInstance: ...


class Sell(Protocol):
    """`sold(sale)`, `exchanged(paid, change)`; `pages` has the bill in front while it is worked on."""

    pages: QStackedLayout

    @property
    def sold(self) -> SignalInstance: ...

    @property
    def exchanged(self) -> SignalInstance: ...

    @property
    def bill(self) -> Bill: ...

    @property
    def pay(self) -> Pay: ...


def open_display(till: Till, sell: Sell, backend: Door, desk: Desk) -> CustomerDisplay:
    """The display of this till's window: it comes and goes with it, as the settings say."""
    display = CustomerDisplay(Words(desk.shop.name_th, desk.shop.name_en))
    placing = Placing(display, till, desk.settings.customer_display)
    desk.announcements.settings_changed.connect(lambda settings: placing.use(settings.customer_display))
    join_display(display, sell, backend, desk)
    return display


def join_display(display: CustomerDisplay, sell: Sell, backend: Door, desk: Desk) -> None:
    """From now on the display follows the bill, the payment and the sale, and reads its stories by itself."""
    sell.bill.changed.connect(lambda _basket, _priced: _show_bill(display, sell.bill))
    sell.pay.shown.connect(display.show_paying)
    sell.pay.qr_shown.connect(display.show_qr)
    sell.pages.currentChanged.connect(lambda _number: _come_back(display, sell))
    sell.sold.connect(lambda sale: _show_sale(display, sale))
    sell.exchanged.connect(lambda paid, change: _show_exchange(display, paid, change))
    display.appeared.connect(lambda: _read(display, backend, desk))
    desk.announcements.day_changed.connect(lambda: _read(display, backend, desk))
    desk.announcements.day_changed.connect(lambda: display.mark_training(desk.shop.is_training))
    display.mark_training(desk.shop.is_training)


def _show_bill(display: CustomerDisplay, bill: Bill) -> None:
    """An empty bill is nothing to look at; the change of the one before may still be."""
    if bill.basket.lines:
        display.show_bill(bill.basket, bill.priced, bill.credit)
    elif display.page is not display.thanks:
        display.rest()


def _come_back(display: CustomerDisplay, sell: Sell) -> None:
    """From the payment, or from anything else, to the bill."""
    front: object = sell.pages.currentWidget()
    if front is sell.bill:
        _show_bill(display, sell.bill)


def _show_sale(display: CustomerDisplay, sale: Sale) -> None:
    if sale.doc_type is DocumentType.REFUND:
        display.show_refund(-sale.total)
    else:
        display.show_change(sale.change, sale.total)


def _show_exchange(display: CustomerDisplay, paid: int, change: int) -> None:
    if paid < 0:
        display.show_refund(-paid)
    else:
        display.show_change(change, paid)


def _read(display: CustomerDisplay, backend: Door, desk: Desk) -> None:
    """Also the dictionary of Thai words, before the first long name makes the till wait for it."""
    if not display.isVisible():
        return
    backend.send(pieces, WELCOME.th, owner=display)
    backend.work(
        list_stories, on=desk.today, done=display.idle.show_stories, refused=lambda _refusal: None, owner=display
    )
