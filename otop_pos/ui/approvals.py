"""Asking a second person: a screen says what for, the window shows who may and takes the PIN."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import NeedsApproval, Refusal

Given = Callable[[Approval], object]


class Approvals(QObject):
    """One per window. The answer comes while the screen stays as it is; nothing comes when they give up."""

    wanted = Signal(object, object)
    """Ask, and what to do with the Approval."""

    def ask(self, ask: Ask, given: Given) -> None:
        self.wanted.emit(ask, given)

    def or_refuse(self, again: Given, refuse: Callable[[Refusal], object]) -> Callable[[Refusal], None]:
        """For `refused=`: what needs an approval is asked for and tried again with it, the rest is refused."""

        def answer(refusal: Refusal) -> None:
            if isinstance(refusal, NeedsApproval):
                self.ask(refusal.ask, again)
            else:
                refuse(refusal)

        return answer
