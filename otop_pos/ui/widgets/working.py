"""Something takes its time: said after a moment, with a way out."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from otop_pos.i18n import _
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said

PATIENCE_MS, STEP_MS, ROUND = 200, 60, 24


class _Runner(QWidget):
    """A part of the line that wanders while work goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._step = 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._go_on)
        self.setFixedHeight(px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _go_on(self) -> None:
        self._step = (self._step + 1) % ROUND
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("head"))
        width = self.width() / 4
        left = (self.width() + width) * self._step / ROUND - width
        painter.fillRect(QRectF(left, 0, width, self.height()), colour("accent"))


class Working(QFrame):
    """`begin(text)`, `end()`; `given_up` by its button or Esc."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Label("", "body", "ink2")
        self.runner = _Runner()
        self.stop = KeyButton(lambda: _("Stop"), "Esc", tone="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.text)
        row.addWidget(self.runner, 1)
        row.addWidget(self.stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)
        self.stop.clicked.connect(self.given_up)
        self.is_on = False
        self.hide()

    def begin(self, text: Said) -> None:
        self.text.say(text)
        self.is_on = True
        self._patience.start(PATIENCE_MS)

    def end(self) -> None:
        self.is_on = False
        self._patience.stop()
        self.runner.timer.stop()
        self.hide()

    def _show(self) -> None:
        self.runner.timer.start(STEP_MS)
        self.show()
