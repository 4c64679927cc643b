"""Day: open with a counted float, money in and out, close by a blind count, send to head office."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.cash_movement import CashMovement
from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary
from otop_pos.domain.right import Grant, Right
from otop_pos.domain.till import TillSession
from otop_pos.i18n import _
from otop_pos.services.nightly import SentDay, send_day
from otop_pos.services.report import list_days, summarise_day
from otop_pos.services.till import hand_over, open_till
from otop_pos.ui.backend import Door
from otop_pos.ui.day.action_bar import ActionBar
from otop_pos.ui.day.closing import Closing
from otop_pos.ui.day.count_panel import CountPanel
from otop_pos.ui.day.day_view import DayView, state_of
from otop_pos.ui.day.hand_over import Handing, HandOverOverlay
from otop_pos.ui.day.move_overlay import MoveOverlay
from otop_pos.ui.day.reports import Reports
from otop_pos.ui.day.result_panel import ResultPanel
from otop_pos.ui.day.words import MOVES
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers, Printed
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.wording import date_text


class DayScreen(Screen):
    """Left what is done by hand now, right the day it concerns. The one button does the next step."""

    opened = Signal(object)
    """A TillSession: selling can begin."""
    drawer_wanted = Signal()
    """The drawer is to be opened without a sale."""
    lock_wanted = Signal()
    """Somebody else signs in to take the drawer over."""

    def __init__(self, backend: Door, desk: Desk, papers: Papers) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._papers = papers
        self._days: tuple[date, ...] = ()
        self._newest: DaySummary | None = None
        self._shown: DaySummary | None = None
        self._opens_again = False
        self._handing: Handing | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.count = CountPanel()
        self.result = ResultPanel()
        self.again = KeyButton(lambda: _("Open the till again"), act="open_again")
        self.result.column.addWidget(self.again)
        self.left = QStackedWidget()
        self.left.addWidget(self.count)
        self.left.addWidget(self.result)
        self.view = DayView()
        self.acts = ActionBar()
        self.next = KeyButton("", act="finish", tone="primary")
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self.message_bar)
        right.addWidget(self.view, 1)
        right.addWidget(self.acts)
        right.addWidget(self.next)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addWidget(self.left, 440)
        row.addLayout(right, 786)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.moving = MoveOverlay(self, self.body, self._backend, self._desk)
        self.handing = HandOverOverlay(self, self.body)
        self.closing = Closing(self, self.body, self._backend, self._desk)
        self.reports = Reports(self, self.body, self._backend, self._desk, self._papers)

    def _connect(self) -> None:
        self.next.clicked.connect(self._next_step)
        self.again.clicked.connect(self._open_again)
        self.view.earlier.connect(lambda: self._step(1))
        self.view.later.connect(lambda: self._step(-1))
        self.view.print_wanted.connect(self._print)
        self.view.send_wanted.connect(self._send)
        self.view.figures_wanted.connect(self._show_figures)
        self._backend.crashed.connect(self._enable)
        self._connect_actions()

    def _connect_actions(self) -> None:
        self.acts.move_wanted.connect(self.moving.ask)
        self.acts.drawer_wanted.connect(self.drawer_wanted)
        self.acts.x_wanted.connect(self.reports.read_x)
        self.acts.hand_over_wanted.connect(self._ask_hand_over)
        self.acts.zs_wanted.connect(self.reports.list_zs)
        self.view.proofs.zs_wanted.connect(self.reports.list_zs)
        self.moving.moved.connect(self._moved)
        self.handing.wanted.connect(self._allow_hand_over)
        self.closing.closed.connect(self._closed)
        self.closing.refused.connect(self.refuse)
        self.closing.cancelled.connect(self._count_again)
        self.reports.refused.connect(self.refuse)
        self.reports.printed.connect(self._say_z_printed)
        self._desk.announcements.day_changed.connect(self._somebody_came)

    @property
    def help_topic(self) -> str:
        return "day"

    def arrive(self) -> None:
        self._opens_again = False
        self._read()
        self.count.take_focus()

    def retranslate(self) -> None:
        if self._shown is not None:
            self._show_day(self._shown)

    def refuse(self, refusal: Refusal) -> None:
        self._enable()
        super().refuse(refusal)

    def _enable(self) -> None:
        for button in (self.next, self.view.send, self.view.print):
            button.setEnabled(True)

    def _read(self) -> None:
        """The newest day, then what can be done about it."""
        self._backend.work(list_days, done=self._take_days, owner=self)

    def _take_days(self, days: tuple[date, ...]) -> None:
        self._days = days
        if days:
            self._backend.work(summarise_day, days[0], done=self._take_newest, owner=self)
        else:
            self._show_left()
            self.view.show_nothing()
            self.view.allow_steps(False, False)

    def _take_newest(self, summary: DaySummary) -> None:
        self._newest = summary
        self._show_left()
        self._show_day(summary)

    def _step(self, by: int) -> None:
        if self._shown is None:
            return
        number = self._days.index(self._shown.business_date) + by
        if 0 <= number < len(self._days):
            self._backend.work(summarise_day, self._days[number], done=self._show_day, owner=self)

    def _show_day(self, summary: DaySummary) -> None:
        self._shown = summary
        # A cashier counts without knowing what should come out; the manager answers for the figures.
        if state_of(summary) == "open" and not self._sees_figures:
            self.view.hide_figures(summary)
        else:
            self.view.show_summary(summary)
        number = self._days.index(summary.business_date) if summary.business_date in self._days else 0
        self.view.allow_steps(number + 1 < len(self._days), number > 0)

    @property
    def _sees_figures(self) -> bool:
        return self._desk.matrix.grant(self._desk.user.role, Right.READ_X) is Grant.ALLOWED

    def _show_left(self) -> None:
        """The next step: count and close, send what is closed, or count and open."""
        closed = self._unsent_session()
        self.acts.show_for(self._desk)
        self.acts.setVisible(self._desk.session is not None)
        self.view.proofs.zs.setVisible(self._desk.session is None)
        self.next.setEnabled(True)
        if self._desk.session is not None:
            self._show_count(
                "close",
                lambda: _("Close the day · count the drawer"),
                lambda: _("Count first. What should be there is shown after you confirm."),
            )
            self.next.say(lambda: _("Confirm the count"))
        elif closed is not None and self._newest is not None and not self._opens_again:
            self.result.show_session(closed, self._newest)
            self.left.setCurrentWidget(self.result)
            self.next.say(lambda: _("Send to head office"))
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_count(
                "open",
                lambda: _("Open the till · count the float"),
                lambda: _("The notes and coins in the drawer before the first customer."),
            )
            self.next.say(lambda: _("Open the till"))

    def _show_count(self, purpose: str, title: Said, hint: Said) -> None:
        self.count.begin(purpose, title, hint)
        self.left.setCurrentWidget(self.count)
        if self.isVisible() and not self.count.isAncestorOf(self.focusWidget()):
            self.count.take_focus()

    def _unsent_session(self) -> TillSession | None:
        """This till's last closed session, while its day waits to be sent."""
        if self._newest is None or state_of(self._newest) != "closed":
            return None
        mine = [each for each in self._newest.sessions if each.till_code == self._desk.till.code]
        return mine[-1] if mine else None

    def _open_again(self) -> None:
        self._opens_again = True
        self._show_left()
        self.count.take_focus()

    def _next_step(self) -> None:
        if self.left.currentWidget() is self.result:
            self._send()
            return
        try:
            pieces = self.count.pieces()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.next.setEnabled(False)
        if self._desk.session is not None:
            self.closing.close_till(pieces)
        else:
            self._backend.call(
                open_till, self._desk.till.code, pieces, **self._desk.by(), done=self._opened, owner=self
            )

    def _opened(self, session: TillSession) -> None:
        self.count.empty()
        self.message_bar.clear()
        self._desk.take_session(session)
        self.next.setEnabled(True)
        self.opened.emit(session)

    def _closed(self, session: TillSession) -> None:
        self.count.empty()
        self.message_bar.clear()
        self._opens_again = False
        self._desk.take_session(None)
        self._read()
        self.reports.print_z(session)

    def _count_again(self) -> None:
        self.next.setEnabled(True)
        self.count.take_focus()

    def _say_z_printed(self, file: Path) -> None:
        self.message_bar.say(lambda: _("The Z is printed: {file}").format(file=file.name), "good")

    def _moved(self, movement: CashMovement) -> None:
        """In the books; now the drawer may open."""
        text = f"{MOVES[movement.kind]()} {format_baht(movement.amount)} · {movement.reason}"
        self.message_bar.say(text, "good")
        self._backend.send(self._papers.open_drawer, owner=self)
        self._read()

    def _show_figures(self, key: str) -> None:
        if self._shown is not None:
            self.reports.show_day(self._shown, key)

    def _ask_hand_over(self) -> None:
        try:
            self.handing.ask(self.count.pieces())
        except Refusal as refusal:
            self.refuse(refusal)

    def _allow_hand_over(self, pieces: dict[int, int]) -> None:
        """Who must ask a second person asks before the taker signs in: afterwards somebody else stands here."""
        if self._desk.matrix.grant(self._desk.user.role, Right.HAND_OVER) is Grant.APPROVAL:
            self._desk.approvals.ask(Ask(Right.HAND_OVER), lambda approval: self._wait_for_taker(pieces, approval))
        else:
            self._wait_for_taker(pieces)

    def _wait_for_taker(self, pieces: dict[int, int], approval: Approval | None = None) -> None:
        self._handing = Handing(self._desk.user, pieces, approval)
        self.lock_wanted.emit()

    def _somebody_came(self) -> None:
        """Who signed in takes the drawer that was being handed over; the giver coming back keeps it."""
        handing, self._handing = self._handing, None
        if handing is None or handing.giver.id == self._desk.user.id:
            return
        self._backend.call(
            hand_over,
            self._desk.till.code,
            self._desk.user,
            handing.pieces,
            user=handing.giver,
            at=self._desk.now(),
            approval=handing.approval,
            done=lambda _number: self._say_handed(handing),
            owner=self,
        )

    def _say_handed(self, handing: Handing) -> None:
        self.count.empty()
        taker = self._desk.user.name
        self.message_bar.say(
            lambda: _("The drawer went from {giver} to {taker}").format(giver=handing.giver.name, taker=taker), "good"
        )

    def _send(self) -> None:
        """The oldest day that head office has not got yet."""
        self.next.setEnabled(False)
        self.view.send.setEnabled(False)
        self.message_bar.say(lambda: _("Writing the files for head office…"))
        self._backend.batch(send_day, self._desk.settings.outbox, done=self._sent, owner=self)

    def _sent(self, sent: SentDay) -> None:
        self.view.send.setEnabled(True)
        self._opens_again = False
        self.message_bar.say(
            lambda: _("Sent: {day} · batch {number} · {folder}").format(
                day=date_text(sent.business_date), number=sent.batch_no, folder=sent.folder
            ),
            "good",
        )
        self._desk.announcements.day_changed.emit()
        self._read()

    def _print(self) -> None:
        if self._shown is not None:
            self.view.print.setEnabled(False)
            self._backend.send(self._papers.summary, self._shown, done=self._printed, owner=self)

    def _printed(self, paper: Printed) -> None:
        self.view.print.setEnabled(True)
        self.message_bar.say(lambda: _("Summary saved: {file}").format(file=paper.file), "good")
