"""Who is at the desk? Makers by name or code, deliveries begun, and those taken in before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import Producer
from otop_pos.domain.receiving import GrnBrief, GrnState
from otop_pos.domain.scan import as_code
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.producer import find_producers
from otop_pos.services.receiving import list_grns
from otop_pos.ui.backend import Door
from otop_pos.ui.keys import cap_of
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.product_columns import producer_columns
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.search_list import SearchList
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import named, producer_name, short_date_text

LATEST = 30


class ProducersPage(QWidget):
    chosen = Signal(object)
    """A Producer."""
    new_wanted = Signal(str)
    missed = Signal(str)
    copy_wanted = Signal(str)
    """A copy of the note with this number."""
    labels_wanted = Signal(str)
    right_wanted = Signal(object)
    """A GrnBrief is to be put right."""

    def __init__(self, backend: Door) -> None:
        super().__init__()
        self._backend = backend
        self._build()
        self._connect()

    def _build(self) -> None:
        self.code_box = CodeBox(
            lambda: _("Scan the maker's card, or type a name or code"),
            lambda: _("New maker"),
            "new",
            icon="identification-card",
        )
        self.begun = Card(padding=16, spacing=8)
        self.begun.column.addWidget(Label(lambda: _("Deliveries begun, still to be signed"), "strong"))
        self.begun_row = QHBoxLayout()
        self.begun_row.setSpacing(px(8))
        self.begun.column.addLayout(self.begun_row)
        self.list: SearchList[Producer] = SearchList(
            producer_columns(),
            self._search,
            lambda: _("No maker found"),
            lambda: _("Try part of the name or the code, or register a new maker with {key}").format(key=cap_of("new")),
        )
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self.code_box)
        left.addWidget(self.begun)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 854)
        row.addWidget(self._latest(), 372)

    def _latest(self) -> Card:
        self.latest: RowsTable[GrnBrief] = RowsTable(
            (
                Column(
                    lambda: _("Taken in"),
                    brief_maker,
                    role="strong",
                    second=_number_and_state,
                    tone=lambda brief: "ink2" if brief.state is GrnState.REVERSED else "ink",
                ),
                Column(
                    lambda: _("Value"),
                    lambda brief: format_baht(brief.value),
                    116,
                    "right",
                    second=lambda brief: _("{count} lines").format(count=brief.line_count),
                    tone=lambda brief: "ink2" if brief.state is GrnState.REVERSED else "ink",
                ),
            ),
            empty=EmptyState(
                "package", lambda: _("Nothing taken in yet"), lambda: _("Choose a maker to begin the first delivery")
            ),
        )
        self.copy = KeyButton(lambda: _("Copy note"), act="reprint", stacked=True)
        self.labels = KeyButton(lambda: _("More labels"), act="labels", stacked=True)
        self.put_right = KeyButton(lambda: _("Put right"), act="put_right", stacked=True)
        card = Card()
        card.column.setContentsMargins(1, 1, 1, px(14))
        card.column.addWidget(self.latest, 1)
        row = QHBoxLayout()
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(8))
        for button in (self.copy, self.labels, self.put_right):
            row.addWidget(button, 1)
        card.column.addLayout(row)
        return card

    def _connect(self) -> None:
        box = self.code_box
        box.typed.connect(self.list.look_for)
        box.entered.connect(lambda _text: self.list.choose_found())
        box.empty_enter.connect(self.list.choose_found)
        box.stepped.connect(self.list.table.step)
        box.escaped.connect(self.clear)
        box.action.clicked.connect(lambda: self.new_wanted.emit(box.text()))
        self.list.chosen.connect(self.chosen)
        self.list.missed.connect(self._missed)
        self.copy.clicked.connect(lambda: self._of_selected(lambda brief: self.copy_wanted.emit(brief.doc_no)))
        self.labels.clicked.connect(lambda: self._of_selected(lambda brief: self.labels_wanted.emit(brief.doc_no)))
        self.put_right.clicked.connect(lambda: self._of_selected(self.right_wanted.emit))
        self.latest.moved.connect(self._offer)

    def arrive(self, drafts: Sequence[Draft]) -> None:
        """Read afresh; what is typed in the box stays."""
        self.show_begun(drafts)
        self.list.look_for(self.code_box.text())
        self.read_latest()
        self.code_box.setFocus()

    def clear(self) -> None:
        self.code_box.clear()
        self.list.look_for("")

    def _search(self, text: str, done: Callable[[Sequence[Producer]], None]) -> None:
        self._backend.call(find_producers, as_code(text), done=done, owner=self)

    def _missed(self, text: str) -> None:
        # Back into the box: to be mended, or the name of a new maker.
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self.missed.emit(text)

    def _show_latest(self, briefs: Sequence[GrnBrief]) -> None:
        self.latest.show_rows(briefs)
        self._offer()

    def read_latest(self) -> None:
        """The list of deliveries afresh."""
        self._backend.call(list_grns, LATEST, done=self._show_latest, owner=self)

    def _offer(self) -> None:
        """Of a note that was taken back there is a copy, and nothing else."""
        brief = self.latest.selected()
        self.copy.setEnabled(brief is not None)
        for button in (self.labels, self.put_right):
            button.setEnabled(brief is not None and brief.state is not GrnState.REVERSED)

    def show_begun(self, drafts: Sequence[Draft]) -> None:
        """A button for each delivery that waits."""
        while (item := self.begun_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for draft in drafts:
            self.begun_row.addWidget(self._begun_button(draft), 1)
        self.begun.setVisible(bool(drafts))

    def _begun_button(self, draft: Draft) -> KeyButton:
        button = KeyButton(partial(_begun_text, draft), tone="soft")
        button.clicked.connect(lambda: self.chosen.emit(draft.producer))
        return button

    def _of_selected(self, act: Callable[[GrnBrief], object]) -> None:
        brief = self.latest.selected()
        if brief is not None:
            act(brief)


def brief_maker(brief: GrnBrief) -> str:
    return named(brief.producer_name, brief.producer_name_en)


def _begun_text(draft: Draft) -> str:
    lines = _("{count} lines").format(count=len(draft.lines))
    return f"{producer_name(draft.producer)} · {lines}"


def _when(brief: GrnBrief) -> str:
    return short_date_text(local_date(brief.posted_at))


def _number_and_state(brief: GrnBrief) -> str:
    states = {GrnState.REVERSED: _("taken back"), GrnState.CORRECTED: _("put right")}
    return " · ".join((*([states[brief.state]] if brief.state in states else []), brief.doc_no, _when(brief)))
