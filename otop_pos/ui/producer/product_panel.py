"""Everything the shop knows of a product, in one form, with its picture."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.scan import as_code
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.services.photo import keep_photo, read_photos
from otop_pos.services.product import next_sku, register_product
from otop_pos.services.product_record import change_product
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.style import px
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit, QuantityEdit
from otop_pos.ui.widgets.photo_box import PhotoBox
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.widgets.story_edit import StoryEdit
from otop_pos.ui.widgets.tick_box import TickBox
from otop_pos.ui.widgets.whole_edit import WholeEdit
from otop_pos.ui.wording import category_name, producer_name, product_name, unit_name

WIDTH = 1180
LONGEST_SHELF_LIFE = 3650
"""Days: what keeps longer does not expire."""


class ProductPanel(FormPanel):
    """`ask_new(producer)` or `ask_change(product)` → `saved(product, is_new)`."""

    saved = Signal(object, bool)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        self.photo = PhotoBox(backend)
        super().__init__(host, body, WIDTH, self._side())
        self._backend = backend
        self._desk = desk
        self._acts = Acts(self, backend, desk)
        self._product = Product("", "")
        self._has_new_photo = False
        self._build()
        self._connect()

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(8))
        self.choose = KeyButton(lambda: _("Choose a photo"), act="goods_photo", icon="image")
        self.paste = KeyButton(lambda: _("Paste"), act="goods_paste")
        self.no_photo = KeyButton(lambda: _("No photo"), act="no_photo", tone="danger")
        column.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignHCenter)
        for button in (self.choose, self.paste, self.no_photo):
            column.addWidget(button)
        column.addStretch(1)
        side.setFixedWidth(px(232))
        return side

    def _build(self) -> None:
        self.name, self.name_en, self.codes = PlainEdit(), PlainEdit(), PlainEdit(lambda: _("scan, or empty"))
        self.category = PickBox([(each, partial(category_name, each)) for each in Category])
        self.unit = PickBox([(each, partial(unit_name, each)) for each in Unit])
        self.vat = PickBox([(each, partial(vat_name, each)) for each in VatClass])
        self.price = MoneyEdit("0.00")
        self.keeps = WholeEdit(1, LONGEST_SHELF_LIFE, lambda: _("does not expire"))
        self.low = QuantityEdit(Unit.PIECE, lambda: _("nobody is asked"), allows_zero=True)
        self.stars = PickBox([(str(count), partial(_stars, count)) for count in range(6)])
        self.standard = PlainEdit(lambda: _("as on the label"))
        self.active = PickBox([("active", lambda: _("on offer")), ("", lambda: _("not on offer"))])
        self.story, self.story_en = StoryEdit(2), StoryEdit(2)
        field = self.add_field
        field(lambda: _("Name of the product"), self.name, (0, 0, 3), lambda: self.needed(self.name))
        field(lambda: _("Name in English (if any)"), self.name_en, (0, 3, 3))
        field(lambda: _("Category"), self.category, (1, 0, 2))
        field(lambda: _("Counted in"), self.unit, (1, 2, 1))
        field(lambda: _("Price, VAT included"), self.price, (1, 3, 1), self._read_price)
        field(lambda: _("VAT"), self.vat, (1, 4, 2))
        field(lambda: _("Keeps, days"), self.keeps, (2, 0, 1), self.keeps.given)
        field(lambda: _("Ask for more below"), self.low, (2, 1, 1), self._low)
        field(lambda: _("OTOP stars"), self.stars, (2, 2, 1))
        field(lambda: _("Standard"), self.standard, (2, 3, 1))
        field(lambda: _("Barcodes"), self.codes, (2, 4, 1))
        field(lambda: _("State"), self.active, (2, 5, 1))
        field(lambda: _("The story, for customers"), self.story, (3, 0, 3))
        field(lambda: _("The story in English"), self.story_en, (3, 3, 3))
        self.grid.addLayout(self._marks(), 4, 0, 1, self.COLUMNS)
        self.save.say(lambda: _("Save"))

    def _marks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(22))
        self.restricted = TickBox(lambda: _("Restricted: alcohol, 20 years"))
        self.topotop = TickBox("TOPOTOP")
        self.creative = TickBox(lambda: _("Creative product"))
        for box in (self.restricted, self.topotop, self.creative):
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.choose.clicked.connect(self.photo.choose)
        self.paste.clicked.connect(self.photo.paste)
        self.no_photo.clicked.connect(self._take_photo_away)
        self.photo.taken.connect(self._photo_taken)
        self.photo.refused.connect(self.refuse)
        self.unit.changed.connect(lambda unit: self.low.use_unit(Unit(unit)))
        self.save_wanted.connect(self._save)

    def ask_new(self, producer: Producer) -> None:
        self._show(Product("", "", producer_id=producer.id))
        self.say_title(lambda: _("New product of {producer}").format(producer=producer_name(producer)))
        self._backend.call(next_sku, done=self._number, owner=self)
        self.open(self.name)

    def ask_change(self, product: Product) -> None:
        self._show(product)
        self.say_title(lambda: f"{product_name(product)} · {product.sku}")
        if product.photo_id is not None:
            self._backend.call(read_photos, [product.photo_id], done=partial(self._show_photo, product), owner=self)
        self.open(self.name)

    def take_scan(self, text: str) -> None:
        """A scan while the form is open is the barcode on the goods."""
        codes = [*self._codes(), as_code(text)]
        self.codes.setText(" ".join(dict.fromkeys(codes)))

    def value(self) -> Product:
        """As it stands in the boxes. Refuses Missing, NotANumber, OutOfRange, WholePiecesOnly."""
        return replace(
            self._product,
            name_th=self.name.text(),
            name_en=self.name_en.text(),
            category=Category(self.category.choice()),
            unit=Unit(self.unit.choice()),
            vat_class=VatClass(self.vat.choice()),
            price=self._read_price(),
            codes=self._codes(),
            shelf_life_days=self.keeps.given(),
            stars=int(self.stars.choice()),
            standard=self.standard.text(),
            restricted=self.restricted.isChecked(),
            active=bool(self.active.choice()),
            story_th=self.story.text(),
            story_en=self.story_en.text(),
            low_stock=self._low(),
            topotop=self.topotop.isChecked(),
            creative=self.creative.isChecked(),
        )

    def _show(self, product: Product) -> None:
        self._product = product
        self._has_new_photo = False
        for box, text in (
            (self.name, product.name_th),
            (self.name_en, product.name_en),
            (self.standard, product.standard),
            (self.codes, " ".join(product.codes)),
        ):
            box.setText(text)
        self.story.setText(product.story_th)
        self.story_en.setText(product.story_en)
        self.category.choose(product.category)
        self.unit.choose(product.unit)
        self.low.use_unit(product.unit)
        self.vat.choose(product.vat_class)
        self.price.show_value(product.price or None)
        self.keeps.show_value(product.shelf_life_days)
        self.low.show_value(product.low_stock)
        self.stars.choose(str(product.stars))
        self.active.choose("active" if product.active else "")
        self.restricted.setChecked(product.restricted)
        self.topotop.setChecked(product.topotop)
        self.creative.setChecked(product.creative)
        self.photo.show_jpeg(None)
        self.message_bar.clear()
        self.saving(False)

    def _show_photo(self, product: Product, photos: dict[UUID, bytes]) -> None:
        if product == self._product and product.photo_id is not None and not self._has_new_photo:
            self.photo.show_jpeg(photos.get(product.photo_id))

    def _number(self, sku: str) -> None:
        self._product = replace(self._product, sku=sku)

    def _photo_taken(self) -> None:
        self._has_new_photo = True
        self.message_bar.clear()

    def _take_photo_away(self) -> None:
        self._has_new_photo = False
        self._product = replace(self._product, photo_id=None)
        self.photo.show_jpeg(None)

    def _codes(self) -> tuple[str, ...]:
        return tuple(as_code(code) for code in self.codes.text().replace(",", " ").split())

    def _read_price(self) -> int:
        self.needed(self.price)
        return self.price.read()

    def _low(self) -> int | None:
        return self.low.read() if self.low.text().strip() else None

    def _save(self) -> None:
        """The picture first: the product names it."""
        jpeg = self.photo.jpeg if self._has_new_photo else None
        if jpeg is None:
            self._save_product(self._product.photo_id)
        else:
            self._run(keep_photo, jpeg, done=self._save_product)

    def _save_product(self, photo_id: UUID | None) -> None:
        # Kept from here on: should the product be refused, the picture is not kept a second time.
        self._product, self._has_new_photo = replace(self._product, photo_id=photo_id), False
        is_new = not self._product.id
        self._run(
            register_product if is_new else change_product,
            self.value(),
            done=lambda product: self._saved(product, is_new),
            is_by=is_new,
        )

    def _run(
        self, use_case: Callable[..., object], value: object, *, done: Callable[[Any], None], is_by: bool = False
    ) -> None:
        named = self._desk.by() if is_by else None
        self._acts.run(use_case, value, done=done, refuse=self._refuse, pause=lambda: self.saving(False), named=named)

    def _refuse(self, refusal: Refusal) -> None:
        self.refuse(refusal)

    def _saved(self, product: Product, is_new: bool) -> None:
        self.close_over()
        self.saved.emit(product, is_new)


def vat_name(vat_class: VatClass) -> str:
    names = {
        VatClass.V7: _("VAT 7%"),
        VatClass.EX81: _("Exempt: unprocessed farm goods"),
        VatClass.Z0: _("0%: export"),
        VatClass.NONVAT: _("Outside VAT"),
    }
    return names[vat_class]


def _stars(count: int) -> str:
    return "★" * count or "–"
