"""The lines of a receipt: which pieces come back, and in which state."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.quantity import Unit
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.i18n import _
from otop_pos.ui.sale.prompt import QuantityPrompt
from otop_pos.ui.sale.return_columns import ReturnRow, sale_line_name
from otop_pos.ui.sale.return_view import ReturnView
from otop_pos.ui.wording import quantity_text


class ReturnLines(QObject):
    """`show(sale)`, then `.rows()`; every act is about the selected line."""

    changed = Signal()

    def __init__(self, view: ReturnView, host: QWidget) -> None:
        super().__init__(host)
        self._view = view
        self.prompt = QuantityPrompt(host, view)
        view.lines.chosen.connect(lambda _row: self.toggle())
        view.whole.clicked.connect(self.toggle)
        view.quantity.clicked.connect(self._ask_quantity)
        view.damaged.clicked.connect(self._toggle_damaged)
        self.prompt.answered.connect(self._returns)

    def show(self, sale: Sale, select: int = 0) -> None:
        self._view.lines.show_rows([ReturnRow(line) for line in sale.lines], select=select)

    def rows(self) -> tuple[ReturnRow, ...]:
        """Of which something comes back."""
        return tuple(row for row in self._view.lines.rows_model.rows if row.qty)

    def refund_lines(self) -> tuple[RefundLine, ...]:
        return tuple(RefundLine(row.line.line_no, row.qty, row.is_damaged) for row in self.rows())

    def toggle(self) -> None:
        """All that can come back of the line, or nothing."""
        if (row := self._selected()) is not None:
            self._replace(replace(row, qty=0 if row.qty else row.line.left))

    def _toggle_damaged(self) -> None:
        if (row := self._selected()) is not None:
            self._replace(replace(row, qty=row.qty or row.line.left, is_damaged=not row.is_damaged))

    def _ask_quantity(self) -> None:
        if (row := self._selected()) is not None:
            self.prompt.ask_quantity(lambda: sale_line_name(row.line), Unit(row.line.unit), row.qty or row.line.left)

    def _returns(self, qty: int) -> None:
        row = self._selected()
        if row is None:
            return
        self._replace(replace(row, qty=min(qty, row.line.left)))
        if qty > row.line.left:
            left = quantity_text(row.line.left, Unit(row.line.unit))
            self._view.message_bar.say(lambda: _("Only {quantity} can still be returned").format(quantity=left), "warn")

    def _selected(self) -> ReturnRow | None:
        return self._view.lines.selected()

    def _replace(self, row: ReturnRow) -> None:
        rows: Sequence[ReturnRow] = self._view.lines.rows_model.rows
        number = self._view.lines.selected_number()
        self._view.lines.show_rows([row if index == number else each for index, each in enumerate(rows)])
        self._view.message_bar.clear()
        self.changed.emit()
