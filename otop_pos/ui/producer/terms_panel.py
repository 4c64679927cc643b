"""New terms for a producer: every box of the agreement, and beside them what they would have brought."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.domain.agreement import (
    Agreement,
    AgreementRate,
    Bearer,
    EndAction,
    PayoutCycle,
    Rate,
    TaxMode,
)
from otop_pos.domain.errors import Refusal
from otop_pos.domain.product import Product
from otop_pos.domain.rehearsal import Rehearsal
from otop_pos.i18n import _
from otop_pos.services.producer import sign_agreement
from otop_pos.services.rehearsal import rehearse_terms
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.producer.choices import bearers, cycles, endings, tax_modes, withholdings
from otop_pos.ui.producer.rate_box import RateBox, RateRow
from otop_pos.ui.producer.rehearsal_card import RehearsalCard
from otop_pos.ui.style import px
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.widgets.whole_edit import WholeEdit

WIDTH = 1240
PAUSE = 250
"""Milliseconds of rest before the terms are rehearsed."""
USUAL = AgreementRate(Rate(basis_points=2500))


class TermsPanel(FormPanel):
    """`ask(agreement, products, is_first)` → `signed(agreement)`."""

    signed = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        self.rehearsal = RehearsalCard()
        super().__init__(host, body, WIDTH, self.rehearsal)
        self._backend = backend
        self._desk = desk
        self._acts = Acts(self, backend, desk)
        self._start = Agreement(0, desk.today, (USUAL,))
        self._products: tuple[Product, ...] = ()
        self._question = 0
        self.rows: list[RateRow] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.rehearse)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.number, self.since = PlainEdit(lambda: _("e.g. 3/2569")), DateEdit()
        self.term_days, self.grace_days = WholeEdit(1, 3650), WholeEdit(0, 365)
        self.rate = RateBox()
        self.discounts, self.losses, self.end = PickBox(bearers()), PickBox(bearers()), PickBox(endings())
        self.cycle, self.least = PickBox(cycles()), MoneyEdit("0.00")
        self.hold_days = WholeEdit(0, 365)
        self.tax, self.withheld = PickBox(tax_modes()), PickBox(withholdings())
        field = self.add_field
        field(lambda: _("Agreement number"), self.number, (0, 0, 2))
        field(lambda: _("Valid from"), self.since, (0, 2, 2), partial(self.needed, self.since))
        field(lambda: _("Stays, days"), self.term_days, (0, 4, 1), self.term_days.read)
        field(lambda: _("Grace, days"), self.grace_days, (0, 5, 1), self.grace_days.read)
        field(lambda: _("The price is divided so"), self.rate.method, (1, 0, 2))
        field(lambda: _("Centre %"), self.rate.percent, (1, 2, 1), self.rate.read)
        field(lambda: _("Per piece"), self.rate.amount, (1, 3, 1), self.rate.read)
        field(lambda: _("Of what"), self.rate.base, (1, 4, 2))
        field(lambda: _("Discounts are borne by"), self.discounts, (2, 0, 2))
        field(lambda: _("Losses are borne by"), self.losses, (2, 2, 2))
        field(lambda: _("Unsold goods"), self.end, (2, 4, 2))
        field(lambda: _("Is paid"), self.cycle, (3, 0, 2))
        field(lambda: _("Paid from, baht"), self.least, (3, 2, 1), self._least)
        field(lambda: _("Held, days"), self.hold_days, (3, 3, 1), self.hold_days.read)
        field(lambda: _("Tax withheld"), self.withheld, (3, 4, 2))
        field(lambda: _("VAT"), self.tax, (4, 0, 4))
        self.other = KeyButton(lambda: _("Another rate"), act="other_rate", tone="quiet", icon="plus")
        self.grid.addWidget(self.other, 4, 4, 1, 2)
        self._rates = QVBoxLayout()
        self._rates.setSpacing(px(6))
        self.grid.addLayout(self._rates, 5, 0, 1, self.COLUMNS)
        self.grid.setRowStretch(6, 1)
        self.save.say(lambda: _("Both sides sign"))

    def _connect(self) -> None:
        for pick in (self.rate.method, self.rate.base, self.discounts, self.tax):
            pick.changed.connect(lambda _value: self._timer.start())
        for edit in (self.rate.percent, self.rate.amount):
            edit.changed.connect(lambda _value: self._timer.start())
        self.rehearsal.asked.connect(self.rehearse)
        self.other.clicked.connect(self._add_other)
        self.save_wanted.connect(self._sign)

    def ask(self, agreement: Agreement | None, producer_id: int, products: Sequence[Product]) -> None:
        """The terms of now as a start; tomorrow, since what came today came under them."""
        self._products = tuple(products)
        tax = TaxMode.FULL_PRICE if self._desk.shop.vat_registered else TaxMode.NONE
        first = Agreement(producer_id, self._desk.today, (USUAL,), tax_mode=tax)
        self._start = agreement or first
        self._show(self._start)
        self.since.show_value(self._desk.today + timedelta(days=1 if agreement else 0))
        self.say_title(lambda: _("New terms") if agreement else _("First agreement"))
        self.message_bar.clear()
        self.saving(False)
        self.make_room(self.number)
        self.open(self.rate.percent if self.rate.percent.isEnabled() else self.rate.amount)
        self.rehearse()

    def agreement(self) -> Agreement:
        """As it stands in the boxes. Refuses Missing, NotANumber, OutOfRange, NotADate."""
        return replace(
            self._start,
            id=0,
            version=1,
            valid_from=self.since.read() or self._desk.today,
            valid_to=None,
            number=self.number.text().strip(),
            rates=(AgreementRate(self.rate.read()), *(row.read() for row in self.rows)),
            term_days=self.term_days.read(),
            grace_days=self.grace_days.read(),
            end_action=EndAction(self.end.choice()),
            hold_days=self.hold_days.read(),
            cycle=PayoutCycle(self.cycle.choice()),
            min_payout=self._least(),
            loss_policy=Bearer(self.losses.choice()),
            discount_policy=Bearer(self.discounts.choice()),
            tax_mode=TaxMode(self.tax.choice()),
            wht_rule=self.withheld.choice(),
        )

    def rehearse(self) -> None:
        """An answer that newer terms have overtaken is thrown away."""
        self._timer.stop()
        self._question += 1
        question = self._question
        try:
            agreement = self.agreement()
        except Refusal as refusal:
            self.rehearsal.say_missing(refusal.sentence)
            return
        until = self._desk.business_date
        since = until - timedelta(days=self.rehearsal.days() - 1)
        self._backend.work(
            rehearse_terms,
            agreement.producer_id,
            agreement,
            since,
            until,
            done=lambda rehearsal: self._show_rehearsal(question, rehearsal),
            owner=self,
        )

    def _show_rehearsal(self, question: int, rehearsal: Rehearsal) -> None:
        if question == self._question:
            self.rehearsal.show_rehearsal(rehearsal)

    def _show(self, agreement: Agreement) -> None:
        default = next((each for each in agreement.rates if _is_default(each)), USUAL)
        self.number.setText(agreement.number)
        self.term_days.show_value(agreement.term_days)
        self.grace_days.show_value(agreement.grace_days)
        self.rate.show_rate(default.rate)
        self.discounts.choose(agreement.discount_policy)
        self.losses.choose(agreement.loss_policy)
        self.end.choose(agreement.end_action)
        self.cycle.choose(agreement.cycle)
        self.least.show_value(agreement.min_payout)
        self.hold_days.show_value(agreement.hold_days)
        self.tax.choose(agreement.tax_mode)
        self.withheld.choose(agreement.wht_rule)
        for row in tuple(self.rows):
            self._remove(row)
        for each in agreement.rates:
            if not _is_default(each):
                self._add_row().show_rate(each)

    def _least(self) -> int:
        return self.least.read() if self.least.text().strip() else 0

    def _add_other(self) -> None:
        row = self._add_row()
        row.rate.show_rate(self.rate.read() if self.rate.percent.value() is not None else USUAL.rate)
        row.reach.take_focus()
        self.make_room(row)

    def _add_row(self) -> RateRow:
        row = RateRow(self._products)
        row.changed.connect(self._timer.start)
        row.removed.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._rates.addWidget(row)
        row.show()
        return row

    def _drop(self, row: RateRow) -> None:
        self._remove(row)
        self.other.setFocus()
        self._timer.start()

    def _remove(self, row: RateRow) -> None:
        self.rows.remove(row)
        self._rates.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _sign(self) -> None:
        try:
            agreement = self.agreement()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._acts.run(
            sign_agreement,
            agreement,
            done=self._signed,
            refuse=self.refuse,
            pause=lambda: self.saving(False),
            named=self._desk.by(),
        )

    def _signed(self, agreement: Agreement) -> None:
        self.close_over()
        self.signed.emit(agreement)


def _is_default(each: AgreementRate) -> bool:
    return each.category is None and each.product_id is None
