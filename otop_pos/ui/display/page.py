"""What all pages of the display share: paper, the shop's name, and a note of what can be read."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otop_pos.ui.display.sheet import Sheet, Written
from otop_pos.ui.display.typesetting import BOLD, REGULAR
from otop_pos.ui.display.weave import weave_border
from otop_pos.ui.display.words import Words
from otop_pos.ui.style import colour

MARGIN, HEAD, BAND = 40, 74, 20
"""In measures of the drawing: beside everything, the shop's name with the woven band under it."""


class Page(QWidget):
    """Painted whole from `draw`, in any size; `written` is what stands on it since the last time."""

    def __init__(self, shop: Words) -> None:
        super().__init__()
        self.shop = shop
        self.written: tuple[Written, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(each.words for each in self.written)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        sheet = Sheet(painter, self.size())
        try:
            self.draw(sheet)
        finally:
            painter.end()
        self.written = tuple(sheet.written)

    def draw(self, sheet: Sheet) -> None:
        """Paper and the shop's name; a page draws the rest over it."""
        sheet.painter.fillRect(sheet.area, colour("paper"))

    def draw_head(self, sheet: Sheet) -> QRectF:
        """The shop's name at the top. Gives what is left below."""
        head = QRectF(0, 0, sheet.area.width(), sheet.px(HEAD))
        sheet.painter.fillRect(head, colour("card"))
        room = (head.width() - 2 * sheet.px(MARGIN)) / 2
        thai = sheet.set(self.shop.th, 30, BOLD, room)
        english = sheet.set(self.shop.en, 24, REGULAR, room)
        middle = (head.height() - thai.height) / 2
        sheet.write(thai, QPointF(sheet.px(MARGIN), middle), "primary")
        right = QPointF(head.right() - sheet.px(MARGIN), middle + thai.ascent - english.ascent)
        sheet.write(english, right, "ink2", "right")
        below = self.draw_band(sheet, head.bottom())
        return QRectF(0, below, sheet.area.width(), sheet.area.height() - below)

    def draw_band(self, sheet: Sheet, top: float) -> float:
        """A woven band across the page. Gives where it ends."""
        band = QRectF(0, top, sheet.area.width(), sheet.px(BAND))
        sheet.painter.fillRect(band, colour("rail_active"))
        weave_border(sheet.painter, band, colour("bar"), colour("accent"))
        return band.bottom()
