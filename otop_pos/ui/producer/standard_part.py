"""Registrations and certificates of a producer and its goods, and when they lapse."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.domain.standard import Standard
from otop_pos.i18n import _
from otop_pos.services.product_record import list_products
from otop_pos.services.standard import forget_standard, list_standards
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.standard_panel import StandardPanel
from otop_pos.ui.producer.words import lapse_text, lapse_tone, standard_name
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, producer_name, product_name


class StandardPart(Part):
    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self._products: dict[int, Product] = {}
        self.panel = StandardPanel(host, body, backend, desk)
        self.table: RowsTable[Standard] = RowsTable(
            self._columns(),
            empty=EmptyState(
                "shield-check",
                lambda: _("No standard is written down"),
                lambda: _("Enter อย., มผช. and others: before they lapse you are reminded"),
            ),
        )
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addWidget(self.table)
        self.new = KeyButton(lambda: _("New standard"), act="new", tone="soft", icon="plus")
        self.renew = KeyButton(lambda: _("Change, renew"), act="maker_row")
        self.forget = KeyButton(lambda: _("Remove"), act="maker_remove", tone="danger")
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        for button in (self.new, self.renew, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(card, 1)
        column.addLayout(buttons)
        self.new.clicked.connect(lambda: self.panel.ask_new(self.producer, tuple(self._products.values())))
        self.renew.clicked.connect(self._change)
        self.table.chosen.connect(lambda _standard: self._change())
        self.forget.clicked.connect(self._forget)
        self.panel.saved.connect(self._saved)

    def read(self) -> None:
        self._backend.call(list_products, self.producer.id, done=self._take_products, owner=self)
        self._backend.call(list_standards, self.producer.id, done=self._show, owner=self)

    def show_offered(self) -> None:
        for button in (self.new, self.renew, self.forget):
            button.setVisible(self._desk.may(Right.KEEP_PRODUCER))

    def _take_products(self, products: Sequence[Product]) -> None:
        self._products = {product.id: product for product in products}

    def _show(self, standards: Sequence[Standard]) -> None:
        self.table.show_rows(standards)
        for button in (self.renew, self.forget):
            button.setEnabled(bool(standards))

    def _change(self) -> None:
        standard = self.table.selected()
        if standard is not None and self._desk.may(Right.KEEP_PRODUCER):
            self.panel.ask_change(self.producer, tuple(self._products.values()), standard)

    def _forget(self) -> None:
        standard = self.table.selected()
        if standard is None:
            return
        name = f"{standard_name(standard.kind)} {standard.number}"

        def forgotten(_nothing: object) -> None:
            self.told.emit(lambda: _("Removed: {name}").format(name=name))
            self.read()

        self._acts.run(forget_standard, standard.id, done=forgotten, refuse=self.refuse)

    def _saved(self, standard: Standard) -> None:
        name = f"{standard_name(standard.kind)} {standard.number}"
        self.told.emit(lambda: _("Saved: {name}").format(name=name))
        self.read()

    def _columns(self) -> tuple[Column[Standard], ...]:
        return (
            Column(lambda: _("Standard"), lambda each: standard_name(each.kind), 220, role="strong"),
            Column(lambda: _("Number"), lambda each: each.number),
            Column(lambda: _("Of"), lambda each: owner_name(each, self.producer, self._products), 330, yields=1),
            Column(lambda: _("Until"), lambda each: date_text(each.expires_on) if each.expires_on else "–", 130),
            Column(
                lambda: "",
                lambda each: lapse_text(each, self._desk.today),
                190,
                tone=lambda each: lapse_tone(each, self._desk.today),
            ),
        )


def owner_name(standard: Standard, producer: Producer, products: dict[int, Product]) -> str:
    product = products.get(standard.product_id)
    return product_name(product) if product else producer_name(producer)
