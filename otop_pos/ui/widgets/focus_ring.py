"""One ring around whatever has the focus: 2 px border in a 4 px halo, the same on every control."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from otop_pos.ui.style import CONTROL_RADIUS, colour

HALO, BORDER = 4, 2
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
    QEvent.Type.ParentChange,
)


class FocusRing(QWidget):
    """Lives on top of its window. A widget's property `ring` may name the ancestor to be ringed instead of
    itself (`ring="parent"`), `radius` its corners."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._followed: list[QWidget] = []
        self._target: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = float(self._target.property("radius") or CONTROL_RADIUS)
        halo = colour("primary")
        halo.setAlpha(48)
        painter.setPen(QPen(halo, HALO))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius + 2, radius + 2)
        painter.setPen(QPen(colour("primary"), BORDER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), radius - 1, radius - 1)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        self._followed, self._target = [], None
        if new is not None and self._window.isAncestorOf(new):
            self._follow(_ringed(new))
        self._place()

    def _follow(self, target: QWidget) -> None:
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible() or isinstance(target, QAbstractScrollArea):
            self.hide()  # a list shows its focus by its selected row
            return
        corner = target.mapTo(self._window, target.rect().topLeft())
        self.setGeometry(target.rect().translated(corner).adjusted(-HALO, -HALO, HALO, HALO))
        self.raise_()
        self.show()
        self.update()


def _ringed(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    return parent if widget.property("ring") == "parent" and parent is not None else widget
