"""Returns: the receipt, what of it comes back and why; then the money, or other goods for it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import EmptyBasket, Missing, NotAllowed, Refusal
from otop_pos.domain.refund import Refund
from otop_pos.domain.right import Right
from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.domain.scan import read_scan
from otop_pos.i18n import _
from otop_pos.services.refund import ReturnValue, refund_sale, value_return
from otop_pos.services.sale import list_sales, read_sale
from otop_pos.services.sale.finding import SoldLine, find_sold
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.sale.return_lines import ReturnLines
from otop_pos.ui.sale.return_view import ReturnView
from otop_pos.ui.sale.void_act import VoidAct


class ReturnPage(QWidget):
    """`start()`; then one of: the refund or void is saved, the goods go onto the bill, or nothing happened."""

    refunded = Signal(object)
    """The saved refund or void."""
    exchange_wanted = Signal(object)
    """BroughtBack: other goods are chosen for these."""
    copy_wanted = Signal(object)
    left_alone = Signal()
    """Back to the bill."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._refund: Refund | None = None
        self._sale: Sale | None = None
        self._has_receipt = True
        self.view = ReturnView()
        frame = QStackedLayout(self)
        frame.addWidget(self.view)
        self.lines = ReturnLines(self.view, self)
        self.voiding = VoidAct(self, self.view, backend, desk)
        self._connect()

    def _connect(self) -> None:
        view, box = self.view, self.view.code_box
        box.entered.connect(self.scan)
        box.empty_enter.connect(self._enter)
        box.stepped.connect(view.step)
        box.escaped.connect(self._leave)
        box.action.clicked.connect(self.start)
        view.receipts.chosen.connect(self._show_sale)
        view.sold.chosen.connect(self._show_sold)
        view.choose.clicked.connect(self._enter)
        view.no_receipt.clicked.connect(self._look_for_goods)
        view.back.clicked.connect(self._leave)
        view.copy.clicked.connect(self._copy)
        view.void.clicked.connect(self._void)
        view.exchange.clicked.connect(self._exchange)
        view.refund.clicked.connect(self._give_back)
        view.side.method_chosen.connect(self._value)
        self.lines.changed.connect(self._value)
        self.voiding.voided.connect(self.refunded)
        self._backend.crashed.connect(self._enable)

    def start(self) -> None:
        """The recent receipts of this till, from which one is chosen if none can be scanned."""
        self._show_middle("receipts")
        self._backend.call(list_sales, self._desk.till.code, done=self.view.receipts.show_rows, owner=self)

    def scan(self, text: str) -> None:
        """A receipt's number, from its bars or from the keyboard; or goods, where the receipt is lost."""
        code = read_scan(text).code
        self.view.code_box.clear()
        if self.view.shown == "sold":
            self._backend.call(find_sold, code, done=self._show_found, owner=self)
        else:
            self._backend.call(read_sale, code.upper(), done=self._show_sale, refused=self._unknown, owner=self)

    def refuse(self, refusal: Refusal) -> None:
        self._enable()
        self.view.message_bar.refuse(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_middle(self, middle: str) -> None:
        self._sale, self._refund = None, None
        self.view.message_bar.clear()
        self.view.side.show_sale(None)
        self.view.show_middle("sold" if middle == "sold" else "receipts")
        self.view.code_box.clear()
        self.view.code_box.setFocus()

    def _unknown(self, refusal: Refusal) -> None:
        """Perhaps it was no receipt that was scanned, but the goods themselves."""
        if self._desk.may(Right.REFUND_WITHOUT_RECEIPT):
            self.view.message_bar.say(lambda: refusal.sentence, "danger", lambda: _("No receipt"), self._look_for_goods)
        else:
            self.refuse(refusal)

    def _look_for_goods(self) -> None:
        if not self._desk.may(Right.REFUND_WITHOUT_RECEIPT):
            self.refuse(NotAllowed(Right.REFUND_WITHOUT_RECEIPT))
            return
        self._show_middle("sold")
        self.view.sold.show_rows(())

    def _show_found(self, lines: Sequence[SoldLine]) -> None:
        self.view.message_bar.clear()
        self.view.sold.show_rows(lines, select=0)
        if not lines:
            self.view.message_bar.say(lambda: _("Nobody bought this here, or all of it came back already"), "warn")

    def _show_sold(self, line: SoldLine) -> None:
        self._backend.call(
            read_sale, line.doc_no, done=lambda sale: self._take(sale, line.line_no - 1, has_receipt=False), owner=self
        )

    def _show_sale(self, sale: Sale) -> None:
        if sale.doc_type is not DocumentType.SALE:
            self._show_return(sale)
        else:
            self._take(sale)

    def _show_return(self, sale: Sale) -> None:
        self.view.message_bar.say(
            lambda: _("{number} is the paper of a return. Nothing more comes back of it.").format(number=sale.doc_no),
            "warn",
            lambda: _("Print a copy"),
            lambda: self.copy_wanted.emit(sale),
        )

    def _take(self, sale: Sale, select: int = 0, *, has_receipt: bool = True) -> None:
        self._sale, self._refund, self._has_receipt = sale, None, has_receipt
        self.view.message_bar.clear()
        self.view.side.show_sale(sale, has_receipt=has_receipt)
        self.lines.show(sale, select)
        self.view.show_middle("lines")
        self.view.void.setVisible(has_receipt)
        self.view.code_box.setFocus()
        if not any(line.left for line in sale.lines):
            self.view.message_bar.say(lambda: _("Everything on this receipt has been returned already"), "warn")

    def _enable(self) -> None:
        self.view.enable(self._sale is not None)

    def _enter(self) -> None:
        sale, line = self.view.receipts.selected(), self.view.sold.selected()
        if self.view.shown == "lines":
            self.lines.toggle()
        elif self.view.shown == "receipts" and sale is not None:
            self._show_sale(sale)
        elif self.view.shown == "sold" and line is not None:
            self._show_sold(line)

    def _leave(self) -> None:
        self.left_alone.emit()

    def _chosen(self) -> Sale | None:
        """The receipt in front, or the one selected in the list."""
        return self._sale or (self.view.receipts.selected() if self.view.shown == "receipts" else None)

    def _copy(self) -> None:
        if (sale := self._chosen()) is not None:
            self.copy_wanted.emit(sale)

    def _void(self) -> None:
        if (sale := self._chosen()) is not None:
            self.voiding.ask_about(sale)

    def _value(self) -> None:
        """What goes back, asked of the books: earlier returns and coins count too."""
        self._refund = None
        if self._sale is None or not self.lines.rows():
            self.view.side.show_amount(0)
            return
        refund = Refund(self._sale.doc_no, self.lines.refund_lines(), "", self.view.side.method())
        self._backend.call(
            value_return,
            refund,
            at=self._desk.now(),
            done=lambda value: self.view.side.show_amount(value.back),
            owner=self,
        )

    def _exchange(self) -> None:
        sale, refund = self._sale, self._wanted()
        if sale is None or refund is None:
            return
        rows = self.lines.rows()

        def take(value: ReturnValue) -> None:
            self.exchange_wanted.emit(BroughtBack(refund, sale, rows, value))

        self._backend.call(value_return, refund, at=self._desk.now(), done=take, owner=self)

    def _give_back(self) -> None:
        refund = self._wanted()
        if refund is not None:
            self.view.enable(False)
            self._refund = refund
            self._save(refund)

    def _save(self, refund: Refund, approval: Approval | None = None) -> None:
        answer = self._desk.approvals.or_refuse(lambda given: self._save(refund, given), self.refuse)

        def refused(refusal: Refusal) -> None:
            # Whoever is asked may say no: the page stays as it was and can be used.
            self._enable()
            answer(refusal)

        self._backend.call(
            refund_sale,
            refund,
            **self._desk.here(),
            approval=approval,
            done=self.refunded.emit,
            refused=refused,
            owner=self,
        )

    def _wanted(self) -> Refund | None:
        """The return as it stands; None where something is missing, which is then said. The same wish keeps
        its key, so that trying again cannot pay twice."""
        side, lines = self.view.side, self.lines.refund_lines()
        if self._sale is None or not lines:
            self.refuse(EmptyBasket())
            return None
        if not side.reason():
            self.refuse(Missing(_("Why it comes back")))
            side.reason_edit.setFocus()
            return None
        reference = side.reference.text().strip()
        wanted = Refund(
            self._sale.doc_no, lines, side.reason(), side.method(), reference, has_receipt=self._has_receipt
        )
        before = self._refund
        return before if before is not None and replace(before, key=wanted.key) == wanted else wanted
