"""The pictures of the lines on the screen, read once."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from otop_pos.services.photo import read_photos
from otop_pos.ui.backend import Door

SHARP = 320
"""Pixels kept of a picture: enough for the largest place it is shown at."""


class Album(QObject):
    """`want(ids)` reads what is missing and tells it by `changed`; `picture(id)` is None until then."""

    changed = Signal()

    def __init__(self, backend: Door, owner: QWidget) -> None:
        super().__init__(owner)
        self._backend = backend
        self._owner = owner
        self._pictures: dict[UUID, QPixmap] = {}
        self._asked: set[UUID] = set()

    def picture(self, photo_id: UUID | None) -> QPixmap | None:
        return self._pictures.get(photo_id) if photo_id is not None else None

    def want(self, ids: Iterable[UUID | None]) -> None:
        missing = {each for each in ids if each is not None} - self._asked
        if missing:
            self._asked |= missing
            self._backend.call(read_photos, missing, done=self._came, owner=self._owner)

    def _came(self, photos: dict[UUID, bytes]) -> None:
        for photo_id, jpeg in photos.items():
            picture = QPixmap()
            if picture.loadFromData(jpeg):
                self._pictures[photo_id] = _small(picture)
        self.changed.emit()


def paint_picture(painter: QPainter, area: QRectF, picture: QPixmap) -> None:
    """The middle of it, filling the area, with round corners."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    frame = QPainterPath()
    frame.addRoundedRect(area, 7, 7)
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    size = picture.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    shown = QRectF(0, 0, size.width(), size.height())
    shown.moveCenter(area.center())
    painter.drawPixmap(shown, picture, QRectF(picture.rect()))
    painter.restore()


def _small(picture: QPixmap) -> QPixmap:
    if max(picture.width(), picture.height()) <= SHARP:
        return picture
    return picture.scaled(SHARP, SHARP, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
