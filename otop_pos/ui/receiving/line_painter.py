"""Paints the lines of a delivery: the goods with their picture where there is one."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from otop_pos.ui.receiving.album import Album, paint_picture
from otop_pos.ui.receiving.line_columns import PRODUCT, ROOM_FOR_THUMB, THUMB, DraftRow
from otop_pos.ui.style import px
from otop_pos.ui.widgets.row_painter import PADDING, RowPainter
from otop_pos.ui.widgets.table_model import AnyIndex, RowsModel


class LinePainter(RowPainter):
    """The words make room for the picture."""

    def __init__(self, model: RowsModel[DraftRow], album: Album, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._album = album

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        picture = self._album.picture(self._rows.row(index.row()).line.goods.photo_id)
        if index.column() != PRODUCT or picture is None or option.rect.width() < px(ROOM_FOR_THUMB):
            super().paint(painter, option, index)
            return
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        self._ground(painter, area, bool(option.state & QStyle.StateFlag.State_Selected), False)
        paint_picture(painter, thumb_area(area), picture)
        painter.restore()
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(px(THUMB + 10), 0, 0, 0)
        super().paint(painter, beside, index)


def thumb_area(area: QRectF) -> QRectF:
    """In the middle of a row's height, at its left."""
    side = px(THUMB)
    return QRectF(area.left() + px(PADDING), area.center().y() - side / 2, side, side)
