"""The one box a scanner and a hurried hand write into."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import PLAIN, key_of, pressed_key
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.number_edit import PlainEdit


class _CodeEdit(PlainEdit):
    stepped = Signal(object)
    removed = Signal()
    lowered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, the key that removes and - act on the list while the box keeps the focus."""
        is_empty = not self.text()
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif pressed_key(event) == key_of("remove") and (is_empty or key_of("remove") not in PLAIN):
            self.removed.emit()
        elif event.text() == "-" and is_empty:
            self.lowered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class CodeBox(QFrame):
    """`entered(text)` on Enter (the box is then empty again), `emptied_enter()` on Enter in an empty box,
    `typed(text)` per keystroke, `stepped(±1)`, `removed()`, `lowered()`, `escaped()`.

    `action` is a quiet button at its right end, pressed by the key of `act`.
    """

    entered = Signal(str)
    empty_enter = Signal()
    typed = Signal(str)
    stepped = Signal(object)
    removed = Signal()
    lowered = Signal()
    escaped = Signal()

    HEIGHT = 56

    def __init__(self, hint: Said, action: Said = "", act: str = "", icon: str = "barcode") -> None:
        super().__init__()
        self._icon = icon
        self.setProperty("kind", "card")
        self.setProperty("radius", 10)
        self.setFixedHeight(px(self.HEIGHT))
        self.edit = _CodeEdit(hint, "input")
        self.edit.setProperty("kind", "code")
        self.edit.setProperty("ring", "parent")
        self.action = KeyButton(action, act=act, tone="quiet")
        if not action:
            self.action.hide()  # shown before it has a parent it would be a window of its own
        row = QHBoxLayout(self)
        row.setContentsMargins(px(56), 0, px(8), 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.action)
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self._enter)
        self.edit.textEdited.connect(self.typed)
        for name in ("stepped", "removed", "lowered", "escaped"):
            getattr(self.edit, name).connect(getattr(self, name))

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def clear(self) -> None:
        self.edit.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(26)
        area = QRectF(px(18), (self.height() - side) / 2, side, side)
        draw_icon(painter, area, self._icon, colour("primary"))

    def _enter(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self.empty_enter.emit()
            return
        self.edit.clear()
        self.entered.emit(text)
