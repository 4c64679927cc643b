"""What all lots in the list come to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity, times
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_row import StockRow
from otop_pos.i18n import _
from otop_pos.ui.stock.expiry import expires_soon, is_expired
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import RIGHT, Label, Said


class StockTotals(Card):
    """`show_lots(lots)`; `soon` is a switch that leaves only what expires soon or has expired."""

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=0)
        self._holders: list[QWidget] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(px(22))
        self.lots = self._figure(lambda: _("Lots"))
        self.units = self._figure(lambda: _("Units on hand"))
        self.value = self._figure(lambda: _("Value at selling price"))
        self.due = self._figure(lambda: _("Owed to makers if all sells"))
        self._row.addStretch(1)
        self.soon = KeyButton("", act="soon", icon="hourglass-medium")
        self.soon.setCheckable(True)
        self._row.addWidget(self.soon)
        self.column.addLayout(self._row)

    def show_lots(self, lots: Sequence[Lot], is_cut: bool = False) -> None:
        """`is_cut`: there are more than are shown, and every figure is of those shown."""
        self.lots.say(f"{len(lots)}{'+' if is_cut else ''}")
        self.units.say(format_quantity(sum(lot.on_hand for lot in lots)))
        self.value.say(format_baht(sum(times(lot.on_hand, lot.price) for lot in lots)))
        self.due.say(format_baht(sum(times(lot.on_hand, lot.due_per_unit) for lot in lots)))

    def show_rows(self, rows: Sequence[StockRow]) -> None:
        """Of products or makers: what is put aside counts too."""
        self.lots.say(str(sum(row.lots for row in rows)))
        self.units.say(format_quantity(sum(row.here for row in rows)))
        self.value.say(format_baht(sum(row.value for row in rows)))
        self.due.say(format_baht(sum(row.due for row in rows)))

    def show_soon(self, lots: Sequence[Lot], today: date) -> None:
        soon = sum(expires_soon(lot, today) for lot in lots)
        expired = sum(is_expired(lot, today) for lot in lots)
        self.soon.say(lambda: _("Expiring {soon} · expired {expired}").format(soon=soon, expired=expired))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A figure that cannot be read whole is better not there; the last ones go first."""
        super().resizeEvent(event)
        room = self.width() - 2 * px(16) - self.soon.sizeHint().width()
        for holder in self._holders:
            room -= holder.sizeHint().width() + self._row.spacing()
            holder.setVisible(room >= 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.soon.minimumSizeHint().width(), super().minimumSizeHint().height())

    def _figure(self, title: Said) -> Label:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        figure = Label("", "name", align=RIGHT)
        column.addWidget(Label(title, "secondary", "ink2", RIGHT))
        column.addWidget(figure)
        self._row.addWidget(holder)
        self._holders.append(holder)
        return figure
