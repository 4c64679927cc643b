"""Looking at a draft or a statement: lines parked and released, charges and credits, a statement taken back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.ledger import LedgerEntry
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.ledger_hold import LedgerHold
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import Producer
from otop_pos.domain.statement import Statement
from otop_pos.i18n import _
from otop_pos.services.paper import Issued
from otop_pos.services.settlement.drafting import draft_statement
from otop_pos.services.settlement.issuing import read_statement, reverse_statement
from otop_pos.services.settlement.ledger import adjust_ledger, hold_ledger, list_holds, release_hold
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.adjust_overlay import AdjustOverlay
from otop_pos.ui.settlement.holds_overlay import HoldsOverlay
from otop_pos.ui.settlement.look_overlay import Looked, LookOverlay
from otop_pos.ui.settlement.month import Month
from otop_pos.ui.settlement.month_row import MonthRow
from otop_pos.ui.settlement.reason_overlay import ReasonOverlay
from otop_pos.ui.settlement.words import HOLD_REASONS, REVERSE_REASONS, entry_text
from otop_pos.ui.wording import producer_name


class Looking(Act):
    """`look(row, month)`, `hold(producer, month)`, `adjust(producer)`, `show_holds()`, `show_statement(number)`."""

    print_wanted = Signal(object)
    """What is looked at: a Looked."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk, reason: ReasonOverlay) -> None:
        super().__init__(host, backend, desk)
        self._month: Month | None = None
        self._problems: tuple[str, ...] = ()
        self._goes_back: Looked | None = None
        """What was looked at before a question about it."""
        self.reason = reason
        self.overlay = LookOverlay(host, body)
        self.holds = HoldsOverlay(host, body)
        self.adjusting = AdjustOverlay(host, body)
        self.overlay.park_wanted.connect(self._park)
        self.overlay.release_wanted.connect(self._release_entry)
        self.overlay.print_wanted.connect(self.print_wanted)
        self.overlay.reverse_wanted.connect(self._reverse)
        reason.cancelled.connect(self._go_back)
        self.holds.release_wanted.connect(self._release)
        self.adjusting.wanted.connect(self._adjust)

    def look(self, row: MonthRow, month: Month) -> None:
        self._month, self._problems = month, row.problems
        if row.statement_no:
            self.show_statement(row.statement_no)
        else:
            self._read_draft(row.producer)

    def show_statement(self, number: str, *, is_reversed: bool = False) -> None:
        self._problems = ()
        done = partial(self._show_issued, is_reversed)
        self.backend.work(read_statement, number, done=done, refused=self.refused.emit, owner=self)

    def hold(self, producer: Producer, month: Month) -> None:
        """All payments to the producer: parked, or released where they are."""
        held = next((each for each in month.holds if each.payable_id is None and each.producer.id == producer.id), None)
        if held is not None:
            self._release(held)
            return
        self.reason.ask(
            lambda: _("Park all payments to {name}?").format(name=producer_name(producer)),
            lambda: _(
                "Statements are issued, but nothing is paid until somebody releases it. One line is parked "
                "where the draft is looked at."
            ),
            HOLD_REASONS,
            lambda why: self.ask_books(
                hold_ledger, producer.id, None, why, done=self._parked, refuse=self.reason.refuse
            ),
        )

    def adjust(self, producer: Producer) -> None:
        self.adjusting.ask(producer)

    def show_holds(self) -> None:
        self.backend.work(list_holds, done=self.holds.show_holds, refused=self.refused.emit, owner=self)

    def _read_draft(self, producer: Producer) -> None:
        if self._month is not None:
            self.backend.work(
                draft_statement,
                producer.id,
                self._month.cutoff,
                at=self.desk.now(),
                done=self._show_draft,
                refused=self.refused.emit,
                owner=self,
            )

    def _show_draft(self, statement: Statement) -> None:
        self.overlay.show_statement(Looked(statement, self._problems))

    def _show_issued(self, is_reversed: bool, issued: Issued[Statement]) -> None:
        self.overlay.show_statement(Looked(issued.value, is_reversed=is_reversed))

    def _leave_for_question(self) -> None:
        self._goes_back = self.overlay.looked
        self.overlay.close_over()

    def _go_back(self) -> None:
        """The question was given up: back to what was looked at."""
        looked, self._goes_back = self._goes_back, None
        if looked is not None:
            self.overlay.show_statement(looked)

    def _park(self, entry: LedgerEntry) -> None:
        looked = self.overlay.looked
        if looked is None:
            return
        producer = looked.statement.producer
        self._leave_for_question()
        self.reason.ask(
            lambda: _("Park this line?"),
            lambda: f"{entry_text(entry)} · {format_baht(entry.amount)}",
            HOLD_REASONS,
            lambda why: self.ask_books(
                hold_ledger,
                producer.id,
                entry.id,
                why,
                done=partial(self._parked_line, producer),
                refuse=self.reason.refuse,
            ),
        )

    def _release_entry(self, entry: LedgerEntry) -> None:
        looked = self.overlay.looked
        if looked is not None:
            producer = looked.statement.producer
            self.backend.work(list_holds, producer.id, done=partial(self._release_found, entry, producer), owner=self)

    def _release_found(self, entry: LedgerEntry, producer: Producer, holds: tuple[LedgerHold, ...]) -> None:
        hold = next((each for each in holds if each.payable_id == entry.id), None)
        if hold is None:
            self.overlay.message.say(
                lambda: _("Nobody parked this line: the days in which goods may come back are not over."), "info"
            )
            return
        self.ask_books(release_hold, hold.id, done=partial(self._released_line, producer), refuse=self.overlay.refuse)

    def _release(self, hold: LedgerHold) -> None:
        refuse = self.holds.refuse if self.holds.is_open else self.refused.emit
        self.ask_books(release_hold, hold.id, done=self._released, refuse=refuse)

    def _reverse(self, statement: Statement) -> None:
        self._leave_for_question()
        self.reverse(statement.doc_no)

    def reverse(self, number: str) -> None:
        self.reason.ask(
            lambda: _("Take statement {number} back?").format(number=number),
            lambda: _("Its lines wait for the next statement. The number is not used again."),
            REVERSE_REASONS,
            lambda why: self.ask_books(reverse_statement, number, why, done=self._reversed, refuse=self.reason.refuse),
        )

    def _adjust(self, adjustment: LedgerAdjustment) -> None:
        self.ask_books(adjust_ledger, adjustment, done=self._adjusted, refuse=self.adjusting.refuse)

    def _parked(self, _hold: object) -> None:
        self._goes_back = None
        self.reason.close_over()
        self.changed.emit()
        self.tell(lambda: _("Parked. It is paid once somebody releases it."))

    def _parked_line(self, producer: Producer, hold: object) -> None:
        self._parked(hold)
        self._read_draft(producer)

    def _released_line(self, producer: Producer, _hold: object) -> None:
        self.changed.emit()
        self._read_draft(producer)

    def _released(self, _hold: object) -> None:
        self.changed.emit()
        if self.holds.is_open:
            self.show_holds()
        self.tell(lambda: _("Released."))

    def _adjusted(self, entry: LedgerEntry) -> None:
        self.adjusting.close_over()
        self.changed.emit()
        self.tell(lambda: _("Written down: {amount}.").format(amount=format_baht(entry.amount)))

    def _reversed(self, _brief: object) -> None:
        self._goes_back = None
        self.reason.close_over()
        self.changed.emit()
        self.tell(lambda: _("The statement is taken back."))
