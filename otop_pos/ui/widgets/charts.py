"""Two quiet charts: bars by hour, and a ranking with its figures."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import colour, font, px


class HourBars(QWidget):
    """`show_values([(9, 1200), …])`: one bar per hour, the best one dark and with its figure above."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[tuple[int, int]] = []
        self._best = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: Sequence[tuple[int, int]], best: str = "") -> None:
        """`best` is the written figure of the highest bar."""
        self._values, self._best = list(values), best
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = max((value for _hour, value in self._values), default=0)
        if top <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        text = QFontMetricsF(font("small")).height()
        step = self.width() / len(self._values)
        width = min(step - px(6), px(56))
        room = self.height() - 2 * text - 4
        best = next(number for number, (_hour, value) in enumerate(self._values) if value == top)
        for number, (hour, value) in enumerate(self._values):
            left = number * step + (step - width) / 2
            height = max(room * max(value, 0) / top, 2)
            bar = QRectF(left, text + room - height, width, height)
            self._paint_bar(painter, bar, is_best=number == best)
            painter.setPen(colour("ink2"))
            under = QRectF(number * step, self.height() - text, step, text)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(hour))
            if number == best and self._best:
                over = bar.center().x()
                painter.setPen(colour("figure"))
                half = QFontMetricsF(font("small")).horizontalAdvance(self._best) / 2 + 2
                over = min(max(over, half), self.width() - half)
                painter.drawText(QRectF(over - half, 0, 2 * half, text), Qt.AlignmentFlag.AlignCenter, self._best)

    def _paint_bar(self, painter: QPainter, area: QRectF, is_best: bool) -> None:
        path = QPainterPath()
        path.addRoundedRect(area, 3, 3)
        painter.fillPath(path, colour("primary" if is_best else "bar"))


class RankBars(QWidget):
    """`show_values([(name, satang, "38,920"), …])`: name, bar, figure; as many rows as fit."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[tuple[str, int, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: Sequence[tuple[str, int, str]]) -> None:
        self._values = list(values)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), round(self._row() * 5))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), round(font("secondary").pixelSize() * 1.55 * max(len(self._values), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("secondary"))
        best = max((value for _name, value, _figure in self._values), default=0)
        name_width, figure_width = self.width() * 0.42, self.width() * 0.24
        room = self.width() - name_width - figure_width - px(10)
        for number, (name, value, figure) in enumerate(self._values):
            area = QRectF(0, number * self._row(), self.width(), self._row())
            if area.bottom() > self.height() + 1:
                break
            painter.setPen(colour("ink"))
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(name_width - px(10)))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, area.top(), name_width, area.height()), int(left), shown)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(right), figure)
            if best > 0 and value > 0:
                bar = QPainterPath()
                height = px(12)
                bar.addRoundedRect(
                    QRectF(name_width, area.center().y() - height / 2, max(room * value / best, 3), height), 3, 3
                )
                painter.fillPath(bar, colour("accent"))

    def _row(self) -> float:
        """Closer together rather than one category less; never closer than tone marks allow."""
        size = font("secondary").pixelSize()
        return max(min(size * 1.9, self.height() / max(len(self._values), 1)), size * 1.55)
