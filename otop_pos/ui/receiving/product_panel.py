"""Products the shop has not had yet, one after the other: name, count, price, and the next."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Missing, NotANumber, OutOfRange, Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.scan import as_code
from otop_pos.domain.standard import Standard
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.services.receiving import take_in_product
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.standard_words import read_standard
from otop_pos.ui.widgets.chips import Chips
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.form_panel import Entry, FormPanel
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit, QuantityEdit
from otop_pos.ui.wording import category_name, producer_name, product_name, quantity_text, unit_name

LONGEST_SHELF_LIFE = 3650
"""Days: what keeps longer does not expire."""


@dataclass(frozen=True, slots=True)
class NewGoods:
    """What the boxes said; `delivered` in thousandths, 0: to be counted on the line."""

    product: Product
    standard: Standard | None
    delivered: int


class ProductPanel(FormPanel):
    """`ask(producer, code, like)` → `registered(product, delivered)` for each, `ended()` at the end.

    Enter in the price saves and asks for the next name; Enter on an empty name ends. Category, unit, VAT and
    price stay as they were for the goods before.
    """

    registered = Signal(object, int)
    ended = Signal()
    came_back = Signal()
    """Goods were refused, and stand in the boxes again."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body)
        self._backend = backend
        self._desk = desk
        self._producer = Producer("", "")
        self._last_price = 0
        self.pending = 0
        """Goods on their way into the books."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.name, self.name_en, self.code = PlainEdit(), PlainEdit(), PlainEdit()
        self.delivered, self.price = QuantityEdit(), MoneyEdit(self._price_hint)
        self.keeps = PlainEdit(lambda: _("no end"))
        self.standard, self.lapses = PlainEdit(lambda: _("FDA, TCPS, notification …")), DateEdit()
        self.category = Chips([(each, partial(category_name, each)) for each in Category], columns=3)
        self.unit = Chips([(each, partial(unit_name, each)) for each in Unit], columns=8)
        self.vat = Chips([(VatClass.V7, lambda: "7 %"), (VatClass.EX81, lambda: _("Exempt"))], columns=2)
        self.vat.setToolTip(_("Exempt: unprocessed farm goods"))
        self.add_field(lambda: _("Name of the product"), self.name, (0, 0, 3), lambda: self.needed(self.name))
        self.add_field(lambda: _("Delivered"), self.delivered, (0, 3, 1), self._delivered)
        self.add_field(lambda: _("Selling price per unit, VAT included"), self.price, (0, 4, 2), self._price)
        self.add_field(lambda: _("Category"), self.category, (1, 0, 6))
        self.add_field(lambda: _("Counted in"), self.unit, (2, 0, 6))
        self.add_field(lambda: _("Name in English (if any)"), self.name_en, (3, 0, 3))
        self.add_field(lambda: _("Keeps for how many days"), self.keeps, (3, 3, 1), self._keeps)
        self.add_field(lambda: _("Maker's own barcode (if any)"), self.code, (3, 4, 2))
        self.add_field(lambda: _("Standard and its number (if any)"), self.standard, (4, 0, 3))
        self.add_field(lambda: _("Standard lapses on"), self.lapses, (4, 3, 1), self.lapses.read)
        self.add_field(lambda: _("VAT"), self.vat, (4, 4, 2))

    def _connect(self) -> None:
        self.save_wanted.connect(self._register)
        self.save.say(lambda: _("Save, the next one"))
        self.unit.changed.connect(lambda unit: self.delivered.use_unit(Unit(unit)))
        self.cancelled.connect(self.ended)

    def ask(self, producer: Producer, code: str = "", like: Product | None = None) -> None:
        """New goods of this maker, by default of the kind of `like`."""
        if producer.id != self._producer.id:
            self._clear()
            self._last_price = 0
        self._producer = producer
        self.say_title(lambda: _("New product of {producer}").format(producer=producer_name(producer)))
        self.message_bar.clear()
        self.saving(False)
        self.show_field(self.vat, self._desk.shop.vat_registered)
        if like is not None:
            self._start_like(like)
        if code:
            self.code.setText(code)
        self.price.show_hint(self._price_hint)
        self.open(self.name)

    def take_scan(self, text: str) -> None:
        """A scan while the form is open is the barcode on the goods."""
        self.code.setText(as_code(text))

    def go_on(self, widget: Entry) -> None:
        """Enter; on an empty name there is nothing more to register, in the price all is said that must be."""
        if widget is self.price or (widget is self.name and self._is_blank()):
            self.save.click()
        else:
            super().go_on(widget)

    def _check(self) -> None:
        if self._is_blank():
            self._end()
        else:
            super()._check()

    def _is_blank(self) -> bool:
        return not any(box.text().strip() for box in (self.name, self.delivered, self.price, self.code, self.name_en))

    def _end(self) -> None:
        self.close_over()
        self.ended.emit()

    def _start_like(self, product: Product) -> None:
        self.category.choose(product.category)
        self.unit.choose(product.unit)
        self.vat.choose(product.vat_class)
        self._last_price = self._last_price or product.price

    def _price_hint(self) -> str:
        return _("as before {price}").format(price=format_baht(self._last_price)) if self._last_price else "0.00"

    def _price(self) -> int:
        """As of the goods before where none is typed. Refuses Missing (also 0), NotANumber."""
        price = self.price.read() if self.price.text().strip() else self._last_price
        if not price:
            raise Missing(self.title_of(self.price))
        return price

    def _delivered(self) -> int:
        """Refuses NotANumber, WholePiecesOnly, BadQuantity."""
        return self.delivered.read() if self.delivered.text().strip() else 0

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

    def _typed(self) -> NewGoods:
        code, category = as_code(self.code.text()), Category(self.category.choice())
        product = Product(
            "",
            self.name.text(),
            self.name_en.text(),
            category,
            Unit(self.unit.choice()),
            VatClass(self.vat.choice()) if self._desk.shop.vat_registered else VatClass.V7,
            self._price(),
            codes=(code,) if code else (),
            shelf_life_days=self._keeps(),
            producer_id=self._producer.id,
        )
        return NewGoods(product, read_standard(self.standard.text(), category, self.lapses.value()), self._delivered())

    def _register(self) -> None:
        """The boxes are free for the next goods while these are written down."""
        goods = self._typed()
        self.pending += 1
        self._clear()
        self._last_price = goods.product.price
        self.price.show_hint(self._price_hint)
        self.saving(False)
        self.stand_on(self.name)
        self._backend.call(
            take_in_product,
            goods.product,
            goods.standard,
            **self._desk.here(),
            done=partial(self._registered, goods),
            refused=partial(self._not_registered, goods),
            owner=self,
        )

    def _registered(self, goods: NewGoods, product: Product) -> None:
        self.pending -= 1
        self.registered.emit(product, goods.delivered)
        count = goods.delivered
        self.message_bar.say(
            lambda: _("{product} is on the list ({count}). The next name, or Enter to end.").format(
                product=product_name(product), count=quantity_text(count, product.unit) if count else "–"
            ),
            "good",
        )

    def _not_registered(self, goods: NewGoods, refusal: Refusal) -> None:
        """Back into the boxes; while others are in them already, at a press."""
        self.pending -= 1
        self.came_back.emit()
        if not self.is_open:
            self.open(self.name)
        name = goods.product.name_th
        give_back = partial(self._fill, goods)
        if self._is_blank():
            give_back()
            self.message_bar.say(lambda: f"{name}: {refusal.sentence}", "danger")
        else:
            self.message_bar.say(lambda: f"{name}: {refusal.sentence}", "danger", lambda: _("Change it"), give_back)

    def _fill(self, goods: NewGoods) -> None:
        product, self_standard = goods.product, goods.standard
        self._start_like(replace(product, price=self._last_price))
        self.name.setText(product.name_th)
        self.name_en.setText(product.name_en)
        self.price.show_value(product.price)
        self.delivered.show_value(goods.delivered or None)
        self.keeps.setText(str(product.shelf_life_days or ""))
        self.code.setText("".join(product.codes))
        self.standard.setText(self_standard.number if self_standard else "")
        self.lapses.show_value(self_standard.expires_on if self_standard else None)
        self.stand_on(self.name)

    def _clear(self) -> None:
        boxes = (self.name, self.name_en, self.code, self.price, self.delivered, self.keeps, self.standard, self.lapses)
        for box in boxes:
            box.clear()
