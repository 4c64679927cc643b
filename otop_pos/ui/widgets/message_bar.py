"""One sentence to the user, inline: nobody has to press OK to go on."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import Tone, colour, px, wear
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said, said
from otop_pos.ui.widgets.paragraph import Paragraph

Kind = Literal["good", "warn", "danger", "info"]
ICONS: dict[Kind, str] = {"good": "check-circle", "warn": "warning", "danger": "warning-octagon", "info": "info"}
TONES: dict[Kind, Tone] = {"good": "good", "warn": "warn", "danger": "danger", "info": "primary"}


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind = "info"
        self.setFixedSize(px(22), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), QRectF(self.rect()), ICONS[self.kind], colour(TONES[self.kind]))


class MessageBar(QFrame):
    """Hidden until it has something to say. Success, warning and refusal differ in colour, icon and words."""

    acted = Signal()
    """The offered action was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign()
        self._text = Paragraph("", "body")
        self._text.is_centred = True
        self._action = KeyButton("", tone="quiet")
        self._do: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.setSpacing(px(10))
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self._action.clicked.connect(self._act)
        self.hide()

    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: Said, kind: Kind = "info", action: Said = "", do: Callable[[], None] | None = None) -> None:
        """Show the text, with a button for `action` where there is something to do about it."""
        self._sign.kind = kind
        self._text.say(text, TONES[kind])
        self._action.say(action)
        self._action.setVisible(bool(said(action)))
        self._do = do
        wear(self, ground=kind)
        self.show()
        self.update()

    def refuse(self, refusal: Refusal) -> None:
        # Asked again after a change of language: the sentence is made when it is read.
        self.say(lambda: refusal.sentence, "danger")

    def clear(self) -> None:
        self.hide()

    def _act(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()
        self.acted.emit()
