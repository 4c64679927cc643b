"""From a person to somebody proved: a PIN, or its first choice, or another one; each typed into one box."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import NoSecretYet, Refusal, SecretsDiffer, SecretTaken
from otop_pos.domain.right import Role
from otop_pos.domain.secret import check_secret, typed_secret
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.sign_in import change_secret, choose_secret, sign_in
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.staff.secret_entry import SecretEntry


class Step(Enum):
    NOW = auto()
    NEW = auto()
    AGAIN = auto()


USUAL, FIRST, CHANGE = (Step.NOW,), (Step.NEW, Step.AGAIN), (Step.NOW, Step.NEW, Step.AGAIN)


class SignInFlow(QObject):
    """`begin(user)` asks through the entry what that person needs to be asked; `proved(User)` ends it."""

    proved = Signal(object)

    def __init__(self, entry: SecretEntry, backend: Door, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._entry = entry
        self._backend = backend
        self._desk = desk
        self._owner = owner
        self._user: User | None = None
        self._steps: tuple[Step, ...] = USUAL
        self._typed: list[str] = []
        self._turn = 0
        entry.entered.connect(self._take)
        backend.crashed.connect(lambda _bug: entry.wait(False))

    @property
    def is_changing(self) -> bool:
        return self._steps is CHANGE

    def begin(self, user: User, *, is_changing: bool = False) -> None:
        """Anew; answers on their way are for nobody any more."""
        self._user = user
        self._steps = CHANGE if is_changing and user.has_secret else USUAL if user.has_secret else FIRST
        self._start()

    def stop(self) -> None:
        self._user = None
        self._turn += 1
        self._typed.clear()
        self._entry.forget()

    def _start(self) -> None:
        self._turn += 1
        self._typed.clear()
        self._ask()

    def _ask(self) -> None:
        user = self._user
        if user is None:
            return
        step = self._steps[len(self._typed)]
        self._entry.ask(lambda: _title(step, user), user.role)
        self._entry.take_focus()

    def _take(self, secret: str) -> None:
        if self._user is None:
            return
        self._typed.append(typed_secret(secret))
        try:
            self._check(self._user)
        except Refusal as refusal:
            self._typed = self._typed[: self._steps.index(Step.NEW)]
            self._ask()
            self._entry.refuse(refusal)
            return
        if len(self._typed) < len(self._steps):
            self._ask()
        else:
            self._prove(self._user)

    def _check(self, user: User) -> None:
        """At once, before the same is typed again for nothing. Refuses WeakPin, WeakPassword, SecretsDiffer."""
        step, secret = self._steps[len(self._typed) - 1], self._typed[-1]
        if step is Step.NEW:
            check_secret(user.role, secret)
        elif step is Step.AGAIN and secret != self._typed[-2]:
            raise SecretsDiffer

    def _prove(self, user: User) -> None:
        typed, self._typed = self._typed, []
        if self._steps is USUAL:
            self._let_in(user, typed[0])
        elif self._steps is FIRST:
            self._run(choose_secret, user.code, typed[0], done=lambda _user: self._let_in(user, typed[0]))
        else:
            self._run(change_secret, user.code, typed[0], typed[1], done=lambda _user: self._let_in(user, typed[1]))

    def _let_in(self, user: User, secret: str) -> None:
        self._run(sign_in, user.code, secret, done=self.proved.emit)

    def _run(self, job: Callable[..., Any], *args: str, done: Callable[[User], object]) -> None:
        turn = self._turn

        def answer(user: User) -> None:
            if turn == self._turn:
                done(user)

        self._backend.prove(
            job,
            *args,
            self._desk.door(),
            done=answer,
            refused=lambda refusal: self._refuse(refusal) if turn == self._turn else None,
            owner=self._owner,
        )

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, (NoSecretYet, SecretTaken)):
            # Done at another till meanwhile.
            self._steps = FIRST if isinstance(refusal, NoSecretYet) else USUAL
        self._start()
        self._entry.refuse(refusal)


def _title(step: Step, user: User) -> str:
    is_manager = user.role is Role.MANAGER
    match step:
        case Step.NOW:
            return _("PIN or password of {name}").format(name=user.name)
        case Step.NEW if is_manager:
            return _("{name} chooses a password: 8 characters or more").format(name=user.name)
        case Step.NEW:
            return _("{name} chooses a PIN: 6 to 12 digits").format(name=user.name)
        case Step.AGAIN:
            return _("The same once more")
