"""Phosphor icons, drawn from the font that qtawesome carries.

qtawesome itself would load seventeen fonts at the first icon (0.14 s of the start); one file is enough.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

FONT_FILE, CHARMAP_FILE = "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"


def draw_icon(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    """Draw icon `name` ("ph.barcode" or "barcode") in the middle of the area, as high as the area."""
    side = min(area.width(), area.height())
    glyph = chr(int(_charmap()[name.removeprefix("ph.")], 16))
    face = QFont(_family())
    face.setPixelSize(max(round(side), 1))
    painter.save()
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, glyph)
    painter.restore()


def icon(name: str, colour: QColor, side: int = 24) -> QIcon:
    pixmap = QPixmap(QSize(side, side) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    return QIcon(pixmap)


@cache
def _charmap() -> dict[str, str]:
    text = (_folder() / CHARMAP_FILE).read_text(encoding="utf-8")
    charmap: dict[str, str] = json.loads(text)
    return charmap


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / FONT_FILE))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome")
    return Path(spec.origin).parent / "fonts"
