"""The locked till: nothing of the bill is seen or changed before somebody has proved who they are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.demo.people import DEMO_PASSWORD, DEMO_PIN
from otop_pos.services.user import list_users
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.staff.lock_banner import LockBanner
from otop_pos.ui.staff.person_list import PersonList
from otop_pos.ui.staff.secret_entry import SecretEntry
from otop_pos.ui.staff.sign_in_flow import SignInFlow
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar


class Lock(QWidget):
    """`lock()` covers the host; `opened(User, scans)` when somebody is in, with the number of scans it refused.

    All else in the host is disabled meanwhile and stays exactly as it is.
    """

    opened = Signal(object, int)
    language_wanted = Signal()

    def __init__(self, host: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host)
        self._host = host
        self._backend = backend
        self._desk = desk
        self._before: QWidget | None = None
        self._behind: list[QWidget] = []
        self._scans = 0
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.people = PersonList()
        self.demo = MessageBar()
        self.missed = MessageBar()
        self.problem = MessageBar()
        self.change = KeyButton(lambda: _("Change my PIN"), tone="quiet", icon="key")
        self.change.setCheckable(True)
        self.language = KeyButton(lambda: _("ไทย / EN"), tone="quiet")
        self.entry = SecretEntry(lambda: _("Go in"))
        self.entry.setFixedWidth(px(484))
        self.flow = SignInFlow(self.entry, self._backend, self._desk, self)
        middle = QVBoxLayout()
        middle.setSpacing(px(10))
        middle.addWidget(Label(lambda: _("Who is at the till?"), "action", "figure", elides=True))
        for bar in (self.problem, self.missed):
            middle.addWidget(bar)
        middle.addWidget(self.people, 1)
        middle.addWidget(self.demo)
        middle.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addStretch(1)
        right.addWidget(self.entry)
        right.addWidget(self.change, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(LockBanner(self._desk))
        inner = QHBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(24))
        inner.addLayout(middle, 1)
        inner.addLayout(right)
        row.addLayout(inner, 1)

    def _connect(self) -> None:
        self.people.chosen.connect(lambda user: self.flow.begin(user, is_changing=self.change.isChecked()))
        self.entry.box.stepped.connect(self.people.step)
        self.change.clicked.connect(self._begin)
        self.language.clicked.connect(self.language_wanted)
        self.flow.proved.connect(self._open)
        self._host.installEventFilter(self)

    @property
    def is_locked(self) -> bool:
        return not self.isHidden()

    def lock(self) -> None:
        if self.is_locked:
            return
        focus = QApplication.focusWidget()
        self._before = focus if focus is not None and self._host.isAncestorOf(focus) else None
        self._behind = [each for each in self._all_else() if each.isEnabled()]
        for each in self._behind:
            each.setEnabled(False)
        self._scans = 0
        for bar in (self.missed, self.problem):
            bar.clear()
        self._tell_demo()
        self.change.setChecked(False)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.entry.ask("", self._desk.user.role)
        self.entry.take_focus()
        self._backend.call(list_users, done=self._show, refused=self.refuse, owner=self)

    def take_scan(self, _code: str) -> bool:
        """Refused and said. The code itself is not shown: it might be somebody's badge."""
        if self.is_locked:
            self._scans += 1
            self.missed.say(lambda: missed_scans(self._scans), "warn")
        return self.is_locked

    def say_open_bill(self) -> None:
        """The window was to be closed."""
        self.problem.say(lambda: _("There is an open bill. Sign in first, then close."), "warn")

    def refuse(self, refusal: Refusal) -> None:
        self.problem.refuse(refusal)

    def _all_else(self) -> list[QWidget]:
        """The screens, and questions that lie open over them."""
        return [each for each in self._host.children() if isinstance(each, QWidget) and each is not self]

    def _show(self, users: Sequence[User]) -> None:
        if self.is_locked:
            self.people.show_people(users, self._desk.user.code)

    def _begin(self) -> None:
        if (person := self.people.person) is not None:
            self.flow.begin(person, is_changing=self.change.isChecked())

    def _open(self, user: User) -> None:
        self.flow.stop()
        for each in self._behind:
            each.setEnabled(True)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(user, self._scans)

    def _tell_demo(self) -> None:
        if self._desk.shop.is_demo:
            self.demo.say(
                lambda: _("Demo shop. Everybody's PIN: {pin}\nThe manager's password: {password}").format(
                    pin=DEMO_PIN, password=DEMO_PASSWORD
                ),
                "info",
            )
        else:
            self.demo.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.change.setChecked(False)
            self._begin()
        # Other keys end here: nothing behind hears them.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("paper"))


def missed_scans(count: int) -> str:
    return _("Scanned while locked, not on the bill: {count}. Scan again after signing in").format(count=count)
