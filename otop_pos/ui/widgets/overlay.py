"""A question on top of a screen, inside the window: the rest waits, Esc takes it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.card import Card


class Overlay(QWidget):
    """`overlay.card.column` takes the content; `open()` covers the host, `close_over()` gives the focus back.

    The host's `body` (all that is not an overlay) is disabled meanwhile, so that no key acts behind it.
    """

    cancelled = Signal()

    def __init__(self, host: QWidget, body: QWidget, width: int = 560) -> None:
        super().__init__(host)
        self._host = host
        self._body = body
        self._before: QWidget | None = None
        self.card = Card(padding=24, spacing=12)
        self.card.setFixedWidth(px(width))
        # A row of its own: asked for its height, the card must know how narrow it is.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.card)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(row)
        column.addStretch()
        host.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open(self, first: QWidget | None = None) -> None:
        """Cover the host; `first` gets the focus."""
        focus = QApplication.focusWidget()
        self._before = focus if focus is not None and self._body.isAncestorOf(focus) else None
        self._body.setEnabled(False)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        (first or self.card).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_over(self) -> None:
        self._body.setEnabled(True)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close without an answer."""
        self.close_over()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        # Other keys end here: nothing behind the overlay hears them.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("scrim"))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes round inside."""
        stops = [child for child in self.findChildren(QWidget) if _is_stop(child)]
        if not stops:
            return False
        here = stops.index(focus) if (focus := QApplication.focusWidget()) in stops else -1
        stops[(here + (1 if forwards else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _is_stop(widget: QWidget) -> bool:
    is_tab_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return is_tab_stop and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
