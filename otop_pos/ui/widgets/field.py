"""A box under its name, with a word about it just below where there is something to say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.label import Label, Said, said
from otop_pos.ui.widgets.paragraph import Paragraph


class Field(QWidget):
    """`Field(lambda: _("Address"), PlainEdit())`; `.say(text, tone)` below the box, "" for nothing."""

    def __init__(self, title: Said, edit: QWidget) -> None:
        super().__init__()
        self._title = title
        self.edit = edit
        self.label = Label(title, "secondary", "ink2", elides=True)
        self.label.setBuddy(edit)
        self.word = Paragraph("", "secondary")
        self.word.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for widget in (self.label, edit, self.word):
            self.column.addWidget(widget)
        self.setFocusProxy(edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter was heard by the box and is for nobody behind it: the focus may be elsewhere by now."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def title(self) -> str:
        return said(self._title)

    def say(self, text: Said, tone: Tone = "warn") -> None:
        self.word.say(text, tone)
        self.word.setVisible(bool(said(text)))
