"""A picture of goods: chosen from a file, pasted, or drawn in by the mouse."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from otop_pos.domain.errors import NotAPicture, Refusal
from otop_pos.i18n import _
from otop_pos.ui.backend import Door
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.photo_file import small_jpeg

SIDE = 208


class PhotoBox(QWidget):
    """`jpeg` is the picture as it will be kept, None for none; `taken` when there is a new one."""

    taken = Signal()
    refused = Signal(object)

    def __init__(self, backend: Door, side: int = SIDE) -> None:
        super().__init__()
        self._backend = backend
        self._picture = QImage()
        self.jpeg: bytes | None = None
        self.is_busy = False
        self.setFixedSize(QSize(px(side), px(side)))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 10)

    def show_jpeg(self, jpeg: bytes | None) -> None:
        self.jpeg = jpeg
        self._picture = QImage.fromData(jpeg) if jpeg else QImage()
        self.setAccessibleName(_("Photo") if jpeg else _("No photo"))
        self.update()

    def choose(self) -> None:
        """From a file."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a photo"), "", _("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp)"
        )
        if name:
            self.take(Path(name))

    def paste(self) -> None:
        """What was copied elsewhere: a picture, or the file of one."""
        self._take_from(QGuiApplication.clipboard().mimeData())

    def take(self, source: Path | QImage) -> None:
        """Made small off the UI thread; refused when it is no picture."""
        self.is_busy = True
        self.update()
        self._backend.send(small_jpeg, source, done=self._took, refused=self._refuse, owner=self)

    def _take_from(self, data: QMimeData) -> None:
        if data.hasImage():
            self.take(QImage(data.imageData()))
        elif data.hasUrls() and data.urls()[0].isLocalFile():
            self.take(Path(data.urls()[0].toLocalFile()))
        else:
            self._refuse(NotAPicture())

    def _took(self, jpeg: bytes) -> None:
        self.is_busy = False
        self.show_jpeg(jpeg)
        self.taken.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.is_busy = False
        self.update()
        self.refused.emit(refusal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take_from(event.mimeData())
        event.acceptProposedAction()

    def mousePressEvent(self, _event: object) -> None:
        self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        frame = QPainterPath()
        frame.addRoundedRect(area, 10, 10)
        if self._picture.isNull():
            self._paint_empty(painter, area, frame)
            return
        painter.setClipPath(frame)
        painter.fillPath(frame, colour("head"))
        size = self._picture.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        shown = QRectF(0, 0, size.width(), size.height())
        shown.moveCenter(area.center())
        painter.drawImage(shown, self._picture)

    def _paint_empty(self, painter: QPainter, area: QRectF, frame: QPainterPath) -> None:
        painter.fillPath(frame, colour("head"))
        pen = QPen(colour("control_line"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(frame)
        side = px(40)
        sign = QRectF(area.center().x() - side / 2, area.center().y() - side, side, side)
        draw_icon(painter, sign, "image", colour("ink3"))
        painter.setPen(colour("ink2"))
        painter.setFont(font("secondary"))
        words = QRectF(area.left(), area.center().y() + px(6), area.width(), px(56))
        text = _("Making it small …") if self.is_busy else _("Drop a photo here")
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), text)
