"""Parts of a screen beside each other: chosen by a touch or with ← and →."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import CONTROL, colour, font, px
from otop_pos.ui.widgets.label import rule


class TabButton(QAbstractButton):
    """The chosen one stands on a marigold line, in bold."""

    def __init__(self, icon: str, title: Callable[[], str]) -> None:
        super().__init__()
        self._icon = icon
        self._title = title
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self._title())
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._face(True)).horizontalAdvance(self._title())
        return QSize(round(words) + px(22 + 8 + 32), px(CONTROL + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_on, side, left = self.isChecked(), px(22), px(16)
        ink = colour("primary" if is_on or self.underMouse() else "ink2")
        draw_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon, ink)
        painter.setFont(self._face(is_on))
        painter.setPen(ink)
        area = QRectF(left + side + px(8), 0, self.width(), self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), self._title())
        if is_on:
            painter.fillRect(0, self.height() - px(3), self.width(), px(3), colour("accent"))

    def _face(self, is_on: bool) -> QFont:
        face = font("body")
        face.setWeight(QFont.Weight.DemiBold if is_on else QFont.Weight.Normal)
        return face


class TabRow(QWidget):
    """`TabRow({name: (icon, title), …})`; `chosen(name)` by a hand, by a touch or the arrows."""

    chosen = Signal(str)

    def __init__(self, tabs: Mapping[str, tuple[str, Callable[[], str]]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._is_marking = False
        self.buttons: dict[str, TabButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for number, (name, (icon, title)) in enumerate(tabs.items()):
            button = self.buttons[name] = TabButton(icon, title)
            button.toggled.connect(lambda is_on, name=name: self._tell(name) if is_on else None)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._line = rule()
        self._line.setParent(self)

    def mark(self, name: str) -> None:
        """The tab in front, chosen by nobody's hand."""
        self._is_marking = True
        self.buttons[name].setChecked(True)
        self._is_marking = False

    @property
    def has_focus(self) -> bool:
        """The arrows are at work here: whoever is shown leaves the focus."""
        return any(button.hasFocus() for button in self.buttons.values())

    def take_focus(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, name: str) -> None:
        if not self._is_marking:
            self.chosen.emit(name)

    def show_only(self, names: set[str]) -> None:
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def resizeEvent(self, _event: object) -> None:
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)
        self._line.lower()
