"""A receipt of the open day is voided: asked about, allowed by a second person, saved once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import CannotVoid, NotAllowed, Refusal
from otop_pos.domain.refund import Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.i18n import _
from otop_pos.services.void import void_sale
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.sale.return_view import ReturnView
from otop_pos.ui.sale.void_prompt import VoidPrompt


class VoidAct(QObject):
    """`ask_about(sale)`; `voided(sale)` when its void is saved."""

    voided = Signal(object)

    def __init__(self, host: QWidget, view: ReturnView, backend: Door, desk: Desk) -> None:
        super().__init__(host)
        self._host = host
        self._view = view
        self._backend = backend
        self._desk = desk
        self._void: Void | None = None
        self.prompt = VoidPrompt(host, view)
        self.prompt.answered.connect(self._try)
        backend.crashed.connect(lambda: self.prompt.waits(False))

    def ask_about(self, sale: Sale) -> None:
        """What cannot be voided at all is said before anybody is asked."""
        if not self._desk.may(Right.VOID):
            self._view.message_bar.refuse(NotAllowed(Right.VOID))
        elif sale.doc_type is not DocumentType.SALE:
            self._view.message_bar.refuse(CannotVoid(sale.doc_no, _("it is itself the paper of a return")))
        else:
            self.prompt.ask_about(sale)

    def _try(self, sale: Sale, reason: str) -> None:
        """The same wish keeps its key: trying again cannot void twice."""
        before = self._void
        if before is None or (before.sale_doc_no, before.reason) != (sale.doc_no, reason):
            self._void = Void(sale.doc_no, reason)
        if self._void is not None:
            self._save(self._void)

    def _save(self, void: Void, approval: Approval | None = None) -> None:
        answer = self._desk.approvals.or_refuse(lambda given: self._save(void, given), self.prompt.refuse)

        def refused(refusal: Refusal) -> None:
            # Whoever is asked may say no: the question stays as it was.
            self.prompt.waits(False)
            answer(refusal)

        self._backend.call(
            void_sale,
            void,
            **self._desk.here(),
            approval=approval,
            done=self._saved,
            refused=refused,
            owner=self._host,
        )

    def _saved(self, sale: Sale) -> None:
        self._void = None
        self.prompt.close_over()
        self.voided.emit(sale)
