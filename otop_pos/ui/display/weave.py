"""Woven ornament after khit cloth of the North: stepped lozenges, thread by thread."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

FIELD, BORDER_WIDTH, BORDER_HEIGHT = 24, 12, 7
"""Threads of one repeat."""

Threads = Callable[[int, int], str]
"""Which thread lies on top at (x, y): '' ground, 'light', 'gold'."""


def weave_field(painter: QPainter, area: QRectF, thread: int, light: QColor, gold: QColor) -> None:
    """Lozenges all over, a repeat in the middle of the area."""
    side = FIELD * thread
    origin = QPointF(area.center().x() - side / 2, area.center().y() - side / 2)
    _lay(painter, area, origin, _repeat("field", thread, light.name(_ARGB), gold.name(_ARGB)))


def weave_border(painter: QPainter, area: QRectF, light: QColor, gold: QColor) -> None:
    """A band as high as the area, the repeats side by side from its middle."""
    thread = max(int(area.height() / BORDER_HEIGHT), 1)
    top = area.center().y() - thread * BORDER_HEIGHT / 2
    band = QRectF(area.left(), top, area.width(), thread * BORDER_HEIGHT)
    origin = QPointF(area.center().x() - BORDER_WIDTH * thread / 2, top)
    _lay(painter, band, origin, _repeat("border", thread, light.name(_ARGB), gold.name(_ARGB)))


_ARGB = QColor.NameFormat.HexArgb


def _lay(painter: QPainter, area: QRectF, origin: QPointF, repeat: QPixmap) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrushOrigin(QPointF(round(origin.x()), round(origin.y())))
    painter.fillRect(area, QBrush(repeat))
    painter.restore()


@lru_cache(maxsize=32)
def _repeat(name: str, thread: int, light: str, gold: str) -> QPixmap:
    threads, width, height = _PATTERNS[name]
    pixmap = QPixmap(width * thread, height * thread)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    colours = {"light": QColor(light), "gold": QColor(gold)}
    gap = 1 if thread >= 4 else 0
    for x in range(width):
        for y in range(height):
            if on_top := threads(x, y):
                painter.fillRect(x * thread, y * thread, thread - gap, thread - gap, colours[on_top])
    painter.end()
    return pixmap


def _field(x: int, y: int) -> str:
    across, along = min(x, FIELD - x), min(y, FIELD - y)
    middle = abs(x - FIELD // 2) + abs(y - FIELD // 2)
    knot = across + along
    if middle <= 1 or knot <= 1:
        return "gold"
    return "light" if middle in (3, 4, 7, 12) or knot in (3, 4, 7) else ""


def _border(x: int, y: int) -> str:
    if y in (0, BORDER_HEIGHT - 1):
        return "light"
    middle = abs(x - BORDER_WIDTH // 2) + abs(y - BORDER_HEIGHT // 2)
    if middle <= 2:
        return "gold"
    knot = min(x, BORDER_WIDTH - x) + abs(y - BORDER_HEIGHT // 2)
    return "light" if knot <= 1 else ""


_PATTERNS: dict[str, tuple[Threads, int, int]] = {
    "field": (_field, FIELD, FIELD),
    "border": (_border, BORDER_WIDTH, BORDER_HEIGHT),
}
