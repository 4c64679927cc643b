"""Counting the drawer: one row per note and coin, and what it comes to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from otop_pos.domain.errors import NotANumber
from otop_pos.domain.money import BAHT, DENOMINATIONS, format_baht
from otop_pos.domain.quantity import ONE
from otop_pos.domain.till import counted
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.label import RIGHT, Figure, Label, Said
from otop_pos.ui.widgets.number_edit import QuantityEdit
from otop_pos.ui.widgets.paragraph import Paragraph

ROW_HEIGHT = 40
"""At every text size: eleven rows of digits must fit below each other."""


class PiecesEdit(QuantityEdit):
    """A count of notes or coins; Enter and the arrows walk to the neighbours."""

    def __init__(self, denomination: int) -> None:
        super().__init__(allows_zero=True)
        self.denomination = denomination
        self.setProperty("density", "low")
        self.setProperty("radius", 6)
        self.setMaxLength(6)
        self.setAccessibleName(denomination_name(denomination))

    def pieces(self) -> int:
        """0 for an empty box. Refuses NotANumber."""
        if not self.text().strip():
            return 0
        value = self.value()
        if value is None:
            raise NotANumber(self.text())
        return value // ONE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class CountPanel(Card):
    """`begin(purpose, title, hint)`, `pieces()` gives {denomination in satang: pieces}.

    What was counted stays when the same purpose begins again: the cashier only looked elsewhere.
    """

    changed = Signal(object)
    """The sum in satang."""

    def __init__(self) -> None:
        super().__init__(padding=20, spacing=4)
        self._purpose = ""
        self.title = Label("", "heading")
        self.hint = Paragraph("", "secondary", "ink2")
        self.edits = [PiecesEdit(each) for each in DENOMINATIONS]
        self.amounts = [Label("", "body", align=RIGHT) for _each in DENOMINATIONS]
        self.total = Figure("amount")
        self.column.addWidget(self.title)
        self.column.addWidget(self.hint)
        self.column.addSpacing(px(4))
        self.column.addLayout(self._rows())
        self.column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(Label(lambda: _("Counted"), "name", "ink2"))
        foot.addWidget(self.total, 1)
        self.column.addLayout(foot)
        for edit in self.edits:
            edit.changed.connect(lambda _value: self._show())
        self._show()

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(px(16))
        grid.setColumnMinimumWidth(0, px(92))
        grid.setColumnStretch(2, 1)
        for number, (edit, amount) in enumerate(zip(self.edits, self.amounts, strict=True)):
            grid.addWidget(Label(denomination_name(edit.denomination), "strong"), number, 0)
            edit.setFixedWidth(px(150))
            grid.addWidget(edit, number, 1)
            grid.addWidget(amount, number, 2)
            grid.setRowMinimumHeight(number, ROW_HEIGHT)
        return grid

    def begin(self, purpose: str, title: Said, hint: Said) -> None:
        self.title.say(title)
        self.hint.say(hint)
        if purpose != self._purpose:
            self.empty()
        self._purpose = purpose

    def empty(self) -> None:
        self._purpose = ""
        for edit in self.edits:
            edit.clear()

    def take_focus(self) -> None:
        self.edits[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def pieces(self) -> dict[int, int]:
        """Refuses NotANumber."""
        return {edit.denomination: count for edit in self.edits if (count := edit.pieces())}

    def _show(self) -> None:
        total = 0
        for edit, amount in zip(self.edits, self.amounts, strict=True):
            worth = counted({edit.denomination: (edit.value() or 0) // ONE})
            amount.say(format_baht(worth), "ink" if worth else "ink2")
            total += worth
        self.total.show_text(format_baht(total))
        self.changed.emit(total)


def denomination_name(satang: int) -> str:
    """'1,000' baht, '0.25'."""
    return f"{satang // BAHT:,}" if satang % BAHT == 0 else format_baht(satang)
