"""Several makers share a code: their goods side by side, to be told apart by a look."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.sale import Offer
from otop_pos.i18n import _
from otop_pos.ui.sale.bill_columns import offer_stars
from otop_pos.ui.sale.number_key import pressed_number
from otop_pos.ui.style import CARD_RADIUS, colour, font, px
from otop_pos.ui.widgets.key_button import paint_cap
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.tile import paint_tile
from otop_pos.ui.wording import place_name, producer_name, product_name, quantity_text

COLUMNS = 3


class OfferTile(QAbstractButton):
    """Picture, name, maker and village, price, what is left; its number key in the corner."""

    def __init__(self, offer: Offer, number: int) -> None:
        super().__init__()
        self.offer = offer
        self._number = number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", CARD_RADIUS)
        self.setAccessibleName(f"{product_name(offer.product)} {producer_name(offer.producer)}")

    def sizeHint(self) -> QSize:
        return QSize(px(228), px(236))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("primary_soft" if self.underMouse() or self.isDown() else "card"))
        painter.drawRoundedRect(area, CARD_RADIUS, CARD_RADIUS)
        side, left = px(72), px(16)
        paint_tile(painter, QRectF(left, px(16), side, side), self.offer.product.name_th)
        paint_cap(painter, QRectF(self.width() - px(40), px(16), px(24), px(21)), str(self._number), "ink2")
        self._paint_words(painter, left, px(16) + side + px(10))

    def _paint_words(self, painter: QPainter, left: int, top: int) -> None:
        offer = self.offer
        stars = "★" * offer_stars(offer)
        left_over = quantity_text(offer.on_hand, offer.product.unit) if offer.on_hand > 0 else _("none left")
        for text, role, tone, height in (
            (product_name(offer.product), font("name"), "ink", 27),
            (producer_name(offer.producer), font("secondary"), "ink2", 22),
            (place_name(offer.producer.place), font("secondary"), "ink2", 22),
            (stars, font("secondary"), "star", 22),
            (f"{format_baht(offer.unit_price)}  ·  {left_over}", font("strong"), "figure", 28),
        ):
            painter.setFont(role)
            painter.setPen(colour(tone))
            width = self.width() - left - px(12)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(QRectF(left, top, width, px(height)), int(align), shown)
            top += px(height)


class Chooser(Overlay):
    """`offer(offers)` → chosen(offer), by number key, arrows and Enter, or touch."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=784)
        self._tiles: list[OfferTile] = []
        self.card.column.addWidget(Label(lambda: _("Which one is it?"), "heading"))
        self.card.column.addWidget(
            Paragraph(lambda: _("Several makers share this code. Choose by picture or press the number."), tone="ink2")
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(px(12))
        self.card.column.addLayout(self._grid)

    def offer(self, offers: Sequence[Offer]) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [OfferTile(offer, number) for number, offer in enumerate(offers, start=1)]
        for number, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _checked=False, tile=tile: self._choose(tile))
            self._grid.addWidget(tile, number // COLUMNS, number % COLUMNS)
        self.open(self._tiles[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = pressed_number(event)
        if 0 < number <= len(self._tiles):
            self._choose(self._tiles[number - 1])
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusNextPrevChild(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((tile for tile in self._tiles if tile.hasFocus()), None)
            if focused is not None:
                self._choose(focused)
        else:
            super().keyPressEvent(event)

    def _choose(self, tile: OfferTile) -> None:
        self.close_over()
        self.chosen.emit(tile.offer)
