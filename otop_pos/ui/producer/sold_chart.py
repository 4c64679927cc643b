"""Sales of a producer over time: a bar for each day or each week."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import colour, font, px

Bar = tuple[date, int]


def bars_of(days: Sequence[Bar], since: date, until: date, step: int) -> list[Bar]:
    """Net per `step` days, from since to until, also where nothing was sold; the last stretch ends with until."""
    count = -(-((until - since).days + 1) // step)
    first = until - timedelta(days=count * step - 1)
    sums = [0] * count
    for day, net in days:
        if first <= day <= until:
            sums[(day - first).days // step] += net
    return [(first + timedelta(days=number * step), total) for number, total in enumerate(sums)]


class SoldChart(QWidget):
    """`show_bars([(day, satang), …])`: the best one dark; under some of them the day."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[Bar] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(120))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self.bars = list(bars)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = max((net for _day, net in self.bars), default=0)
        if top <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        text = QFontMetricsF(font("small")).height()
        step = self.width() / len(self.bars)
        room = self.height() - text - px(4)
        wide = QFontMetricsF(font("small")).horizontalAdvance("00/00") + px(14)
        free = self.width() + wide
        for number, (day, net) in reversed(list(enumerate(self.bars))):
            left = number * step
            height = max(room * max(net, 0) / top, 1.5)
            bar = QRectF(left + step * 0.15, room - height, step * 0.7, height)
            path = QPainterPath()
            path.addRoundedRect(bar, 2, 2)
            painter.fillPath(path, colour("primary" if net == top else "bar"))
            area = QRectF(left + step / 2 - wide / 2, self.height() - text, wide, text)
            area.moveLeft(min(max(area.left(), 0), self.width() - wide))
            if area.right() <= free:
                free = area.left()
                painter.setPen(colour("ink2"))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), f"{day.day}/{day.month}")
