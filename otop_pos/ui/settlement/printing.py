"""The papers of the month: statements, vouchers and tax certificates, one or all at once, as often as wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.services.paper import Issued
from otop_pos.services.photo import read_photos
from otop_pos.services.printing import print_certificate, print_statement, print_voucher
from otop_pos.services.settlement.issuing import read_statement
from otop_pos.services.settlement.vouching import read_certificate, read_voucher_paper
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.issuing import round_text
from otop_pos.ui.settlement.look_overlay import Looked
from otop_pos.ui.settlement.paper_row import PaperRow
from otop_pos.ui.settlement.progress import ProgressOverlay
from otop_pos.ui.settlement.rounds import Outcome, Round

Told = Callable[[Any], None]
Refused = Callable[[Refusal], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper to print, by its number. `is_reversed`: it was taken back since, and says so."""

    kind: Literal["statement", "voucher", "certificate"]
    number: str
    is_reversed: bool = False


class Printing(Act):
    """`print_rows(rows)`, `print_statement(statement)`, `print_paid(voucher)`: drawn from what was kept when it
    was issued, so that the same paper comes out again."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, backend, desk)
        self.progress = ProgressOverlay(host, body)
        self.round = Round(self)
        self._is_quiet = False
        self.round.stepped.connect(self.progress.show_step)
        self.round.ended.connect(self._ended)
        self.progress.stop_wanted.connect(self.round.cancel)
        backend.crashed.connect(lambda _bug: self.round.give_up())

    def print_rows(self, rows: Iterable[PaperRow]) -> None:
        self._begin([sheet for row in rows if row.can_print for sheet in _sheets(row)])

    def print_statement(self, looked: Looked) -> None:
        """Also a draft, which says that it is one."""
        statement = looked.statement
        if not looked.is_draft:
            self._begin([Sheet("statement", statement.doc_no, looked.is_reversed)])
        elif not self.round.is_running:
            self._is_quiet = False
            issued = Issued(statement, self.desk.shop)
            self.round.start([issued], lambda each, done, refused: self._put_out(print_statement, each, done, refused))

    def print_paid(self, voucher: Voucher) -> None:
        """What a producer who was paid signs and takes along: quiet, unless it could not be printed."""
        self._begin(tuple(_voucher_sheets(voucher)), is_quiet=True)

    def _begin(self, sheets: Sequence[Sheet], *, is_quiet: bool = False) -> None:
        if not sheets or self.round.is_running:
            return
        self._is_quiet = is_quiet
        if len(sheets) > 1 and not is_quiet:
            self.progress.begin(lambda: _("Printing papers"))
        self.round.start(sheets, self._ask)

    def _ask(self, sheet: Sheet, done: Told, refused: Refused) -> None:
        match sheet.kind:
            case "statement":
                draw = partial(self._add_photos, sheet, done, refused)
                self._read(read_statement, sheet.number, draw, refused)
            case "voucher":
                state = VoucherState.REVERSED if sheet.is_reversed else None
                draw = partial(self._put_out, partial(print_voucher, state=state), done=done, refused=refused)
                self._read(read_voucher_paper, sheet.number, draw, refused, at=self.desk.now())
            case "certificate":
                job = partial(print_certificate, is_reversed=sheet.is_reversed)
                draw = partial(self._put_out, job, done=done, refused=refused)
                self._read(read_certificate, sheet.number, draw, refused)

    def _add_photos(self, sheet: Sheet, done: Told, refused: Refused, issued: Issued[Statement]) -> None:
        statement = issued.value
        wanted = {each.photo_id for each in (*statement.entries, *statement.held)}
        wanted |= {lot.photo_id for lot in statement.lots}
        wanted.discard(None)

        def draw(photos: Mapping[UUID, bytes]) -> None:
            job = partial(print_statement, photos=photos, is_reversed=sheet.is_reversed)
            self._put_out(job, issued, done, refused)

        if wanted:
            self.backend.work(read_photos, tuple(wanted), done=draw, refused=refused, owner=self)
        else:
            draw({})

    def _read(self, use_case: Callable[..., Any], number: str, draw: Told, refused: Refused, **named: Any) -> None:
        self.backend.work(use_case, number, **named, done=draw, refused=refused, owner=self)

    def _put_out(self, job: Callable[..., Path], issued: Issued[Any], done: Told, refused: Refused) -> None:
        self.backend.send(job, issued, Papers(self.desk).place, done=done, refused=refused, owner=self)

    def _ended(self, outcome: Outcome) -> None:
        if self.progress.is_open:
            self.progress.close_over()
        refusals = [refusal for _sheet, refusal in outcome.refused]
        if self._is_quiet and not refusals:
            return
        self.tell(
            lambda: round_text(_told(outcome), refusals, outcome.left), "warn" if refusals or outcome.left else "good"
        )


def _told(outcome: Outcome) -> str:
    if not outcome.done:
        return _("Nothing was printed.")
    if len(outcome.done) == 1:
        return _("Printed: {file}").format(file=outcome.done[0])
    count, folder = len(outcome.done), outcome.done[-1].parent
    return _("{count} papers printed: {folder}").format(count=count, folder=folder)


def _sheets(row: PaperRow) -> Iterator[Sheet]:
    if row.voucher is not None:
        yield from _voucher_sheets(row.voucher)
    elif row.statement is not None:
        yield Sheet("statement", row.doc_no, row.statement.is_reversed)


def _voucher_sheets(voucher: Voucher) -> Iterator[Sheet]:
    is_reversed = voucher.state is VoucherState.REVERSED
    yield Sheet("voucher", voucher.doc_no, is_reversed)
    if voucher.certificate_no:
        yield Sheet("certificate", voucher.certificate_no, is_reversed)
