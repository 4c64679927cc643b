"""Acts of the producers' screen: done, or asked of a second person and then done."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk


class Acts:
    """`run(use_case, value, …, done=…, refuse=…)` for one widget. `named`: other than till, user and time."""

    def __init__(self, owner: QWidget, backend: Door, desk: Desk) -> None:
        self._owner, self._backend, self._desk = owner, backend, desk

    def run(
        self,
        use_case: Callable[..., Any],
        *values: object,
        done: Callable[[Any], None],
        refuse: Callable[[Refusal], None],
        pause: Callable[[], object] | None = None,
        named: Mapping[str, Any] | None = None,
    ) -> None:
        """`pause` comes before a second person is asked: who gives up goes on where it was."""

        def go(approval: Approval | None = None) -> None:
            allowed = {} if approval is None else {"approval": approval}
            here = self._desk.here() if named is None else named
            self._backend.call(use_case, *values, **here, **allowed, done=done, refused=refused, owner=self._owner)

        def refused(refusal: Refusal) -> None:
            if pause is not None:
                pause()
            self._desk.approvals.or_refuse(go, refuse)(refusal)

        go()
