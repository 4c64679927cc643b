"""OTOP stars, drawn: Sarabun has no star."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from otop_pos.ui.style import colour

INNER = 0.42
"""Radius of the inner corners, of the outer one."""


def draw_stars(painter: QPainter, spot: QPointF, count: int, size: float) -> None:
    """`count` stars of `size` pixels in a row; `spot` is their top left."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    for number in range(count):
        middle = QPointF(spot.x() + size / 2 + number * size * 1.15, spot.y() + size / 2)
        painter.drawPolygon(_star(middle, size / 2))


def _star(middle: QPointF, radius: float) -> QPolygonF:
    corners = []
    for corner in range(10):
        reach = radius * (INNER if corner % 2 else 1)
        angle = corner * pi / 5 - pi / 2
        corners.append(QPointF(middle.x() + reach * cos(angle), middle.y() + reach * sin(angle)))
    return QPolygonF(corners)
