"""A note taken back: lost goods that turned up, a return or a move that was none."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.stock_note import NoteKind, StockNote
from otop_pos.i18n import _
from otop_pos.services.stock.moving import reverse_note
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.note_words import kind_name, line_sentence
from otop_pos.ui.stock.reason_overlay import ReasonOverlay
from otop_pos.ui.wording import product_name


class TakingBack(ReasonOverlay):
    """`ask_about(note)` → posted(StockNote), the note that puts it right."""

    posted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        reasons = (
            lambda: _("turned up again"),
            lambda: _("counted wrongly before"),
            lambda: _("wrong lot chosen"),
            lambda: _("wrong quantity"),
        )
        super().__init__(host, body, reasons, lambda: _("Take it back"))
        self._backend = backend
        self._desk = desk
        self._note: StockNote | None = None
        self.answered.connect(self._try)
        backend.crashed.connect(lambda _bug: self.wait(False))

    def ask_about(self, note: StockNote) -> None:
        self._note = note
        self.ask(lambda: f"{kind_name(note.kind)} · {note.doc_no}", lambda: _what_happens(note))

    def _try(self, reason: str, approval: Approval | None = None) -> None:
        if self._note is None:
            return
        self.wait(True)
        self._backend.call(
            reverse_note,
            self._note.doc_no,
            reason,
            **self._desk.here(),
            approval=approval,
            done=self._posted,
            refused=partial(self._refused, reason),
            owner=self,
        )

    def _refused(self, reason: str, refusal: Refusal) -> None:
        self.wait(False)
        self._desk.approvals.or_refuse(lambda approval: self._try(reason, approval), self.refuse)(refusal)

    def _posted(self, note: StockNote) -> None:
        self.close_over()
        self.posted.emit(note)


def _what_happens(note: StockNote) -> str:
    goods = "\n".join(f"{product_name(line.product)} · {line_sentence(line)}" for line in note.lines[:6])
    if note.kind is not NoteKind.LOSS:
        return _("{goods}\nGoes back to where it was.").format(goods=goods)
    if not note.compensation:
        return _("{goods}\nGoes back on the shelf.").format(goods=goods)
    return _("{goods}\nGoes back on the shelf; the credit of {amount} is taken back.").format(
        goods=goods, amount=format_baht(note.compensation)
    )
