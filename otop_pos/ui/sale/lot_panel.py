"""The lots behind a line: which one goes first, when it came, until when it is good, what is left of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.sale import Offer
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.stock import list_lots
from otop_pos.ui.backend import Door
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, maker_line, product_name, quantity_text, short_date_text

WIDTH, HEIGHT = 760, 300


class LotPanel(Overlay):
    """`show_offer(offer)`; nothing is changed here."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._offer: Offer | None = None
        self.title = Label("", "heading", elides=True)
        self.maker = Label("", "body", "ink2", elides=True)
        self.table: RowsTable[Lot] = RowsTable(
            self._columns(),
            empty=EmptyState(
                "package",
                lambda: _("No lot on the shelf by the books"),
                lambda: _("It is sold all the same and cleared up later"),
            ),
        )
        self.table.setMinimumHeight(px(HEIGHT))
        self.back = KeyButton(lambda: _("Back"), "Esc", tone="soft")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.back)
        for part in (self.title, self.maker, frame):
            self.card.column.addWidget(part)
        self.card.column.addLayout(buttons)
        self.table.chosen.connect(lambda _lot: self.give_up())
        self.back.clicked.connect(self.give_up)

    def _columns(self) -> tuple[Column[Lot], ...]:
        return (
            Column(lambda: _("Lot"), lambda lot: lot_name(lot.code), role="name", second=self._note),
            Column(lambda: _("Received"), lambda lot: short_date_text(lot.received_on), 148, "right"),
            Column(lambda: _("Expires"), _expires, 148, "right"),
            Column(lambda: _("On the shelf"), _on_hand, 136, "right", "name"),
        )

    def show_offer(self, offer: Offer) -> None:
        """The very lot of a scanned label, else all that may serve, first the one that goes first."""
        self._offer = offer
        self.title.say(lambda: product_name(offer.product))
        self.maker.say(lambda: maker_line(offer.producer))
        self.table.show_rows([])
        self.open(self.table)
        text = offer.lot_code if offer.is_pinned else offer.product.sku
        self._backend.call(list_lots, text, done=lambda lots: self._show(offer, lots), owner=self)

    def _show(self, offer: Offer, lots: Sequence[Lot]) -> None:
        if self._offer is offer:
            serving = [lot for lot in lots if _serves(offer, lot)]
            self.table.show_rows(sorted(serving, key=lambda lot: (lot.id != offer.lot_id, lot.received_on, lot.id)))

    def _note(self, lot: Lot) -> str:
        parts = [_("batch {batch}").format(batch=lot.batch)] if lot.batch else []
        if self._offer is not None and lot.id == self._offer.lot_id:
            parts.append(_("goes first"))
        return " · ".join(parts)


def _serves(offer: Offer, lot: Lot) -> bool:
    if offer.is_pinned:
        return lot.id == offer.lot_id
    is_same = (lot.product.id, lot.producer.id) == (offer.product.id, offer.producer.id)
    return is_same and (lot.on_hand > 0 or lot.id == offer.lot_id)


def _expires(lot: Lot) -> str:
    return short_date_text(lot.expires_on) if lot.expires_on else "–"


def _on_hand(lot: Lot) -> str:
    return quantity_text(lot.on_hand, lot.product.unit) if lot.on_hand else format_quantity(0)
