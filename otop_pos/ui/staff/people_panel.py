"""The people of the shop: registered, changed, gone, and given a new start with their PIN."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.right import Role
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.user import change_user, forget_secret, list_former_users, list_users, register_user
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.style import Tone, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.choice_list import ChoiceList
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import role_name

LETTERS = {Role.CASHIER: "C", Role.CLERK: "S", Role.MANAGER: "M"}
"""What proposed codes begin with: C01, S01, M01."""


@dataclass(frozen=True, slots=True)
class Person:
    user: User
    is_here: bool = True

    @property
    def state(self) -> str:
        if not self.is_here:
            return _("no longer here")
        return _("has a PIN") if self.user.has_secret else _("no PIN yet")

    @property
    def tone(self) -> Tone:
        return "ink3" if not self.is_here else "ink2" if self.user.has_secret else "warn"


class PeoplePanel(QWidget):
    """A list at the left; whoever is selected there can be changed at the right. Saved at once, told in the books."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._people: tuple[Person, ...] = ()
        self._is_new = False
        self._build()
        self._connect()
        self._show_form()

    def _build(self) -> None:
        self.table: RowsTable[Person] = RowsTable(
            [
                Column(
                    lambda: _("Name"),
                    lambda row: row.user.name,
                    role="name",
                    second=lambda row: role_name(row.user.role),
                    tile=lambda row: row.user.name,
                ),
                Column(lambda: _("Code"), lambda row: row.user.code, width=110, yields=1),
                Column(lambda: _("PIN"), lambda row: row.state, width=150, tone=lambda row: row.tone),
            ]
        )
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addWidget(self.table)
        self.message_bar = MessageBar()
        self.new = KeyButton(lambda: _("Somebody new"), act="new", icon="user-plus")
        left = QVBoxLayout()
        left.setSpacing(px(10))
        for widget in (self.message_bar, card, self.new):
            left.addWidget(widget, 1 if widget is card else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self._form())

    def _form(self) -> Card:
        self.title = Label("", "heading", "figure", elides=True)
        self.name = PlainEdit(lambda: _("First name and surname"))
        self.code = PlainEdit()
        self.role = ChoiceList([(role, _role_text(role)) for role in Role])
        self.save = KeyButton(lambda: _("Save"), act="finish", tone="primary")
        self.forget = KeyButton(lambda: _("Take the PIN away"), icon="key")
        self.leave = KeyButton("", tone="danger", icon="sign-out")
        card = Card(padding=20, spacing=8)
        card.setFixedWidth(px(430))
        fields = QHBoxLayout()
        fields.setSpacing(px(10))
        fields.addWidget(Field(lambda: _("Name"), self.name), 3)
        fields.addWidget(Field(lambda: _("Code"), self.code), 1)
        card.column.addWidget(self.title)
        card.column.addLayout(fields)
        card.column.addWidget(self.role)
        card.column.addStretch(1)
        for button in (self.forget, self.leave, self.save):
            card.column.addWidget(button)
        return card

    def _connect(self) -> None:
        self.table.moved.connect(self._chosen)
        self.table.chosen.connect(lambda _row: self.name.setFocus(Qt.FocusReason.OtherFocusReason))
        self.role.changed.connect(lambda _role: self._propose_code())
        self.new.clicked.connect(self._begin_new)
        self.save.clicked.connect(self._save)
        self.forget.clicked.connect(self._forget)
        self.leave.clicked.connect(self._leave)
        for edit in (self.name, self.code):
            edit.returnPressed.connect(self.focusNextChild)
            edit.textEdited.connect(lambda _text, edit=edit: edit.mark_wrong(False))

    def arrive(self) -> None:
        self.message_bar.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def refuse(self, refusal: Refusal) -> None:
        self._allow(True)
        self.message_bar.refuse(refusal)

    @property
    def person(self) -> Person | None:
        """Who is being changed; None while somebody new is written down."""
        return None if self._is_new else self.table.selected()

    def _read(self, code: str = "") -> None:
        def then(former: Sequence[User]) -> None:
            gone = tuple(Person(user, is_here=False) for user in former)
            self._backend.call(list_users, done=lambda users: self._show(users, gone, code), owner=self)

        self._backend.call(list_former_users, done=then, owner=self)

    def _show(self, users: Sequence[User], gone: tuple[Person, ...], code: str) -> None:
        self._people = (*(Person(user) for user in users), *gone)
        number = next((each for each, person in enumerate(self._people) if person.user.code == code), None)
        self.table.show_rows(self._people, number)
        self._show_form()

    def _chosen(self) -> None:
        self._is_new = False
        self.message_bar.clear()
        self._show_form()

    def _begin_new(self) -> None:
        self._is_new = True
        self.message_bar.clear()
        self._show_form()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        person = self.person
        self.title.say(person.user.name if person else lambda: _("Somebody new"))
        self.name.setText(person.user.name if person else "")
        self.code.setText(person.user.code if person else "")
        self.code.setEnabled(person is None)
        self.role.choose(person.user.role if person else Role.CASHIER)
        self._propose_code()
        self.leave.say(lambda: _("No longer here") if person is None or person.is_here else _("Works here again"))
        self._allow(True)

    def _allow(self, is_allowed: bool) -> None:
        """Nobody signs themselves off."""
        person = self.person
        self.save.setEnabled(is_allowed and (self._is_new or person is not None))
        self.forget.setEnabled(is_allowed and person is not None and person.user.has_secret)
        self.leave.setEnabled(is_allowed and person is not None and person.user.id != self._desk.user.id)

    def _propose_code(self) -> None:
        if self._is_new and (not self.code.isModified() or not self.code.text()):
            self.code.setText(next_code(self._people, Role(self.role.choice())))

    def _save(self) -> None:
        try:
            name = self._needed(self.name, _("Name"))
            code = self._needed(self.code, _("Code"))
        except Refusal as refusal:
            self.refuse(refusal)
            return
        user, person = User(0, code, name, Role(self.role.choice())), self.person
        if person is None:
            self._run(register_user, user)
        else:
            self._run(change_user, replace(person.user, name=name, role=user.role), is_active=person.is_here)

    def _forget(self) -> None:
        if (person := self.person) is not None:
            self._run(forget_secret, person.user.code)

    def _leave(self) -> None:
        if (person := self.person) is not None:
            self._run(change_user, person.user, is_active=not person.is_here)

    def _run(self, use_case: Callable[..., User], subject: object, **named: Any) -> None:
        def refused(refusal: Refusal) -> None:
            self._allow(True)  # nothing comes back where the second person gives up
            self._desk.approvals.or_refuse(again, self.refuse)(refusal)

        def again(approval: Approval) -> None:
            self._run(use_case, subject, **{**named, "approval": approval})

        self._allow(False)
        here = self._desk.here()
        self._backend.call(use_case, subject, **named, **here, done=self._saved, refused=refused, owner=self)

    def _saved(self, user: User) -> None:
        self._is_new = False
        if user.id == self._desk.user.id:
            self._desk.take_user(user)
        self._read(user.code)
        self.message_bar.say(lambda: _("Saved: {name}").format(name=user.name), "good")

    def _needed(self, edit: PlainEdit, title: str) -> str:
        text = edit.text().strip()
        edit.mark_wrong(not text)
        if not text:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Missing(title)
        return text


def next_code(people: Sequence[Person], role: Role) -> str:
    """The first free one: C01, C02, …"""
    taken = {person.user.code for person in people}
    return next(code for number in range(1, 10_000) if (code := f"{LETTERS[role]}{number:02}") not in taken)


def _role_text(role: Role) -> Said:
    return lambda: role_name(role)
