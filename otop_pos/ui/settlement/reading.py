"""Reads where a month stands: one question after the other on the lane of reports, the newest reading wins."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.statement import Statement
from otop_pos.domain.statement_brief import StatementBrief
from otop_pos.services.paper import Issued
from otop_pos.services.report import list_days
from otop_pos.services.settlement.draft_list import draft_all
from otop_pos.services.settlement.issuing import list_statements, read_statement
from otop_pos.services.settlement.ledger import list_balances, list_holds
from otop_pos.services.settlement.vouching import list_vouchers
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.month import Month
from otop_pos.ui.settlement.month_row import MonthRow, issued_month_row
from otop_pos.ui.settlement.rounds import Round

MOST = 3000
"""Statements and vouchers in the lists at once: three hundred producers for most of a year."""


class MonthReader(QWidget):
    """`begin(today, usual)` chooses the cut-off and reads; `read(cutoff)` reads; `came(Month)`.

    An issued statement never changes: its figures are read once.
    """

    came = Signal(object)

    def __init__(self, host: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host)
        self._backend = backend
        self._desk = desk
        self._question = 0
        self._issued: dict[str, MonthRow] = {}
        self._papers = Round(self)
        self._after: Callable[[], None] = lambda: None
        self.last_closed: date | None = None
        self._papers.ended.connect(lambda _outcome: self._after())
        self.hide()

    def begin(self, choose: Callable[[date | None, date | None], date]) -> None:
        """`choose(last closed day, newest cut-off)` says which day the month is settled up to."""
        self._ask(list_days, done=lambda days: self._take_days(days, choose))

    def take_issued(self, statements: Iterable[Statement]) -> None:
        """Just issued: their figures are known."""
        self._issued.update((statement.doc_no, issued_month_row(statement)) for statement in statements)

    def read(self, cutoff: date) -> None:
        self._question += 1
        month = partial(self._step, self._question)
        self._ask(
            draft_all,
            cutoff,
            at=self._desk.now(),
            done=lambda drafts: month(Month(cutoff, drafts), list_statements, "statements"),
        )

    def _take_days(self, days: tuple[date, ...], choose: Callable[[date | None, date | None], date]) -> None:
        open_day = self._desk.session.business_date if self._desk.session else None
        self.last_closed = next((day for day in days if day != open_day), None)

        def found(statements: tuple[StatementBrief, ...]) -> None:
            standing = [each.cutoff for each in statements if not each.is_reversed]
            self.read(choose(self.last_closed, max(standing, default=None)))

        self._ask(list_statements, limit=MOST, done=found)

    def _step(self, question: int, month: Month, use_case: Callable[..., Any], name: str) -> None:
        """Ask for the next part; what was overtaken by a newer reading stops here."""
        if question != self._question:
            return
        limit = {"limit": MOST} if name in ("statements", "vouchers") else {}
        self._ask(use_case, **limit, done=lambda value: self._take(question, replace(month, **{name: value}), name))

    def _take(self, question: int, month: Month, name: str) -> None:
        match name:
            case "statements":
                self._step(question, month, list_vouchers, "vouchers")
            case "vouchers":
                self._step(question, month, list_balances, "balances")
            case "balances":
                self._step(question, month, list_holds, "holds")
            case _:
                self._read_papers(question, month)

    def _read_papers(self, question: int, month: Month) -> None:
        missing = [brief.doc_no for brief in month.own if brief.doc_no not in self._issued]
        if self._papers.is_running:
            self._papers.cancel()
        self._after = partial(self._finish, question, month)
        self._papers.start(missing, self._ask_paper)

    def _ask_paper(self, number: str, done: Callable[[Any], None], refused: Callable[[Any], None]) -> None:
        def note(issued: Issued[Statement]) -> None:
            self._issued[number] = issued_month_row(issued.value)
            done(number)

        self._backend.work(read_statement, number, done=note, refused=refused, owner=self)

    def _finish(self, question: int, month: Month) -> None:
        if question == self._question:
            self.came.emit(replace(month, issued=dict(self._issued)))

    def _ask(self, use_case: Callable[..., Any], *args: Any, done: Callable[[Any], None], **named: Any) -> None:
        self._backend.work(use_case, *args, **named, done=done, owner=self)
