"""From the signed count to the papers: saved first, then printed, and printing never undoes what is saved."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from otop_pos.domain.errors import Refusal
from otop_pos.domain.receiving import Grn
from otop_pos.i18n import _
from otop_pos.services.receiving import PicturedGrn, count_delivery_labels, pictured_grn, post_delivery
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.papers import print_delivery
from otop_pos.ui.receiving.words import labels_printed
from otop_pos.ui.screen import Screen


class Posting(QObject):
    """`post(draft)` ends in `posted(grn)` or `refused(refusal)`; how printing goes is said in the message bar."""

    posted = Signal(object)
    refused = Signal(object)

    def __init__(self, backend: Door, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._backend = backend
        self._desk = desk
        self._screen = screen

    def post(self, draft: Draft) -> None:
        self._backend.call(
            post_delivery,
            draft.delivery(),
            **self._desk.by(),
            done=self._saved,
            refused=self.refused.emit,
            owner=self._screen,
        )

    def _saved(self, grn: Grn) -> None:
        self.posted.emit(grn)
        self._desk.announcements.stock_changed.emit()
        self._print(grn)

    def _print(self, grn: Grn) -> None:
        self._screen.message_bar.say(
            lambda: _("{doc_no} is saved. The note and {count} labels are being printed.").format(
                doc_no=grn.doc_no, count=labels_printed(grn)
            ),
            "good",
        )
        self._backend.call(pictured_grn, grn.doc_no, done=partial(self._put_out, grn), owner=self._screen)

    def _put_out(self, grn: Grn, note: PicturedGrn) -> None:
        self._backend.send(
            print_delivery,
            note,
            Papers(self._desk).place,
            done=partial(self._printed, grn),
            refused=partial(self._not_printed, grn),
            owner=self._screen,
        )

    def _printed(self, grn: Grn, count: int) -> None:
        self._backend.call(count_delivery_labels, grn.doc_no, **self._desk.here(), owner=self._screen)
        # A refusal of the next delivery may stand there by now; it must stay.
        if grn.doc_no in self._screen.message_bar.text():
            self._screen.message_bar.say(
                lambda: _("{doc_no} is saved: note and {count} labels printed. The next maker, please.").format(
                    doc_no=grn.doc_no, count=count
                ),
                "good",
            )

    def _not_printed(self, grn: Grn, refusal: Refusal) -> None:
        self._screen.message_bar.say(
            lambda: _("{doc_no} is saved, but not printed: {reason}").format(
                doc_no=grn.doc_no, reason=refusal.sentence
            ),
            "warn",
            lambda: _("Print again"),
            partial(self._print, grn),
        )
