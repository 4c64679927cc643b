"""The sums under a table, each below its column."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.label import Said, said
from otop_pos.ui.widgets.row_painter import FIRST_PADDING, PADDING
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import ALIGN

HEIGHT = 44


class SumRow(QWidget):
    """`SumRow(table)`, `show_sums({column number: text})`; columns that gave way show none."""

    def __init__(self, table: RowsTable[Any]) -> None:
        super().__init__()
        self._table = table
        self._sums: dict[int, Said] = {}
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.viewport().installEventFilter(self)

    def show_sums(self, sums: Mapping[int, Said]) -> None:
        self._sums = dict(sums)
        self.setAccessibleName(" · ".join(said(text) for text in sums.values()))
        self.update()

    def text(self, column: int) -> str:
        return said(self._sums.get(column, ""))

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_sums(self._sums)
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("head"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour("line"))
        columns = self._table.rows_model.columns
        painter.setPen(colour("figure"))
        for number, text in self._sums.items():
            if self._table.isColumnHidden(number):
                continue
            left, width = self._table.columnViewportPosition(number), self._table.columnWidth(number)
            start = px(FIRST_PADDING if number == 0 else PADDING)
            end = px(FIRST_PADDING if number == len(columns) - 1 else PADDING)
            align = ALIGN[columns[number].align]
            face, room = font("strong"), width - start - end
            needed = QFontMetricsF(face).horizontalAdvance(said(text))
            if needed > room:
                face.setPixelSize(max(int(face.pixelSize() * room / needed), 9))
            painter.setFont(face)
            area = QRectF(left + start, 0, room, self.height())
            painter.drawText(area, int(align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), said(text))
