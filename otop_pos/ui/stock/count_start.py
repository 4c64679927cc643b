"""A count begins: what is counted; or one goes on that was begun, here or at another till."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.count import Count, CountState
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.producer import find_producers
from otop_pos.ui.backend import Door
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.search_list import SearchList
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import category_name, place_name, producer_name, short_date_text, time_text


@dataclass(frozen=True, slots=True)
class CountWish:
    """What is to be counted; 0 and None: the whole shelf."""

    name: str
    producer_id: int = 0
    category: Category | None = None


class CountStart(QWidget):
    """`begin_wanted(CountWish)`, `go_on_wanted(Count)`, `print_wanted(Count)`."""

    begin_wanted = Signal(object)
    go_on_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, backend: Door) -> None:
        super().__init__()
        self._backend = backend
        self._build()
        self._connect()
        self._choose("shelf")

    def _build(self) -> None:
        self.reach = Segments(
            [
                ("shelf", lambda: _("Whole shelf")),
                ("producer", lambda: _("A maker")),
                ("category", lambda: _("A category")),
            ]
        )
        self.reach.choose("shelf")
        self.search = PlainEdit(lambda: _("Name, village or code of the maker"))
        self.makers: SearchList[Producer] = SearchList(
            (
                Column(
                    lambda: _("Maker"),
                    producer_name,
                    role="strong",
                    second=lambda maker: f"{maker.code} · {place_name(maker.place)}",
                ),
            ),
            lambda text, done: self._backend.call(find_producers, text, done=done, owner=self),
            lambda: _("No maker found"),
        )
        self.categories = Segments([(each.value, partial(category_name, each)) for each in Category], columns=1)
        self.categories.choose(Category.FOOD.value)
        self.hint = Paragraph(
            lambda: _(
                "Selling goes on meanwhile, and two people may count at once. Nobody is shown what should be there."
            ),
            "secondary",
            "ink2",
        )
        self.begin = KeyButton(lambda: _("Begin to count"), act="finish", tone="primary")
        self.table: RowsTable[Count] = RowsTable(
            _columns(),
            62,
            EmptyState(
                "clipboard-text",
                lambda: _("No count yet"),
                lambda: _("Choose what to count at the left, then begin. Each scan is one piece."),
            ),
        )
        self.go_on = KeyButton(lambda: _("Go on counting"), "Enter", tone="soft")
        self.print = KeyButton(lambda: _("Count sheet"), act="reprint", icon="printer")
        self._lay_out()

    def _lay_out(self) -> None:
        form = Card(padding=20, spacing=10)
        form.setFixedWidth(px(520 if is_large() else 440))
        for widget in (Label(lambda: _("Count the shelf"), "heading"), self.reach, self.search):
            form.column.addWidget(widget)
        form.column.addWidget(self.makers, 1)
        form.column.addWidget(self.categories)
        form.column.addStretch(0)
        form.column.addWidget(self.hint)
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(form, 1)
        left.addWidget(self.begin)
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.print)
        buttons.addWidget(self.go_on)
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addWidget(frame, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left)
        row.addLayout(right, 1)
        self._filler = form.column

    def _connect(self) -> None:
        self.reach.changed.connect(self._choose)
        self.search.textEdited.connect(self.makers.look_for)
        self.search.returnPressed.connect(self._begin)
        self.makers.chosen.connect(lambda _maker: self._begin())
        self.begin.clicked.connect(self._begin)
        self.table.moved.connect(self._enable)
        self.table.chosen.connect(self._take_up)
        self.go_on.clicked.connect(self._go_on)
        self.print.clicked.connect(self._print)

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Those that go on first, then the newest."""
        self.table.show_rows(sorted(counts, key=lambda count: count.state is not CountState.OPEN))
        self._enable()

    def take_focus(self) -> None:
        rows = self.table.rows_model.rows
        if rows and rows[0].state is CountState.OPEN:
            self.table.select(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reach.take_focus()

    def wait(self, is_waiting: bool) -> None:
        self.begin.setEnabled(not is_waiting)

    def _choose(self, reach: str) -> None:
        self.search.setVisible(reach == "producer")
        self.makers.setVisible(reach == "producer")
        self.categories.setVisible(reach == "category")
        # What has nothing to show leaves its room at the foot of the card.
        self._filler.setStretch(5, 0 if reach == "producer" else 1)
        if reach == "producer":
            self.makers.look_for(self.search.text())
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if not self.begin.isEnabled():
            return
        reach = self.reach.choice()
        maker = self.makers.table.selected()
        if reach == "producer":
            if maker is not None:
                self.begin_wanted.emit(CountWish(producer_name(maker), producer_id=maker.id))
        elif reach == "category":
            category = Category(self.categories.choice())
            self.begin_wanted.emit(CountWish(category_name(category), category=category))
        else:
            self.begin_wanted.emit(CountWish(_("Whole shelf")))

    def _enable(self) -> None:
        count = self.table.selected()
        self.go_on.setEnabled(count is not None and count.state is CountState.OPEN)
        self.print.setEnabled(count is not None)

    def _go_on(self) -> None:
        count = self.table.selected()
        if count is not None:
            self._take_up(count)

    def _take_up(self, count: Count) -> None:
        if count.state is CountState.OPEN:
            self.go_on_wanted.emit(count)

    def _print(self) -> None:
        count = self.table.selected()
        if count is not None:
            self.print_wanted.emit(count)


def state_name(state: CountState) -> str:
    names = {
        CountState.OPEN: _("going on"),
        CountState.POSTED: _("posted"),
        CountState.CANCELLED: _("given up"),
    }
    return names[state]


def _columns() -> tuple[Column[Count], ...]:
    return (
        Column(lambda: _("Counted what"), lambda count: count.name, role="name", second=lambda count: count.doc_no),
        Column(
            lambda: _("Begun"),
            lambda count: f"{short_date_text(local_date(count.started_at))} {time_text(count.started_at)}",
            190,
            second=lambda count: count.started_by,
            yields=1,
        ),
        Column(
            lambda: _("Lots counted"),
            lambda count: f"{len(count.lines) - count.left} / {len(count.lines)}",
            120,
            "right",
        ),
        Column(
            lambda: _("How it stands"),
            lambda count: state_name(count.state),
            120,
            role="strong",
            tone=lambda count: "good" if count.state is CountState.OPEN else "ink2",
        ),
    )
