"""The end of a count: what differs, what it means for the makers and for the centre, and the posting."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.count import Count, CountLine
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.stock.count_columns import review_columns
from otop_pos.ui.stock.count_sums import credit_of, sum_up
from otop_pos.ui.stock.roomy import scrolled
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments


class CountReview(QWidget):
    """`recount_wanted(CountLine)`, `none_wanted(lines that are not there at all)`, `post_wanted`, `left`."""

    recount_wanted = Signal(object)
    none_wanted = Signal(object)
    post_wanted = Signal()
    print_wanted = Signal()
    cancel_wanted = Signal()
    left = Signal()

    def __init__(self, policies: Mapping[int, Bearer]) -> None:
        super().__init__()
        self._policies = policies
        self._count: Count | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.lists = Segments(
            [
                ("differs", lambda: _("Differs · {count}").format(count=len(self._of("differs")))),
                ("open", lambda: _("Not counted · {count}").format(count=len(self._of("open")))),
                ("all", lambda: _("All")),
            ]
        )
        self.lists.choose("differs")
        self.empty = EmptyState("check-circle", "", "")
        self.table: RowsTable[CountLine] = RowsTable(
            review_columns(lambda line: credit_of(line, self._policies)), 60, self.empty
        )
        self.title = Paragraph("", "heading", most_lines=2)
        self.number = Label("", "secondary", "ink2", elides=True)
        self.facts = FactList(ruled=True, row_height=36)
        self.note = Paragraph("", "secondary", "ink2")
        self.recount = KeyButton(lambda: _("Count again"), act="total")
        self.none = KeyButton(lambda: _("None there"), act="none", tone="danger")
        self.print = KeyButton(lambda: _("Count sheet"), act="reprint", icon="printer")
        self.cancel = KeyButton(lambda: _("Give the count up"), tone="danger")
        self.leave = KeyButton(lambda: _("Count on"), "Esc")
        self.post = KeyButton(lambda: _("Post the count"), act="finish", tone="primary")
        self.post.use_role("name")
        self._lay_out()

    def _lay_out(self) -> None:
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.none)
        row.addWidget(self.recount)
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(self.lists)
        left.addWidget(frame, 1)
        left.addLayout(row)
        card = Card(padding=20, spacing=6)
        inner = QWidget()
        sums = QVBoxLayout(inner)
        sums.setContentsMargins(0, 0, px(4), 0)
        sums.setSpacing(px(6))
        sums.addWidget(self.facts)
        sums.addWidget(self.note)
        sums.addStretch(1)
        for widget in (self.title, self.number):
            card.column.addWidget(widget)
        card.column.addWidget(scrolled(inner), 1)
        card.column.addWidget(self.print)
        card.column.addWidget(self.cancel)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(10))
        right.addWidget(card, 1)
        right.addWidget(self.post)
        self.side = QWidget()
        self.side.setLayout(right)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(16))
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _connect(self) -> None:
        self.lists.changed.connect(lambda _list: self._show_lines())
        self.table.moved.connect(self._enable)
        self.table.chosen.connect(self.recount_wanted)
        self.recount.clicked.connect(self._recount)
        self.none.clicked.connect(self._none)
        self.print.clicked.connect(self.print_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.post.clicked.connect(self.post_wanted)
        self.leave.clicked.connect(self.left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(min(px(380), round(self.width() * 0.36)))

    def begin(self, count: Count) -> None:
        self.lists.choose("differs")
        self.show_count(count)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self, count: Count) -> None:
        self._count = count
        for button in self.lists.buttons.values():
            button.say(button._said)
        self.title.say(count.name)
        self.number.say(count.doc_no)
        self.show_sums()
        self._show_lines()

    def show_sums(self) -> None:
        """Again, when an agreement was read."""
        lines = self._count.lines if self._count else ()
        sums = sum_up(lines, self._policies)
        credited = format_baht(sums.credited) if sums.is_known else "…"
        borne = format_baht(sums.borne) if sums.is_known else "…"
        self.facts.show_rows(
            (
                FactRow(lambda: _("Missing, units"), format_quantity(sums.short), "danger" if sums.short else "ink"),
                FactRow(lambda: _("at selling price"), format_baht(sums.short_value)),
                FactRow(lambda: _("Centre credits makers"), credited, "good" if sums.credited else "ink", strong=True),
                FactRow(lambda: _("Makers bear themselves"), borne, "warn" if sums.borne else "ink", strong=True),
                FactRow(lambda: _("Too many, units"), format_quantity(sums.over), "warn" if sums.over else "ink"),
                FactRow(lambda: _("at selling price"), format_baht(sums.over_value)),
            )
        )
        self.note.say(self._note)
        self.table.viewport().update()

    def wait(self, is_waiting: bool) -> None:
        for button in (self.post, self.recount, self.none, self.cancel):
            button.setEnabled(not is_waiting)
        if not is_waiting:
            self._enable()

    def _note(self) -> str:
        left = self._count.left if self._count else 0
        if not left:
            return _("Every lot was counted.")
        return _("{count} lots were not counted: they stay as they are, unless you say that none is there.").format(
            count=left
        )

    def _of(self, which: str) -> Sequence[CountLine]:
        lines = self._count.lines if self._count else ()
        if which == "differs":
            return [line for line in lines if line.difference]
        return [line for line in lines if line.counted is None] if which == "open" else lines

    def _show_lines(self) -> None:
        which = self.lists.choice()
        if which == "differs":
            self.empty.say(lambda: _("Nothing differs"), lambda: _("Post the count: the books and the shelf agree."))
        else:
            self.empty.say(lambda: _("Every lot was counted"))
        self.table.show_rows(self._of(which))
        self._enable()

    def _enable(self) -> None:
        line = self.table.selected()
        self.recount.setEnabled(line is not None)
        self.none.setEnabled(line is not None and line.counted != 0)
        is_open = self.lists.choice() == "open"
        self.none.say(lambda: _("None of these there") if is_open else _("None there"))

    def _recount(self) -> None:
        line = self.table.selected()
        if line is not None:
            self.recount_wanted.emit(line)

    def _none(self) -> None:
        """Of what was not counted all at once: a shelf that was gone through holds no more."""
        line = self.table.selected()
        if line is not None:
            all_open = self.lists.choice() == "open"
            self.none_wanted.emit(tuple(self.table.rows_model.rows) if all_open else (line,))
