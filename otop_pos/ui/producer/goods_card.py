"""The chosen product at a glance: its picture, what it is, its story."""

from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.domain.product import Product
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.tile import paint_tile
from otop_pos.ui.wording import named, product_name


class Picture(QWidget):
    """The photo, cut to the frame; without one the tile of the name."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._image = QImage()
        self._name = ""
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(self._height))

    def show_picture(self, name: str, jpeg: bytes | None) -> None:
        self._name = name
        self._image = QImage.fromData(jpeg) if jpeg else QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self._image.isNull():
            side = min(area.width(), px(96))
            tile = QRectF(0, 0, side, side)
            tile.moveCenter(area.center())
            paint_tile(painter, tile, self._name)
            return
        frame = QPainterPath()
        frame.addRoundedRect(area, 10, 10)
        painter.setClipPath(frame)
        size = self._image.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        shown = QRectF(0, 0, size.width(), size.height())
        shown.moveCenter(area.center())
        painter.drawImage(shown, self._image)


class GoodsCard(Card):
    def __init__(self) -> None:
        super().__init__(padding=16, spacing=6)
        self.photo_id: UUID | None = None
        self._product: Product | None = None
        self.picture = Picture(190)
        self.name = Paragraph("", "name", most_lines=2)
        self.facts = FactList(row_height=28)
        self.story = Paragraph("", "secondary", "ink2", most_lines=5)
        for widget in (self.picture, self.name, self.facts, self.story):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_product(self, product: Product | None) -> None:
        self._product = product
        self.photo_id = product.photo_id if product else None
        for widget in (self.picture, self.name, self.facts, self.story):
            widget.setVisible(product is not None)
        if product is None:
            return
        self.picture.show_picture(product.name_th, None)
        self.name.say(lambda: product_name(product))
        self.facts.show_rows(_facts(product))
        self.story.say(lambda: named(product.story_th, product.story_en))

    def show_photo(self, photo_id: UUID, jpeg: bytes | None) -> None:
        """Only if it is still this product that is looked at."""
        if photo_id == self.photo_id and self._product is not None:
            self.picture.show_picture(self._product.name_th, jpeg)


def _facts(product: Product) -> list[FactRow]:
    facts = [FactRow(lambda: _("Barcodes"), ", ".join(product.codes) or "–")]
    if product.shelf_life_days:
        days = product.shelf_life_days
        facts.append(FactRow(lambda: _("Keeps"), lambda: _("{days} days").format(days=days)))
    if product.low_stock is not None:
        low = format_quantity(product.low_stock, product.unit)
        facts.append(FactRow(lambda: _("Ask for more below"), low))
    return facts
