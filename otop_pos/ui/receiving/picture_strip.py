"""The pictures of a delivery side by side: one look says what is photographed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.i18n import _
from otop_pos.ui.receiving.album import Album, paint_picture
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.style import colour, font, px

SIDE, GAP = 34, 6


class PictureStrip(QWidget):
    """`show_draft(draft)`; a tap emits `chosen(number)` of its line, from 0. Hidden while there is none."""

    chosen = Signal(int)

    def __init__(self, album: Album) -> None:
        super().__init__()
        self._album = album
        self._lines: list[int] = []
        self._draft: Draft | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        album.changed.connect(self._album_changed)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self._lines = [
            number for number, line in enumerate(draft.lines) if self._album.picture(line.goods.photo_id) is not None
        ]
        self.setVisible(bool(self._lines))
        self.setAccessibleName(_("Photos: {count}").format(count=len(self._lines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def shown(self) -> int:
        """How many have room; the rest is told as a number."""
        room = (self.width() + px(GAP)) // px(SIDE + GAP)
        return len(self._lines) if len(self._lines) <= room else max(room - 1, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._draft is None:
            return
        painter = QPainter(self)
        for place, number in enumerate(self._lines[: self.shown()]):
            picture = self._album.picture(self._draft.lines[number].goods.photo_id)
            if picture is not None:
                paint_picture(painter, self._place(place), picture)
        if self.shown() and (left := len(self._lines) - self.shown()):
            painter.setFont(font("strong"))
            painter.setPen(colour("ink2"))
            painter.drawText(self._place(self.shown()), int(Qt.AlignmentFlag.AlignCenter), f"+{left}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, number in enumerate(self._lines[: self.shown()]):
            if self._place(place).contains(event.position()):
                self.chosen.emit(number)

    def _place(self, number: int) -> QRectF:
        """From the right: the strip stands at the end of a heading."""
        shown = min(self.shown() + 1, len(self._lines))
        left = self.width() - shown * px(SIDE + GAP) + px(GAP)
        return QRectF(left + number * px(SIDE + GAP), 0, px(SIDE), px(SIDE))

    def _album_changed(self) -> None:
        if self._draft is not None:
            self.show_draft(self._draft)
