"""Makes a photo small enough to keep: off the UI thread, from a file or the clipboard."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from otop_pos.domain.errors import NotAPicture

SIDE = 1000
"""Pixels of the longer side at most."""
LARGEST = 200 * 1024
_QUALITIES = (85, 75, 65, 50, 35)


def small_jpeg(source: Path | QImage) -> bytes:
    """A JPEG of at most 1000 pixels and 200 KB, upright, on white where it was transparent.

    Refuses NotAPicture.
    """
    image = _read(source) if isinstance(source, Path) else source
    if image.isNull():
        raise NotAPicture
    image = _on_white(_within(image, SIDE))
    while True:
        for quality in _QUALITIES:
            jpeg = _jpeg(image, quality)
            if len(jpeg) <= LARGEST:
                return jpeg
        image = _within(image, max(image.width(), image.height()) * 3 // 4)


def _read(path: Path) -> QImage:
    """Turned as the camera was held, and never larger in memory than it has to be."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > 2 * SIDE:
        reader.setScaledSize(size.scaled(QSize(2 * SIDE, 2 * SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _within(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("#FFFFFF"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _jpeg(image: QImage, quality: int) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PySide itself refuses the bytes that its stub asks for.
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]
    return bytes(kept.data())
