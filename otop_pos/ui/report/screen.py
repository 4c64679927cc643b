"""Reports: chosen at the left, read at the right, printed and taken along as a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.domain.errors import Refusal, Stopped
from otop_pos.domain.listing import Listing
from otop_pos.domain.listing_text import period_text
from otop_pos.domain.period import Period
from otop_pos.i18n import _, current_language
from otop_pos.services.printing import Paper
from otop_pos.services.report.exporting import print_listing, save_listing_xlsx
from otop_pos.services.report.registry import REPORTS
from otop_pos.services.report.running import Stop, read_listing
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.report.chart import ChartCard
from otop_pos.ui.report.listing_table import ListingView
from otop_pos.ui.report.period_row import PeriodRow
from otop_pos.ui.report.report_list import ReportList
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import GUTTER, is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.working import Working


@dataclass(frozen=True, slots=True)
class _Question:
    """A report that was asked for; `stop` breaks it off."""

    key: str
    period: Period
    at: datetime
    stop: Stop


class ReportScreen(Screen):
    """What is shown was read at one moment; it is read afresh when the screen is chosen, or by its key."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._question: _Question | None = None
        self._listing: Listing | None = None
        self._read_at: datetime | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.reports = ReportList()
        self.title = Label("", "heading", elides=True)
        self.when = Label("", "secondary", "ink2", elides=True)
        self.again = KeyButton(lambda: _("Read again"), act="report_again", icon="arrow-clockwise")
        self.print = KeyButton(lambda: _("PDF and print"), act="report_print", icon="printer")
        self.save = KeyButton(lambda: _("Save as XLSX"), act="report_save", icon="file-arrow-down")
        self.period = PeriodRow()
        self.working = Working()
        self.chart = ChartCard()
        self.view: ListingView | None = None
        self.table_card = Card()
        self.table_card.column.setContentsMargins(1, 1, 1, 1)
        self.notes = Paragraph("", "secondary", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addWidget(self._list_card())
        row.addLayout(self._right(), 1)

    def _list_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addWidget(self.reports)
        card.setFixedWidth(px(260))
        return card

    def _right(self) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.when)
        keys = QHBoxLayout()
        keys.setSpacing(px(8))
        for button in (self.again, self.print, self.save):
            keys.addWidget(button)
        # Large type: the name of the report needs the whole width.
        head = QVBoxLayout() if is_large() else QHBoxLayout()
        head.setSpacing(px(8))
        head.addLayout(names, 1)
        head.addLayout(keys)
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addLayout(head)
        for widget in (self.period, self.message_bar, self.working, self.chart):
            right.addWidget(widget)
        right.addWidget(self.table_card, 1)
        right.addWidget(self.notes)
        return right

    def _connect(self) -> None:
        self.reports.chosen_key.connect(lambda _key: self._ask())
        self.reports.chosen.connect(lambda _entry: self._go_into())
        self.period.changed.connect(self._ask)
        self.working.given_up.connect(self._give_up)
        for button, act in ((self.again, self._ask), (self.print, self._print), (self.save, self._save)):
            button.clicked.connect(act)

    @property
    def help_topic(self) -> str:
        return "report"

    def arrive(self) -> None:
        self.message_bar.clear()
        self._ask()
        self.reports.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        if self._listing is not None:
            self._show(self._listing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.working.is_on:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def choose(self, key: str) -> None:
        """As a touch on the report does it."""
        self.reports.choose(key)

    def _go_into(self) -> None:
        """Enter: from the list into the table."""
        if self.view is not None:
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if not self.isVisible():
            return
        period = self.period.period(self._desk.today)
        if period is None:
            self.message_bar.say(lambda: _("Type the first and the last day"), "warn")
            return
        self._break_off()
        if self.period.usual.choice() != "own":
            self.period.begin_with(period)
        self.message_bar.clear()
        question = _Question(self.reports.key(), period, self._desk.now(), Stop())
        self._question = question
        self._allow(False)
        self.working.begin(lambda: _("Adding up…"))
        self._backend.work(
            read_listing,
            question.key,
            period,
            self._desk.business_date,
            question.stop,
            done=partial(self._came, question),
            refused=partial(self._refused, question),
            owner=self,
        )

    def _came(self, question: _Question, listing: Listing) -> None:
        if question is self._question:
            self._question, self._read_at = None, question.at
            self.working.end()
            self._listing = listing
            self._show(listing)

    def _refused(self, question: _Question, refusal: Refusal) -> None:
        if question is self._question or not isinstance(refusal, Stopped):
            self._question = None
            self.working.end()
            self._allow(self._listing is not None)
            self.refuse(refusal)

    def _break_off(self) -> None:
        """Whoever asks anew does not wait for the answer before."""
        if self._question is not None:
            self._question.stop.stop()
            self._question = None

    def _give_up(self) -> None:
        self._break_off()
        self.working.end()
        self._allow(self._listing is not None)
        self.refuse(Stopped())

    def _show(self, listing: Listing) -> None:
        language = current_language()
        self.title.say(listing.title.said(language))
        self.when.say(self._when)
        self.chart.show_listing(listing)
        had_focus = False
        if self.view is not None:
            had_focus = self.view.table.hasFocus()
            self.table_card.column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = ListingView(listing, self._empty(listing))
        self.table_card.column.addWidget(self.view)
        if had_focus:
            self._go_into()
        self.notes.say(" ".join(note.said(language) for note in listing.notes))
        self.notes.setVisible(bool(listing.notes))
        self._allow(True)

    def _when(self) -> str:
        listing = self._listing
        if listing is None:
            return ""
        rows = _("{count} rows").format(count=f"{len(listing.rows):,}")
        return f"{period_text(listing, current_language())} · {rows}"

    def _empty(self, listing: Listing) -> EmptyState:
        is_of_day = REPORTS[listing.key].is_of_day
        return EmptyState(
            "chart-bar",
            lambda: _("Nothing to report"),
            lambda: _("There is nothing of this kind on this day") if is_of_day else _("Choose a longer time above"),
        )

    def _allow(self, is_there: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(is_there)

    def _as_shown(self) -> Listing | None:
        """In the order of the screen."""
        if self._listing is None or self.view is None:
            return None
        return replace(self._listing, rows=self.view.table.shown)

    def _print(self) -> None:
        paper = Paper(self._desk.settings.papers, self._desk.settings.printer)
        self._put_out(print_listing, paper)

    def _save(self) -> None:
        self._put_out(save_listing_xlsx, self._desk.settings.papers)

    def _put_out(self, job: Callable[..., Path], place: Paper | Path) -> None:
        listing = self._as_shown()
        if listing is None or self._read_at is None:
            return
        self._allow(False)
        self.working.begin(lambda: _("Writing…"))
        self._backend.send(
            job,
            listing,
            self._desk.shop,
            place,
            self._read_at,
            current_language(),
            done=self._put,
            refused=self._not_put,
            owner=self,
        )

    def _put(self, file: Path) -> None:
        self._allow(True)
        self.working.end()
        self.message_bar.say(
            lambda: _("Saved: {file}").format(file=file),
            "good",
            lambda: _("Open the file"),
            partial(_open, file),
        )

    def _not_put(self, refusal: Refusal) -> None:
        self._allow(True)
        self.working.end()
        self.refuse(refusal)


def _open(file: Path) -> None:
    """With the program of this machine."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
