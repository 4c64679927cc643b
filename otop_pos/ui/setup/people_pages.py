"""Who works here: the manager with a password, the others with a PIN, now or at the first sign-in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal, SecretsDiffer
from otop_pos.domain.right import Role
from otop_pos.domain.secret import check_secret, typed_secret
from otop_pos.domain.writable import writable_text
from otop_pos.i18n import _
from otop_pos.services.counter import NewPerson
from otop_pos.ui.setup.page import Page, needed, text_of, wrong
from otop_pos.ui.setup.plan import Member, Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import role_name


class SecretField(Field):
    """Shows dots."""

    def __init__(self, title: Said) -> None:
        self.box = PlainEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        super().__init__(title, self.box)

    def clear(self) -> None:
        self.box.setText("")
        self.box.mark_wrong(False)
        self.say("")


def agreed_secret(first: SecretField, second: SecretField, role: Role) -> str:
    """Typed twice the same. Refuses WeakPin, WeakPassword, SecretsDiffer."""
    secret = typed_secret(first.box.text())
    try:
        check_secret(role, secret)
    except Refusal as refusal:
        raise wrong(first, refusal) from refusal
    if typed_secret(second.box.text()) != secret:
        second.box.setText("")
        raise wrong(second, SecretsDiffer())
    return secret


def written_name(field: Field) -> str:
    """Refuses Missing, Unwritable."""
    name = needed(field)
    try:
        return writable_text(name)
    except Refusal as refusal:
        raise wrong(field, refusal) from refusal


class ManagerPage(Page):
    def __init__(self) -> None:
        super().__init__(
            lambda: _("Manager"),
            lambda: _("Who is the manager?"),
            lambda: _("May do everything, and says yes where others need a second person."),
        )
        self.name_edit = PlainEdit()
        self.name = Field(lambda: _("First name and surname"), self.name_edit)
        self.password = SecretField(lambda: _("Password (8 characters or more)"))
        self.again = SecretField(lambda: _("The same once more"))
        self.add_form(
            self.name,
            self.password,
            self.again,
            Paragraph(
                lambda: _("Nobody can read it again, not even from the database. Keep it where only you look."),
                "secondary",
                "ink2",
            ),
        )
        self.add_fields(self.name, self.password, self.again)

    def take(self, plan: Plan) -> None:
        """Refuses Missing, Unwritable, WeakPassword, SecretsDiffer."""
        plan.manager = written_name(self.name)
        plan.password = agreed_secret(self.password, self.again, Role.MANAGER)


class TeamPage(Page):
    """Nobody is a good answer too: people can be registered at any time."""

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Team"),
            lambda: _("Who else works here?"),
            lambda: _("Leave it empty to go on. Without a PIN, each chooses one at the first sign-in."),
        )
        self.members: tuple[Member, ...] = ()
        self._build()
        self.add.clicked.connect(self._add)
        self.show_members(())

    def _build(self) -> None:
        self.name_edit = PlainEdit()
        self.name = Field(lambda: _("First name and surname"), self.name_edit)
        self.role = Segments(
            [(Role.CASHIER, lambda: role_name(Role.CASHIER)), (Role.CLERK, lambda: role_name(Role.CLERK))]
        )
        self.role.choose(Role.CASHIER)
        self.pin = SecretField(lambda: _("PIN (6 digits or more)"))
        self.again = SecretField(lambda: _("The same once more"))
        self.add = KeyButton(lambda: _("Add"), tone="soft", icon="user-plus")
        form = Card(padding=18, spacing=6)
        pins = QHBoxLayout()
        pins.setSpacing(px(12))
        pins.addWidget(self.pin, 1, Qt.AlignmentFlag.AlignTop)
        pins.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        form.column.addWidget(self.name)
        form.column.addWidget(self.role)
        form.column.addLayout(pins)
        form.column.addWidget(self.add)
        form.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(form, 3)
        row.addWidget(self._list(), 2)
        self.column.addLayout(row, 1)
        self.add_fields(self.name, self.pin, self.again)
        self.again.box.returnPressed.disconnect()
        self.again.box.returnPressed.connect(self._add)
        self.name_edit.returnPressed.disconnect()
        self.name_edit.returnPressed.connect(self._entered_name)

    def _list(self) -> Card:
        card = Card(padding=14, spacing=4)
        self.count = Label("", "strong", "ink2")
        self.nobody = Paragraph(lambda: _("Only the manager so far."), "body", "ink2")
        inner = QWidget()
        self.people = QVBoxLayout(inner)
        self.people.setContentsMargins(0, 0, 0, 0)
        self.people.setSpacing(px(6))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        card.column.addWidget(self.count)
        card.column.addWidget(self.nobody)
        card.column.addWidget(area, 1)
        return card

    def show_members(self, members: Sequence[Member]) -> None:
        self.members = tuple(members)
        self.nobody.setVisible(not members)
        self.count.say(lambda: _("{count} people").format(count=len(self.members) + 1))
        while (item := self.people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for member in self.members:
            button = KeyButton(partial(_told, member), icon="x")
            button.use_role("secondary")
            button.setToolTip(_("Take this person off the list"))
            button.clicked.connect(lambda _checked=False, member=member: self._drop(member))
            self.people.addWidget(button)
        self.people.addStretch(1)

    def take(self, plan: Plan) -> None:
        """Somebody half typed is added first. Refuses as `_add`."""
        if text_of(self.name) or self.pin.box.text():
            self._read()
        plan.team = self.members

    def _entered_name(self) -> None:
        """Enter in the empty box: nobody more."""
        if text_of(self.name):
            self.pin.box.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def _add(self) -> None:
        try:
            self._read()
        except Refusal:
            return  # said at its box
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        """Refuses Missing, Unwritable, WeakPin, SecretsDiffer."""
        name, role = written_name(self.name), Role(self.role.choice())
        has_pin = bool(self.pin.box.text() or self.again.box.text())
        secret = agreed_secret(self.pin, self.again, role) if has_pin else ""
        self.show_members((*self.members, Member(NewPerson(name, role), secret)))
        self.name_edit.setText("")
        self.pin.clear()
        self.again.clear()

    def _drop(self, member: Member) -> None:
        self.show_members([each for each in self.members if each is not member])
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(member: Member) -> str:
    mark = "" if member.secret else " · " + _("PIN later")
    return f"{member.person.name} · {role_name(member.person.role)}{mark}"
