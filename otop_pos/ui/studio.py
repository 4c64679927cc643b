"""What a set of pictures is taken with: the camera, the real window, the people at the desk."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from otop_pos.domain.shop import User
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front
from otop_pos.ui.pictures import Camera


@dataclass(frozen=True, slots=True)
class Studio:
    """Everything that is needed to bring the real screens into a state, and to take it."""

    camera: Camera
    front: Front
    backend: InlineBackend
    desk: Desk
    clerk: User
    manager: User

    def take(self, name: str) -> Path:
        return self.camera.take(self.front.window, name)

    def said(self, thai: str, english: str) -> str:
        return thai if self.camera.is_thai else english


def photo(side: int = 900) -> QImage:
    """Cloth, as a camera might see it."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    ground = QLinearGradient(QPointF(0, 0), QPointF(side, side))
    ground.setColorAt(0, QColor("#1F3A6E"))
    ground.setColorAt(1, QColor("#7C93C4"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), ground)
    for number in range(0, side, 60):
        painter.fillRect(0, number, side, 14, QColor("#E8A93A" if number % 180 == 0 else "#F4EFE4"))
    painter.end()
    return image
