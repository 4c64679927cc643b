"""The goods of the selected line: what the customer asks about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout

from otop_pos.domain.sale import Offer
from otop_pos.i18n import _
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.lines import Line, Lines
from otop_pos.ui.widgets.tile import Tile
from otop_pos.ui.wording import (
    date_text,
    lot_name,
    maker_line,
    product_name,
    quantity_text,
    short_date_text,
)


class ProductCard(Card):
    """`show_offer(offer)`; keeps its height while empty, so that nothing jumps. A touch asks for the lots."""

    touched = Signal()

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.setMinimumHeight(px(118))
        self.tile = Tile(64)
        self.words = Lines()
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.tile)
        row.addWidget(self.words, 1)
        self.column.addLayout(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mouseReleaseEvent(event)

    def show_offer(self, offer: Offer | None) -> None:
        self.tile.setVisible(offer is not None)
        self.setCursor(Qt.CursorShape.ArrowCursor if offer is None else Qt.CursorShape.PointingHandCursor)
        if offer is None:
            self.words.show_lines(
                [
                    Line(lambda: _("No product yet"), "name", "ink2"),
                    Line(lambda: _("Scan a label or search by name")),
                ]
            )
            return
        self.tile.show_name(offer.product.name_th)
        self.words.show_lines(
            [
                Line(lambda: product_name(offer.product), "name", "ink"),
                Line(lambda: _on_hand(offer), tone="ink2" if offer.on_hand > 0 else "warn"),
                # In large type there is room for what the bill does not say: its rows name the maker.
                Line(lambda: "" if is_large() else maker_line(offer.producer)),
                Line(lambda: _lot(offer)),
            ]
        )


def _on_hand(offer: Offer) -> str:
    if offer.on_hand <= 0:
        return _("None on the shelf by the books: sold all the same, to be cleared up")
    return _("{quantity} on the shelf").format(quantity=quantity_text(offer.on_hand, offer.product.unit))


def _lot(offer: Offer) -> str:
    if is_large():
        return " · ".join(
            part
            for part in (lot_name(offer.lot_code), short_date_text(offer.expires_on) if offer.expires_on else "")
            if part
        )
    parts = [_("lot {lot}").format(lot=lot_name(offer.lot_code))] if offer.lot_code else []
    if offer.expires_on is not None:
        parts.append(_("expires {day}").format(day=date_text(offer.expires_on)))
    return " · ".join(parts)
