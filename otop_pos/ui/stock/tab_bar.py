"""The parts of the stock desk beside each other, with what waits in each."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from otop_pos.domain.key_desk import TABS
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import ActKey, binding, cap_of
from otop_pos.ui.style import CONTROL, colour, font, is_large, px
from otop_pos.ui.widgets.label import rule

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Tab(QAbstractButton):
    """The chosen one stands on a marigold line, in bold; `show_waiting(3)` puts a number beside the name."""

    def __init__(self, icon: str, title: Callable[[], str], act: str) -> None:
        super().__init__()
        self._icon = icon
        self._title = title
        self._act = act
        self.waiting = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ActKey(act, self).activated.connect(self.click)
        binding().keys_changed.connect(self._tell)
        self._tell()

    def show_waiting(self, count: int) -> None:
        if count != self.waiting:
            self.waiting = count
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        waiting = f" {self.waiting}" if self.waiting else ""
        self.setAccessibleName(f"{self._title()}{waiting}")
        self.setToolTip(f"{self._title()}{waiting}  {cap_of(self._act)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._face(True)).horizontalAdvance(self._title())
        return QSize(round(words + self._icon_room() + self._badge_room()) + px(2 * 12), px(CONTROL + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(CONTROL), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on, left = self.isChecked(), px(12)
        ink = colour("primary" if is_on or self.underMouse() else "ink2")
        if self._icon_room():
            side = px(22)
            draw_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon, ink)
        left += self._icon_room()
        painter.setFont(self._face(is_on))
        painter.setPen(ink)
        room = self.width() - left - self._badge_room() - px(12)
        title = painter.fontMetrics().elidedText(self._title(), Qt.TextElideMode.ElideRight, round(room) + 1)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        painter.drawText(QRectF(left, 0, room, self.height()), align, title)
        self._paint_badge(painter, left + painter.fontMetrics().horizontalAdvance(title) + px(8))
        if is_on:
            painter.fillRect(0, self.height() - px(3), self.width(), px(3), colour("accent"))

    def _paint_badge(self, painter: QPainter, left: float) -> None:
        if not self.waiting:
            return
        height = px(22)
        area = QRectF(left, (self.height() - height) / 2, self._badge_room() - px(8), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(colour("on_accent"))
        painter.setFont(font("small"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(self.waiting))

    def _icon_room(self) -> int:
        return 0 if is_large() else px(22 + 8)

    def _badge_room(self) -> int:
        if not self.waiting:
            return 0
        words = QFontMetricsF(font("small")).horizontalAdvance(str(self.waiting))
        return max(round(words) + px(14), px(22)) + px(8)

    def _face(self, is_on: bool) -> QFont:
        face = font("body")
        face.setWeight(QFont.Weight.DemiBold if is_on else QFont.Weight.Normal)
        return face


class TabBar(QWidget):
    """`TabBar({name: (icon, title), …})`; `chosen(name)` by a touch, a key or the arrows."""

    chosen = Signal(str)

    def __init__(self, tabs: Mapping[str, tuple[str, Callable[[], str]]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Tab] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        for number, (name, (icon, title)) in enumerate(tabs.items()):
            tab = self.tabs[name] = Tab(icon, title, TABS[number])
            tab.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(tab, number)
            row.addWidget(tab)
        row.addStretch(1)
        self._line = rule()
        self._line.setParent(self)

    def mark(self, name: str) -> None:
        """The tab in front, chosen by nobody's hand."""
        self.tabs[name].setChecked(True)

    def show_waiting(self, name: str, count: int) -> None:
        self.tabs[name].show_waiting(count)

    def show_only(self, names: set[str]) -> None:
        for name, tab in self.tabs.items():
            tab.setVisible(name in names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tab to tab; the exclusive group leaves them to us."""
        shown = [tab for tab in self.tabs.values() if not tab.isHidden()]
        focused = next((tab for tab in shown if tab.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        tab = shown[(shown.index(focused) + step) % len(shown)]
        tab.click()
        tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)
        self._line.lower()
