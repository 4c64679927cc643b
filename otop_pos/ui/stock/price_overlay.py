"""Another price: of one lot, of all there is of a product, or of the deliveries to come."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.receiving import preview_due
from otop_pos.services.stock.price import change_lot_price, change_product_price
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.reason_box import ReasonBox
from otop_pos.ui.style import px
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import lot_name, maker_line, product_name


class PriceOverlay(Overlay):
    """`ask(lot)` → changed(sentence), once it is in the books."""

    changed = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, width=640)
        self._backend = backend
        self._desk = desk
        self._lot: Lot | None = None
        self._question = 0
        self._due: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Paragraph("", "heading", most_lines=2)
        self.maker = Label("", "secondary", "ink2", elides=True)
        self.reach = Segments(
            [
                ("lot", lambda: _("This lot")),
                ("product", lambda: _("Whole product")),
                ("later", lambda: _("New deliveries")),
            ]
        )
        self.price = MoneyEdit("0.00", "action")
        self.price.setMinimumHeight(px(58))
        self.facts = FactList(ruled=True)
        self.reason = ReasonBox()
        self.reason.offer(
            (
                lambda: _("maker asks for it"),
                lambda: _("end of season"),
                lambda: _("typed wrongly before"),
                lambda: _("small fault, sold for less"),
            )
        )
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Change the price"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.ok)
        column = self.card.column
        column.setSpacing(px(8))
        for widget in (self.title, self.maker, self.reach, self.price, self.facts, self.reason, self.message):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.reach.changed.connect(lambda _reach: self.price.setFocus(Qt.FocusReason.OtherFocusReason))
        self.price.changed.connect(self._preview)
        self.price.returnPressed.connect(self.reason.take_focus)
        self.reason.given.connect(self._change)
        self.ok.clicked.connect(self._change)
        self.back.clicked.connect(self.give_up)
        self._backend.crashed.connect(lambda _bug: self._wait(False))

    def ask(self, lot: Lot) -> None:
        self._lot = lot
        self.title.say(lambda: product_name(lot.product))
        self.maker.say(lambda: f"{lot_name(lot.code)} · {maker_line(lot.producer)}")
        self.reach.choose("lot")
        self.message.clear()
        self.reason.clear()
        self._wait(False)
        self.price.show_value(lot.price)
        self._preview(lot.price)
        self.open(self.price)
        self.price.selectAll()

    def refuse(self, refusal: Refusal) -> None:
        self._wait(False)
        self.message.refuse(refusal)

    def _preview(self, price: int | None) -> None:
        """What the producer gets at the price that is being typed."""
        self._question += 1
        self._due = None
        self._show_facts(price)
        lot = self._lot
        if lot is None or not price:
            return
        self._backend.call(
            preview_due,
            lot.producer.id,
            lot.product.id,
            price,
            self._desk.today,
            done=partial(self._due_came, self._question, price),
            refused=self.message.refuse,
            owner=self,
        )

    def _due_came(self, question: int, price: int, due: int) -> None:
        if question == self._question:
            self._due = due
            self._show_facts(price)

    def _show_facts(self, price: int | None) -> None:
        lot = self._lot
        if lot is None:
            return
        new = format_baht(price) if price else "…"
        due = format_baht(self._due) if self._due is not None else "…"
        is_less = self._due is not None and self._due < lot.due_per_unit
        self.facts.show_rows(
            (
                FactRow(lambda: _("Price on the label"), f"{format_baht(lot.price)} → {new}", strong=True),
                FactRow(
                    lambda: _("Maker gets per unit"),
                    f"{format_baht(lot.due_per_unit)} → {due}",
                    "warn" if is_less else "good",
                    strong=True,
                ),
            )
        )

    def _change(self) -> None:
        if self._lot is None or not self.ok.isEnabled():
            return
        try:
            self._try(self._lot, self.price.read(), self.reason.read())
        except Refusal as refusal:
            self.refuse(refusal)

    def _try(self, lot: Lot, price: int, reason: str, approval: Approval | None = None) -> None:
        self._wait(True)
        self.message.clear()
        reach = self.reach.choice()
        use_case, args = (
            (change_lot_price, (lot.id, price, reason))
            if reach == "lot"
            else (change_product_price, (lot.product.id, price, reach == "product", reason))
        )
        again = partial(self._try, lot, price, reason)
        self._backend.call(
            use_case,
            *args,
            **self._desk.here(),
            approval=approval,
            done=lambda _value: self._changed(lot, price, reach),
            refused=self._desk.approvals.or_refuse(again, self.refuse),
            owner=self,
        )

    def _changed(self, lot: Lot, price: int, reach: str) -> None:
        self._wait(False)
        self.close_over()
        self.changed.emit(partial(_sentence, lot, price, reach))

    def _wait(self, is_waiting: bool) -> None:
        self.ok.setEnabled(not is_waiting)
        self.back.setEnabled(not is_waiting)


def _sentence(lot: Lot, price: int, reach: str) -> str:
    text = f"{product_name(lot.product)}: {format_baht(lot.price)} → {format_baht(price)}"
    after = _("The next delivery begins with it") if reach == "later" else _("The labels wait to be printed")
    return f"{text} · {after}"
