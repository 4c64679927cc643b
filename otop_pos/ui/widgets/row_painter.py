"""Paints the cells of a RowsTable: tile, two lines, stars, selection bar."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.table_model import ALIGN, AnyIndex, Column, RowsModel
from otop_pos.ui.widgets.tile import paint_tile

STAR = "★"
FIRST_PADDING, PADDING, TILE, BAR = 16, 14, 48, 4
LEAST_HEAD = 72
DIVIDER = " · "


class RowPainter(QStyledItemDelegate):
    """Each line is elided to its cell; the height of a line leaves room for two tone marks."""

    def __init__(self, model: RowsModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        column, row = self._model.columns[index.column()], self._model.row(index.row())
        area = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        self._ground(painter, area, is_selected, index.column() == 0)
        padding = px(FIRST_PADDING if index.column() == 0 else PADDING)
        inner = area.adjusted(padding, 0, -px(self._right_padding(index.column())), 0)
        if column.tile is not None:
            side = min(px(TILE), area.height() - 12)
            paint_tile(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), column.tile(row))
            inner.setLeft(inner.left() + side + px(14))
        self._words(painter, inner, column, row)
        painter.restore()

    def _right_padding(self, number: int) -> int:
        """A text before a figure needs less air than two figures side by side."""
        columns = self._model.columns
        if number == len(columns) - 1:
            return FIRST_PADDING
        return PADDING if columns[number].align == "right" else 4

    def _ground(self, painter: QPainter, area: QRectF, is_selected: bool, is_first: bool) -> None:
        if is_selected:
            painter.fillRect(area, colour("primary_soft"))
            if is_first:
                painter.fillRect(QRectF(area.left(), area.top(), px(BAR), area.height()), colour("primary"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), colour("line"))

    def _words(self, painter: QPainter, area: QRectF, column: Column[Any], row: Any) -> None:
        face = font(column.role)
        painter.setFont(face)
        painter.setPen(colour(column.tone(row) if column.tone else "ink"))
        second = column.second(row) if column.second else ""
        stars = column.stars(row) if column.stars else 0
        first_height = QFontMetricsF(face).height()
        if not second and not stars:
            _line(painter, area, column.text(row), ALIGN[column.align])
            return
        second_height = QFontMetricsF(font("secondary")).height()
        top = area.center().y() - (first_height + second_height + 2) / 2
        _line(painter, QRectF(area.left(), top, area.width(), first_height), column.text(row), ALIGN[column.align])
        under = QRectF(area.left(), top + first_height + 2, area.width(), second_height)
        self._second(painter, under, second, stars, column)

    def _second(self, painter: QPainter, area: QRectF, text: str, stars: int, column: Column[Any]) -> None:
        painter.setFont(font("secondary"))
        metrics = QFontMetricsF(font("secondary"))
        room = metrics.horizontalAdvance(STAR * stars) + px(6) if stars else 0
        painter.setPen(colour("ink2"))
        inner = area.adjusted(0, 0, -room, 0)
        shown = _line(painter, inner, _tail_kept(painter, text, inner.width()), ALIGN[column.align])
        if stars:
            painter.setPen(colour("star"))
            left = area.left() + (metrics.horizontalAdvance(shown) + px(6) if shown else 0)
            painter.drawText(QRectF(left, area.top(), room, area.height()), int(ALIGN["left"]), STAR * stars)


def _tail_kept(painter: QPainter, text: str, width: float) -> str:
    """Where 'maker · village · date' is too long the date goes first, then the maker's name gives way: the
    village stays in sight."""
    metrics = painter.fontMetrics()
    head, *rest = text.split(DIVIDER)
    while rest and metrics.horizontalAdvance(text) > width:
        tail = DIVIDER + DIVIDER.join(rest)
        room = int(width) - metrics.horizontalAdvance(tail)
        if room >= px(LEAST_HEAD) or len(rest) == 1:
            return metrics.elidedText(head, Qt.TextElideMode.ElideRight, max(room, px(LEAST_HEAD))) + tail
        rest.pop()
        text = DIVIDER.join((head, *rest))
    return text


def _line(painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag) -> str:
    """Draw one line with an ellipsis where it is too long; what was drawn comes back."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
    painter.drawText(area, int(align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), shown)
    return shown
