"""One of several in one line: arrows or a letter choose, Space shows them all, Enter goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.label import Said, said


class PickBox(QComboBox):
    """`PickBox([("cash", lambda: _("Cash")), …])`, `.choice()`, `.choose(key)`, `changed(key)`."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, options: Sequence[tuple[str, Said]]) -> None:
        super().__init__()
        self._options: list[tuple[str, Said]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.offer(options)
        self.currentIndexChanged.connect(lambda number: self.changed.emit(self._options[number][0]))

    def offer(self, options: Sequence[tuple[str, Said]]) -> None:
        """Other choices; the one chosen stays where it is still offered."""
        before = self.choice()
        self.blockSignals(True)
        self._options = list(options)
        self.clear()
        self.addItems([said(text) for _key, text in options])
        self.choose(before)
        self.blockSignals(False)

    def choice(self) -> str:
        return self._options[self.currentIndex()][0] if self._options and self.currentIndex() >= 0 else ""

    def choose(self, key: str) -> None:
        """A key that is not offered: the first."""
        keys = [each for each, _text in self._options]
        self.setCurrentIndex(keys.index(key) if key in keys else 0)

    def text(self) -> str:
        return self.currentText()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """A long choice is cut off rather than that the form grows."""
        return QSize(px(88), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What does not fit ends in an ellipsis; the mark at the right says that there is more to choose from."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        side = px(16)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - px(8)
        option.currentText = painter.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        area = QRectF(self.width() - side - px(10), (self.height() - side) / 2, side, side)
        draw_icon(painter, area, "caret-down", colour("ink2" if self.isEnabled() else "ink3"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the form changes nothing by it."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for number, (_key, text) in enumerate(self._options):
                self.setItemText(number, said(text))
        super().changeEvent(event)
