"""A button that says what it does and which key does the same."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import ActKey, binding, cap_of
from otop_pos.ui.style import CONTROL, CONTROL_RADIUS, KEY_ROW, PRIMARY, Role, colour, font, px
from otop_pos.ui.widgets.label import Said, said

ButtonTone = Literal["plain", "primary", "danger", "quiet", "soft"]
"""primary: the one marigold action of a screen; danger: red words, to remove or cancel; quiet: no border."""

INKS: dict[ButtonTone, str] = {
    "plain": "ink",
    "primary": "on_accent",
    "danger": "danger",
    "quiet": "primary",
    "soft": "primary",
}


class KeyButton(QAbstractButton):
    """`KeyButton(lambda: _("Pay"), "Enter", act="pay", tone="primary")`.

    The key of its act presses it and stands on it as a cap, and follows when the key is changed; caps of keys
    that are the same everywhere (Enter, Esc) come after it and only say what the screen does with them.
    `stacked`: caps under the words (key rows). `checkable` buttons show their choice filled.
    """

    def __init__(
        self,
        text: Said,
        *keys: str,
        act: str = "",
        tone: ButtonTone = "plain",
        stacked: bool = False,
        icon: str = "",
        shows_keys: bool = True,
    ) -> None:
        super().__init__()
        self._said = text
        self._act = act if shows_keys else ""
        self._fixed_keys = keys
        self._tone: ButtonTone = tone
        self._stacked = stacked
        self._icon = icon
        self._role: Role = "action" if tone == "primary" else "body"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", CONTROL_RADIUS + 2 if tone == "primary" else CONTROL_RADIUS)
        self.say(text)
        if act:
            ActKey(act, self).activated.connect(self.click)
            binding().keys_changed.connect(self._redraw)

    def say(self, text: Said) -> None:
        self._said = text
        self.setText(said(text).replace("&", "&&"))
        self.setAccessibleName(said(text))
        self.updateGeometry()
        self.update()

    def use_role(self, role: Role) -> None:
        """Other type than the tone's own, for example large digits."""
        self._role = role
        self.updateGeometry()

    def caps(self) -> tuple[str, ...]:
        """What stands on its keys now."""
        return (cap_of(self._act), *self._fixed_keys) if self._act else self._fixed_keys

    def words(self) -> str:
        return said(self._said)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say(self._said)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        caps = self._caps_width()
        words = QFontMetricsF(self._face()).horizontalAdvance(self.words())
        icon = self._icon_width()
        width = max(words + icon, caps) if self._stacked else words + icon + (caps + px(10) if caps else 0)
        height = PRIMARY if self._tone == "primary" else KEY_ROW if self._stacked else CONTROL
        return QSize(round(width) + px(16 if self._stacked else 28), px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(44), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setPen(colour(self._ink()))
        painter.setFont(self._face())
        if self._stacked and self.caps():
            self._paint_stacked(painter)
        else:
            self._paint_inline(painter)

    def _redraw(self) -> None:
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        face = font(self._role)
        if self._tone != "primary" and self._role == "body":
            face.setWeight(QFont.Weight.Medium)
        return face

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        if self.isChecked():
            return "on_primary"
        return INKS[self._tone]

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = float(self.property("radius"))
        fill, line = self._ground()
        painter.setPen(QPen(colour(line), 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)

    def _ground(self) -> tuple[str, str]:
        if not self.isEnabled():
            return ("head", "line") if self._tone != "quiet" else ("", "")
        if self.isChecked():
            return "primary_fill", "primary_fill"
        touched = self.isDown() or self.underMouse()
        match self._tone:
            case "primary":
                return ("accent_hover" if touched else "accent"), ""
            case "soft":
                return "primary_soft", ("primary" if touched else "primary_soft")
            case "quiet":
                return ("primary_soft" if touched else ""), ""
            case _:
                return ("primary_soft" if touched else "card"), ("control_line" if touched else "line")

    def _paint_stacked(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        cap, words = cap_height(), QFontMetricsF(self._face()).height()
        top = (area.height() - words - cap) / 2
        self._paint_words(painter, QRectF(px(6), top, area.width() - px(12), words), Qt.AlignmentFlag.AlignHCenter)
        self._paint_caps(painter, (area.width() - self._caps_width()) / 2, top + words - 1, cap)

    def _paint_inline(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        caps, margin = self._caps_width(), px(10)
        icon = self._icon_width()
        words = min(
            QFontMetricsF(self._face()).horizontalAdvance(self.words()) + 2,
            area.width() - 2 * margin - icon - (caps + px(10) if caps else 0),
        )
        left = (area.width() - words - icon - (caps + px(10) if caps else 0)) / 2
        if self._icon:
            side = px(22)
            draw_icon(painter, QRectF(left, (area.height() - side) / 2, side, side), self._icon, colour(self._ink()))
        self._paint_words(painter, QRectF(left + icon, 0, words, area.height()), Qt.AlignmentFlag.AlignVCenter)
        cap = cap_height() + (3 if self._tone == "primary" else 0)
        self._paint_caps(painter, left + icon + words + px(10), (area.height() - cap) / 2, cap)

    def _icon_width(self) -> int:
        return 0 if not self._icon else px(30) if self.words() else px(22)

    def _paint_words(self, painter: QPainter, area: QRectF, align: Qt.AlignmentFlag) -> None:
        text = painter.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, int(align | Qt.TextFlag.TextDontClip), text)

    def _caps_width(self) -> float:
        caps = self.caps()
        return sum(map(cap_width, caps)) + px(8) * max(len(caps) - 1, 0)

    def _paint_caps(self, painter: QPainter, left: float, top: float, height: float) -> None:
        for cap in self.caps():
            paint_cap(painter, QRectF(left, top, cap_width(cap), height), cap, self._cap_ink())
            left += cap_width(cap) + px(8)

    def _cap_ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return "on_primary" if self.isChecked() else "on_accent" if self._tone == "primary" else "ink2"


def paint_cap(painter: QPainter, area: QRectF, key: str, ink: str) -> None:
    """A key's cap: its name in a thin box."""
    line = colour(ink)
    line.setAlpha(110)
    painter.save()
    painter.setFont(font("small"))
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour(ink))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), key)
    painter.restore()


def cap_width(cap: str) -> float:
    return QFontMetricsF(font("small")).horizontalAdvance(cap) + px(12)


def cap_height() -> int:
    return round(QFontMetricsF(font("small")).height()) + 2
