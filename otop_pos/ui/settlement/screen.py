"""Settlement: the month end, from the cut-off to the papers in the producers' hands."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.scan import read_scan
from otop_pos.domain.voucher import PaymentBatch, Voucher
from otop_pos.i18n import _
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.screen import Screen
from otop_pos.ui.settlement.act import Act
from otop_pos.ui.settlement.approving import Approving
from otop_pos.ui.settlement.cutoff import CutoffOverlay, offers, usual_cutoff
from otop_pos.ui.settlement.cutoff_box import CutoffBox
from otop_pos.ui.settlement.draft_page import DraftPage
from otop_pos.ui.settlement.issuing import Issuing
from otop_pos.ui.settlement.looking import Looking
from otop_pos.ui.settlement.month import Month
from otop_pos.ui.settlement.month_row import MonthRow
from otop_pos.ui.settlement.paper_page import PaperPage
from otop_pos.ui.settlement.paper_row import PaperRow, paper_rows
from otop_pos.ui.settlement.pay_page import PayPage
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.paying import Paying
from otop_pos.ui.settlement.printing import Printing
from otop_pos.ui.settlement.proving import payment_proofs, statement_proofs, voucher_proofs
from otop_pos.ui.settlement.reading import MonthReader
from otop_pos.ui.settlement.reason_overlay import ReasonOverlay
from otop_pos.ui.settlement.step_line import StepLine, StepName
from otop_pos.ui.settlement.steps import steps_of
from otop_pos.ui.settlement.voucher_overlay import VoucherOverlay
from otop_pos.ui.settlement.voucher_page import VoucherPage
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import Kind, MessageBar

Page = DraftPage | VoucherPage | PayPage | PaperPage


class SettlementScreen(Screen):
    """Four steps, each a page; where the month stands is read from the books whenever they changed."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._month: Month | None = None
        self._newest: date | None = None
        self._build()
        self._connect()
        self._connect_pages()

    def _build(self) -> None:
        self.steps = StepLine()
        self.cutoff = CutoffBox()
        self.drafts, self.vouchers, self.pay, self.papers = DraftPage(), VoucherPage(), PayPage(), PaperPage()
        self.pages = QStackedWidget()
        for page in (self.drafts, self.vouchers, self.pay, self.papers):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.steps, 1)
        head.addWidget(self.cutoff)
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(GUTTER), px(14), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.message_bar)
        column.addWidget(self.pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.reader = MonthReader(self, self._backend, self._desk)
        self.reason = ReasonOverlay(self, self.body)
        self.choosing = CutoffOverlay(self, self.body, lambda: self._desk.today)
        self.voucher = VoucherOverlay(self, self.body)
        self.issuing = Issuing(self, self.body, self._backend, self._desk)
        self.approving = Approving(self, self.body, self._backend, self._desk, self.reason)
        self.looking = Looking(self, self.body, self._backend, self._desk, self.reason)
        self.paying = Paying(self, self.body, self._backend, self._desk, self.reason)
        self.printing = Printing(self, self.body, self._backend, self._desk)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go)
        self.reader.came.connect(self._show)
        self.cutoff.clicked.connect(self._ask_cutoff)
        self.choosing.chosen.connect(self._take_cutoff)
        self.message_bar.installEventFilter(self)
        acts: tuple[Act, ...] = (self.issuing, self.approving, self.looking, self.paying, self.printing)
        for act in acts:
            act.changed.connect(self._read)
            act.told.connect(self._tell)
            act.refused.connect(self.refuse)
        self.issuing.issued.connect(self.reader.take_issued)
        self.voucher.print_wanted.connect(lambda voucher: self.printing.print_rows((PaperRow(voucher=voucher),)))
        self.voucher.reverse_wanted.connect(self._reverse_voucher)
        self.looking.print_wanted.connect(self.printing.print_statement)
        self.paying.paid.connect(self.printing.print_paid)
        self.paying.file_saved.connect(self._say_file)
        self._desk.announcements.day_changed.connect(self._somebody_came)

    def _connect_pages(self) -> None:
        drafts, vouchers, pay, papers = self.drafts, self.vouchers, self.pay, self.papers
        for page in (drafts, vouchers, pay, papers):
            page.moved_on.connect(self.message_bar.clear)
        for stepping in (drafts, vouchers, pay):
            stepping.step_wanted.connect(self.go)
        drafts.opened.connect(self._look)
        drafts.issue_wanted.connect(self._issue)
        drafts.choose_wanted.connect(self._choose)
        drafts.hold_wanted.connect(self._hold)
        drafts.adjust_wanted.connect(lambda row: self.looking.adjust(row.producer))
        drafts.holds_wanted.connect(self.looking.show_holds)
        vouchers.opened.connect(self._look_at_payment)
        vouchers.prepare_wanted.connect(self.issuing.prepare)
        vouchers.approve_wanted.connect(self.approving.approve)
        vouchers.other_way_wanted.connect(self.issuing.prepare_other_way)
        vouchers.cancel_wanted.connect(self.approving.cancel)
        pay.opened.connect(self._look_at_payment)
        pay.cash_wanted.connect(self.paying.pay_cash)
        pay.batch_wanted.connect(self.paying.make_file)
        pay.result_wanted.connect(self.paying.ask_result)
        pay.fail_wanted.connect(self.paying.fail)
        papers.opened.connect(self._look_at_paper)
        papers.print_wanted.connect(self.printing.print_rows)
        papers.reverse_wanted.connect(self._reverse)

    @property
    def help_topic(self) -> str:
        topics = ("settlement", "settle_vouchers", "settle_pay", "settle_papers")
        return topics[self.pages.currentIndex()]

    @property
    def page(self) -> Page:
        """The step in front."""
        return cast(Page, self.pages.currentWidget())

    def arrive(self) -> None:
        if self._month is None:
            self.steps.mark("drafts")
            self.reader.begin(self._usual)
        else:
            self._read()
        self.page.take_focus()

    def scan(self, code: str) -> bool:
        """A producer's card, or the number on a statement or a voucher: found on the step in front. Goods belong on
        the bill."""
        if "-" not in read_scan(code).code:
            return not self.body.isEnabled()
        if self.body.isEnabled():
            self.page.look_for(read_scan(code).code)
        return True

    def retranslate(self) -> None:
        if self._month is not None:
            self._read()

    def go(self, name: StepName) -> None:
        pages: dict[StepName, Page] = {
            "drafts": self.drafts,
            "vouchers": self.vouchers,
            "pay": self.pay,
            "papers": self.papers,
        }
        self.steps.mark(name)
        self.pages.setCurrentWidget(pages[name])
        self.message_bar.clear()
        self.page.table.select(0)
        self.page.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One word at a time: while the screen says something, the hint on the row gives its place to it."""
        if watched is self.message_bar and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            for page in (self.drafts, self.vouchers, self.pay, self.papers):
                page.hint.keep_quiet(not self.message_bar.isHidden())
        return super().eventFilter(watched, event)

    def _usual(self, _last_closed: date | None, newest: date | None) -> date:
        self._newest = newest
        return usual_cutoff(self._desk.today, newest)

    def _read(self) -> None:
        if self._month is not None:
            self.reader.read(self._month.cutoff)

    def _somebody_came(self) -> None:
        """Who is signed in decides what is offered, and who may approve."""
        if self._month is not None:
            self.drafts.show_month(self._desk)
            self.vouchers.show_month(self._desk)

    def _show(self, month: Month) -> None:
        before = self._month
        if before is not None and before.cutoff == month.cutoff:
            month = replace(month, chosen={**before.chosen, **month.chosen})
        self._month = month
        self.cutoff.show_day(month.cutoff)
        self.steps.show_steps(steps_of(month))
        self.drafts.show_rows(month.rows, statement_proofs(month))
        self.drafts.show_month(self._desk)
        self.vouchers.show_rows(month.payments, voucher_proofs(month))
        self.vouchers.show_month(self._desk)
        self.pay.show_rows(
            tuple(row for row in month.payments if row.state not in ("prepare", "prepared")), payment_proofs(month)
        )
        self.papers.show_rows(paper_rows(month))
        self.papers.show_month()

    def _ask_cutoff(self) -> None:
        if self._month is not None:
            today = self._desk.today
            self.choosing.ask(self._month.cutoff, offers(today, self.reader.last_closed, self._newest))

    def _take_cutoff(self, day: date) -> None:
        self.message_bar.clear()
        self.reader.read(day)
        self.drafts.take_focus()

    def _issue(self, rows: tuple[MonthRow, ...]) -> None:
        if self._month is not None:
            self.issuing.issue(rows, self._month.cutoff)

    def _choose(self, row: MonthRow) -> None:
        if self._month is not None:
            self._show(self._month.with_choice(row.producer.id, not row.is_in))

    def _hold(self, row: MonthRow) -> None:
        if self._month is not None:
            self.looking.hold(row.producer, self._month)

    def _look(self, row: MonthRow) -> None:
        if self._month is not None:
            self.looking.look(row, self._month)

    def _look_at_payment(self, row: PayRow) -> None:
        if row.voucher is not None:
            self.voucher.show_voucher(row.voucher)
        else:
            self.looking.show_statement(row.statement_no)

    def _look_at_paper(self, row: PaperRow) -> None:
        if row.voucher is not None:
            self.voucher.show_voucher(row.voucher)
        elif row.statement is not None:
            self.looking.show_statement(row.doc_no, is_reversed=row.statement.is_reversed)

    def _reverse(self, row: PaperRow) -> None:
        if row.voucher is not None:
            self.paying.reverse(row.voucher)
        elif row.statement is not None:
            self.looking.reverse(row.statement.doc_no)

    def _reverse_voucher(self, voucher: Voucher) -> None:
        self.voucher.close_over()
        self.paying.reverse(voucher)

    def _say_file(self, batch: PaymentBatch, file: Path) -> None:
        self.message_bar.say(
            lambda: _("The file for the bank is ready: {file}").format(file=file),
            "good",
            lambda: _("Other folder…"),
            lambda: self.paying.save_elsewhere(batch),
        )

    def _tell(self, text: Said, kind: Kind) -> None:
        """Where the eyes are: in what is looked at, else on the screen."""
        self._bar.say(text, kind)

    def refuse(self, refusal: Refusal) -> None:
        self._bar.refuse(refusal)

    @property
    def _bar(self) -> MessageBar:
        looked = next((each for each in (self.looking.overlay, self.voucher) if each.is_open), None)
        return looked.message if looked else self.message_bar
