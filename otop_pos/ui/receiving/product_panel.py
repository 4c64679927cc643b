"""A product the shop has not had yet: on the spot, by keyboard."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import NotANumber, OutOfRange
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.scan import as_code
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.services.product import next_sku, register_product
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.widgets.chips import Chips
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit
from otop_pos.ui.wording import category_name, producer_name, unit_name

LONGEST_SHELF_LIFE = 3650
"""Days: what keeps longer does not expire."""


class ProductPanel(FormPanel):
    """`ask(producer, name, code)` → `registered(product)`."""

    registered = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body)
        self._backend = backend
        self._desk = desk
        self._producer = Producer("", "")
        self._build()
        self.save_wanted.connect(self._number_it)
        self.save.say(lambda: _("Save and count it"))

    def _build(self) -> None:
        self.name, self.name_en, self.code = PlainEdit(), PlainEdit(), PlainEdit()
        self.price = MoneyEdit("0.00")
        self.keeps = PlainEdit(lambda: _("empty: does not expire"))
        self.category = Chips([(each, partial(category_name, each)) for each in Category], columns=3)
        self.unit = Chips([(each, partial(unit_name, each)) for each in Unit], columns=8)
        exempt = (VatClass.EX81, lambda: _("Exempt: unprocessed farm goods"))
        self.vat = Chips([(VatClass.V7, lambda: _("VAT 7%")), exempt], columns=2)
        self.add_field(lambda: _("Name of the product"), self.name, (0, 0, 3), lambda: self.needed(self.name))
        self.add_field(lambda: _("Name in English (if any)"), self.name_en, (0, 3, 3))
        self.add_field(lambda: _("Category"), self.category, (1, 0, 6))
        self.add_field(lambda: _("Counted in"), self.unit, (2, 0, 6))
        self.add_field(lambda: _("Selling price per unit, VAT included"), self.price, (3, 0, 2), self._price)
        self.add_field(lambda: _("Keeps for how many days"), self.keeps, (3, 2, 2), self._keeps)
        self.add_field(lambda: _("Maker's own barcode (if any)"), self.code, (3, 4, 2))
        self.add_field(lambda: _("VAT"), self.vat, (4, 0, 6))

    def ask(self, producer: Producer, name: str = "", code: str = "") -> None:
        if producer.id != self._producer.id:
            self._clear()
        self._producer = producer
        self.say_title(lambda: _("New product of {producer}").format(producer=producer_name(producer)))
        self.message_bar.clear()
        self.saving(False)
        self.show_field(self.vat, self._desk.shop.vat_registered)
        if name:
            self.name.setText(name)
        if code:
            self.code.setText(code)
        self.open(self.name)

    def take_scan(self, text: str) -> None:
        """A scan while the form is open is the barcode on the goods."""
        self.code.setText(as_code(text))

    def _price(self) -> int:
        """Refuses Missing (also 0), NotANumber."""
        self.needed(self.price)
        price = self.price.read()
        if not price:
            self.price.clear()
            self.needed(self.price)
        return price

    def _keeps(self) -> int | None:
        """Days, None when it does not expire. Refuses NotANumber, OutOfRange."""
        text = to_arabic_digits(self.keeps.text()).strip()
        if not text:
            return None
        if not text.isdecimal():
            raise NotANumber(self.keeps.text())
        if not 0 < int(text) <= LONGEST_SHELF_LIFE:
            raise OutOfRange(self.keeps.text(), 1, LONGEST_SHELF_LIFE)
        return int(text)

    def _number_it(self) -> None:
        self._backend.call(next_sku, done=self._register, owner=self)

    def _register(self, sku: str) -> None:
        code = as_code(self.code.text())
        product = Product(
            sku,
            self.name.text(),
            self.name_en.text(),
            Category(self.category.choice()),
            Unit(self.unit.choice()),
            VatClass(self.vat.choice()) if self._desk.shop.vat_registered else VatClass.V7,
            self._price(),
            codes=(code,) if code else (),
            shelf_life_days=self._keeps(),
            producer_id=self._producer.id,
        )
        self._backend.call(register_product, product, **self._desk.by(), done=self._registered, owner=self)

    def _registered(self, product: Product) -> None:
        self.close_over()
        self._clear()
        self.registered.emit(product)

    def _clear(self) -> None:
        for box in (self.name, self.name_en, self.code, self.price, self.keeps):
            box.clear()
        self.vat.choose(VatClass.V7)
