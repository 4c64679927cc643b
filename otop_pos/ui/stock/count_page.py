"""Counting from its beginning to its posting: each step is one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.count import Count, CountLine, CountState
from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Right
from otop_pos.domain.stock_note import StockNote
from otop_pos.i18n import _
from otop_pos.services.stock.counting import cancel_count, list_counts, post_count, read_count, start_count
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.count_review import CountReview
from otop_pos.ui.stock.count_scan import CountScan
from otop_pos.ui.stock.count_start import CountStart, CountWish
from otop_pos.ui.stock.counting import Counting
from otop_pos.ui.stock.policies import Policies
from otop_pos.ui.stock.total_prompt import TotalPrompt
from otop_pos.ui.widgets.message_bar import MessageBar

MOST_COUNTS = 20
LOOK_AGAIN_MS = 6000
"""What somebody else counts meanwhile is shown this late."""


class CountPage(QWidget):
    """`posted(notes)` when a count is in the books; `sheet_wanted(Count)`."""

    posted = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, backend: Door, desk: Desk, messages: MessageBar, total: TotalPrompt) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._messages = messages
        self._total = total
        self._policies = Policies(self, backend)
        self._work = Counting(self, backend, desk)
        self.start = CountStart(backend)
        self.scanning = CountScan()
        self.review = CountReview(self._policies.known)
        self.stack = QStackedWidget()
        for page in (self.start, self.scanning, self.review):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._connect()

    def _connect(self) -> None:
        start, scanning, review, work = self.start, self.scanning, self.review, self._work
        start.begin_wanted.connect(self._begin)
        start.go_on_wanted.connect(self._open)
        start.print_wanted.connect(self.sheet_wanted)
        scanning.entered.connect(work.read)
        scanning.undo_wanted.connect(work.take_back)
        scanning.total_wanted.connect(self._total.ask)
        scanning.ended.connect(self._end)
        scanning.left.connect(self._leave)
        scanning.print_wanted.connect(self._print_sheet)
        work.counted.connect(self._counted)
        work.taken_back.connect(self._taken_back)
        work.refused.connect(self._refused)
        work.total_wanted.connect(self._total.ask)
        self._total.answered.connect(work.set_total)
        review.recount_wanted.connect(self._total.ask)
        review.none_wanted.connect(self._none_there)
        review.post_wanted.connect(self._post)
        review.print_wanted.connect(self._print_sheet)
        review.cancel_wanted.connect(self._ask_give_up)
        review.left.connect(self._go_on)
        self._policies.read.connect(review.show_sums)
        self._timer.timeout.connect(self._look_again)
        self._backend.crashed.connect(lambda _bug: self._wait(False))

    @property
    def is_counting(self) -> bool:
        return self.stack.currentWidget() is self.scanning

    def arrive(self) -> None:
        page = self.stack.currentWidget()
        if page is self.scanning:
            self._look_again()
            self.scanning.take_focus()
        elif page is self.start:
            self.read()
            self.start.take_focus()
        else:
            self.review.table.setFocus()

    def read(self) -> None:
        self._backend.call(list_counts, MOST_COUNTS, done=self._show_counts, owner=self)

    def take_scan(self, code: str) -> None:
        """A multiplier that waits in the box goes with the scan."""
        before = self.scanning.code_box.text()
        self.scanning.code_box.clear()
        self._work.read(f"{before}{code}" if before.endswith("*") else code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.review:
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and self.is_counting:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_counts(self, counts: Sequence[Count]) -> None:
        self.start.show_counts(counts)
        if self.stack.currentWidget() is self.start and self.isVisible():
            self.start.take_focus()

    def _begin(self, wish: CountWish) -> None:
        self.start.wait(True)
        self._backend.call(
            start_count,
            wish.name,
            wish.producer_id,
            wish.category,
            **self._desk.here(),
            done=self._begun,
            refused=self._refused,
            owner=self,
        )

    def _begun(self, count: Count) -> None:
        self.start.wait(False)
        self._messages.clear()
        self._open(count)

    def _open(self, count: Count) -> None:
        self._work.take(count)
        self.stack.setCurrentWidget(self.scanning)
        self.scanning.begin(count)
        self._timer.start()
        self._look_again()

    def _look_again(self) -> None:
        count = self._work.count
        if count is not None and self.isVisible():
            self._backend.work(read_count, count.id, done=self._read_again, owner=self)

    def _read_again(self, count: Count) -> None:
        if self._work.count is None or self._work.count.id != count.id:
            return
        if count.state is not CountState.OPEN:
            self._close()
            self._messages.say(lambda: _("{number} was ended at another till").format(number=count.doc_no), "info")
            return
        self._work.take(count)
        self._show(count)

    def _show(self, count: Count) -> None:
        if self.stack.currentWidget() is self.review:
            self._policies.want([line.lot_id for line in count.lines if (line.difference or 0) < 0])
            self.review.show_count(count)
        else:
            self.scanning.show_count(count)

    def _counted(self, line: CountLine) -> None:
        self._messages.clear()
        self._tell(line)

    def _taken_back(self, line: CountLine) -> None:
        self._messages.say(lambda: _("The last scan is taken back"), "info")
        self._tell(line)

    def _tell(self, line: CountLine) -> None:
        self.scanning.show_last(line)
        self.scanning.undo.setEnabled(self._work.can_take_back)
        if self._work.count is not None:
            self._show(self._work.count)

    def _refused(self, refusal: Refusal) -> None:
        self._wait(False)
        self._messages.refuse(refusal)

    def _end(self) -> None:
        """Who may write nothing off counts blind to the end: the differences are somebody else's."""
        if not self._desk.may(Right.WRITE_OFF):
            self._messages.say(
                lambda: _("Every scan is saved. A stock clerk or manager looks at the differences and posts them."),
                "good",
            )
            return
        if self._work.count is not None:
            self._messages.clear()
            self.stack.setCurrentWidget(self.review)
            self.review.begin(self._work.count)
            self._look_again()

    def _go_on(self) -> None:
        if self._work.count is not None:
            self.stack.setCurrentWidget(self.scanning)
            self.scanning.show_count(self._work.count)
            self.scanning.take_focus()

    def _leave(self) -> None:
        """It stays open, to be taken up again here or elsewhere."""
        self._close()
        self._messages.say(lambda: _("Every scan is saved. The count can be taken up again at any time."), "info")

    def _close(self) -> None:
        self._timer.stop()
        self._work.take(None)
        self._wait(False)
        self.stack.setCurrentWidget(self.start)
        self.read()

    def _none_there(self, lines: Sequence[CountLine]) -> None:
        for line in lines:
            self._work.set_total(line, 0)

    def _post(self, approval: Approval | None = None) -> None:
        if self._work.count is None or (approval is None and not self.review.post.isEnabled()):
            return
        self._wait(True)
        self._backend.call(
            post_count,
            self._work.count.id,
            **self._desk.here(),
            approval=approval,
            done=self._posted,
            refused=self._post_refused,
            owner=self,
        )

    def _post_refused(self, refusal: Refusal) -> None:
        self._wait(False)
        self._desk.approvals.or_refuse(self._post, self._refused)(refusal)

    def _posted(self, notes: Sequence[StockNote]) -> None:
        count = self._work.count
        self._close()
        numbers = ", ".join(note.doc_no for note in notes) or "–"
        self._messages.say(
            lambda: _("{count} is posted. Notes: {numbers}").format(
                count=count.doc_no if count else "", numbers=numbers
            ),
            "good",
        )
        self.posted.emit(tuple(notes))

    def _print_sheet(self) -> None:
        if self._work.count is not None:
            self.sheet_wanted.emit(self._work.count)

    def _ask_give_up(self) -> None:
        self._messages.say(
            lambda: _("Nothing that was counted here will be kept."),
            "warn",
            lambda: _("Give the count up"),
            self._give_up,
        )

    def _give_up(self) -> None:
        if self._work.count is not None:
            self._wait(True)
            self._backend.call(
                cancel_count,
                self._work.count.id,
                **self._desk.here(),
                done=lambda _count: self._close(),
                refused=self._refused,
                owner=self,
            )

    def _wait(self, is_waiting: bool) -> None:
        self.start.wait(is_waiting)
        self.review.wait(is_waiting)
