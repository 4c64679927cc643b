"""The agreement in plain words, with its versions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.agreement import list_agreements
from otop_pos.services.product_record import list_products
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.terms_panel import TermsPanel
from otop_pos.ui.producer.words import agreement_days, agreement_name, terms
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, rule
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import product_name


class TermsPart(Part):
    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self._names: dict[int, str] = {}
        self._products: Sequence[Product] = ()
        self.panel = TermsPanel(host, body, backend, desk)
        self._build()
        self.new.clicked.connect(self._ask)
        self.panel.signed.connect(self._signed)
        self.table.moved.connect(self._show_selected)

    def _build(self) -> None:
        self.table: RowsTable[Agreement] = RowsTable(
            self._columns(),
            60,
            empty=EmptyState("handshake", lambda: _("Nothing was agreed yet")),
        )
        versions = Card()
        versions.column.setContentsMargins(1, 1, 1, px(14))
        versions.column.addWidget(self.table, 1)
        self.new = KeyButton(lambda: _("New terms"), act="new", tone="soft", icon="plus")
        below = QHBoxLayout()
        below.setContentsMargins(px(14), 0, px(14), 0)
        below.addWidget(self.new)
        versions.column.addLayout(below)
        self.title = Label("", "name", elides=True)
        self.days = Label("", "secondary", "ink2")
        self.sentences = QVBoxLayout()
        self.sentences.setSpacing(px(10))
        self.sentences.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setLayout(self.sentences)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(inner)
        self.words = Card(padding=22, spacing=4)
        self.words.column.addWidget(self.title)
        self.words.column.addWidget(self.days)
        self.words.column.addWidget(rule())
        self.words.column.addSpacing(px(6))
        self.words.column.addWidget(self._scroller, 1)
        self.nothing = EmptyState(
            "handshake",
            lambda: _("There is no agreement yet"),
            lambda: _("Write down what both sides agree: goods can be taken in from then on"),
        )
        ground = Card()
        ground.column.addWidget(self.nothing)
        self.empty = ground
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.words, 800)
        row.addWidget(self.empty, 800)
        row.addWidget(versions, 426)

    def read(self) -> None:
        self._backend.call(list_products, self.producer.id, done=self._take_products, owner=self)
        self._backend.call(list_agreements, self.producer.id, done=self._show, owner=self)

    def show_offered(self) -> None:
        self.new.setVisible(self._desk.may(Right.SIGN_AGREEMENT))

    def _take_products(self, products: Sequence[Product]) -> None:
        self._products = [product for product in products if product.active]
        self._names = {product.id: product_name(product) for product in products}

    def _show(self, agreements: Sequence[Agreement]) -> None:
        in_force = next((number for number, each in enumerate(agreements) if self._is_in_force(each)), 0)
        self.table.show_rows(agreements, select=in_force)
        self.words.setVisible(bool(agreements))
        self.empty.setVisible(not agreements)
        self._show_selected()

    def _show_selected(self) -> None:
        agreement = self.table.selected()
        if agreement is None:
            return
        self.title.say(lambda: agreement_name(agreement))
        self.days.say(lambda: f"{agreement_days(agreement)} · {self._state(agreement)}")
        while (item := self.sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number in range(len(terms(agreement, self._names))):
            self.sentences.addWidget(Paragraph(partial(self._sentence, agreement, number)))
        self.sentences.addStretch(1)

    def _sentence(self, agreement: Agreement, number: int) -> str:
        return f"•  {terms(agreement, self._names)[number]}"

    def _is_in_force(self, agreement: Agreement) -> bool:
        today = self._desk.today
        return agreement.valid_from <= today and (agreement.valid_to is None or agreement.valid_to >= today)

    def _state(self, agreement: Agreement) -> str:
        if self._is_in_force(agreement):
            return _("in force")
        return _("not yet in force") if agreement.valid_from > self._desk.today else _("ended")

    def _state_tone(self, agreement: Agreement) -> Tone:
        return "good" if self._is_in_force(agreement) else "ink2"

    def _columns(self) -> tuple[Column[Agreement], ...]:
        return (
            Column(lambda: _("Versions"), agreement_name, role="strong", second=agreement_days),
            Column(lambda: "", self._state, 160, "right", tone=self._state_tone),
        )

    def _ask(self) -> None:
        rows = self.table.rows_model.rows
        self.panel.ask(rows[0] if rows else None, self.producer.id, self._products)

    def _signed(self, agreement: Agreement) -> None:
        self.told.emit(lambda: _("Signed: {name}").format(name=agreement_name(agreement)))
        self.read()
