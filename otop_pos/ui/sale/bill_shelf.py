"""Bills put aside and taken up again, at any till; and a bill that is given up."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NotAllowed, Refusal, ReturnOnBill
from otop_pos.domain.held_bill import HeldBill
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.held_bill import Recalled, cancel_bill, hold_bill, list_held_bills, recall_bill
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.bill_view import BillView
from otop_pos.ui.sale.cancel_prompt import CancelPrompt
from otop_pos.ui.sale.held_list import HeldList
from otop_pos.ui.sale.hold_prompt import HoldPrompt
from otop_pos.ui.sale.open_bill import OpenBill
from otop_pos.ui.widgets.message_bar import Kind
from otop_pos.ui.wording import time_text

Again = Callable[[Approval], object]


LOOK_AGAIN_MS = 15_000


class BillShelf(QObject):
    """While the database has the bill nothing can be done to it: the view is disabled, scans wait."""

    recalled = Signal(object)
    """Recalled: its basket is the open bill now."""

    def __init__(self, bill: OpenBill, view: BillView, backend: Door, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._bill = bill
        self._view = view
        self._backend = backend
        self._desk = desk
        self._host = host
        self._is_out = False
        self.hold_prompt = HoldPrompt(host, view)
        self.cancel_prompt = CancelPrompt(host, view)
        self.held_list = HeldList(host, view)
        self._connect()

    def _connect(self) -> None:
        self._view.hold.clicked.connect(self.hold_or_list)
        self._view.cancel_key.activated.connect(self.ask_to_cancel)
        self._view.totals.held.chosen.connect(self.recall)
        self._view.totals.held.all_wanted.connect(self._list)
        self.hold_prompt.answered.connect(self._hold)
        self.hold_prompt.cancel_wanted.connect(self.ask_to_cancel)
        self.cancel_prompt.answered.connect(self._cancel)
        self.held_list.chosen.connect(self.recall)
        self._backend.crashed.connect(self._come_back)
        self._desk.announcements.held_bills_changed.connect(self.refresh)
        self._watch = QTimer(self, interval=LOOK_AGAIN_MS)
        self._watch.timeout.connect(self.look_again)
        self._watch.start()

    def look_again(self) -> None:
        """Another till may have held a bill or taken one up. Said by nobody, so looked at; in silence."""
        if self._host.isVisible():
            shown = self._view.totals.held.show_bills
            self._backend.call(list_held_bills, done=shown, refused=lambda _refusal: None, owner=self._host)

    def refresh(self) -> None:
        self._backend.call(list_held_bills, done=self._view.totals.held.show_bills, owner=self._host)

    def hold_or_list(self) -> None:
        """With goods on the bill it is put aside; without, the bills that wait are shown."""
        if not self._bill.basket.lines:
            self._list()
        elif self._may_leave() and self._may(Right.SELL):
            customer = self._bill.basket.customer
            self.hold_prompt.ask_name(customer.name if customer else time_text(self._desk.now()))

    def recall(self, held: HeldBill) -> None:
        if self._bill.basket.lines:
            self._view.message_bar.say(
                lambda: _("Goods are on this bill. Hold it or take the money first, then take up “{name}”.").format(
                    name=held.name
                ),
                "warn",
            )
            return
        self._send_out(recall_bill, held, done=self._take_up)

    def ask_to_cancel(self) -> None:
        if self._bill.basket.lines and self._may_leave() and self._may(Right.CANCEL_BILL):
            self.cancel_prompt.ask_about(self._bill.basket, self._bill.priced)

    def _list(self) -> None:
        self._backend.call(list_held_bills, done=self._show_list, owner=self._host)

    def _show_list(self, bills: Sequence[HeldBill]) -> None:
        self._view.totals.held.show_bills(bills)
        self.held_list.offer(bills)

    def _hold(self, name: str) -> None:
        self._send_out(hold_bill, self._bill.basket, name, done=self._put_aside)

    def _put_aside(self, held: HeldBill) -> None:
        self._bill.begin()
        self._come_back()
        self._view.message_bar.say(lambda: _("“{name}” is held at every till.").format(name=held.name), "good")
        self._desk.announcements.held_bills_changed.emit()

    def _take_up(self, recalled: Recalled) -> None:
        self._bill.take(recalled.basket, select=max(len(recalled.basket.lines) - 1, 0))
        self._come_back()
        self._view.message_bar.say(partial(_recalled_text, recalled), _kind(recalled))
        self._desk.announcements.held_bills_changed.emit()
        self.recalled.emit(recalled)

    def _cancel(self, reason: str, approval: Approval | None = None) -> None:
        self._send_out(
            partial(cancel_bill, approval=approval),
            self._bill.basket,
            reason,
            done=self._cancelled,
            again=lambda given: self._cancel(reason, given),
        )

    def _cancelled(self, _nothing: None) -> None:
        self._bill.begin()
        self._come_back()
        self._view.message_bar.say(lambda: _("The bill was cancelled and written down."), "info")

    def _may_leave(self) -> bool:
        """Goods that lie on the counter to come back are not put aside with a bill, nor forgotten."""
        if self._bill.comes_back is not None:
            self._bill.refused.emit(ReturnOnBill())
        return self._bill.comes_back is None

    def _may(self, right: Right) -> bool:
        if not self._desk.may(right):
            self._bill.refused.emit(NotAllowed(right))
        return self._desk.may(right)

    def _send_out(
        self, use_case: Callable[..., Any], *args: object, done: Callable[[Any], None], again: Again | None = None
    ) -> None:
        self._is_out = True
        self._view.setEnabled(False)
        refused = self._desk.approvals.or_refuse(again, self._bill.refused.emit) if again else self._bill.refused.emit
        self._backend.call(
            use_case,
            *args,
            **self._desk.here(),
            done=done,
            refused=lambda refusal: self._refused(refusal, refused),
            owner=self._host,
        )

    def _refused(self, refusal: Refusal, answer: Callable[[Refusal], object]) -> None:
        """Taken up elsewhere, or not allowed: the bill is as it was, the list may be another."""
        self._come_back()
        self.refresh()
        answer(refusal)

    def _come_back(self, _bug: Exception | None = None) -> None:
        if self._is_out:
            self._is_out = False
            self._view.setEnabled(True)
            self._view.code_box.setFocus()


def _kind(recalled: Recalled) -> Kind:
    return "warn" if recalled.left_out or recalled.repriced else "good"


def _recalled_text(recalled: Recalled) -> str:
    parts = [_("Taken up: {name}.").format(name=recalled.name)]
    if recalled.left_out:
        parts.append(_("No longer sold and left out: {goods}.").format(goods=", ".join(recalled.left_out)))
    if recalled.repriced:
        parts.append(_("The price is another one now: {goods}.").format(goods=", ".join(recalled.repriced)))
    return " ".join(parts)
