"""What of a producer is on the shelf, and what sold lately."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.money import format_baht
from otop_pos.domain.producer_sold import ProducerSold
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.producer_sold import read_sold
from otop_pos.services.stock import list_lots
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import cap_of
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.sold_chart import SoldChart, bars_of
from otop_pos.ui.style import Tone, is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, named, product_name, quantity_text, short_date_text

WEEK = 7


class ShelfPart(Part):
    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__(backend, desk)
        self.sold: ProducerSold | None = None
        self.table: RowsTable[Lot] = RowsTable(
            self._columns(),
            empty=EmptyState(
                "package",
                lambda: _("Nothing of this producer is here"),
                lambda: _("Take a delivery in at Receive ({key})").format(key=cap_of("go_receive")),
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        here = Card()
        here.column.setContentsMargins(1, 1, 1, 1)
        here.column.addWidget(self.table)
        row.addWidget(here, 820)
        row.addLayout(self._sold_side(), 406)

    def _sold_side(self) -> QVBoxLayout:
        self.days = Segments([("30", lambda: _("30 days")), ("90", lambda: _("90 days"))])
        self.days.choose("30")
        self.days.changed.connect(lambda _days: self._read_sold())
        self.figures = FactList(row_height=28)
        self.chart = SoldChart()
        self.chart.setMinimumHeight(px(72))
        self.chart.setMaximumHeight(px(170))
        self.best_title = Label(lambda: _("Sells best"), "strong")
        self.nothing = EmptyState("chart-bar", lambda: _("Nothing sold in this time"))
        self.best = FactList(row_height=28)
        card = Card(padding=16, spacing=8)
        card.column.addWidget(Label(lambda: _("Sold"), "strong"))
        card.column.addWidget(self.days)
        card.column.addWidget(self.figures)
        card.column.addWidget(self.chart, 3)
        card.column.addWidget(self.nothing, 9)
        card.column.addWidget(self.best_title)
        card.column.addWidget(self.best)
        card.column.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(card)
        return column

    def read(self) -> None:
        self._backend.call(list_lots, self.producer.code, done=self._show_lots, owner=self)
        self._read_sold()

    def _read_sold(self) -> None:
        until = self._desk.business_date
        since = until - timedelta(days=int(self.days.choice()) - 1)
        self._backend.call(read_sold, self.producer.id, since, until, done=self._show_sold, owner=self)

    def _show_lots(self, lots: Sequence[Lot]) -> None:
        mine = [lot for lot in lots if lot.producer.id == self.producer.id]
        self.table.show_rows([lot for lot in mine if lot.on_hand or lot.quarantine or lot.to_return])

    def _show_sold(self, sold: ProducerSold) -> None:
        self.sold = sold
        until, length = self._desk.business_date, int(self.days.choice())
        self.chart.show_bars(bars_of(sold.days, until - timedelta(days=length - 1), until, 1 if length <= 30 else WEEK))
        self.figures.show_rows(
            [
                FactRow(lambda: _("Sold, returns taken off"), lambda: format_baht(sold.net), strong=True),
                FactRow(lambda: _("Of it the producer's"), lambda: format_baht(sold.due), "good"),
            ]
        )
        self.best.show_rows(
            [
                FactRow(partial(named, each.name_th, each.name_en), partial(format_baht, each.net))
                for each in sold.products[: 1 if is_large() else 4]
            ]
        )
        has_sold = bool(sold.products)
        self.chart.setVisible(has_sold)
        self.figures.setVisible(has_sold)
        self.best.setVisible(has_sold)
        self.best_title.setVisible(has_sold)
        self.nothing.setVisible(not has_sold)

    def _columns(self) -> tuple[Column[Lot], ...]:
        return (
            Column(
                lambda: _("On the shelf"),
                lambda lot: product_name(lot.product),
                role="strong",
                second=lambda lot: f"{lot_name(lot.code)} · {short_date_text(lot.received_on)}",
            ),
            Column(lambda: _("Price"), lambda lot: format_baht(lot.price), 104, "right", yields=1),
            Column(
                lambda: _("Here"),
                lambda lot: quantity_text(lot.on_hand, lot.product.unit),
                104,
                "right",
                role="strong",
            ),
            Column(
                lambda: _("Sold"),
                lambda lot: quantity_text(lot.sold - lot.returned, lot.product.unit),
                92,
                "right",
                yields=2,
            ),
            Column(lambda: _("Expires"), self._expiry, 116, "right", tone=self._expiry_tone),
        )

    def _expiry(self, lot: Lot) -> str:
        return short_date_text(lot.expires_on) if lot.expires_on else "–"

    def _expiry_tone(self, lot: Lot) -> Tone:
        if lot.expires_on is None:
            return "ink2"
        left = (lot.expires_on - self._desk.business_date).days
        return "danger" if left < 0 else "warn" if left <= 30 else "ink"
