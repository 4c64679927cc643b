"""The box for a PIN or password: covered, with keys for a finger, emptied the moment it is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from otop_pos.domain.errors import ForeignPepper, Refusal
from otop_pos.domain.right import Role
from otop_pos.domain.secret import LONGEST_PASSWORD
from otop_pos.i18n import _
from otop_pos.pepper import pepper_file
from otop_pos.ui.staff.secret_pad import SecretPad
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit


class SecretBox(PlainEdit):
    """Shows dots. ↑ and ↓ choose the person beside it."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(role="input")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setMaxLength(LONGEST_PASSWORD)
        self.setMinimumHeight(px(48))

    def take(self) -> str:
        """What was typed, which the box forgets: setText leaves nothing to undo."""
        text = self.text()
        self.setText("")
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class SecretEntry(QWidget):
    """`ask(title, role)` → `entered(secret)`. The answer to it is `refuse(refusal)`, or the next `ask`."""

    entered = Signal(str)

    def __init__(self, action: Said) -> None:
        super().__init__()
        self._is_waiting = False
        self.title = Label("", "strong", elides=True)
        self.box = SecretBox()
        self.message_bar = MessageBar()
        self.pad = SecretPad(self.box)
        self.pad.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.ok = KeyButton(action, "Enter", tone="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for widget in (self.title, self.box, self.message_bar, self.pad, self.ok):
            column.addWidget(widget, 1 if widget is self.pad else 0)
        self.box.returnPressed.connect(self._enter)
        self.box.textEdited.connect(self._look_at_layout)
        self.ok.clicked.connect(self._enter)

    def ask(self, title: Said, role: Role) -> None:
        """Anew, with an empty box. Managers have a password, so that letters come first."""
        self.title.say(title)
        self.box.setAccessibleName(self.title.text())
        self.pad.show_letters(role is Role.MANAGER)
        self.message_bar.clear()
        self.wait(False)
        self.forget()

    def refuse(self, refusal: Refusal) -> None:
        self.wait(False)
        self.message_bar.say(lambda: _sentence(refusal), "danger")
        self.take_focus()

    def forget(self) -> None:
        self.box.setText("")

    def take_focus(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, is_waiting: bool) -> None:
        """While it is being proved; proving takes a tenth of a second."""
        self._is_waiting = is_waiting
        self.ok.setEnabled(not is_waiting)

    def _enter(self) -> None:
        if self._is_waiting or not self.box.text():
            return
        self.message_bar.clear()
        self.wait(True)
        self.entered.emit(self.box.take())

    def _look_at_layout(self, text: str) -> None:
        """Behind dots nobody sees that the keyboard writes Thai letters."""
        if any("\u0e01" <= letter <= "\u0e4f" for letter in text):
            self.message_bar.say(lambda: _("The keyboard writes Thai letters now"), "warn")


def _sentence(refusal: Refusal) -> str:
    """Of a missing key also the place where its file belongs on this computer."""
    return f"{refusal.sentence}\n{pepper_file()}" if isinstance(refusal, ForeignPepper) else refusal.sentence
