"""The close: a blind count, and where it differs too much a reason and a second person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import DrawerDiffers, Refusal
from otop_pos.i18n import _
from otop_pos.services.till import close_counted
from otop_pos.ui.backend import Door
from otop_pos.ui.day.reason_prompt import ReasonPrompt
from otop_pos.ui.day.words import DIFFERENCE_REASONS
from otop_pos.ui.desk import Desk


class Closing(ReasonPrompt):
    """`close(pieces)` → closed(TillSession), or refused(Refusal); `cancelled`: the drawer is counted again."""

    closed = Signal(object)
    refused = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, DIFFERENCE_REASONS, lambda: _("Close with this reason"), lambda: _("Count again"))
        self._backend = backend
        self._desk = desk
        self._pieces: dict[int, int] = {}
        self.answered.connect(self._try)
        backend.crashed.connect(lambda _bug: self.ok.setEnabled(True))

    def close_till(self, pieces: dict[int, int]) -> None:
        self._pieces = pieces
        self._try("")

    def _try(self, reason: str, approval: Approval | None = None) -> None:
        self.ok.setEnabled(False)
        # On the lane of proofs: it runs in two transactions of its own, and no report holds it up.
        self._backend.prove(
            close_counted,
            self._desk.till.code,
            self._pieces,
            reason,
            **self._desk.by(),
            approval=approval,
            done=self._closed,
            refused=lambda refusal: self._refused(reason, refusal),
            owner=self,
        )

    def _refused(self, reason: str, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        if isinstance(refusal, DrawerDiffers) and not self.is_open:
            self.ask(lambda: _("The count differs too much"), lambda: refusal.sentence)
            return
        self._desk.approvals.or_refuse(lambda approval: self._try(reason, approval), self._tell())(refusal)

    def _tell(self) -> Callable[[Refusal], None]:
        """In the question while it stands, else on the screen."""
        return self.refuse if self.is_open else self.refused.emit

    def _closed(self, session: object) -> None:
        if self.is_open:
            self.close_over()
        self.closed.emit(session)
