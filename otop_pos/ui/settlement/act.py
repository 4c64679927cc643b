"""Something that is done on the settlement screen: it asks the services, and says what came of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.widgets.label import Said


class Act(QWidget):
    """Never shown itself. `changed`: the books are others now; `told(text, kind)`: a word for the message bar;
    `refused`: a refusal that no open question takes."""

    changed = Signal()
    told = Signal(object, str)
    refused = Signal(object)

    def __init__(self, host: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host)
        self.backend = backend
        self.desk = desk
        self.hide()

    def tell(self, text: Said, kind: str = "good") -> None:
        self.told.emit(text, kind)

    def ask_books(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        refuse: Callable[[Refusal], None] | None = None,
    ) -> None:
        """A changing use case on the till's lane, with a second person's yes where that is needed."""

        def attempt(approval: Approval | None = None) -> None:
            self.backend.call(
                use_case,
                *args,
                **self.desk.here(),
                approval=approval,
                done=done,
                refused=self.desk.approvals.or_refuse(attempt, refuse or self.refused.emit),
                owner=self,
            )

        attempt()
