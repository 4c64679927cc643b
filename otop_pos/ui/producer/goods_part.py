"""What a producer makes: every product with its picture, price and what is special about it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.photo import read_photos
from otop_pos.services.product_record import list_products
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.goods_card import GoodsCard
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.product_panel import ProductPanel
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import category_name, product_name, unit_name


class GoodsPart(Part):
    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self.panel = ProductPanel(host, body, backend, desk)
        self.table: RowsTable[Product] = RowsTable(
            _columns(),
            empty=EmptyState(
                "package", lambda: _("No product yet"), lambda: _("Register the first one, with its photo")
            ),
        )
        self.card = GoodsCard()
        self.new = KeyButton(lambda: _("New product"), act="new", tone="soft", icon="plus")
        self.change = KeyButton(lambda: _("Change product"), act="maker_row")
        list_card = Card()
        list_card.column.setContentsMargins(1, 1, 1, px(14))
        list_card.column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(14), 0, px(14), 0)
        buttons.setSpacing(px(10))
        buttons.addWidget(self.new)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        list_card.column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(list_card, 880)
        side = QVBoxLayout()
        side.addWidget(self.card)
        row.addLayout(side, 346)
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.panel.ask_new(self.producer))
        self.change.clicked.connect(self._change)
        self.table.chosen.connect(lambda _product: self._change())
        self.table.moved.connect(self._show_selected)
        self.panel.saved.connect(self._saved)

    def read(self) -> None:
        self._backend.call(list_products, self.producer.id, done=self._show, owner=self)

    def show_offered(self) -> None:
        for button in (self.new, self.change):
            button.setVisible(self._desk.may(Right.KEEP_PRODUCT))

    def take_scan(self, code: str) -> bool:
        if self.panel.is_open:
            self.panel.take_scan(code)
        return self.panel.is_open

    def _show(self, products: Sequence[Product]) -> None:
        self.table.show_rows(products)
        self.change.setEnabled(bool(products))
        self._show_selected()

    def _show_selected(self) -> None:
        product = self.table.selected()
        self.card.show_product(product)
        if product is not None and product.photo_id is not None:
            photo_id = product.photo_id

            def came(photos: dict[UUID, bytes]) -> None:
                self.card.show_photo(photo_id, photos.get(photo_id))

            self._backend.call(read_photos, [photo_id], done=came, owner=self)

    def _change(self) -> None:
        product = self.table.selected()
        if product is not None and self._desk.may(Right.KEEP_PRODUCT):
            self.panel.ask_change(product)

    def _saved(self, product: Product, is_new: bool) -> None:
        name = product_name(product)
        self.told.emit(
            lambda: _("Registered: {name}").format(name=name) if is_new else _("Saved: {name}").format(name=name)
        )
        self._desk.announcements.products_changed.emit()
        self.read()


def marks(product: Product) -> str:
    """What is special about it, in short."""
    every = (
        (not product.active, _("not on offer")),
        (product.restricted, _("restricted")),
        (product.topotop, "TOPOTOP"),
        (product.creative, _("creative")),
        (bool(product.standard), product.standard),
    )
    return " · ".join(text for is_so, text in every if is_so)


def _columns() -> tuple[Column[Product], ...]:
    return (
        Column(
            lambda: _("Product"),
            product_name,
            role="name",
            second=lambda product: " · ".join(
                part for part in (product.sku, category_name(product.category), marks(product)) if part
            ),
            stars=lambda product: product.stars,
            tile=lambda product: product.name_th,
        ),
        Column(lambda: _("Counted in"), lambda product: unit_name(product.unit), 110, yields=1),
        Column(lambda: _("Price"), lambda product: format_baht(product.price), 120, "right", role="strong"),
    )
