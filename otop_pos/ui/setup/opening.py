"""Writes what the set-up was told: the shop in one act, then the secrets, one after the other."""

from collections import deque
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.thai_date import local_date
from otop_pos.services.counter import MANAGER_CODE, Counter, set_up_shop, team_codes
from otop_pos.services.sign_in import Door as Entrance
from otop_pos.services.sign_in import choose_secret
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import utc_now
from otop_pos.ui.setup.plan import Plan


class Opening(QWidget):
    """`opened(till code, user code)`, or `refused(refusal)` and nothing was written. Cut off in between, whoever
    has no secret yet chooses it at the first sign-in."""

    opened = Signal(str, str)
    refused = Signal(object)

    def __init__(self, backend: Door, pepper: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self._backend = backend
        self._pepper = pepper
        self._till = ""
        self._left: deque[tuple[str, str]] = deque()
        self.hide()

    def open_demo(self) -> None:
        self._backend.batch(
            _load_demo,
            self._pepper,
            utc_now(),
            done=lambda codes: self.opened.emit(*codes),
            refused=self.refused.emit,
            owner=self,
        )

    def open_own(self, plan: Plan) -> None:
        team = tuple(member.person for member in plan.team)
        secrets = ((code, member.secret) for code, member in zip(team_codes(team), plan.team, strict=True))
        self._left = deque([(MANAGER_CODE, plan.password), *secrets])
        self._backend.call(
            set_up_shop,
            plan.shop,
            plan.till,
            plan.manager,
            on=local_date(utc_now()),
            team=team,
            done=self._written,
            refused=self.refused.emit,
            owner=self,
        )

    def _written(self, counter: Counter) -> None:
        self._till = counter.till.code
        self._choose_next()

    def _choose_next(self, _before: object = None) -> None:
        while self._left and not self._left[0][1]:
            self._left.popleft()
        if not self._left:
            self.opened.emit(self._till, MANAGER_CODE)
            return
        code, secret = self._left.popleft()
        door = Entrance(self._till, self._pepper, utc_now())
        self._backend.prove(choose_secret, code, secret, door, done=self._choose_next, refused=self._go_on, owner=self)

    def _go_on(self, _refusal: Refusal) -> None:
        """The shop stands: who got no secret chooses it at the first sign-in."""
        self._choose_next()


def _load_demo(database: Any, pepper: bytes, at: datetime) -> tuple[str, str]:
    """Its first till, and its manager, who may see everything."""
    from otop_pos.services.demo.people import give_demo_secrets
    from otop_pos.services.demo.shop import load_demo_shop

    demo = database.run(load_demo_shop, at=at)
    give_demo_secrets(database, Entrance(demo.tills[0].code, pepper, at))
    return demo.tills[0].code, demo.manager.code
