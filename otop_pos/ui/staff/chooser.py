"""Who is at the till now; the open bill stays where it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.user import list_users
from otop_pos.ui.backend import Door
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.wording import role_name


class StaffChooser(Overlay):
    """`ask()` → chosen(User)."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door) -> None:
        super().__init__(host, body, width=420)
        self._backend = backend
        self.card.column.addWidget(Label(lambda: _("Who is at the till?"), "heading"))
        self.people = QVBoxLayout()
        self.people.setSpacing(px(8))
        self.card.column.addLayout(self.people)

    def ask(self) -> None:
        self._backend.call(list_users, done=self._show, owner=self)

    def _show(self, users: Sequence[User]) -> None:
        while (item := self.people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        buttons = [self._button(user) for user in users]
        self.open(buttons[0] if buttons else None)

    def _button(self, user: User) -> KeyButton:
        button = KeyButton(f"{user.name} · {role_name(user.role)}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(user))
        self.people.addWidget(button)
        return button

    def _choose(self, user: User) -> None:
        self.close_over()
        self.chosen.emit(user)
