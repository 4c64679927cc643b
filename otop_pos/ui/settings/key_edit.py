"""One act with its key; pressed, it waits for another key."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from otop_pos.domain.key import cap_text
from otop_pos.domain.key_act import KeyAct
from otop_pos.domain.key_row import PLACES
from otop_pos.i18n import _
from otop_pos.ui.keys import pressed_key
from otop_pos.ui.style import CONTROL_RADIUS, Role, colour, font, px
from otop_pos.ui.widgets.key_button import cap_height, cap_width, paint_cap
from otop_pos.ui.widgets.label import LEFT, RIGHT

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyEdit(QAbstractButton):
    """`show_key(key)`; `wait(True)` makes every key its own until one is taken: `tried(key)`, Enter `agreed`,
    Esc `given_up`. Otherwise Enter or a click presses it, ↑ ↓ step."""

    tried = Signal(str)
    agreed = Signal()
    given_up = Signal()
    stepped = Signal(object)

    def __init__(self, act: KeyAct) -> None:
        super().__init__()
        self.act = act
        self.key = act.key
        self.is_waiting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", CONTROL_RADIUS)
        self._name()

    def show_key(self, key: str) -> None:
        self.key = key
        self._name()

    def wait(self, is_waiting: bool) -> None:
        self.is_waiting = is_waiting
        self._name()

    def cap(self) -> str:
        return cap_text(self.key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """While it waits no shortcut of the window and no step to the next box comes first."""
        if self.is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.is_waiting:
            self.given_up.emit()
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.agreed.emit()
        elif key := pressed_key(event):
            self.tried.emit(key)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.act.title()} {self.cap()}")
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font("body")).horizontalAdvance(self.act.title())
        return QSize(round(words + self._aside_width()) + px(40), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), self._height())

    def _height(self) -> int:
        return max(px(56), round(font("body").pixelSize() * 1.6 + font("secondary").pixelSize() * 1.6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        area = QRectF(self.rect()).adjusted(px(14), 0, -px(14), 0)
        words = QRectF(area.left(), area.top(), area.width() - self._aside_width() - px(10), area.height())
        aside = QRectF(words.right() + px(10), area.top(), area.right() - words.right() - px(10), area.height())
        self._paint_words(painter, words)
        if self.is_waiting:
            _write(painter, aside, _("Press the new key…"), "strong", "primary", RIGHT)
        else:
            self._paint_key(painter, aside)

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_touched = self.isDown() or self.underMouse()
        painter.setPen(QPen(colour("accent"), 2) if self.is_waiting else Qt.PenStyle.NoPen)
        fill = "primary_soft" if self.is_waiting or is_touched else ""
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        also = self._also()
        if not also:
            _write(painter, area, self.act.title(), "body", "ink", LEFT)
            return
        first, second = font("body").pixelSize() * 1.45, font("secondary").pixelSize() * 1.45
        top = area.center().y() - (first + second) / 2
        _write(painter, QRectF(area.left(), top, area.width(), first), self.act.title(), "body", "ink", LEFT)
        _write(painter, QRectF(area.left(), top + first, area.width(), second), also, "secondary", "ink2", LEFT)

    def _paint_key(self, painter: QPainter, area: QRectF) -> None:
        width = cap_width(self.cap())
        cap = QRectF(area.right() - width, area.center().y() - cap_height() / 2, width, cap_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary_soft" if self._usual() else "head"))
        painter.drawRoundedRect(cap, 4, 4)
        paint_cap(painter, cap, self.cap(), "primary" if self._usual() else "ink")
        usual = QRectF(area.left(), area.top(), cap.left() - area.left() - px(10), area.height())
        _write(painter, usual, self._usual(), "secondary", "ink2", RIGHT)

    def _aside_width(self) -> float:
        if self.is_waiting:
            return QFontMetricsF(font("strong")).horizontalAdvance(_("Press the new key…")) + 2
        usual = QFontMetricsF(font("secondary")).horizontalAdvance(self._usual())
        return cap_width(self.cap()) + (usual + px(12) if usual else 0)

    def _usual(self) -> str:
        return "" if self.key == self.act.key else _("usually {key}").format(key=cap_text(self.act.key))

    def _also(self) -> str:
        """The other screens on which it does the same."""
        return " · ".join(PLACES[place]() for place in self.act.where) if len(self.act.where) > 1 else ""


def _write(painter: QPainter, area: QRectF, text: str, role: Role, tone: str, align: Qt.AlignmentFlag) -> None:
    painter.setFont(font(role))
    painter.setPen(colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(area.width()) + 1)
    painter.drawText(area, int(align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), shown)
