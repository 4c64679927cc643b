"""One cell of the rights: allowed, with a second person, or not at all."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from otop_pos.domain.right import Grant
from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import CONTROL, CONTROL_RADIUS, colour, font, px

ORDER = (Grant.ALLOWED, Grant.APPROVAL, Grant.DENIED)
ICONS = {Grant.ALLOWED: "check", Grant.APPROVAL: "users", Grant.DENIED: "x"}
INKS = {Grant.ALLOWED: "good", Grant.APPROVAL: "warn", Grant.DENIED: "ink2"}
GROUNDS = {Grant.ALLOWED: "good_soft", Grant.APPROVAL: "warn_soft", Grant.DENIED: "head"}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def grant_name(grant: Grant) -> str:
    names = {Grant.ALLOWED: _("allowed"), Grant.APPROVAL: _("second person"), Grant.DENIED: _("no")}
    return names[grant]


class GrantCell(QAbstractButton):
    """A touch, Space or Enter goes on to the next of the three; arrows walk (`stepped` across, down)."""

    changed = Signal()
    stepped = Signal(int, int)
    reached = Signal()

    def __init__(self, name: Callable[[], str]) -> None:
        super().__init__()
        self._name = name
        self.grant = Grant.DENIED
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", CONTROL_RADIUS)
        self.clicked.connect(self._go_on)

    def show_grant(self, grant: Grant) -> None:
        self.grant = grant
        self.setAccessibleName(f"{self._name()}: {grant_name(grant)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(168), px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_grant(self.grant)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("control_line" if self.underMouse() else "line"), 1))
        painter.setBrush(colour(GROUNDS[self.grant]))
        area = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.drawRoundedRect(area, CONTROL_RADIUS, CONTROL_RADIUS)
        ink, side = colour(INKS[self.grant]), px(18)
        icon = ICONS[self.grant] if self.isEnabled() else "lock-simple"
        draw_icon(painter, QRectF(px(10), (self.height() - side) / 2, side, side), icon, ink)
        painter.setPen(ink)
        painter.setFont(font("secondary"))
        words = QRectF(px(16) + side, 0, self.width() - side - px(20), self.height())
        text = painter.fontMetrics().elidedText(grant_name(self.grant), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)

    def _go_on(self) -> None:
        self.show_grant(ORDER[(ORDER.index(self.grant) + 1) % len(ORDER)])
        self.changed.emit()
