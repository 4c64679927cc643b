"""One rate: how the price is divided, by which percentage or amount, of what."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from otop_pos.domain.agreement import AgreementRate, Rate, RateBase, RateMethod
from otop_pos.domain.errors import Missing
from otop_pos.domain.product import Category, Product
from otop_pos.i18n import _
from otop_pos.ui.producer.choices import Options, bases, methods
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.percent_edit import PercentEdit
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.wording import category_name, product_name


class RateBox:
    """Four boxes that belong together: those the method has no use for are at rest."""

    def __init__(self) -> None:
        self.method = PickBox(methods())
        self.percent = PercentEdit("%")
        self.amount = MoneyEdit("0.00")
        self.base = PickBox(bases())
        self.method.changed.connect(lambda _method: self._follow())
        self._follow()

    def show_rate(self, rate: Rate) -> None:
        self.method.choose(rate.method)
        self.percent.show_value(rate.basis_points)
        self.amount.show_value(rate.amount or None)
        self.base.choose(rate.base)
        self._follow()

    def read(self) -> Rate:
        """Refuses Missing, NotANumber, OutOfRange."""
        method = RateMethod(self.method.choice())
        percent = amount = 0
        if self.percent.isEnabled():
            if not self.percent.text().strip():
                raise Missing(_("Share of the centre %"))
            percent = self.percent.read()
        if self.amount.isEnabled():
            if not self.amount.text().strip():
                raise Missing(_("Amount per piece"))
            amount = self.amount.read()
        return Rate(method, percent, amount, RateBase(self.base.choice()))

    def _follow(self) -> None:
        method = self.method.choice()
        self.percent.setEnabled(method != RateMethod.FIXED_DUE)
        self.base.setEnabled(method != RateMethod.FIXED_DUE)
        self.amount.setEnabled(method != RateMethod.PERCENT)


class RateRow(QWidget):
    """A rate for a category or a product; `removed` when nobody wants it any more."""

    changed = Signal()
    removed = Signal()

    def __init__(self, products: tuple[Product, ...]) -> None:
        super().__init__()
        self.reach = PickBox(_reaches(products))
        self.rate = RateBox()
        self.off = KeyButton("×", tone="danger")
        self.off.setFixedWidth(px(44))
        self._lay_out()
        for box in (self.reach, self.rate.method, self.rate.base):
            box.changed.connect(lambda _value: self.changed.emit())
        for edit in (self.rate.percent, self.rate.amount):
            edit.changed.connect(lambda _value: self.changed.emit())
        self.off.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        """In one line; in two where the text is large."""
        rate = self.rate
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, px(8) if is_large() else 0)
        grid.setSpacing(px(8))
        boxes = ((rate.method, 4), (rate.percent, 2), (rate.amount, 2), (rate.base, 3))
        start = 0 if is_large() else 4
        grid.addWidget(self.reach, 0, 0, 1, 11 if is_large() else start)
        line, at = (1 if is_large() else 0), start
        for box, span in boxes:
            grid.addWidget(box, line, at, 1, span)
            at += span
        grid.addWidget(self.off, 0, at)
        for column in range(at):
            grid.setColumnStretch(column, 1)

    def show_rate(self, each: AgreementRate) -> None:
        self.reach.choose(f"product {each.product_id}" if each.product_id else f"category {each.category}")
        self.rate.show_rate(each.rate)

    def read(self) -> AgreementRate:
        """Refuses Missing, NotANumber, OutOfRange."""
        kind, _space, which = self.reach.choice().partition(" ")
        rate = self.rate.read()
        if kind == "product":
            return AgreementRate(rate, product_id=int(which))
        return AgreementRate(rate, category=Category(which))


def _reaches(products: tuple[Product, ...]) -> Options:
    categories = [(f"category {each}", partial(category_name, each)) for each in Category]
    goods = [(f"product {each.id}", partial(product_name, each)) for each in products]
    return (*categories, *goods)
