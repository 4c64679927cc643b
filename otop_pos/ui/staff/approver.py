"""A second person says yes on the spot; what is behind waits as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.right import RIGHTS, Grant
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.sign_in import approve
from otop_pos.services.user import list_users
from otop_pos.ui.approvals import Given
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.staff.person_list import PersonList
from otop_pos.ui.staff.secret_entry import SecretEntry
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph

WIDTH = 880


class Approver(Overlay):
    """`ask(ask, given)`: given(Approval) once somebody who may has proved it; Esc gives up and nothing comes."""

    left = Signal()
    """Closed, with or without an answer."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._ask: Ask | None = None
        self._given: Given | None = None
        self._waiting: list[str] = []
        """Scanned meanwhile."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Paragraph("", "heading", "figure", most_lines=2)
        self.what = Paragraph("", "strong", most_lines=4)
        self.people = PersonList()
        self.nobody = Paragraph(
            lambda: _("Nobody else here may allow this. A manager registers people and their rights."), tone="warn"
        )
        self.scans = Paragraph("", "secondary", "warn")
        self.no = KeyButton(lambda: _("Not now"), "Esc")
        self.entry = SecretEntry(lambda: _("Allow"))
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(Label(lambda: _("A second person allows it"), "secondary", "ink2"))
        for widget in (self.title, self.what, self.people, self.nobody, self.scans, self.no):
            left.addWidget(widget, 1 if widget is self.people else 0)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addLayout(left, 1)
        row.addWidget(self.entry)
        self.entry.setFixedWidth(px(484))
        self.card.column.addLayout(row)

    def _connect(self) -> None:
        self.no.clicked.connect(self.give_up)
        self.people.chosen.connect(self._ask_for)
        self.entry.entered.connect(self._prove)
        self.entry.box.stepped.connect(self.people.step)
        self._backend.crashed.connect(lambda _bug: self.entry.wait(False))

    def ask(self, ask: Ask, given: Given) -> None:
        if self.is_open:
            return
        self._ask, self._given = ask, given
        self.title.say(RIGHTS[ask.right].title)
        self.what.say(ask.what)
        self.what.setVisible(bool(ask.what))
        self.people.show_people(())
        self.nobody.hide()
        self.open(self.entry.box)
        self._backend.call(list_users, done=self._show, owner=self)

    def take_scan(self, code: str) -> bool:
        """Open, it keeps the scan until it is closed."""
        if self.is_open:
            self._waiting.append(code)
            self._tell_scans()
        return self.is_open

    def take_waiting(self) -> tuple[str, ...]:
        """What was scanned meanwhile, in order; told once."""
        waiting, self._waiting = tuple(self._waiting), []
        self._tell_scans()
        return waiting

    def close_over(self) -> None:
        self._ask = self._given = None
        self.entry.ask("", self._desk.user.role)
        super().close_over()

    def give_up(self) -> None:
        super().give_up()
        self.left.emit()

    def _show(self, users: Sequence[User]) -> None:
        if self._ask is None:
            return
        may = tuple(user for user in users if self._may(user, self._ask))
        self.people.show_people(may)
        self.people.setVisible(bool(may) or not users)
        self.nobody.setVisible(bool(users) and not may)
        self.entry.setEnabled(bool(may))
        (self.entry.box if may else self.no).setFocus(Qt.FocusReason.OtherFocusReason)

    def _may(self, user: User, ask: Ask) -> bool:
        return user.id != self._desk.user.id and self._desk.matrix.grant(user.role, ask.right) is Grant.ALLOWED

    def _ask_for(self, user: User) -> None:
        self.entry.ask(lambda: _("PIN or password of {name}").format(name=user.name), user.role)
        self.entry.take_focus()

    def _prove(self, secret: str) -> None:
        person = self.people.person
        if person is None or self._ask is None:
            return
        self._backend.prove(
            approve,
            self._ask,
            person.code,
            secret,
            self._desk.door(),
            asked_by=self._desk.user,
            done=self._allowed,
            refused=self.entry.refuse,
            owner=self,
        )

    def _allowed(self, approval: Approval) -> None:
        """An answer that comes after Esc is for nobody."""
        given = self._given
        if given is None or approval.ask != self._ask:
            return
        self.close_over()
        given(approval)
        self.left.emit()

    def _tell_scans(self) -> None:
        count = len(self._waiting)
        self.scans.say(lambda: _("Scans waiting: {count}. They come afterwards").format(count=count) if count else "")
