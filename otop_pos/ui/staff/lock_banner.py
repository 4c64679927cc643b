"""The indigo side of the lock screen: which till this is, and what time."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from otop_pos.i18n import _
from otop_pos.ui.desk import Desk
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import Role, colour, font, px
from otop_pos.ui.wording import date_text, shop_name, time_text

WIDTH, EDGE = 210, 24


class LockBanner(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedWidth(px(WIDTH))
        self._timer = QTimer(self, interval=10_000)
        self._timer.timeout.connect(self.update)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        desk = self._desk
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("rail"))
        painter.fillRect(0, 0, 4, self.height(), colour("accent"))
        side = px(52)
        draw_icon(painter, QRectF(px(EDGE), px(64), side, side), "lock-key", colour("accent"))
        self._write(painter, px(132), px(64), "amount", time_text(desk.now()))
        self._write(painter, px(196), px(30), "secondary", date_text(desk.today))
        self._write(painter, px(250), px(30), "secondary", _("Till {code}").format(code=desk.till.code))
        self._write(painter, px(282), px(140), "name", shop_name(desk.shop))

    def _write(self, painter: QPainter, top: int, height: int, role: Role, text: str) -> None:
        painter.setFont(font(role))
        painter.setPen(Qt.GlobalColor.white if role in ("amount", "name") else colour("rail_text"))
        area = QRectF(px(EDGE), top, self.width() - 2 * px(EDGE) + px(8), height)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip), text)
