"""The drawer opened for nothing: with a reason, told first, opened then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.services.cash_movement import NoSale, open_drawer
from otop_pos.ui.backend import Door
from otop_pos.ui.day.reason_prompt import ReasonPrompt
from otop_pos.ui.day.words import NO_SALE_REASONS
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers


class NoSalePrompt(ReasonPrompt):
    """`ask_why()`; in front of whatever screen the window shows."""

    opened = Signal(object)
    """The event's number: it is in the books, and the drawer has been told to open."""
    silent = Signal(object)
    """The Refusal of a drawer that does not answer."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk, papers: Papers) -> None:
        super().__init__(host, body, NO_SALE_REASONS, lambda: _("Open the drawer"), lambda: _("Back"))
        self._backend = backend
        self._desk = desk
        self._papers = papers
        self._no_sale: NoSale | None = None
        self.answered.connect(self._open)
        backend.crashed.connect(lambda _bug: self.ok.setEnabled(True))

    def ask_why(self) -> None:
        if not self.is_open:
            self._no_sale = None
            self.ask(
                lambda: _("Open the drawer without a sale"),
                lambda: _("The opening is numbered and told with your name."),
            )

    def _open(self, reason: str) -> None:
        # The same question asked again, after an error, is the same opening.
        if self._no_sale is None or self._no_sale.reason != reason:
            self._no_sale = NoSale(reason)
        self._try()

    def _try(self, approval: Approval | None = None) -> None:
        self.ok.setEnabled(False)
        self._backend.call(
            open_drawer,
            self._no_sale,
            **self._desk.here(),
            approval=approval,
            done=self._opened,
            refused=self._refused,
            owner=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self._desk.approvals.or_refuse(self._try, self.refuse)(refusal)

    def _opened(self, number: int) -> None:
        self.close_over()
        self.opened.emit(number)
        self._backend.send(self._papers.open_drawer, refused=self.silent.emit, owner=self)


def opening_told(number: int) -> str:
    return _("The opening of the drawer is told as number {number}").format(number=number)
