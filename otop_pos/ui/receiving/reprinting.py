"""Copies of a note and labels once more, from the list of deliveries: each counted in the books."""

from functools import partial

from PySide6.QtCore import QObject

from otop_pos.domain.errors import Refusal
from otop_pos.domain.receiving import Grn
from otop_pos.i18n import _
from otop_pos.services.receiving import (
    PicturedGrn,
    count_delivery_labels,
    count_note_copy,
    grn_for_labels,
    pictured_grn,
)
from otop_pos.services.receiving.labels import AGAIN
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.receiving.papers import print_all_labels, print_note
from otop_pos.ui.screen import Screen


class Reprinting(QObject):
    """`copy_note(doc_no)` and `labels_again(doc_no)`; how it goes is said in the message bar."""

    def __init__(self, backend: Door, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._backend = backend
        self._desk = desk
        self._screen = screen

    def copy_note(self, doc_no: str) -> None:
        self._backend.call(
            count_note_copy, doc_no, **self._desk.here(), done=partial(self._counted, doc_no), owner=self._screen
        )

    def labels_again(self, doc_no: str) -> None:
        self._backend.call(grn_for_labels, doc_no, done=self._print_labels, owner=self._screen)

    def _counted(self, doc_no: str, copy_no: int) -> None:
        self._backend.call(pictured_grn, doc_no, done=partial(self._print_copy, copy_no), owner=self._screen)

    def _print_copy(self, copy_no: int, note: PicturedGrn) -> None:
        self._backend.send(
            print_note,
            note,
            Papers(self._desk).place,
            copy_no,
            done=lambda _none: self._say_copied(note.issued.value.doc_no, copy_no),
            refused=self._not_printed,
            owner=self._screen,
        )

    def _print_labels(self, grn: Grn) -> None:
        self._backend.send(
            print_all_labels,
            grn,
            self._desk.shop,
            Papers(self._desk).place,
            done=partial(self._labels_printed, grn),
            refused=self._not_printed,
            owner=self._screen,
        )

    def _labels_printed(self, grn: Grn, count: int) -> None:
        if count:
            self._backend.call(count_delivery_labels, grn.doc_no, AGAIN, **self._desk.here(), owner=self._screen)
        self._screen.message_bar.say(
            lambda: _("{doc_no}: {count} labels printed again.").format(doc_no=grn.doc_no, count=count), "good"
        )

    def _say_copied(self, doc_no: str, copy_no: int) -> None:
        self._screen.message_bar.say(
            lambda: _("{doc_no}: copy {number} of the note is printed.").format(doc_no=doc_no, number=copy_no), "good"
        )

    def _not_printed(self, refusal: Refusal) -> None:
        self._screen.message_bar.say(lambda: _("Not printed: {reason}").format(reason=refusal.sentence), "warn")
