"""X at any time, Z at the close and ever after: shown, printed, copied."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.report import DaySummary
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_report import TillReport
from otop_pos.i18n import _
from otop_pos.services.till_report import read_x, read_z, reprint_z
from otop_pos.ui.backend import Door
from otop_pos.ui.day.figures_overlay import FiguresOverlay
from otop_pos.ui.day.zs_overlay import ZsOverlay
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers, Printed


class Reports(QWidget):
    """Never shown itself: it leads between the two overlays, the books and the printer."""

    refused = Signal(object)
    printed = Signal(object)
    """The file of a Z that was printed at the close."""

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk, papers: Papers) -> None:
        super().__init__(host)
        self._backend = backend
        self._desk = desk
        self._papers = papers
        self.figures = FiguresOverlay(host, body, backend)
        self.zs = ZsOverlay(host, body, backend, desk)
        self.hide()
        self.figures.print_wanted.connect(self._print)
        self.figures.cancelled.connect(self._back_to_zs)
        self.zs.chosen.connect(self._look)
        self.zs.copy_wanted.connect(self._copy)
        self._came_from_zs = False

    def read_x(self, approval: Approval | None = None) -> None:
        self._came_from_zs = False
        self._backend.call(
            read_x,
            self._desk.till.code,
            **self._desk.by(),
            approval=approval,
            done=self.figures.show_report,
            refused=self._desk.approvals.or_refuse(self.read_x, self.refused.emit),
            owner=self,
        )

    def show_day(self, summary: DaySummary, key: str) -> None:
        self._came_from_zs = False
        self.figures.show_day(summary, key)

    def list_zs(self) -> None:
        self.zs.ask()

    def print_z(self, session: TillSession) -> None:
        """The original, once, at the close."""
        self._backend.work(
            read_z, session.till_code, session.z_no, done=self._send_z, refused=self.refused.emit, owner=self
        )

    def _send_z(self, report: TillReport) -> None:
        self._backend.send(
            self._papers.till_report,
            report,
            "th",
            done=lambda paper: self.printed.emit(paper.file),
            refused=self.refused.emit,
            owner=self,
        )

    def _look(self, session: TillSession) -> None:
        self.zs.close_over()
        self._came_from_zs = True
        self._backend.work(
            read_z,
            session.till_code,
            session.z_no,
            done=self.figures.show_report,
            refused=self.refused.emit,
            owner=self,
        )

    def _back_to_zs(self) -> None:
        if self._came_from_zs:
            self._came_from_zs = False
            self.zs.ask()

    def _print(self, report: TillReport) -> None:
        """An X as it stands on screen; of a Z a numbered copy, as the original was printed at the close."""
        self.figures.print.setEnabled(False)
        if report.kind == "Z":
            self._copy(report.session)
        else:
            self._put_out(report)

    def _copy(self, session: TillSession, approval: Approval | None = None) -> None:
        self._backend.call(
            reprint_z,
            session.till_code,
            session.z_no,
            **self._desk.by(),
            approval=approval,
            done=self._put_out,
            refused=self._desk.approvals.or_refuse(lambda given: self._copy(session, given), self._refuse),
            owner=self,
        )

    def _put_out(self, report: TillReport) -> None:
        self._backend.send(
            self._papers.till_report, report, "th", done=self._say_printed, refused=self._refuse, owner=self
        )

    def _say_printed(self, paper: Printed) -> None:
        over = self.figures if self.figures.is_open else self.zs
        over.say(lambda: _("Printed: {file}").format(file=paper.file.name))

    def _refuse(self, refusal: Refusal) -> None:
        if self.figures.is_open:
            self.figures.refuse(refusal)
        elif self.zs.is_open:
            self.zs.refuse(refusal)
        else:
            self.refused.emit(refusal)
