"""One of a few: rows with a radio mark, large enough for a finger."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.label import Said, said

MARK = 18


class ChoiceRow(QAbstractButton):
    def __init__(self, text: Said) -> None:
        super().__init__()
        self._said = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(said(text))

    def sizeHint(self) -> QSize:
        return QSize(px(MARK + 14) + self.fontMetrics().horizontalAdvance(said(self._said)), px(42))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(said(self._said))
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(MARK) / 2
        middle = QPointF(radius + 2, self.height() / 2)
        painter.setPen(QPen(colour("primary" if self.isChecked() else "ink2"), 2))
        painter.setBrush(colour("card"))
        painter.drawEllipse(middle, radius - 1, radius - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            painter.drawEllipse(middle, radius * 0.5, radius * 0.5)
        painter.setPen(colour("ink" if self.isEnabled() else "ink3"))
        painter.setFont(font("body"))
        area = QRectF(px(MARK + 14), 0, self.width() - px(MARK + 14), self.height())
        text = painter.fontMetrics().elidedText(said(self._said), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)


class ChoiceList(QWidget):
    """`ChoiceList([("th", lambda: _("Thai")), …])`, `.choice()`, `.choose(key)`, `changed(key)`."""

    changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, Said]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._keys = [key for key, _text in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (_key, text) in enumerate(options):
            row = ChoiceRow(text)
            self._group.addButton(row, number)
            column.addWidget(row)
        self.choose(self._keys[0])
        self._group.idClicked.connect(lambda number: self.changed.emit(self._keys[number]))

    def choice(self) -> str:
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)
