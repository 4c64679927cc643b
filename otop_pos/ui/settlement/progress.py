"""A long run on screen: how far it is, and a way to stop it between two."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from otop_pos.i18n import _
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import RIGHT, Label, Said
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph


class Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        self._part = min(max(part, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(colour("primary_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(colour("primary"))
        painter.drawRoundedRect(QRectF(0, 0, max(self.width() * self._part, 2 * radius), self.height()), radius, radius)


class ProgressOverlay(Overlay):
    """`begin(title)`, `show_step(finished, all)`, `close_over()`; Esc or the button: stop_wanted, and it stays
    until the one on its way has come."""

    stop_wanted = Signal()

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=560)
        self.title = Paragraph("", "heading")
        self.bar = Bar()
        self.count = Label("", "body", "ink2", RIGHT)
        self.stop = KeyButton(lambda: _("Stop here"), "Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.stop)
        foot.addStretch()
        foot.addWidget(self.count)
        self.card.column.addWidget(self.title)
        self.card.column.addWidget(self.bar)
        self.card.column.addLayout(foot)
        self.stop.clicked.connect(self.give_up)

    def begin(self, title: Said) -> None:
        self.title.say(title)
        self.stop.setEnabled(True)
        self.stop.say(lambda: _("Stop here"))
        self.open(self.stop)

    def show_step(self, finished: int, total: int) -> None:
        self.bar.show_part(finished / total if total else 1.0)
        self.count.say(lambda: _("{finished} of {total}").format(finished=finished, total=total))

    def give_up(self) -> None:
        """What is on its way is finished first: the overlay closes with its answer."""
        if self.stop.isEnabled():
            self.stop.setEnabled(False)
            self.stop.say(lambda: _("Stopping…"))
            self.stop_wanted.emit()
