"""What to do next, where there is nothing yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.label import CENTRE, Label, Said


class EmptyState(QWidget):
    """`EmptyState("barcode", lambda: _("Scan the first product"), lambda: _("or …"))`."""

    ICON = 44

    def __init__(self, icon: str, title: Said, hint: Said = "") -> None:
        super().__init__()
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = Label(title, "name", "ink2", CENTRE)
        self._hint = Label(hint, "body", "ink2", CENTRE)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addStretch(3)
        column.addSpacing(px(self.ICON + 12))
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addStretch(4)

    def say(self, title: Said, hint: Said = "") -> None:
        self._title.say(title)
        self._hint.say(hint)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = px(self.ICON)
        area = QRectF((self.width() - side) / 2, self._title.y() - side - px(12), side, side)
        draw_icon(QPainter(self), area, self._icon, colour("control_line"))
