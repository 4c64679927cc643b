"""The indigo rail at the left: one button per place of the shop."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import RAIL, colour, font, px


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(70))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font("strong")
        face.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        face.setWeight(QFont.Weight.Bold)
        painter.setFont(face)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "OTOP\nPOS")


class RailButton(QAbstractButton):
    """Icon over its word; the chosen one stands on lighter indigo with a marigold bar."""

    def __init__(self, icon: str, title: Callable[[], str]) -> None:
        super().__init__()
        self._icon = icon
        self._title = title
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title())

    def sizeHint(self) -> QSize:
        return QSize(px(RAIL), px(63))

    def minimumSizeHint(self) -> QSize:
        """With large text they move closer, so that every place is there."""
        return QSize(px(RAIL), px(50))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self._title())
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), colour("rail_active"))
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), colour("accent"))
        ink = Qt.GlobalColor.white if self.isChecked() else colour("rail_text")
        side, width = px(25), self.width()
        tight = max(self.sizeHint().height() - self.height(), 0) / 2
        draw_icon(painter, QRectF((width - side) / 2, px(8) - tight, side, side), self._icon, colour("rail_text"))
        face = font("secondary")
        face.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(face)
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(self._title(), Qt.TextElideMode.ElideRight, width - 8)
        below = px(33) - tight
        area = QRectF(0, below, width, self.height() - below - px(4) + tight)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)


class Rail(QFrame):
    chosen = Signal(int)
    """The number of the place."""

    def __init__(self, places: Sequence[tuple[str, Callable[[], str]]], at_foot: Collection[int] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(px(RAIL))
        self.buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Sign())
        for number, (icon, title) in enumerate(places):
            button = RailButton(icon, title)
            self.buttons.addButton(button, number)
            column.addWidget(button)
        column.insertStretch(1 + len(places) - len(at_foot))
        self.buttons.idClicked.connect(self.chosen)

    def show_only(self, numbers: Collection[int]) -> None:
        """What the person at the till may go to."""
        for button in self.buttons.buttons():
            button.setVisible(self.buttons.id(button) in numbers)

    def mark(self, number: int) -> None:
        self.buttons.button(number).setChecked(True)
