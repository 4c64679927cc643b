"""The goods of the selected line: what the customer asks about."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.sale import Offer
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.tile import Tile
from otop_pos.ui.wording import (
    date_text,
    lot_name,
    maker_line,
    product_name,
    quantity_text,
)


class ProductCard(Card):
    """`show_offer(offer)`; keeps its height while empty, so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.setFixedHeight(px(118))
        self.tile = Tile(64)
        self.name = Label("", "name", elides=True)
        self.stock = Label("", "secondary", "ink2", elides=True)
        self.maker = Label("", "secondary", "ink2", elides=True)
        self.lot = Label("", "secondary", "ink2", elides=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch()
        for label in (self.name, self.stock, self.maker, self.lot):
            words.addWidget(label)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.tile)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def show_offer(self, offer: Offer | None) -> None:
        self.tile.setVisible(offer is not None)
        if offer is None:
            self.name.say(lambda: _("No product yet"), "ink2")
            self.stock.say(lambda: _("Scan a label or search by name"))
            self.maker.say("")
            self.lot.say("")
            return
        self.tile.show_name(offer.product.name_th)
        self.name.say(lambda: product_name(offer.product), "ink")
        self.stock.say(lambda: _on_hand(offer), "ink2" if offer.on_hand > 0 else "warn")
        self.maker.say(lambda: maker_line(offer.producer))
        self.lot.say(lambda: _lot(offer))


def _on_hand(offer: Offer) -> str:
    if offer.on_hand <= 0:
        return _("None on the shelf by the books: sold all the same, to be cleared up")
    return _("{quantity} on the shelf").format(quantity=quantity_text(offer.on_hand, offer.product.unit))


def _lot(offer: Offer) -> str:
    parts = [_("lot {lot}").format(lot=lot_name(offer.lot_code))] if offer.lot_code else []
    if offer.expires_on is not None:
        parts.append(_("expires {day}").format(day=date_text(offer.expires_on)))
    return " · ".join(parts)
