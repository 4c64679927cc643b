"""Boxes for money and quantity: Thai digits, grouping, and a sentence when it is not a number."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht, parse_baht
from otop_pos.domain.quantity import Unit, format_quantity, parse_quantity
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.ui.style import Role, wear
from otop_pos.ui.widgets.label import Said, said

_ZERO = re.compile(r"0+(\.0*)?")


class PlainEdit(QLineEdit):
    """A line to type in, with a placeholder that follows the language. Select-all on focus by key."""

    def __init__(self, hint: Said = "", role: Role = "body") -> None:
        super().__init__()
        self._hint = hint
        self.setProperty("role", role)
        self.setPlaceholderText(said(hint))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setPlaceholderText(said(self._hint))
        super().changeEvent(event)

    def show_hint(self, hint: Said) -> None:
        self._hint = hint
        self.setPlaceholderText(said(hint))

    def mark_wrong(self, is_wrong: bool) -> None:
        if bool(self.property("wrong")) != is_wrong:
            wear(self, wrong=is_wrong)


class NumberEdit(PlainEdit):
    """Shared by money and quantity: right aligned, marked while it is no number."""

    changed = Signal(object)
    """The number as int, or None while the text is none."""

    def __init__(self, hint: Said = "", role: Role = "body") -> None:
        super().__init__(hint, role)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._tell)

    def value(self) -> int | None:
        """The number, or None while the box is empty or holds something else."""
        try:
            return self.read() if self.text().strip() else None
        except Refusal:
            return None

    def read(self) -> int:
        """The number; refuses NotANumber and what the kind of number refuses."""
        raise TypeError("MoneyEdit and QuantityEdit know how")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _tell(self) -> None:
        value = self.value()
        self.mark_wrong(value is None and bool(self.text().strip()))
        self.changed.emit(value)


class MoneyEdit(NumberEdit):
    """Satang: '1,250.50' → 125050."""

    def read(self) -> int:
        return parse_baht(self.text())

    def show_value(self, satang: int | None) -> None:
        self.setText("" if satang is None else format_baht(satang))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        value = self.value()
        if value is not None and self.text() != format_baht(value):
            self.show_value(value)


class QuantityEdit(NumberEdit):
    """Thousandths of a unit: '2.5' metres → 2500; pieces refuse fractions."""

    def __init__(
        self, unit: Unit = Unit.PIECE, hint: Said = "", role: Role = "body", allows_zero: bool = False
    ) -> None:
        self.unit = unit
        self._allows_zero = allows_zero
        super().__init__(hint, role)

    def read(self) -> int:
        if self._allows_zero and _ZERO.fullmatch(to_arabic_digits(self.text()).strip()):
            return 0
        return parse_quantity(self.text(), self.unit)

    def use_unit(self, unit: Unit) -> None:
        self.unit = unit

    def show_value(self, milli: int | None) -> None:
        self.setText("" if milli is None else format_quantity(milli, self.unit))
